package cog

import (
	"strings"
	"sync"
)

// A postalBlock has the communes with postal codes that begin with the same
// two digits, by postal code, then by code.
type postalBlock struct {
	once   sync.Once
	blocks string   // the names of those that have such communes, with spaces
	starts []uint32 // by the last three digits, and one more: where the communes of a code start
	served []*Commune
}

func (x *index) byPostalCode(code []byte) []*Commune {
	n, ok := number(code)
	if !ok || len(code) != 5 {
		return nil
	}
	p := &x.postal[n/1000]
	if p.blocks == "" {
		return nil
	}
	p.once.Do(func() { x.servePostal(n/1000, p) })
	from, to := p.starts[n%1000], p.starts[n%1000+1]
	return p.served[from:to:to]
}

// servePostal counts what each postal code serves, then sorts.
func (x *index) servePostal(digits int, p *postalBlock) {
	var communes []*Commune
	for name := range strings.SplitSeq(p.blocks, " ") {
		b := x.read(blockOf(name))
		for i := range b.n {
			communes = append(communes, &x.now[b.from+i])
		}
	}
	each := func(visit func(last int, c *Commune)) {
		for _, c := range communes {
			for _, code := range c.PostalCodes {
				if n, _ := number(code); n/1000 == digits {
					visit(n%1000, c)
				}
			}
		}
	}
	// While communes are placed, starts has the start of a code one further on.
	p.starts = make([]uint32, 1002)
	each(func(last int, _ *Commune) { p.starts[last+2]++ })
	for i := range len(p.starts) - 1 {
		p.starts[i+1] += p.starts[i]
	}
	p.served = make([]*Commune, p.starts[len(p.starts)-1])
	each(func(last int, c *Commune) {
		p.served[p.starts[last+1]] = c
		p.starts[last+1]++
	})
}
