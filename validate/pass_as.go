package validate

import "slices"

// FaultUnder is FaultIn for the check of that code: one rule may judge for a
// family of checks. It gives nil where the plan has no such check.
func (p *Pass) FaultUnder(code string, offset, field int) *Finding {
	check := slices.IndexFunc(p.Job.Checks, func(c *Check) bool { return c.Code == code })
	if check < 0 {
		return nil
	}
	running := p.check
	p.check = check
	f := p.FaultIn(offset, field)
	p.check = running
	return f
}
