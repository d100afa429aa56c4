package validate

import "math"

// A Glance describes texts by their sizes in bytes and by their edges.
type Glance struct {
	Least, Most int    // Most is 0 for no bound
	Edges       *Edges // nil for any
}

// Edges say of each byte where it may stand: as bits of the places below. A text
// of fewer than four bytes has no such edges.
type Edges [256]uint8

// The places of edges.
const (
	AtStart  = 1 << iota
	AtEnd    // as the last byte
	NearEnd  // as the third or the fourth from the end
	anywhere = AtStart | AtEnd | NearEnd
)

// edgeBytes is how many bytes a text with edges has at least.
const edgeBytes = 4

// glanceAt joins what is known of some glances; false where one of them is nil.
func glanceAt(all []*Glance) (g Glance, ok bool) {
	g = Glance{Least: edgeBytes, Most: math.MaxInt32, Edges: &Edges{}}
	for c := range g.Edges {
		g.Edges[c] = anywhere
	}
	for _, other := range all {
		if other == nil {
			return g, false
		}
		g.Least = max(g.Least, other.Least)
		if other.Most > 0 {
			g.Most = min(g.Most, other.Most)
		}
		if other.Edges != nil {
			for c := range g.Edges {
				g.Edges[c] &= other.Edges[c]
			}
		}
	}
	return g, g.Least <= g.Most
}

// holds says whether it describes a text. It is one of glanceAt, or none at all.
func (g *Glance) holds(text []byte) bool {
	n, e := len(text), g.Edges
	return e != nil && n >= edgeBytes && n >= g.Least && n <= g.Most &&
		e[text[0]]&(e[text[n-1]]>>1)&(e[text[n-3]]>>2)&(e[text[n-4]]>>2)&AtStart != 0
}
