package validate

// A rowFound is what was found of the current row so far.
type rowFound struct {
	groups []Group // one for each finding, kept or not
	before int     // findings of the partial before the row
}

// begin turns to a row.
func (p *Pass) begin(row *Row) {
	p.row, p.told = row, p.told[:0]
	p.found = rowFound{p.found.groups[:0], len(p.part.Findings)}
}

// Retract takes back what was found of the current row so far, and says how
// much that was: for a row that turns out not to be of the data, about which
// one finding says more than one for each of its cells.
func (p *Pass) Retract() int {
	n := len(p.found.groups)
	for _, g := range p.found.groups {
		if p.part.Counts[g]--; p.part.Counts[g] == 0 {
			delete(p.part.Counts, g)
		}
		p.part.Wrong[g].remove(p.row.Pos.Row)
		p.part.Doubtful[g].remove(p.row.Pos.Row)
	}
	p.part.Faulty.remove(p.row.Pos.Row)
	p.part.Warned.remove(p.row.Pos.Row)
	p.part.Total -= n
	p.part.Findings = p.part.Findings[:p.found.before]
	p.found.groups, p.told = p.found.groups[:0], p.told[:0]
	return n
}

// locate keeps where the row lies, if it is to be kept.
func (p *Pass) locate() {
	faulty := false
	for _, g := range p.found.groups {
		faulty = faulty || g.Severity > Notice
	}
	order := scatter(p.row.Pos.Row)
	if !p.part.Spots.wants(order, faulty) {
		return
	}
	if lon, lat, ok := p.Job.locator.locate(p.row); ok {
		p.part.Spots.add(Spot{p.row.Pos.Row, lon, lat, faulty, order})
	}
}

// Faulty says whether anything was found of the current row so far.
func (p *Pass) Faulty() bool { return len(p.found.groups) > 0 }
