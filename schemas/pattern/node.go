package pattern

import "math"

// An op is what a node of the tree does.
type op uint8

const (
	opClass     op = iota // one character of set
	opConcat              // all of sub, in order
	opAlternate           // any of sub
	opRepeat              // sub[0], min to max times
	opCapture             // sub[0], remembered as group
	opBackref             // what group remembers
	opAtomic              // sub[0], never tried again
	opLook                // sub[0] stands after (or before), or does not
	opCondition           // sub[0] if group took part in the match, else sub[1]
	opAssert              // a place between characters
)

// A place is where an opAssert holds.
type place uint8

const (
	placeBegin place = iota
	placeEnd
	placeBeginLine
	placeEndLine
	placeWord
	placeNotWord
	placeASCIIWord
	placeASCIINotWord
)

// unbounded is the max of a repetition without end.
const unbounded = -1

type node struct {
	op             op
	set            set
	sub            []*node
	min, max       int
	lazy           bool
	repeated       bool // it ends in a repetition sign, and cannot be given another
	group          int
	fold           bool // opBackref: in any case
	behind, refuse bool // opLook
	place          place
}

func char(r rune) *node { return &node{op: opClass, set: set{r, r}} }

// A width is the least and the greatest number of characters that a node takes.
type width struct{ min, max int }

// wide stands for all widths beyond what a value can have.
const wide = math.MaxInt32

func (w width) plus(v width) width { return width{min(w.min+v.min, wide), min(w.max+v.max, wide)} }

func (w width) or(v width) width { return width{min(w.min, v.min), max(w.max, v.max)} }

func (w width) times(lo, hi int) width {
	if hi == unbounded {
		hi = wide
	}
	return width{min(w.min*lo, wide), min(w.max*hi, wide)}
}

// width is needed for look-behind, which Python wants of one width. Groups gives those of the groups closed so far.
func (n *node) width(groups []group) width {
	var w width
	switch n.op {
	case opClass:
		return width{1, 1}
	case opBackref:
		return groups[n.group].width
	case opRepeat:
		return n.sub[0].width(groups).times(n.min, n.max)
	case opAlternate, opCondition:
		w = n.sub[0].width(groups)
		for _, sub := range n.sub[1:] {
			w = w.or(sub.width(groups))
		}
	case opConcat, opCapture, opAtomic:
		for _, sub := range n.sub {
			w = w.plus(sub.width(groups))
		}
	}
	return w
}
