package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/lint"
	"github.com/socle-commun/socle/schemas/text"
)

// mostAlike is how many problems of one kind are shown for people.
const mostAlike = 3

// printLint writes what was found in one document for people.
func (a *app) printLint(file *linted) {
	if file.report == nil {
		a.tell(file.Failure)
		return
	}
	r := file.report
	var counts []string
	for _, c := range []struct {
		n      int
		fr, en string
	}{
		{r.Errors, "{n} {n|erreur|erreurs}", "{n} {n|error|errors}"},
		{r.Warnings, "{n} {n|avertissement|avertissements}", "{n} {n|warning|warnings}"},
		{r.Notices, "{n} {n|remarque|remarques}", "{n} {n|notice|notices}"},
	} {
		if c.n > 0 {
			counts = append(counts, a.count(c.n, c.fr, c.en))
		}
	}
	if len(counts) == 0 {
		counts = []string{a.say("rien à redire", "nothing to say")}
	}
	fmt.Fprintln(a.out, shown(file.Path+a.colon()+strings.Join(counts, ", ")))
	for _, part := range []struct {
		severity lint.Severity
		title    text.Text
	}{
		{lint.Error, text.Text{FR: "Erreurs", EN: "Errors"}},
		{lint.Warning, text.Text{FR: "Avertissements", EN: "Warnings"}},
		{lint.Notice, text.Text{FR: "Remarques", EN: "Notices"}},
	} {
		a.printProblems(file, part.severity, part.title.In(a.lang))
	}
}

// printProblems writes the problems of one severity, those of one code
// together.
func (a *app) printProblems(file *linted, severity lint.Severity, title string) {
	var codes []string
	byCode := map[string][]problemOut{}
	for _, p := range file.Problems {
		if p.Severity == severity {
			if byCode[p.Code] == nil {
				codes = append(codes, p.Code)
			}
			byCode[p.Code] = append(byCode[p.Code], p)
		}
	}
	if len(codes) == 0 {
		return
	}
	fmt.Fprintf(a.out, "\n  %s\n", title)
	for _, code := range codes {
		list, most := byCode[code], mostAlike
		if len(list) == mostAlike+1 {
			most++ // the line that would count it is no shorter
		}
		hint := ""
		for _, p := range list[:min(len(list), most)] {
			a.nested("    - ", "      ", a.placeOf(p)+p.Message+" ["+p.Code+"]")
			if p.Hint != hint {
				a.nested("      → ", "        ", p.Hint)
				hint = p.Hint
			}
		}
		if more := file.report.Counts[code] - most; more > 0 {
			a.nested("    - ", "      ", a.count(more, "… et {n} {n|autre|autres} du même genre", "… and {n} more of this kind")+" ["+code+"]"+a.linesOf(list[most:]))
		}
	}
}

// placeOf says where a problem is.
func (a *app) placeOf(p problemOut) string {
	if p.Code == "json-syntax" {
		return "" // its sentence says it
	}
	place := a.say("ligne %d, colonne %d", "line %d, column %d", p.Line, p.Column)
	if p.Field != "" {
		place += a.say(", champ « %s »", `, field "%s"`, p.Field)
	}
	return place + a.colon()
}

// mostLines is how many lines of further problems are named.
const mostLines = 8

// linesOf names the lines of further problems.
func (a *app) linesOf(list []problemOut) string {
	var lines []string
	for _, p := range list {
		lines = append(lines, fmt.Sprint(p.Line))
	}
	lines = slices.Compact(lines)
	if len(lines) == 0 {
		return ""
	}
	named := strings.Join(lines[:min(len(lines), mostLines)], ", ")
	if len(lines) > mostLines {
		named += "…"
	}
	return a.say(" : lignes ", ": lines ") + named
}

// nested writes a text behind a mark, its further lines indented.
func (a *app) nested(mark, indent, s string) {
	for i, line := range wrap(s, describedWidth-len(indent)) {
		if i > 0 {
			mark = indent
		}
		fmt.Fprintln(a.out, mark+shown(line))
	}
}
