package cog

import "strings"

func (d *decoder) regions() {
	n, last := d.section("regions"), ""
	var f [2]string
	d.rows(n, f[:], func() {
		r := Region{Code: f[0], Name: f[1]}
		d.rising(last, r.Code)
		d.list.Regions = append(d.list.Regions, r)
		last = r.Code
	})
}

func (d *decoder) departments() {
	n, last := d.section("departments"), ""
	var f [3]string
	d.rows(n, f[:], func() {
		p := Department{Code: f[0], Name: f[1], Region: f[2]}
		d.rising(last, p.Code)
		if p.Region != "" && d.list.region(p.Region) == nil {
			d.fail("unknown region %q", p.Region)
		}
		d.list.Departments = append(d.list.Departments, p)
		last = p.Code
	})
}

// epcis reads the EPCI; the members of most are known once the communes are.
func (d *decoder) epcis() {
	n, last := d.section("epcis"), ""
	var f [4]string
	d.rows(n, f[:], func() {
		e := EPCI{SIREN: f[0], Kind: f[1], Name: f[2]}
		d.rising(last, e.SIREN)
		if !isSIREN(e.SIREN) {
			d.fail("%q is no SIREN", e.SIREN)
		}
		if f[3] != "" {
			if e.Kind != EPT {
				d.fail("the communes of %q are to name it", e.SIREN)
			}
			e.Members = strings.Split(f[3], " ")
		}
		d.list.EPCIs = append(d.list.EPCIs, e)
		last = e.SIREN
	})
}

func isSIREN(s string) bool {
	_, ok := number(s)
	return ok && len(s) == 9
}

// members checks the communes that EPCI name, and gives the others those that
// name them: epcis has, for each commune, the place of its EPCI.
func (d *decoder) members(epcis []int) {
	for _, e := range d.list.EPCIs {
		last := ""
		for _, code := range e.Members {
			d.rising(last, code)
			if d.commune(code) == nil {
				d.fail("unknown member %q", code)
			}
			last = code
		}
	}
	counts := make([]int, len(d.list.EPCIs))
	for _, place := range epcis {
		if place != noEPCI {
			counts[place]++
		}
	}
	room := make([]string, len(epcis))
	for i, n := range counts {
		e := &d.list.EPCIs[i]
		if n > 0 && e.Kind == EPT {
			d.fail("the communes of %q are not to name it", e.SIREN)
			return
		}
		if n > 0 {
			e.Members, room = room[:0:n], room[n:]
		}
	}
	for i, place := range epcis {
		if place != noEPCI {
			c, e := &d.list.Communes[i], &d.list.EPCIs[place]
			c.EPCI = e.SIREN
			e.Members = append(e.Members, c.Code)
		}
	}
}

// commune finds one of those that were read.
func (d *decoder) commune(code string) *Commune { return get(d.places, d.list.Communes, code) }
