package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strings"
	"sync"
)

var (
	//go:embed style.css
	styleSource string
	//go:embed script.js
	scriptSource string
	//go:embed page.gohtml
	pageSource string
)

// policy is the page's Content-Security-Policy: its own style and its own
// script run, nothing is loaded, and nothing is sent.
var policy = sync.OnceValue(func() string {
	return strings.Join([]string{
		"default-src 'none'",
		"style-src '" + hash(styleSource) + "'",
		"script-src '" + hash(scriptSource) + "'",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
})

// hash names a text as a Content-Security-Policy does.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// Assets are written as they are: the hashes are of their bytes.
func style() template.HTML  { return template.HTML("<style>" + styleSource + "</style>") }
func script() template.HTML { return template.HTML("<script>" + scriptSource + "</script>") }

// parsed is the page before it has a language.
var parsed = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(voice{}.functions(voice{}.say)).Parse(pageSource))
})

// template gives the page in the voice's language.
func (v voice) template() *template.Template {
	return template.Must(parsed().Clone()).Funcs(v.functions(v.say))
}

func (v voice) functions(say func(string, ...any) string) template.FuncMap {
	return template.FuncMap{"say": say, "style": style, "script": script, "policy": policy, "pair": pairOf, "bar": barOf}
}

// An entryOf is an entry with the kind whose table it stands in.
type entryOf struct {
	Kind  kindView
	Entry entryView
}

func pairOf(k kindView, e entryView) entryOf { return entryOf{k, e} }

// A barView is a bar, of a width out of 100.
type barView struct{ Class, Width string }

func barOf(class, width string) barView { return barView{class, width} }
