package book

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// A copier writes the data of one file to its sheet. Where it can, each cell
// stands where a spreadsheet shows it in the file.
type copier struct {
	*page
	f     *validate.FileResult
	copy  *dataCopy
	marks *marks
	names []string // of the columns

	width           int // the widest row that was written
	rows, cut       int // rows and cells that were copied, and that were cut
	narrow, changed bool
	full            bool // there is no more room
	values          []any
}

func (k *copier) columnNames(in validate.Input) []string {
	var names []string
	for _, c := range k.f.Columns {
		names = append(names, c.Name)
	}
	if names == nil && in != nil {
		names = in.File().Labels
	}
	return names
}

// begin writes the header, with what is wrong with it.
func (k *copier) begin(b *book) {
	head := k.f.File.HeaderRow
	if k.copy.lead > 0 {
		head = 1
	}
	const widths = 200 // columns; the others have Excel's own
	var wide []float64
	for i, name := range k.names[:min(len(k.names), widths)] {
		n := utf8.RuneCountInString(name) + 4
		for _, row := range k.f.File.Sample[:min(len(k.f.File.Sample), 20)] {
			if i < len(row) {
				n = max(n, utf8.RuneCountInString(row[i])+1)
			}
		}
		wide = append(wide, float64(min(max(n, 8), 36)))
	}
	if k.copy.lead > 0 {
		wide = append([]float64{9}, wide...)
	}
	frozen := head
	if head > 12 { // it would fill the window
		frozen = 0
	}
	k.page = b.page(k.copy.sheet, frozen, wide...)
	cells := make([][]byte, len(k.names))
	for i, name := range k.names {
		cells[i] = []byte(name)
	}
	k.write(head, k.f.File.HeaderRow, cells, k.styles.head, &k.styles.markedHead)
}

// read copies the rows of the file that were judged, or only those of them that
// have findings.
func (k *copier) read(in validate.Input, whole bool) {
	seen, last := 0, k.marks.last()
	for chunk, err := range in.Chunks() {
		if err != nil {
			k.copy.said = append(k.copy.said, k.say("read-cut", "n", seen, "reason", k.reason(err)))
			return
		}
		seen = k.chunk(in, chunk, seen, whole)
		if chunk.Free != nil {
			chunk.Free()
		}
		if k.err != nil || k.full || seen > k.f.Rows || !whole && chunk.Start.Row > last {
			break
		}
	}
	if whole && !k.full && k.f.Failure == nil && seen != k.f.Rows {
		k.changed = true
	}
}

// chunk copies the rows of one chunk. seen counts the rows up to it and with it.
func (k *copier) chunk(in validate.Input, chunk validate.Chunk, seen int, whole bool) int {
	var cells [][]byte
	for row := range in.Rows(chunk) {
		if seen++; seen > k.f.Rows || k.full {
			break
		}
		if whole || len(k.marks.of(row.Pos.Row)) > 0 {
			cells = cellsOf(row, cells[:0])
			k.data(row.Pos.Row, cells)
		}
	}
	return seen
}

// kept copies the rows that the findings hold.
func (k *copier) kept() {
	done := 0
	for _, finding := range k.marks.found {
		if row := finding.Pos.Row; row > done && row > k.f.File.HeaderRow && finding.Cells != nil && !k.full {
			done = row
			cells := make([][]byte, len(finding.Cells))
			for i, cell := range finding.Cells {
				cells[i] = []byte(cell)
			}
			k.data(row, cells)
		}
	}
}

// cellsOf are the cells of a row, lent, in the file's order. Of one that was
// passed over, being too long, it is the beginning.
func cellsOf(row *validate.Row, cells [][]byte) [][]byte {
	for i := range row.Cells {
		cells = append(cells, row.Cells[i].Raw)
	}
	if len(cells) == 0 && len(row.Record) > 0 {
		cells = append(cells, row.Record[:min(len(row.Record), 5*longest)])
	}
	return cells
}

