package validate

import "github.com/socle-commun/socle/schemas"

// columnRules is what the plan does with one column of one file.
type columnRules struct {
	field     *schemas.Field // nil for an unknown column
	needsKey  bool
	lendsKey  bool               // states look at the keys of the row's cells
	decimal   byte               // of a number: its decimal sign, where it is not the point
	json      [JSONNull + 1]bool // kinds of JSON values that the field takes
	truth     []byte             // what true and false of JSON are in a table; nil where it is as they are
	falsity   []byte
	plain     bool                    // "" is the one missing value
	anything  bool                    // any text is valid, and needs no key
	remembers bool                    // verdicts on values that come again
	calm      []func(raw []byte) bool // what stirs none of the checks that have a Calm
	right     []func(raw []byte) bool // whether a filled cell is valid, and right; nil where such functions do not tell all of it
	calmly    Glance                  // texts that are calm: Edges is nil for none
	glance    Glance                  // texts that are right, too
	valid     []boundRule
	invalid   []boundRule
	missing   []boundRule
}

type boundRule struct {
	check int
	judge func(*Pass, *Cell)
}

// columnRules gives the rules for a column of a field, -1 for an unknown column.
func (p *Plan) columnRules(at int, items bool) columnRules {
	r := columnRules{plain: true, anything: true}
	var rules []cellRule
	if at >= 0 {
		field := &p.Schema.Fields[at]
		rules = p.cells[at]
		r.field, r.plain = field, len(field.Missing) == 1 && field.Missing[0] == ""
		if items {
			r.json = jsonKinds(field)
			r.truth, r.falsity = firstBytes(field.TrueValues), firstBytes(field.FalseValues)
			if sign := field.Type.Decimal(); len(sign) == 1 && sign != "." {
				r.decimal = sign[0]
			}
		}
		r.lendsKey = p.keyed[at]
		r.needsKey = field.Constraints.NeedsKey() || r.lendsKey
		r.anything = !r.needsKey && field.Type.Anything()
		r.remembers = !r.lendsKey && !p.Options.Afresh
	}
	for _, rule := range rules {
		bound := boundRule{rule.check, rule.judge}
		if rule.on&Valid != 0 {
			r.valid = append(r.valid, bound)
		}
		if rule.on&Invalid != 0 {
			r.invalid = append(r.invalid, bound)
		}
		if rule.on&Missing != 0 {
			r.missing = append(r.missing, bound)
		}
	}
	p.shorten(&r, rules)
	return r
}

// shorten finds what spares cells of a column a look at the rules.
func (p *Plan) shorten(r *columnRules, rules []cellRule) {
	var glances []*Glance
	for _, calm := range p.calms {
		of := calm.calm(r.field)
		if of == nil {
			continue
		}
		r.calm = append(r.calm, of)
		if calm.glance == nil {
			glances = append(glances, nil)
		} else {
			glances = append(glances, calm.glance(r.field))
		}
	}
	if p.Options.Afresh || r.needsKey || !r.plain {
		return
	}
	if g, ok := glanceAt(glances); ok {
		r.calmly = g
	}
	right, all := []func([]byte) bool{}, true
	if !r.anything {
		right = append(right, r.field.Type.Validator())
	}
	for _, rule := range rules {
		if rule.on&Valid != 0 {
			glances = append(glances, rule.glance)
			right = append(right, rule.right)
			all = all && rule.right != nil
		}
	}
	if all {
		r.right = right
	}
	if g, ok := glanceAt(glances); ok && r.anything {
		r.glance = g
	}
}
