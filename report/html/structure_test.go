package html

import (
	"encoding/xml"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
)

// An element is a start tag with its attributes.
type element struct {
	name       string
	attributes map[string]string
	parent     string
}

// void lists the elements that have no end tag in HTML.
var void = []string{"meta", "input", "br", "wbr", "hr"}

// parse reads a page as strictly as XML is read, but for what HTML does
// otherwise: elements without end tag, attributes without value, and the
// inside of style and script. It gives all elements and the text in order.
func parse(page string) (elements []element, words string, problem string) {
	var said strings.Builder
	page = strings.NewReplacer(styleSource, "", scriptSource, "").Replace(page)
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.Entity = false, xml.HTMLEntity
	var open []string
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, "", err.Error()
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attributes: map[string]string{}}
			if len(open) > 0 {
				e.parent = open[len(open)-1]
			}
			for _, a := range token.Attr {
				if _, twice := e.attributes[a.Name.Local]; twice {
					return nil, "", "attribute " + a.Name.Local + " twice"
				}
				e.attributes[a.Name.Local] = a.Value
			}
			elements = append(elements, e)
			if !slices.Contains(void, e.name) {
				open = append(open, e.name)
			}
		case xml.EndElement:
			if slices.Contains(void, token.Name.Local) {
				continue // RawToken closes <rect/> and the like itself
			}
			if len(open) == 0 || open[len(open)-1] != token.Name.Local {
				return nil, "", "</" + token.Name.Local + "> closes " + strings.Join(open, " ")
			}
			open = open[:len(open)-1]
		case xml.CharData:
			said.Write(token)
		}
	}
	if len(open) > 0 {
		return nil, "", "not closed: " + strings.Join(open, " ")
	}
	return elements, said.String(), ""
}

// elementsOf are all elements that pages have.
var elementsOf = strings.Fields(`html head meta title style body a header p h1 h2 h3 h4 h5 dl div dt dd ol ul li span b i em code
	table thead tbody tfoot tr th td form label input select option button main section article details summary
	svg rect path text figure figcaption footer script`)

