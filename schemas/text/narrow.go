package text

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A Narrow is an older encoding, each of whose bytes is a character: it holds
// them in UTF-8, by byte.
type Narrow [256]string

var narrows sync.Map // of *charmap.Charmap to *Narrow

// NarrowOf makes a Narrow of an encoding, once.
func NarrowOf(table *charmap.Charmap) *Narrow {
	if n, ok := narrows.Load(table); ok {
		return n.(*Narrow)
	}
	var n Narrow
	for b := range n {
		n[b] = string(table.DecodeByte(byte(b)))
	}
	first, _ := narrows.LoadOrStore(table, &n)
	return first.(*Narrow)
}

// Append appends the text of bytes in the encoding to dst in UTF-8.
func (n *Narrow) Append(dst, raw []byte) []byte {
	for len(raw) > 0 {
		plain := 0
		for plain < len(raw) && raw[plain] < utf8.RuneSelf {
			plain++
		}
		dst = append(dst, raw[:plain]...)
		for raw = raw[plain:]; len(raw) > 0 && raw[0] >= utf8.RuneSelf; raw = raw[1:] {
			if c := n[raw[0]]; len(c) == 2 {
				dst = append(dst, c[0], c[1]) // nearly always
			} else {
				dst = append(dst, c...)
			}
		}
	}
	return dst
}
