package jsonschema

import (
	"cmp"
	"slices"
)

// An attempt is what one alternative has against a value.
type attempt struct {
	faults []found
	kind   bool   // the value is not of its kind
	told   *found // a member that tells alternatives apart says that another is meant; else nil
	depth  int    // of the deepest fault
}

// noneFits notes why no alternative fits: the faults of the one that is
// nearest, or what the alternatives have in common.
func (r *run) noneFits(parts []*node, at int) {
	if r.quiet {
		return
	}
	var near []attempt
	var types []string
	for _, part := range parts {
		a := r.attempt(part, at)
		if r.spent {
			return
		}
		if !a.kind {
			near = append(near, a)
		}
		for _, f := range a.faults {
			if f.token == at && f.Keyword == Type {
				types = append(types, f.Types...)
			}
		}
	}
	if len(near) == 0 {
		if f := r.fail(Type, at); f != nil {
			slices.Sort(types)
			f.Types = slices.Compact(types)
		}
		return
	}
	if r.common(near, at) || r.othersMeant(near, at) {
		return
	}
	best := slices.MinFunc(near, func(a, b attempt) int {
		if (a.told != nil) != (b.told != nil) {
			if a.told != nil {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(len(a.faults), len(b.faults)), cmp.Compare(b.depth, a.depth))
	})
	for _, f := range best.faults {
		if len(r.faults) < r.most {
			r.faults = append(r.faults, f)
		}
	}
}

// attempt judges a value by one alternative.
func (r *run) attempt(part *node, at int) attempt {
	before, most := len(r.faults), r.most
	r.most = before + mostFaults
	r.judge(part, at)
	a := attempt{faults: slices.Clone(r.faults[before:])}
	r.faults, r.most, r.quiet = r.faults[:before], most, r.spent
	for i, f := range a.faults {
		a.kind = a.kind || f.token == at && f.Keyword == Type
		if f.depth == len(r.steps)+1 && (f.Keyword == Enum || f.Keyword == Const) && len(f.Allowed) == 1 && a.told == nil {
			a.told = &a.faults[i]
		}
		a.depth = max(a.depth, f.depth)
	}
	return a
}

// common notes the one fault that says what all attempts have against a value:
// a member that is missing, or a value that is in none of several lists.
func (r *run) common(near []attempt, at int) bool {
	var names, allowed []string
	for _, a := range near {
		if len(a.faults) != 1 || a.faults[0].token != at {
			return false
		}
		switch f := a.faults[0]; f.Keyword {
		case Required:
			names = append(names, f.Name)
		case AnyOf:
			names = append(names, f.Names...)
		case Enum, Const:
			allowed = append(allowed, f.Allowed...)
		default:
			return false
		}
	}
	switch {
	case len(near) == 1 || names != nil && allowed != nil:
		return false
	case names != nil:
		if f := r.fail(AnyOf, at); f != nil {
			f.Names = names
		}
	default:
		if f := r.fail(Enum, at); f != nil {
			f.Allowed = allowed
		}
	}
	return true
}

// othersMeant notes, where a member tells alternatives apart and says that none
// of these is meant, the values that it may have.
func (r *run) othersMeant(near []attempt, at int) bool {
	var allowed []string
	for _, a := range near {
		if a.told == nil || a.told.token != near[0].told.token {
			return false
		}
		allowed = append(allowed, a.told.Allowed...)
	}
	if len(near) == 1 || len(r.faults) >= r.most {
		return false
	}
	f := *near[0].told
	f.Keyword, f.Allowed = Enum, allowed
	r.faults = append(r.faults, f)
	return true
}