// check says what is wrong with a page's structure.
func check(page string) (problems []string) {
	elements, words, problem := parse(page)
	if problem != "" {
		return []string{problem}
	}
	say := func(parts ...string) { problems = append(problems, strings.Join(parts, " ")) }
	ids := map[string]int{}
	for _, e := range elements {
		if id, ok := e.attributes["id"]; ok {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n > 1 || !regexp.MustCompile(`^[a-z][a-z0-9-]*$`).MatchString(id) {
			say("id", id, "stands", strconv.Itoa(n), "times")
		}
	}
	level, count := 0, map[string]int{}
	for _, e := range elements {
		count[e.name]++
		if !slices.Contains(elementsOf, e.name) {
			say("element", e.name)
		}
		if len(e.name) == 2 && e.name[0] == 'h' && e.name[1] >= '1' && e.name[1] <= '5' {
			n := int(e.name[1] - '0')
			if n > level+1 {
				say("heading", e.name, "after level", strconv.Itoa(level))
			}
			level = n
		}
		problems = append(problems, checkElement(e, ids)...)
	}
	for _, once := range []string{"h1", "main", "script", "style", "title", "header", "footer"} {
		// a drawing has a title of its own
		if n := count[once]; n != 1 && once != "title" {
			say(strconv.Itoa(n), once)
		}
	}
	bare := func(s string) {
		if s = strings.ReplaceAll(s, "\n", ""); s != report.Show(s, 0) {
			say("hidden characters in", strconv.QuoteToASCII(s[:min(len(s), 200)]))
		}
	}
	bare(words)
	for _, e := range elements {
		for _, value := range e.attributes {
			bare(value)
		}
	}
	return problems
}

// checkElement says what is wrong with one element.
func checkElement(e element, ids map[string]int) (problems []string) {
	say := func(parts ...string) { problems = append(problems, e.name+": "+strings.Join(parts, " ")) }
	for _, name := range slices.Sorted(maps.Keys(e.attributes)) {
		value := e.attributes[name]
		switch {
		case name == "style" || name == "src" || name == "srcset" || name == "action" || strings.HasPrefix(name, "on"):
			say("attribute", name)
		case name == "for" || name == "aria-labelledby" || name == "aria-describedby":
			if ids[value] == 0 {
				say(name, "names no element:", value)
			}
		case name == "href" && strings.HasPrefix(value, "#"):
			if ids[value[1:]] == 0 {
				say("a link leads nowhere:", value)
			}
		case name == "href":
			if !strings.HasPrefix(value, "https://") || !strings.Contains(e.attributes["rel"], "noreferrer") {
				say("a link leaves the page:", value)
			}
		}
	}
	switch e.name {
	case "th":
		if e.attributes["scope"] == "" {
			say("no scope")
		}
	case "svg":
		if e.attributes["aria-hidden"] != "true" && (e.attributes["role"] != "img" || e.attributes["aria-labelledby"] == "") {
			say("no name")
		}
	case "form":
		if e.attributes["aria-label"] == "" {
			say("no name")
		}
	}
	if e.attributes["tabindex"] == "0" && e.attributes["role"] == "" && e.attributes["aria-describedby"] == "" {
		say("can be reached, but says nothing")
	}
	return problems
}

func TestStructure(t *testing.T) {
	for name, r := range samples(t) {
		for _, lang := range []text.Lang{text.French, text.English} {
			for _, problem := range check(write(t, r, lang)) {
				t.Errorf("%s in %s: %s", name, lang, problem)
			}
		}
	}
}

func TestCheckSeesProblems(t *testing.T) {
	page := write(t, samples(t)["faulty"], text.French)
	for _, c := range []struct{ old, new string }{
		{"</main>", ""}, {"</h1>", "</h1><h3>x</h3>"}, {`<p class="over">`, `<p class="over" style="color:red">`},
		{`id="q"`, `id="f1"`}, {`for="q"`, `for="none"`}, {"</header>", `<img src="https://example.org/x.png"></header>`},
		{`href="#top"`, `href="https://example.org/"`}, {"<h1>", "<h1>\u202e"}, {`scope="col"`, `class="x"`}, {"<h1>", "<script></script><h1>"},
	} {
		if len(check(strings.Replace(page, c.old, c.new, 1))) == 0 {
			t.Errorf("nothing is said of %s instead of %s", c.new, c.old)
		}
	}
}

func TestPolicy(t *testing.T) {
	page := write(t, samples(t)["faulty"], text.French)
	for _, e := range []string{"style", "script"} {
		inside := regexp.MustCompile(`(?s)<`+e+`>(.*?)</`+e+`>`).FindAllStringSubmatch(page, -1)
		if len(inside) != 1 {
			t.Fatalf("%d elements %s, want 1", len(inside), e)
		}
		if !strings.Contains(policy(), e+"-src '"+hash(inside[0][1])+"'") {
			t.Errorf("the policy does not allow the page's own %s", e)
		}
	}
	elements, _, _ := parse(page)
	told := slices.ContainsFunc(elements, func(e element) bool {
		return e.attributes["http-equiv"] == "Content-Security-Policy" && e.attributes["content"] == policy()
	})
	if !told || !strings.HasPrefix(policy(), "default-src 'none';") || strings.Contains(policy(), "unsafe") {
		t.Errorf("the page does not keep to the policy %s", policy())
	}
	for _, word := range []string{"fetch(", "XMLHttpRequest", "eval(", "innerHTML", "import(", "document.write", "url(", "@import"} {
		if strings.Contains(scriptSource+styleSource, word) {
			t.Errorf("%s stands in script or style", word)
		}
	}
}

func FuzzPage(f *testing.F) {
	for _, seed := range []string{nasty, "", " ", "\x00", "</script>", "a\u0301\u202e", strings.Repeat("é", 3000), "43.6, 3.8", "{{.}}", "{n|a|b}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, value string) {
		page := write(t, sample(hostile(t, value)), text.French)
		for _, problem := range check(page) {
			t.Error(problem)
		}
		if len(page) > MaxSize {
			t.Errorf("%d bytes", len(page))
		}
	})
}
