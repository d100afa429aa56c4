package types

import "bytes"

// wktDepth is how deep lists of coordinates go, by geometry; 0 is one position.
var wktDepth = map[string]int{
	"POINT": 0, "LINESTRING": 1, "POLYGON": 2, "MULTIPOINT": 1, "MULTILINESTRING": 2, "MULTIPOLYGON": 3,
}

// maxNesting bounds collections in collections, here and in GeoJSON.
const maxNesting = 64

// isWKT takes the well-known text of OGC Simple Features in capitals, as frictionless-py does for strings of that format.
func isWKT(raw []byte) bool {
	w := wkt{rest: raw}
	return w.geometry(0) && len(bytes.TrimSpace(w.rest)) == 0
}

// A wkt reads well-known text from left to right.
type wkt struct{ rest []byte }

func (w *wkt) geometry(nesting int) bool {
	name := w.word()
	depth, known := wktDepth[string(name)]
	collection := string(name) == "GEOMETRYCOLLECTION"
	if !known && !collection || nesting > maxNesting {
		return false
	}
	low, high := 2, 4
	switch next := w.word(); string(next) {
	case "":
	case "Z", "M":
		low, high = 3, 3
	case "ZM":
		low, high = 4, 4
	case "EMPTY":
		return true
	default:
		return false
	}
	if next := w.word(); len(next) > 0 {
		return string(next) == "EMPTY"
	}
	if collection {
		return w.list(func() bool { return w.geometry(nesting + 1) })
	}
	points := string(name) == "MULTIPOINT"
	return w.coordinates(depth, low, high, points)
}

// coordinates reads a list of the given depth in parentheses. The points of a MULTIPOINT may have theirs.
func (w *wkt) coordinates(depth, low, high int, points bool) bool {
	position := func() bool { return w.position(low, high) }
	switch depth {
	case 0:
		return w.eat('(') && position() && w.eat(')')
	case 1:
		return w.list(func() bool {
			if points && w.eat('(') {
				return position() && w.eat(')')
			}
			return position()
		})
	}
	return w.list(func() bool { return w.coordinates(depth-1, low, high, false) })
}

func (w *wkt) list(item func() bool) bool {
	if !w.eat('(') {
		return false
	}
	for item() {
		if !w.eat(',') {
			return w.eat(')')
		}
	}
	return false
}

func (w *wkt) position(low, high int) bool {
	n := 0
	for ; n <= high; n++ {
		w.rest = bytes.TrimLeft(w.rest, " \t\r\n")
		end := bytes.IndexAny(w.rest, " \t\r\n,()")
		if end < 0 {
			return false
		}
		if end == 0 {
			break
		}
		if d, ok := jsonNumeral.read(w.rest[:end]); !ok || d.class != finite {
			return false
		}
		w.rest = w.rest[end:]
	}
	return n >= low && n <= high
}

func (w *wkt) word() []byte {
	w.rest = bytes.TrimLeft(w.rest, " \t\r\n")
	n := 0
	for n < len(w.rest) && w.rest[n]-'A' < 26 {
		n++
	}
	word := w.rest[:n]
	w.rest = w.rest[n:]
	return word
}

func (w *wkt) eat(c byte) bool {
	w.rest = bytes.TrimLeft(w.rest, " \t\r\n")
	if len(w.rest) == 0 || w.rest[0] != c {
		return false
	}
	w.rest = w.rest[1:]
	return true
}
