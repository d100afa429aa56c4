package checks

import (
	"bytes"
	"cmp"
	"sync"

	"github.com/socle-commun/socle/schemas/types"
)

// A likeness is the way in which values of two types are compared. It is that
// of Validata: as numbers where both are numbers or texts that read as numbers,
// else as what they are where both are of one type. Validata compares the
// latter by their text, which is the same for dates; for times of different
// zones and for months, the values are what is meant.
type likeness uint8

const (
	unlike  likeness = iota // a number and a date
	numbers                 // both are numbers, or one is and the other a text
	texts                   // both are texts, which may read as numbers
	values                  // both are dates, or both times…
)

func likenessOf(a, b *types.Type) likeness {
	switch {
	case a.Text && b.Text:
		return texts
	case (isNumeric(a) || a.Text) && (isNumeric(b) || b.Text):
		return numbers
	case a.Name == b.Name && (a.Ordered || a.Name == "boolean"):
		return values
	}
	return unlike
}

// isNumeric says whether values of a type are numbers: a year is one.
func isNumeric(t *types.Type) bool {
	return t.Name == "number" || t.Name == "integer" || t.Name == "year"
}

// compare gives the order of two valid cells, negative where the first is less.
// ok is false where they have none.
func (l likeness) compare(x, y *operand, a, b []byte) (order int, ok bool) {
	switch l {
	case values:
		return byKeys(x.field.Type, y.field.Type, a, b)
	case texts:
		if order, ok = byNumber(x, y, a, b); ok || bothNumbers(a, b) {
			return order, ok
		}
		return bytes.Compare(a, b), true // by code point, as Python does
	case numbers:
		return byNumber(x, y, a, b)
	}
	return 0, false
}

// bothNumbers says whether two texts are numbers, one of which may be NaN.
func bothNumbers(a, b []byte) bool { return plainNumber.Valid(a) && plainNumber.Valid(b) }

// byNumber compares two cells as numbers, exactly.
func byNumber(x, y *operand, a, b []byte) (order int, ok bool) {
	if m, short := x.micros(a); short {
		if n, short := y.micros(b); short {
			return cmp.Compare(m, n), true
		}
	}
	return byKeys(x.numeral, y.numeral, a, b)
}

// keys are pairs of buffers for keys.
var keys = sync.Pool{New: func() any { return new([2][]byte) }}

// byKeys compares two cells by the keys that their types make.
func byKeys(ta, tb *types.Type, a, b []byte) (order int, ok bool) {
	pair := keys.Get().(*[2][]byte)
	defer keys.Put(pair)
	okA, okB := false, false
	pair[0], okA = ta.Key(pair[0][:0], a)
	pair[1], okB = tb.Key(pair[1][:0], b)
	if !okA || !okB || ta.IsNaN(pair[0]) || tb.IsNaN(pair[1]) {
		return 0, false
	}
	return bytes.Compare(pair[0], pair[1]), true
}
