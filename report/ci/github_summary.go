package ci

import (
	"bytes"
	"os"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// summaryVariable names the file to which a step of GitHub Actions adds its
// summary, in Markdown. GitHub takes summarySize bytes of a step.
const (
	summaryVariable = "GITHUB_STEP_SUMMARY"
	summarySize     = 1 << 20
)

// placesNamed is how many places of a group the summary names.
const placesNamed = 5

// summarise adds the summary to a file, as far as there is room.
func (r *run) summarise(path string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	room := int64(summarySize)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		room -= info.Size()
	}
	_, err = f.Write(r.summary(int(max(room, 0))))
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// A sheet is a Markdown document of a limited size. What finds no room is
// counted.
type sheet struct {
	bytes.Buffer
	room int
	lost int // rows
	full bool
}

// part writes what belongs together, or nothing of it: rows of a table that it
// holds are then lost.
func (s *sheet) part(rows int, lines ...string) {
	block := strings.Join(lines, "\n") + "\n"
	if s.full = s.full || s.Len()+len(block) > s.room; s.full {
		s.lost += rows
		return
	}
	s.WriteString(block)
}

// summary writes the tables in at most room bytes.
func (r *run) summary(room int) []byte {
	const lastWords = 512 // kept for sayCut
	if room < lastWords {
		return nil
	}
	s := &sheet{room: room - lastWords}
	sum := r.Summary
	s.part(0, "## "+report.EscapeMarkdown(r.fill(sayTop, "n", r.number(sum.Files), "errors", r.number(sum.Errors), "warnings", r.number(sum.Warnings))), "")
	s.part(0, r.row(sayFile, sayRows, sayErrors, sayWarnings, sayVerdict), "|---|--:|--:|--:|---|")
	for _, f := range r.Files {
		s.part(1, report.MarkdownRow(r.shownPath(f.File), r.number(f.Rows), r.number(f.Errors), r.number(f.Warnings), report.Verdict(f, r.lang)))
	}
	for i := range r.Files {
		r.details(s, i)
	}
	if s.lost > 0 {
		s.WriteString("\n" + report.EscapeMarkdown(r.fill(sayCut, "n", r.number(s.lost))) + "\n")
	}
	return s.Bytes()
}

// details writes what was found in a file: a row a group.
func (r *run) details(s *sheet, number int) {
	f := r.Files[number]
	found := r.groups(number)
	if len(found) == 0 && f.Failure == nil {
		return
	}
	s.part(0, "", "### "+report.EscapeMarkdown(r.shownPath(f.File)))
	if f.Failure != nil {
		s.part(0, "", report.EscapeMarkdown(r.failure(f.Failure)))
	}
	if len(found) == 0 {
		return
	}
	s.part(0, "", r.row(saySeverity, sayField, sayFault, sayNumber, sayPlaces, sayExample), "|---|---|---|--:|---|---|")
	for _, severity := range []validate.Severity{validate.Error, validate.Warning, validate.Notice} {
		for _, g := range found {
			if g.Severity == severity {
				s.part(1, r.groupRow(g))
			}
		}
	}
}

func (r *run) groupRow(g *group) string {
	var places []string
	for _, f := range g.findings[:min(placesNamed, len(g.findings))] {
		if place := r.placeOf(g.file.File, f); place != "" {
			places = append(places, place)
		}
	}
	named := strings.Join(places, ", ")
	if more := g.Count.Count - len(places); more > 0 && named != "" {
		named += " " + r.fill(sayAndMore, "n", r.number(more))
	}
	first := ""
	if len(g.findings) > 0 {
		first = r.say(g.file, g.findings[0])
	}
	return report.MarkdownRow(r.fill(severities[g.Severity]), report.Show(g.Field, nameWidth), r.title(g.Code)+" ["+report.Show(g.Code, nameWidth)+"]",
		r.number(g.Count.Count), named, first)
}

// row writes the headings of a table.
func (r *run) row(titles ...text.Text) string {
	texts := make([]string, len(titles))
	for i, t := range titles {
		texts[i] = r.fill(t)
	}
	return report.MarkdownRow(texts...)
}
