package main

import (
	"os"
	"slices"
	"strings"

	"github.com/socle-commun/socle/validate/input"
)

// dialectChoices are about dialects and what they declare.
var dialectChoices = []choice{
	{"a dialect by which no table can be read is refused, and nothing is judged by it",
		func(e *evidence, d difference) bool {
			return e.file.Failure != nil && e.file.Failure.Code == "bad-dialect"
		}},
	{"a dialect may ask for no quotes, which the peer refuses",
		func(e *evidence, d difference) bool {
			return e.dialect().Quote == 0 && (d.Type == "source-error" && !d.Ours || d.Ours) && e.peerNames("source-error", "quotechar")
		}},
	{"a text that stands for nothing is an empty cell",
		func(e *evidence, d difference) bool {
			null := e.dialect().Null
			return null != "" && (!d.Ours && d.Cell == null || d.Ours && d.Code == "required" && e.cell(d.Row, d.Field) == null)
		}},
	{"a cell in quotes starts no comment",
		func(e *evidence, d difference) bool {
			comment := e.dialect().Comment
			return d.Ours && comment != "" && strings.HasPrefix(d.Cell, comment)
		}},
	{"the rows that the labels are made of are no data, in whatever order they are named",
		func(e *evidence, d difference) bool { return !d.Ours && slices.Contains(e.file.File.HeaderRows, d.Row) }},
}

// dialect reads the dialect of the case; where it has none, it is the usual.
func (e *evidence) dialect() input.Dialect {
	usual := input.Dialect{Quote: '"'}
	if e.Options.Dialect == "" {
		return usual
	}
	document, err := os.ReadFile(e.path(e.Options.Dialect))
	if err != nil {
		return usual
	}
	d, err := input.ParseDialect(document)
	if err != nil {
		return usual
	}
	return *d
}
