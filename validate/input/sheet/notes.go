package sheet

import (
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/socle-commun/socle/validate"
)

// maxPlaces is how many places a note names.
const maxPlaces = 8

// notes gathers what is to be said of a sheet besides its cells.
type notes struct {
	header int // merged cells above this row are of no account

	merged, unvalued places
	rows             runs
	columns          []runs // hidden, as the sheet declares them
	others           []string
	width            int // columns that hold something

	done atomic.Pointer[[]validate.Note]
}

// places counts places and keeps the names of the first ones.
type places struct {
	n     int
	names []string
}

func (p *places) add(name string) {
	if p.n++; len(p.names) < maxPlaces {
		p.names = append(p.names, name)
	}
}

// runs counts numbers that come in growing order, and keeps the first runs of
// them.
type runs struct {
	n        int
	from, to []int
}

func (r *runs) add(i int) {
	r.n++
	last := len(r.to) - 1
	switch {
	case last >= 0 && r.to[last] == i-1:
		r.to[last] = i
	case last+1 < maxPlaces:
		r.from, r.to = append(r.from, i), append(r.to, i)
	}
}

// merge notes merged cells by a reference such as A1:B2.
func (n *notes) merge(reference string) {
	_, end, found := strings.Cut(reference, ":")
	if last, ok := small([]byte(strings.TrimLeft(end, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))); found && ok && last >= n.header {
		n.merged.add(reference)
	}
}

func (n *notes) noValue(column, row int) {
	n.unvalued.add(columnName(column) + strconv.Itoa(row))
}

// hideColumns notes hidden columns, from 1.
func (n *notes) hideColumns(from, to int) {
	if from >= 1 && to >= from && len(n.columns) < maxColumns {
		n.columns = append(n.columns, runs{from: []int{from}, to: []int{to}})
	}
}

// close draws up the notes: nothing is added any more.
func (n *notes) close() {
	var list []validate.Note
	add := func(kind string, count int, where string) {
		if count > 0 {
			list = append(list, validate.Note{Kind: kind, N: count, Text: where})
		}
	}
	add("other-sheets", len(n.others), shorten(n.others, len(n.others)))
	add("merged-cells", n.merged.n, shorten(n.merged.names, n.merged.n))
	add("hidden-rows", n.rows.n, n.rows.say(strconv.Itoa))
	var columns runs
	for _, run := range n.columns {
		for c := run.from[0]; c <= min(run.to[0], n.width); c++ {
			columns.add(c)
		}
	}
	add("hidden-columns", columns.n, columns.say(func(c int) string { return columnName(c - 1) }))
	add("formulas-without-value", n.unvalued.n, shorten(n.unvalued.names, n.unvalued.n))
	n.done.Store(&list)
}

// list gives the notes; none before the sheet was read to its end.
func (n *notes) list() []validate.Note {
	if done := n.done.Load(); done != nil {
		return *done
	}
	return nil
}

// shorten joins the first of n names.
func shorten(names []string, n int) string {
	if len(names) > maxPlaces {
		names = names[:maxPlaces]
	}
	said := strings.Join(names, ", ")
	if n > len(names) {
		said += "…"
	}
	return string(validate.Clip([]byte(said)))
}

func (r *runs) say(name func(int) string) string {
	var said []string
	told := 0
	for i := range r.from {
		told += r.to[i] - r.from[i] + 1
		if r.from[i] == r.to[i] {
			said = append(said, name(r.from[i]))
		} else {
			said = append(said, name(r.from[i])+"-"+name(r.to[i]))
		}
	}
	joined := strings.Join(said, ", ")
	if told < r.n {
		joined += "…"
	}
	return joined
}

// columnName gives the letters of a column, from 0.
func columnName(column int) string {
	var letters []byte
	for column++; column > 0; column = (column - 1) / 26 {
		letters = append([]byte{byte('A' + (column-1)%26)}, letters...)
	}
	return string(letters)
}
