package cog

import "sync"

// An index answers questions about a list. What only some questions need is
// made when the first of them is asked; nothing changes after that.
type index struct {
	list                        *List
	now, parts                  []Commune // of list: what Find finds, and the delegated and associated communes
	departments, collectivities []Department

	byCode codePlaces      // of now
	sirens func() []uint16 // by hash of the SIREN, open addressing: place in now, from 1
	postal func() postalIndex
	names  func() *nameIndex
}

func newIndex(l *List) *index {
	x := &index{list: l}
	x.now, x.parts = l.split()
	for _, d := range l.Departments {
		if d.Region == "" {
			x.collectivities = append(x.collectivities, d)
		} else {
			x.departments = append(x.departments, d)
		}
	}
	x.byCode = make(codePlaces, codeNumbers)
	for i := range x.now {
		x.byCode.put(x.now[i].Code, i)
	}
	x.sirens, x.postal = sync.OnceValue(x.placeSIRENs), sync.OnceValue(x.placePostalCodes)
	x.names = sync.OnceValue(x.foldNames)
	return x
}

func (x *index) find(code []byte) (*Commune, bool) {
	c := get(x.byCode, x.now, code)
	return c, c != nil
}

func (x *index) findOld(code string) (Commune, *Commune, string, bool) {
	f := search(x.list.Former, code, func(f *Former) string { return f.Code })
	if f == nil {
		return Commune{}, nil, "", false
	}
	into := get(x.byCode, x.now, f.Into)
	if part := search(x.parts, code, communeCode); part != nil {
		return *part, into, f.Year, true
	}
	old := Commune{Code: f.Code, Parent: f.Into, Department: into.Department, Region: into.Region, EPCI: into.EPCI, Kind: Merged}
	return old, into, f.Year, true
}

// sirenSlots is a power of two, four times the number of communes.
const sirenSlots = 1 << 17

// sirenSlot spreads SIREN, whose high digits are much alike, over the slots.
func sirenSlot(n int) uint32 { return uint32(n) * 2654435769 >> (32 - 17) }

func (x *index) placeSIRENs() []uint16 {
	slots := make([]uint16, sirenSlots)
	for i := range x.now {
		n, ok := number(x.now[i].SIREN)
		if !ok {
			continue
		}
		slot := sirenSlot(n)
		for slots[slot] != 0 {
			slot = (slot + 1) % sirenSlots
		}
		slots[slot] = uint16(i + 1)
	}
	return slots
}

func (x *index) bySIREN(siren []byte) *Commune {
	n, ok := number(siren)
	if !ok || len(siren) != 9 {
		return nil
	}
	slots := x.sirens()
	for slot := sirenSlot(n); slots[slot] != 0; slot = (slot + 1) % sirenSlots {
		if c := &x.now[slots[slot]-1]; c.SIREN == string(siren) {
			return c
		}
	}
	return nil
}

// A postalIndex has communes by postal code, then by code.
type postalIndex struct {
	starts []uint32 // by postal code, and one more: where its communes start
	served []*Commune
}

// placePostalCodes counts what each postal code serves, then sorts.
func (x *index) placePostalCodes() postalIndex {
	each := func(visit func(postal int, c *Commune)) {
		for i := range x.now {
			for _, p := range x.now[i].PostalCodes {
				n, _ := number(p)
				visit(n, &x.now[i])
			}
		}
	}
	// While communes are placed, starts has the start of a code one further on.
	starts := make([]uint32, 100_002)
	each(func(postal int, _ *Commune) { starts[postal+2]++ })
	for i := range len(starts) - 1 {
		starts[i+1] += starts[i]
	}
	served := make([]*Commune, starts[len(starts)-1])
	each(func(postal int, c *Commune) {
		served[starts[postal+1]] = c
		starts[postal+1]++
	})
	return postalIndex{starts, served}
}

func (x *index) byPostalCode(code []byte) []*Commune {
	n, ok := number(code)
	if !ok || len(code) != 5 {
		return nil
	}
	p := x.postal()
	from, to := p.starts[n], p.starts[n+1]
	return p.served[from:to:to]
}

func (x *index) epci(siren []byte) *EPCI {
	return search(x.list.EPCIs, siren, func(e *EPCI) string { return e.SIREN })
}
