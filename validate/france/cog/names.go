package cog

import (
	"cmp"
	"slices"
	"sort"
)

// A nameIndex has the communes of today and those of the past by folded name.
type nameIndex struct{ current, old byName }

// byName has communes in the order of their folded names, then of their codes.
type byName struct {
	communes []*Commune
	folded   string   // the names, one after the other
	ends     []uint32 // where that of each commune ends
}

func (x *index) foldNames() *nameIndex {
	return &nameIndex{current: sortNames(x.whole()), old: sortNames(x.parts())}
}

func sortNames(communes []Commune) byName {
	type entry struct {
		folded string
		c      *Commune
	}
	entries := make([]entry, len(communes))
	for i := range communes {
		entries[i] = entry{Fold(communes[i].Name), &communes[i]}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.folded, b.folded) })
	n := byName{communes: make([]*Commune, len(entries)), ends: make([]uint32, len(entries))}
	var folded []byte
	for i, e := range entries {
		folded = append(folded, e.folded...)
		n.communes[i], n.ends[i] = e.c, uint32(len(folded))
	}
	n.folded = string(folded)
	return n
}

// name is the folded name of the commune at a place.
func (n *byName) name(i int) string {
	from := uint32(0)
	if i > 0 {
		from = n.ends[i-1]
	}
	return n.folded[from:n.ends[i]]
}

func named[T string | []byte](n *byName, folded T) []*Commune {
	from := sort.Search(len(n.ends), func(i int) bool { return n.name(i) >= string(folded) })
	to := from
	for to < len(n.ends) && n.name(to) == string(folded) {
		to++
	}
	return n.communes[from:to:to]
}
