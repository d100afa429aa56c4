package html

import (
	"html/template"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// A filer draws up the section of one file.
type filer struct {
	voice
	r       *validate.Result
	f       *validate.FileResult
	id      int // of the file, from 1
	several bool
	detail  detail
	names   *names

	found     []gridRow    // the rows that have findings
	misshapen map[int]bool // the features whose shape is at fault
	rows      map[int]bool // those that the grid shows
}

// A fileView is what the templates "summary" and "file" write.
type fileView struct {
	ID, Path, Verdict string
	Class, Mark       string
	Several, Items    bool
	Level             int // of the section's own headings
	Advice            []string
	Tiles             []tile
	Facts, Score      string
	Schema            *schemaView
	Start             []startView
	Parts             []partView
	Columns           *columnsView
	Grid              *gridView
	Map               *mapView
}

// A schemaView says what a file was judged by.
type schemaView struct{ Title, Name, Version, Note, Link string }

// A startView is one of the faults to begin with.
type startView struct{ Link, Tally, Where, What string }

// What is shown of names from outside, in characters.
const (
	pathWidth  = 300
	nameWidth  = 80
	valueWidth = 200
)

func path(f *validate.FileResult, v voice) string {
	return clipped(report.PathOf(f, v.lang), pathWidth)
}

func fileID(n int) string { return "f" + strconv.Itoa(n) }

// classOf gives the class and the sign of a file's verdict.
func classOf(f *validate.FileResult) (class, mark string) {
	switch {
	case f.Failure != nil && !report.Judged(f):
		return "none", "?"
	case f.Failure != nil || f.Errors > 0:
		return "error", "✗"
	}
	return "ok", "✓"
}

// view draws up all that is shown of the file.
func (f *filer) view() *fileView {
	v := &fileView{ID: fileID(f.id), Path: path(f.f, f.voice), Several: f.several, Level: 2, Items: f.items()}
	if f.several {
		v.Level = 3
	}
	verdict := report.Verdict(f.f, f.lang)
	v.Verdict = strings.ToUpper(verdict[:1]) + verdict[1:]
	v.Class, v.Mark = classOf(f.f)
	v.Advice = f.advice()
	if f.f.Failure == nil || report.Judged(f.f) {
		v.Tiles = tiles(f, f.f.Rows, f.f.Errors, f.f.Warnings, f.f.Notices)
		if n, of := fill(f.f); of > 0 {
			v.Tiles = append(v.Tiles, tile{f.say("filled-cells"), f.share(n, of), ""})
		}
		if s, ok := f.f.Score(); ok {
			v.Tiles = append(v.Tiles, tile{f.say("score"), strconv.Itoa(s.Total), ""})
			if s.Total < 100 {
				v.Score = report.Score(f.f, f.lang) + "."
			}
		}
		if f.f.File != nil {
			v.Facts = report.Facts(f.f, f.lang)
		}
		v.Schema = f.schema()
	}
	f.found = f.concerned()
	v.Grid = f.grid() // before the findings, which link to its rows
	v.Parts, v.Start = f.parts()
	v.Columns = f.columns()
	f.misshapen = f.misshapes()
	v.Map = f.mapOf()
	return v
}

// say says a sentence in the words of the file's format.
func (f *filer) say(name string, pairs ...any) string {
	template := f.sentence(name)
	if f.items() && template[0] < utf8.RuneSelf {
		capital := template[:1] != strings.ToLower(template[:1])
		template = report.Reword(f.f, f.lang, strings.ToLower(template[:1])+template[1:])
		if first, size := utf8.DecodeRuneInString(template); capital {
			template = string(unicode.ToUpper(first)) + template[size:]
		}
	}
	return f.fill(template, pairs)
}

// template gives the page's templates, which speak as the file does.
func (f *filer) template() *template.Template {
	return template.Must(parsed().Clone()).Funcs(f.functions(f.say))
}

// items says whether the file holds features or objects, and not rows.
func (f *filer) items() bool { return f.f.File != nil && f.f.File.Items }

// advice says what the verdict means.
func (f *filer) advice() []string {
	r := f.f
	if r.Failure != nil {
		out := []string{report.Typeset(f.lang, clipped(r.Failure.Say.In(f.lang), 2000))}
		return append(out, report.Extent(r, f.lang))
	}
	switch {
	case r.Errors > 0:
		return []string{f.say("advice-errors", "n", r.Errors)}
	case r.Warnings > 0 && f.r.FailOn == validate.Warning:
		return []string{f.say("advice-fail", "n", r.Warnings)}
	case r.Warnings > 0:
		return []string{f.say("advice-warnings", "n", r.Warnings)}
	case r.Notices > 0:
		return []string{f.say("advice-notices", "n", r.Notices)}
	}
	return []string{f.say("advice-clean")}
}

// schema says what the file was judged by, nil for nothing.
func (f *filer) schema() *schemaView {
	s := f.f.Schema
	if s == nil {
		return nil
	}
	v := &schemaView{Title: clipped(s.Title, nameWidth), Name: clipped(s.Name, nameWidth),
		Note: report.SchemaNote(f.r, f.f, f.lang)}
	if s.Version != "" {
		v.Version = f.say("version", "version", clipped(s.Version, nameWidth))
	}
	if strings.HasPrefix(s.Homepage, "https://") || strings.HasPrefix(s.Homepage, "http://") {
		if len(s.Homepage) <= pathWidth {
			v.Link = s.Homepage
		}
	}
	return v
}