// data copies one row of the file.
func (k *copier) data(row int, cells [][]byte) {
	at := k.row + 1
	if k.copy.lead == 0 {
		at = max(row, at)
	}
	if at > lastRow || k.room <= 0 {
		k.full = true
		return
	}
	for _, finding := range k.marks.of(row) {
		k.changed = k.changed || finding.Cells != nil && !same(finding.Cells, cells)
	}
	k.write(at, row, cells, 0, &k.styles.marked)
	k.rows++
}

// same says whether a row is still the one of a finding, which keeps
// the beginning of each cell.
func same(kept []string, cells [][]byte) bool {
	if len(cells) < len(kept) {
		return false
	}
	for i, cell := range kept {
		if validate.Clip(cells[i]) != cell {
			return false
		}
	}
	return true
}

// write writes a row of the sheet: its cells in a style, those with findings in
// that of their severity, with notes. row is the file's.
func (k *copier) write(at, row int, cells [][]byte, style int, marked *[validate.Error + 1]int) {
	found := k.marks.of(row)
	if row <= 0 {
		found = nil
	}
	k.values = k.values[:0]
	if k.copy.lead > 0 {
		if row == k.f.File.HeaderRow {
			name := capital(report.Reword(k.f, k.lang, k.say("row")))
			k.values = append(k.values, excelize.Cell{StyleID: k.styles.head, Value: name})
		} else {
			k.values = append(k.values, excelize.Cell{StyleID: k.styles.lead, Value: row})
		}
	}
	width := max(len(cells), 1)
	if len(found) > 0 {
		width = max(width, found[len(found)-1].Column)
		k.copy.rows[row] = at
	}
	if width+k.copy.lead > lastColumn {
		k.narrow, width = true, lastColumn-k.copy.lead
	}
	k.width = max(k.width, width+k.copy.lead)
	for c := range width {
		var value any
		if c < len(cells) && len(cells[c]) > 0 {
			text, cut := cellText(string(cells[c]))
			if cut {
				k.cut++
			}
			value = cellValue(text)
			k.room -= len(text) + escapeCost*strings.Count(text, "_x")
		}
		if value != nil || style > 0 {
			value = excelize.Cell{StyleID: style, Value: value}
			k.room -= 48
		}
		k.values = append(k.values, value)
	}
	k.mark(at, found, marked)
	k.room -= 32
	k.row = at
	if k.err == nil {
		k.keep(k.out.SetRow(cellName(1, at), k.values, excelize.RowOpts{StyleID: k.styles.text}))
	}
}

// mark colours the cells of a row that have findings, and notes what they are.
func (k *copier) mark(at int, found []*validate.Finding, marked *[validate.Error + 1]int) {
	for len(found) > 0 {
		var on []*validate.Finding
		on, found = k.marks.sameCell(found)
		column := k.marks.column(on[0])
		if column > len(k.values) {
			continue
		}
		severity := worst(on)
		cell, _ := k.values[column-1].(excelize.Cell)
		cell.StyleID = marked[severity]
		k.values[column-1] = cell
		if k.err == nil && k.marks.noted(severity) {
			k.allNotes--
			k.keep(k.AddComment(k.name, k.note(k.f, on, cellName(column, at))))
		}
	}
}

// tell says what is left out.
func (k *copier) tell() {
	for _, left := range []struct {
		holds bool
		name  string
		n     int
	}{
		{k.full, "rows-cut", k.rows}, {k.changed, "changed", 0}, {k.marks.bare > 0, "notes-cut", k.marks.bare},
		{k.cut > 0, "cells-cut", k.cut}, {k.narrow, "columns-cut", 0},
	} {
		if left.holds {
			k.copy.said = append(k.copy.said, k.say(left.name, "n", left.n))
		}
	}
}

// finish ends the sheet. Its rows can be filtered; numbers that are texts are
// meant to be.
func (k *copier) finish() error {
	if k.err == nil && k.row > 0 && k.width > 0 {
		all := "A1:" + cellName(k.width, k.row)
		k.keep(k.AddIgnoredErrors(k.name, all, excelize.IgnoredErrorsNumberStoredAsText))
		k.keep(k.AddIgnoredErrors(k.name, all, excelize.IgnoredErrorsTwoDigitTextYear))
	}
	return k.end()
}
