package html

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// A page is what the template "page" writes.
type page struct {
	Lang            string
	Title, Heading  string
	Class, Mark     string // of the verdict: see classOf
	Verdict, Advice string
	Tiles           []tile
	Only            *fileView // the file, where it is the only one
	Files           []fileLine
	Total           fileLine
	FilesMore       string
	Sections        []template.HTML
	NoSections      string
	Filter          filter
	Version         string
}

// A tile is one figure of a summary.
type tile struct{ Label, Value, Class string }

// A fileLine is a file in the table of files.
type fileLine struct {
	Link, Path, Verdict, Class, Mark, Rows, Errors, Warnings, Filled, Score string
}

// page draws up the page of a result.
func (w *writer) page(r *validate.Result) (*page, error) {
	p := &page{Lang: string(w.lang.Tag().String()), Version: clipped(r.Version, 60)}
	several := len(r.Files) != 1
	known := newNames(w.voice)
	sections, err := w.sections(r, several, known)
	if err != nil {
		return nil, err
	}
	p.Sections, p.Filter = sections, known.filter()
	if missing := len(r.Files) - len(sections); missing > 0 {
		p.NoSections = w.say("no-sections", "n", missing)
	}
	if !several {
		p.Only = w.only(r)
		p.Heading, p.Title = p.Only.Path, w.say("title", "path", p.Only.Path, "verdict", p.Only.Verdict)
		return p, nil
	}
	p.Heading = w.say("files-title", "n", len(r.Files))
	p.verdict(w.voice, r)
	p.Title = w.say("title", "path", p.Heading, "verdict", p.Verdict)
	p.files(w.voice, r)
	return p, nil
}

// only gives the view of a single file, for the summary on top.
func (w *writer) only(r *validate.Result) *fileView {
	f := &filer{voice: w.voice, r: r, f: r.Files[0], id: 1, detail: details[0], names: newNames(w.voice)}
	return f.view()
}

// verdict says what became of several files.
func (p *page) verdict(v voice, r *validate.Result) {
	s := r.Summary
	invalid := 0
	for _, f := range r.Files {
		if f.Failure == nil && f.Errors > 0 {
			invalid++
		}
	}
	p.Class, p.Mark = "error", "✗"
	switch {
	case s.Files == 0:
		p.Class, p.Mark, p.Verdict = "none", "?", v.say("none-judged")
	case invalid > 0:
		p.Verdict = v.say("some-invalid", "n", invalid, "total", s.Files)
	case s.Unjudged > 0:
		p.Verdict = v.say("unjudged", "n", s.Unjudged)
	default:
		p.Class, p.Mark, p.Verdict = "ok", "✓", v.say("all-valid")
	}
	if invalid > 0 && s.Unjudged > 0 {
		p.Advice = v.say("unjudged", "n", s.Unjudged) + "."
	}
	p.Tiles = tiles(v, s.Rows, s.Errors, s.Warnings, s.Notices)
}

// files fills the table of files.
func (p *page) files(v voice, r *validate.Result) {
	filled, cells := 0, 0
	for i, f := range r.Files {
		n, of := fill(f)
		filled, cells = filled+n, cells+of
		if i >= maxFiles {
			continue
		}
		class, mark := classOf(f)
		line := fileLine{Path: path(f, v), Verdict: report.Verdict(f, v.lang), Class: class, Mark: mark, Rows: v.number(f.Rows),
			Errors: v.number(f.Errors), Warnings: v.number(f.Warnings), Filled: v.share(n, of)}
		if s, ok := f.Score(); ok {
			line.Score = strconv.Itoa(s.Total)
		}
		if f.Failure != nil && !report.Judged(f) {
			line.Rows, line.Errors, line.Warnings, line.Filled = "", "", "", ""
		}
		if i < len(p.Sections) {
			line.Link = "#" + fileID(i+1)
		}
		p.Files = append(p.Files, line)
	}
	s := r.Summary
	p.Total = fileLine{Rows: v.number(s.Rows), Errors: v.number(s.Errors), Warnings: v.number(s.Warnings), Filled: v.share(filled, cells)}
	if len(r.Files) > maxFiles {
		p.FilesMore = v.say("files-more", "n", maxFiles, "total", len(r.Files))
	}
}

// A speaker is a voice, be it one that speaks of a file in its own words.
type speaker interface {
	say(name string, pairs ...any) string
	number(n int) string
	severity(s validate.Severity) string
}

// tiles are the figures of one file or of all.
func tiles(v speaker, rows, errors, warnings, notices int) []tile {
	tiles := []tile{{v.say("rows"), v.number(rows), ""}}
	for _, c := range []struct {
		severity validate.Severity
		n        int
	}{{validate.Error, errors}, {validate.Warning, warnings}, {validate.Notice, notices}} {
		class := ""
		if c.n > 0 {
			class = c.severity.String()
		}
		tiles = append(tiles, tile{v.severity(c.severity), v.number(c.n), class})
	}
	return tiles
}

// fill adds up the cells of a file that are filled, and all of them: those of
// the columns of its schema, absent ones included, as validate.FillRate has it,
// and those of the file where no schema has columns.
func fill(f *validate.FileResult) (filled, cells int) {
	bySchema := f.Schema != nil && len(f.Schema.Fields) > 0
	for _, c := range f.Columns {
		if c.Field != "" || !bySchema {
			filled += c.Filled
		}
	}
	if bySchema {
		return filled, (f.Rows - f.Blank) * len(f.Schema.Fields)
	}
	return filled, (f.Rows - f.Blank) * len(f.Columns)
}

// A filter lists what the page can be filtered by.
type filter struct {
	Severities, Columns, Checks []option
}

// An option is a value of the filter, and what people read.
type option struct{ Value, Text string }

// names number the columns of all files by name, for the filter, and collect
// the severities and checks of what is shown.
type names struct {
	voice
	columns    map[string]int
	listed     []option
	severities map[validate.Severity]bool
	checks     map[string]string // by code: title
}

// maxOptions bounds the columns to filter by.
const maxOptions = 400

func newNames(v voice) *names {
	return &names{voice: v, columns: map[string]int{}, severities: map[validate.Severity]bool{}, checks: map[string]string{}}
}

// column gives the number of a column, 0 for one too many.
func (n *names) column(name string) int {
	if i, ok := n.columns[name]; ok {
		return i
	}
	if len(n.listed) == maxOptions {
		return 0
	}
	i := len(n.listed) + 1
	n.columns[name] = i
	n.listed = append(n.listed, option{strconv.Itoa(i), name})
	return i
}

// filter lists what was collected.
func (n *names) filter() filter {
	out := filter{Columns: n.listed}
	for _, s := range []validate.Severity{validate.Error, validate.Warning, validate.Notice} {
		if n.severities[s] {
			out.Severities = append(out.Severities, option{s.String(), severityAll[s].In(n.lang)})
		}
	}
	for code, title := range n.checks {
		out.Checks = append(out.Checks, option{code, title})
	}
	slices.SortFunc(out.Checks, func(a, b option) int {
		return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Value, b.Value))
	})
	return out
}
