package cog

import "sort"

// A List is everything that a data file holds. Encode writes it and Decode
// reads it; the functions of the package answer from the embedded one.
type List struct {
	Source, Version, Vintage, Licence string

	// Communes has the communes, arrondissements and overseas communes in the
	// order of their codes, then the delegated and the associated communes in
	// the order of theirs.
	Communes []Commune
	// Former has every code that no commune has any more, in rising order.
	Former []Former
	// Departments has the overseas collectivities too. All three are in the
	// order of their codes.
	Departments []Department
	Regions     []Region
	EPCIs       []EPCI
}

// split parts what Find finds from the delegated and associated communes.
func (l *List) split() (now, parts []Commune) {
	n := sort.Search(len(l.Communes), func(i int) bool { return l.Communes[i].Kind.part() })
	return l.Communes[:n:n], l.Communes[n:]
}

func (l *List) department(code string) *Department {
	return search(l.Departments, code, func(d *Department) string { return d.Code })
}

func (l *List) region(code string) *Region {
	return search(l.Regions, code, func(r *Region) string { return r.Code })
}

func communeCode(c *Commune) string { return c.Code }

// search finds what has a key among things that are sorted by it, or gives nil.
func search[E any, K string | []byte](sorted []E, key K, of func(*E) string) *E {
	i := sort.Search(len(sorted), func(i int) bool { return of(&sorted[i]) >= string(key) })
	if i == len(sorted) || of(&sorted[i]) != string(key) {
		return nil
	}
	return &sorted[i]
}
