package cog

import "strings"

// communes reads what Find finds.
func (d *decoder) communes() {
	n := d.section("communes")
	if n > maxCommunes {
		d.fail("more than %d communes", maxCommunes)
		return
	}
	if n > 0 {
		d.list.Communes = make([]Commune, n)
	}
	epcis := d.block(0, n)
	if d.err == nil {
		d.members(epcis)
		d.adopt(d.list.Communes)
	}
}

// block reads n communes, of which the first is the one at a place of the
// list, and gives the places of their EPCI. The list has room for them.
func (d *decoder) block(from, n int) (epcis []int) {
	d.made.Grow(14 * n)
	epcis = make([]int, n)
	var department *Department
	last, i := "", 0
	var f [7]string
	d.rows(n, f[:], func() {
		code := d.code(last, f[0])
		d.rising(last, code)
		if d.err != nil {
			return
		}
		if department == nil || !strings.HasPrefix(code, department.Code) {
			if department = d.department(code); department == nil {
				return
			}
		}
		c := &d.list.Communes[from+i]
		c.Code, c.Name, c.Parent = code, f[1], f[6]
		c.settle(department)
		epcis[i] = d.epci(f[2])
		if c.Parent != "" && epcis[i] != noEPCI {
			d.fail("%q has the EPCI of its parent", c.Code)
		}
		c.SIREN = d.siren(c.Code, f[3])
		c.PostalCodes = d.postalCodes(f[4])
		c.Population = d.population(f[5])
		d.places.put(c.Code, from+i)
		last = c.Code
		i++
	})
	return epcis
}

// code is the one that is written or the one after the last.
func (d *decoder) code(last, written string) string {
	if written != "" {
		if _, ok := codeNumber(written); !ok {
			d.fail("%q is no code", written)
		}
		return written
	}
	next, ok := following(last)
	if !ok {
		d.fail("there is no code after %q", last)
	}
	return d.keep(next[:])
}

// department finds that of a code by its first two characters, or three
// overseas, or gives nil.
func (d *decoder) department(code string) *Department {
	size := 2
	if strings.HasPrefix(code, "97") || strings.HasPrefix(code, "98") {
		size = 3
	}
	found := d.list.department(code[:size])
	if found == nil {
		d.fail("%q is in no department", code)
	}
	return found
}

// settle puts a commune into a department.
func (c *Commune) settle(in *Department) {
	c.Department, c.Region = in.Code, in.Region
	switch {
	case c.Parent != "":
		c.Kind = Arrondissement
	case c.Region == "":
		c.Kind = Overseas
	}
}

// noEPCI stands for the place of no EPCI.
const noEPCI = -1

// epci reads the place of an EPCI.
func (d *decoder) epci(written string) int {
	if written == "" {
		return noEPCI
	}
	place, ok := number(written)
	if !ok || place >= len(d.list.EPCIs) {
		d.fail("there is no EPCI %q", written)
		return noEPCI
	}
	return place
}

func (d *decoder) siren(code, written string) string {
	if written == usual {
		made := usualSIREN(code)
		return d.keep(made[:])
	}
	if written != "" && !isSIREN(written) {
		d.fail("%q is no SIREN", written)
	}
	return written
}

// postalCodes parts postal codes in rising order: five digits and a space each.
func (d *decoder) postalCodes(written string) []string {
	n := (len(written) + 1) / 6
	if len(written) != max(6*n-1, 0) {
		d.fail("%q are no postal codes", written)
		return nil
	}
	if n == 0 {
		return nil
	}
	if cap(d.postal)-len(d.postal) < n {
		d.postal = make([]string, 0, max(n, 2048))
	}
	from, last := len(d.postal), ""
	for i := range n {
		code := written[6*i : 6*i+5]
		if _, ok := number(code); !ok || (i > 0 && written[6*i-1] != ' ') {
			d.fail("%q are no postal codes", written)
		}
		d.rising(last, code)
		d.postal = append(d.postal, code)
		last = code
	}
	return d.postal[from:len(d.postal):len(d.postal)]
}

func (d *decoder) population(written string) int {
	n, ok := number(written)
	if !ok && written != "" {
		d.fail("%q is no number of people", written)
	}
	return n
}
