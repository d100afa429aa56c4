package book

import (
	"strconv"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// The columns of the summary that its tables share, with their widths in
// characters: names, figures, sentences.
var summaryWidths = []float64{26, 15, 30, 18, 10, 10, 10, 15, 12, 60, 46}

const (
	sentenceColumn = 10 // sentences stand from there on
	whereColumn    = 6  // of the first cells of a fault
)

// writeSummary writes the first sheet. left is how many findings the other one
// has no room for.
func (b *book) writeSummary(name, findings string, copies []*dataCopy, left int) error {
	p := b.page(name, 0, summaryWidths...)
	p.put(cell{p.styles.title, p.title()})
	s := b.r.Summary
	switch said := report.Tallies(&validate.FileResult{Errors: s.Errors, Warnings: s.Warnings, Notices: s.Notices}, b.lang); {
	case said != "":
		p.put(cell{p.styles.strong, said})
	case s.Unjudged == 0 && s.Files > 0:
		p.put(cell{p.styles.strong, p.say("clean")})
	}
	p.put(cell{value: p.say("help")})
	p.put(cell{value: p.say("copies")})
	if left > 0 {
		p.put(cell{value: p.say("findings-cut", "n", left)})
	}
	if b.r.Version != "" {
		p.put(cell{value: p.say("made-by", "version", report.Show(b.r.Version, 40))})
	}
	p.put(cell{p.styles.link, p.say("findings")})
	p.link(1, p.row, findings, "A1")
	p.verdicts(copies)
	p.faults(copies)
	p.fills(copies)
	return p.end()
}

// title names what was checked.
func (b *book) title() string {
	switch len(b.r.Files) {
	case 0:
		return b.say("title-none")
	case 1:
		f := b.r.Files[0]
		return b.say("marked", "severity", report.PathOf(f, b.lang), "message", report.Verdict(f, b.lang))
	}
	return b.say("title", "n", len(b.r.Files))
}

// cutAt writes how many of n lines a table leaves out, if any.
func (p *page) cutAt(name string, n int) {
	if n > 0 {
		p.put(cell{value: p.say(name, "n", n)})
	}
}

// verdicts writes the table of files.
func (p *page) verdicts(copies []*dataCopy) {
	p.skip(1)
	p.heads("file", "verdict", "schema", "score", "filled", "rows", "errors", "warnings", "notices", "to-know", "data")
	shown := min(len(p.r.Files), p.lines)
	for i, f := range p.r.Files[:shown] {
		p.verdict(f, copies[i])
	}
	p.drawBars()
	p.cutAt("files-cut", len(p.r.Files)-shown)
}

func (p *page) verdict(f *validate.FileResult, c *dataCopy) {
	style := p.styles.plain
	switch {
	case f.Failure != nil || f.Errors > 0:
		style = p.styles.severity[validate.Error]
	case f.Warnings > 0:
		style = p.styles.severity[validate.Warning]
	}
	schema, score, filled := "", cell{}, cell{}
	if f.Schema != nil {
		schema = strings.TrimSpace(report.Show(f.Schema.Name, 100) + " " + report.Show(f.Schema.Version, 40))
	}
	if s, ok := f.Score(); ok {
		score = cell{p.styles.number, s.Total}
	}
	if rate, ok := f.FillRate(); ok {
		filled = cell{p.styles.share, rate}
	}
	number := func(n int) cell { return cell{p.styles.number, n} }
	link := cell{}
	if c.sheet != "" {
		link = cell{p.styles.link, c.sheet}
	}
	p.put(cell{p.styles.wrapped, report.PathOf(f, p.lang)}, cell{style, report.Verdict(f, p.lang)}, cell{p.styles.wrapped, schema}, score, filled,
		number(f.Rows), number(f.Errors), number(f.Warnings), number(f.Notices), cell{p.styles.wrapped, p.toKnow(f, c)}, link)
	if c.sheet != "" {
		p.link(sentenceColumn+1, p.row, c.sheet, "A1")
	}
}

// toKnow says how a file is written, why it was not judged, and what is left
// out of it here.
func (p *page) toKnow(f *validate.FileResult, c *dataCopy) string {
	var said []string
	if f.Failure != nil {
		said = append(said, report.Typeset(p.lang, report.Show(f.Failure.Say.In(p.lang), 2000)))
		if report.Judged(f) {
			said = append(said, report.Extent(f, p.lang))
		}
	}
	if f.File != nil && (f.Failure == nil || report.Judged(f)) {
		said = append(said, capital(report.Facts(f, p.lang))+".")
	}
	if f.Schema != nil && report.Judged(f) {
		if note := report.SchemaNote(p.r, f, p.lang); note != "" {
			said = append(said, capital(strings.TrimLeft(note, ". "))+".")
		}
	}
	if f.Truncated {
		said = append(said, p.say("kept", "kept", len(f.Findings), "n", f.Errors+f.Warnings+f.Notices))
	}
	return strings.Join(append(said, c.said...), " ")
}

// faults writes the table of what is wrong, by column.
func (p *page) faults(copies []*dataCopy) {
	shown, left := 0, 0
	for i, f := range p.r.Files {
		all := report.Faults(p.r, f, p.lang)
		if len(all) > 0 && shown == 0 {
			p.skip(1)
			p.put(cell{p.styles.strong, p.say("wrong")})
			p.heads("file", "severity", "where", "check", "count", "cells", "", "", "", "message", "advice")
		}
		room := min(len(all), p.lines-shown)
		for _, fault := range all[:room] {
			p.fault(f, fault, copies[i])
		}
		shown += room
		left += len(all) - room
	}
	p.cutAt("lines-cut", left)
}

func (p *page) fault(f *validate.FileResult, fault report.Fault, c *dataCopy) {
	count := cell{p.styles.number, fault.Count}
	if fault.AtLeast {
		count = cell{p.styles.plain, p.say("at-least", "n", fault.Count)}
	}
	where, place := cell{p.styles.plain, fault.Where}, ""
	if fault.First != nil && c.sheet != "" && fault.Where != "" {
		if place = c.place(fault.First); place != "" {
			where.style = p.styles.link
		}
	}
	p.put(cell{p.styles.plain, c.fileName(f, p.lang)}, p.severityCell(fault.Severity), cell{p.styles.wrapped, fault.Place},
		cell{p.styles.wrapped, report.Show(fault.Code, 40)}, count, where, cell{}, cell{}, cell{},
		cell{p.styles.wrapped, fault.Message}, cell{p.styles.wrapped, fault.Advice})
	if place != "" {
		p.link(whereColumn, p.row, c.sheet, place)
	}
}

// fills writes the table of columns: how far each is filled.
func (p *page) fills(copies []*dataCopy) {
	shown, left := 0, 0
	for i, f := range p.r.Files {
		for _, line := range p.columnsOf(f, copies[i]) {
			switch {
			case shown == p.lines:
				left++
				continue
			case shown == 0:
				p.skip(1)
				p.put(cell{p.styles.strong, p.say("fill")})
				p.heads("file", "column", "name", "cells-filled", "filled", "label")
			}
			p.put(line...)
			shown++
		}
	}
	p.drawBars()
	p.cutAt("lines-cut", left)
}

// columnsOf are the lines of a file in the table of columns: those that the file
// has, then those of the schema that it has not.
func (p *page) columnsOf(f *validate.FileResult, c *dataCopy) [][]cell {
	if f.Rows == 0 || len(f.Columns) == 0 {
		return nil
	}
	path, title := c.fileName(f, p.lang), map[string]string{}
	has := map[string]bool{}
	if f.Schema != nil {
		for i := range f.Schema.Fields {
			title[f.Schema.Fields[i].Name] = f.Schema.Fields[i].Title
		}
	}
	var lines [][]cell
	line := func(column, name string, filled int) {
		lines = append(lines, []cell{{p.styles.plain, path}, {p.styles.plain, column}, {p.styles.wrapped, report.Show(name, 200)}, {p.styles.number, filled},
			{p.styles.share, min(1, float64(filled)/float64(f.Rows))}, {p.styles.plain, report.Show(title[name], 200)}})
	}
	for i, c := range f.Columns {
		column, name := report.ColumnName(i+1), c.Name
		if report.Items(f) {
			column = strconv.Itoa(i + 1)
		}
		if c.Field != "" {
			name, has[c.Field] = c.Field, true
		}
		line(column, name, c.Filled)
	}
	if f.Schema != nil {
		for i := range f.Schema.Fields {
			if name := f.Schema.Fields[i].Name; !has[name] {
				line(p.say("absent"), name, 0)
			}
		}
	}
	return lines
}
