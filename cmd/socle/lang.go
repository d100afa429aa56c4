package main

import (
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// language finds the language before flags are parsed, since help and errors
// are to be said in it too: that of --lang, else of SOCLE_LANG, else French.
func language(args []string, env string) text.Lang {
	lang, _ := text.ParseLang(env)
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			name, ok = args[i+1], true
		}
		if known, is := text.ParseLang(name); ok && is {
			lang = known
		}
	}
	return lang
}

// say gives a sentence in the language of the run. Both take the same args.
func (a *app) say(fr, en string, args ...any) string {
	template := text.Text{FR: fr, EN: en}.In(a.lang)
	if len(args) == 0 {
		return template
	}
	return fmt.Sprintf(template, args...)
}

// tell writes a line to people beside the output, under the program's name.
func (a *app) tell(line string) {
	lines := strings.Split(line, "\n")
	for i := range lines {
		lines[i] = shown(lines[i])
	}
	fmt.Fprintln(a.stderr, "socle"+a.colon()+strings.Join(lines, "\n"))
}

// colon is what stands between a word and what is said of it.
func (a *app) colon() string { return a.say(" : ", ": ") }

// usage is the error for wrong usage, configuration or schema.
func (a *app) usage(fr, en string, args ...any) error {
	return &failed{exitUsage, a.say(fr, en, args...)}
}

// any joins words as a choice: "a, b ou c".
func (a *app) any(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + a.say(" ou ", " or ") + words[last]
}

// anySign joins words as any does, with quotes around those that are a sign.
func (a *app) anySign(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = w
		if len(w) == 1 {
			quoted[i] = a.say("« "+w+" »", "“"+w+"”")
		}
	}
	return a.any(quoted)
}

// meant is the question after a name that nobody knows, or "".
func (a *app) meant(names ...string) string {
	if len(names) == 0 || names[0] == "" {
		return ""
	}
	return a.say(" Vouliez-vous dire %s ?", " Did you mean %s?", a.any(names))
}
