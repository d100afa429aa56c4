package validate

import "unsafe"

// A recognition is a row's cells on their way past what is known of their
// columns. Where they stop, what is before them is recognised, or not known.
type recognition struct {
	cells   *Cell // of the row, as many as there are columns for
	columns *columnSpace
	unknown *int // room for as many columns
	n       int  // of each
	next    int  // the cell that stopped, whose field is not that of its column; n at the end
	left    int  // of unknown, that are filled: the columns of cells that are not known, in their order
	missing int  // known cells that are missing
}

// recognise sets the field of each cell, and the state of those that are known
// without a look at the rules: empty ones, texts that are right at a glance, and
// texts that came before. It gives the columns of the others in their order, for
// which it is given room, and the number of known cells that are missing.
func recognise(cells []Cell, columns []columnSpace, room []int) (unknown []int, missing int) {
	if len(cells) == 0 {
		return nil, 0
	}
	columns, room = columns[:len(cells)], room[:len(cells)]
	r := recognition{cells: &cells[0], columns: &columns[0], unknown: &room[0], n: len(cells)}
	for {
		passKnown(&r)
		if r.next == r.n {
			return room[:r.left], r.missing
		}
		cells[r.next].Field = columns[r.next].field
	}
}

// passKnownInGo is passKnown for every processor.
func passKnownInGo(r *recognition) {
	cells, columns, unknown := unsafe.Slice(r.cells, r.n), unsafe.Slice(r.columns, r.n), unsafe.Slice(r.unknown, r.n)
	left := r.left
	for c := r.next; c < len(cells); c++ {
		cell, column := &cells[c], &columns[c]
		if cell.Field != column.field {
			r.next, r.left = c, left
			return
		}
		unknown[left] = c
		left++ // taken back where it is known
		text, mode := cell.Raw, column.mode
		n := len(text)
		if n == 0 {
			if mode&quiet != 0 {
				cell.State = Missing
				r.missing++
				left--
			}
			continue
		}
		if cell.JSON > JSONString {
			continue
		}
		if column.glance.holds(text) {
			cell.State = Valid
			column.filled++
			left--
			continue
		}
		if mode&recalling == 0 || n > longestKept {
			continue
		}
		column.asked++
		head, tail := ends(text)
		state := column.kept.at(placeOf(head, tail, n), text, head, tail)
		if state == 0 {
			continue
		}
		left--
		if cell.State = state; state == Missing {
			r.missing++
			continue
		}
		column.filled++
	}
	r.next, r.left = r.n, left
}
