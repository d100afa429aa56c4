package cog

// parts reads the delegated and the associated communes.
func (d *decoder) parts() []Commune {
	all := d.rawParts()
	if d.err == nil {
		d.adopt(all)
	}
	return all
}

// rawParts reads them without what they have of their parents.
func (d *decoder) rawParts() (all []Commune) {
	n, last := d.section("parts"), ""
	if n > 0 {
		all = make([]Commune, 0, min(n, maxCommunes))
	}
	var f [4]string
	d.rows(n, f[:], func() {
		c := Commune{Code: d.code(last, f[0]), Name: f[1], Parent: f[3]}
		d.rising(last, c.Code)
		switch f[2] {
		case "A":
			c.Kind = Associated
		case "D":
			c.Kind = Delegated
		default:
			d.fail("%q is no kind", f[2])
		}
		if c.Parent == "" {
			d.fail("%q is part of nothing", c.Code)
		}
		all = append(all, c)
		last = c.Code
	})
	return all
}

// adopt gives the parts among some communes what they have of their parent.
func (d *decoder) adopt(communes []Commune) {
	for i := range communes {
		c := &communes[i]
		if c.Parent == "" {
			continue
		}
		parent := d.commune(c.Parent)
		if parent == nil || parent.Parent != "" {
			d.fail("%q is part of %q, which is no commune", c.Code, c.Parent)
			return
		}
		c.Parent, c.Department, c.Region, c.EPCI = parent.Code, parent.Department, parent.Region, parent.EPCI
	}
}

// former reads the codes that ended.
func (d *decoder) former() {
	_, parts := d.list.split()
	d.list.Former = d.rawFormer()
	for i := range d.list.Former {
		old := &d.list.Former[i]
		into := d.commune(old.Into)
		if into == nil || into.Parent != "" || d.commune(old.Code) != nil {
			d.fail("%q cannot have become %q", old.Code, old.Into)
			return
		}
		if part := search(parts, old.Code, communeCode); part != nil && part.Parent != old.Into {
			d.fail("%q is part of %q and not of %q", old.Code, part.Parent, old.Into)
		}
	}
}

// rawFormer reads them as they are.
func (d *decoder) rawFormer() (all []Former) {
	n, last := d.section("former"), ""
	if n > 0 {
		all = make([]Former, 0, min(n, maxCommunes))
	}
	var f [3]string
	d.rows(n, f[:], func() {
		old := Former{Code: d.code(last, f[0]), Into: f[1], Year: f[2]}
		d.rising(last, old.Code)
		if _, ok := number(old.Year); old.Year != "" && (!ok || len(old.Year) != 4) {
			d.fail("%q is no year", old.Year)
		}
		all = append(all, old)
		last = old.Code
	})
	return all
}
