package template

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/plain"
)

// A Judge gives the positions of the fields whose cell in the row is faulty. A
// fault of no cell in particular is not told.
type Judge func(row []string) []int

// Example makes a row that the judge finds nothing wrong with: the example of
// each field; where there is none that will do, nothing, or, where something
// must be there, a value made from what the field asks for. The cells that the
// judge still refuses are given as wrong.
func Example(s *schemas.Schema, judge Judge) (row []string, wrong []int) {
	items := plain.Items(s)
	row = make([]string, len(s.Fields))
	tries := make([][]string, len(s.Fields)) // what is left to be tried
	for i := range s.Fields {
		tries[i] = candidates(&s.Fields[i], items[s.Fields[i].Name])
		row[i], tries[i] = tries[i][0], tries[i][1:]
	}
	for {
		wrong = judge(row)
		slices.Sort(wrong)
		wrong = slices.Compact(wrong)
		again := false
		for _, i := range wrong {
			if len(tries[i]) > 0 {
				row[i], tries[i], again = tries[i][0], tries[i][1:], true
			}
		}
		if !again {
			return row, wrong
		}
	}
}

// candidates lists what may stand in the example's cell, the best first. There
// is at least one.
func candidates(f *schemas.Field, items []string) []string {
	var list []string
	add := func(cells ...string) {
		for _, cell := range cells {
			if len(cell) <= longestCell && !slices.Contains(list, cell) {
				list = append(list, cell)
			}
		}
	}
	add(published(f)...)
	if !f.Constraints.Required {
		add("") // before what we make up: empty is honest
	}
	add(made(f, items)...)
	add("")
	return list
}

// longestCell is how much a cell of a spreadsheet holds, in UTF-16 units; a
// text has no more of them than bytes.
const longestCell = 32767

// published gives the example of the document. One that opens with an
// apostrophe is a sentence about examples, the first of which is quoted; or
// the apostrophe is the one that makes a text of a cell.
func published(f *schemas.Field) []string {
	example := f.Model
	if example == "" {
		example = strings.TrimSpace(f.Example)
	}
	if rest, quoted := strings.CutPrefix(example, "'"); quoted {
		example = rest
		if first, after, ok := strings.Cut(rest, "'"); ok && (after == "" || strings.ContainsAny(after[:1], " ,;)")) {
			example = first
		}
	}
	if example == "" {
		return nil
	}
	list := []string{example}
	if first := separator.Split(example, 2)[0]; first != "" {
		list = append(list, first)
	}
	return list
}

// separator stands between the examples of a list or a sentence.
var separator = lazyregexp.New(`[,;|] ?| (?:ou|pour) `)
