package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas/text"
)

// jsonFlag adds --json.
func (a *app) jsonFlag(cmd *cobra.Command, to *bool) {
	cmd.Flags().BoolVar(to, "json", false, a.say("écrit du JSON, pour un programme", "writes JSON, for a program"))
}

// noArgs refuses arguments.
func (a *app) noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return a.usage("%s ne prend pas d'argument, et « %s » en est un.", "%s takes no argument, and %q is one.", cmd.CommandPath(), args[0])
	}
	return nil
}

// printJSON writes a value, indented.
func (a *app) printJSON(v any) error {
	encoder := json.NewEncoder(a.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return a.printed(encoder.Encode(v))
}

// printed drops the error of standard output, which its Flush gives again.
func (a *app) printed(err error) error {
	if err != nil && a.out.Flush() == nil {
		return err
	}
	return nil
}

// count fills a template in which {n} is a number.
func (a *app) count(n int, fr, en string) string {
	return text.Fill(a.lang, a.say(fr, en), func(name string) (string, bool) {
		return text.Number(a.lang, n), name == "n"
	})
}

// shown makes a text of a file fit to be shown on one line of a terminal:
// control characters and what turns the writing direction are escaped.
func shown(s string) string {
	plain := func(r rune) bool { return r != utf8.RuneError && (unicode.IsGraphic(r) || r == '\u00a0') }
	if utf8.ValidString(s) && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	quoted := strconv.Quote(s)
	return quoted[1 : len(quoted)-1]
}

// glue keeps French punctuation on the line of its word.
var glue = strings.NewReplacer("« ", "«\u00a0", " »", "\u00a0»", " :", "\u00a0:", " ;", "\u00a0;", " ?", "\u00a0?", " !", "\u00a0!")

// wrap breaks a text at spaces into lines of at most width characters.
func wrap(s string, width int) []string {
	var lines []string
	line, size := "", 0
	s = glue.Replace(strings.Join(strings.Fields(s), " "))
	for word := range strings.SplitSeq(s, " ") {
		n := utf8.RuneCountInString(word)
		if size > 0 && size+1+n > width {
			lines = append(lines, line)
			line, size = "", 0
		}
		if size > 0 {
			line, size = line+" ", size+1
		}
		line, size = line+word, size+n
	}
	if size > 0 {
		lines = append(lines, line)
	}
	return lines
}
