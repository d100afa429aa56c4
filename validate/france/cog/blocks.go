package cog

import "slices"

// blockOf gives the place of a block by the first two characters of its codes.
func blockOf(name string) int {
	n, _ := codeNumber(name + "000")
	return n / 1000
}

// read gives a block whose communes have been read.
func (x *index) read(at int) *block {
	b := &x.blocks[at]
	b.once.Do(func() { x.readBlock(b) })
	return b
}

func (x *index) readBlock(b *block) {
	if b.n == 0 {
		return
	}
	epcis := x.epcis()
	d := &decoder{rest: b.text, places: x.byCode, list: &List{Departments: x.head.Departments, EPCIs: epcis, Communes: x.now}}
	for i, place := range d.block(b.from, b.n) {
		if place != noEPCI {
			x.now[b.from+i].EPCI = epcis[place].SIREN
		}
	}
	d.adopt(x.now[b.from : b.from+b.n])
	d.check()
}

// check panics where a trusted file is broken.
func (d *decoder) check() {
	if d.err != nil {
		panic("cog: " + d.err.Error())
	}
}

func (x *index) find(code []byte) (*Commune, bool) {
	c := at(x, code)
	return c, c != nil
}

// at finds a commune by its code.
func at[T string | []byte](x *index, code T) *Commune {
	n, ok := codeNumber(code)
	if !ok {
		return nil
	}
	x.read(n / 1000)
	return get(x.byCode, x.now, code)
}

// adoptParts gives the parts of communes what they have of their parents.
func (x *index) adoptParts() []Commune {
	parts := slices.Clone(x.raw())
	for i := range parts {
		x.adopt(&parts[i])
	}
	return parts
}

func (x *index) adopt(part *Commune) {
	parent := at(x, part.Parent)
	part.Parent, part.Department, part.Region, part.EPCI = parent.Code, parent.Department, parent.Region, parent.EPCI
}

// joinEPCIs gives the EPCI their members.
func (x *index) joinEPCIs() []EPCI {
	all := slices.Clone(x.epcis())
	for i := range x.whole() {
		c := &x.now[i]
		if c.EPCI == "" || c.Parent != "" {
			continue
		}
		e := search(all, c.EPCI, func(e *EPCI) string { return e.SIREN })
		e.Members = append(e.Members, c.Code)
	}
	return all
}

func (x *index) findOld(code string) (Commune, *Commune, string, bool) {
	f := search(x.former(), code, func(f *Former) string { return f.Code })
	if f == nil {
		return Commune{}, nil, "", false
	}
	into := at(x, f.Into)
	if part := search(x.raw(), code, communeCode); part != nil {
		old := *part
		x.adopt(&old)
		return old, into, f.Year, true
	}
	old := Commune{Code: f.Code, Parent: f.Into, Department: into.Department, Region: into.Region, EPCI: into.EPCI, Kind: Merged}
	return old, into, f.Year, true
}
