package cog

// parts reads the delegated and the associated communes.
func (d *decoder) parts() {
	n, last := d.section("parts"), ""
	from := len(d.list.Communes)
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
		d.list.Communes = append(d.list.Communes, c)
		last = c.Code
	})
	if d.err == nil {
		d.adopt(d.list.Communes[from:])
	}
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
	n, last := d.section("former"), ""
	_, parts := d.list.split()
	if n > 0 {
		d.list.Former = make([]Former, 0, min(n, maxCommunes))
	}
	var f [3]string
	d.rows(n, f[:], func() {
		old := Former{Code: d.code(last, f[0]), Into: f[1], Year: f[2]}
		d.rising(last, old.Code)
		into := d.commune(old.Into)
		if into == nil || into.Parent != "" || d.commune(old.Code) != nil {
			d.fail("%q cannot have become %q", old.Code, old.Into)
			return
		}
		if part := search(parts, old.Code, communeCode); part != nil && part.Parent != old.Into {
			d.fail("%q is part of %q and not of %q", old.Code, part.Parent, old.Into)
		}
		if _, ok := number(old.Year); old.Year != "" && (!ok || len(old.Year) != 4) {
			d.fail("%q is no year", old.Year)
		}
		old.Into = into.Code
		d.list.Former = append(d.list.Former, old)
		last = old.Code
	})
}
