package jsonschema

import "slices"

// object judges an object.
func (r *run) object(n *node, at int) bool {
	if r.quiet && n.telling != nil && !r.tells(n, at) {
		return false
	}
	end, ok, count := int(r.toks[at].next), true, 0
	var there uint64 // which of the first 64 required members
	for m := at + 1; m < end; m = int(r.toks[m+1].next) {
		name := &r.toks[m]
		if name.dead {
			continue
		}
		count++
		p := n.properties.find(r, name)
		if p != nil && p.need >= 0 && p.need < 64 {
			there |= 1 << p.need
		}
		if ok = r.oneMember(n, p, m) && ok; !ok && r.quiet {
			return false
		}
	}
	for i, name := range n.required {
		if i < 64 && there&(1<<i) != 0 || i >= 64 && r.holds(at, name, hashOf([]byte(name))) {
			continue
		}
		ok = false
		r.missing(Required, at, name)
	}
	ok = r.count(MinProperties, at, n.minProperties >= 0 && count < n.minProperties, count, n.minProperties) && ok
	ok = r.count(MaxProperties, at, n.maxProperties >= 0 && count > n.maxProperties, count, n.maxProperties) && ok
	return ok
}

// oneMember judges the member whose name is the token m, described by p unless
// that is nil.
func (r *run) oneMember(n *node, p *property, m int) bool {
	ok, known, depth := true, p != nil && p.node != nil, len(r.steps)
	if n.names != nil && !r.fits(n.names, m) {
		ok = false
		r.aboutName(PropertyNames, m)
	}
	if known {
		ok = r.below(p.node, m) && ok
	}
	for i := range n.patterned {
		if n.patterned[i].name.Match(r.textOf(&r.toks[m])) {
			known = true
			ok = r.below(n.patterned[i].node, m) && ok
		}
	}
	if !known && n.noOthers {
		ok = false
		r.aboutName(AdditionalMembers, m)
	} else if !known && n.others != nil {
		ok = r.below(n.others, m) && ok
	}
	r.steps = r.steps[:depth]
	return ok
}

// below judges the value of the member whose name is the token m.
func (r *run) below(n *node, m int) bool {
	depth := len(r.steps)
	if !r.quiet {
		r.down(string(r.textOf(&r.toks[m])), 0)
	}
	ok := r.judge(n, m+1)
	r.steps = r.steps[:depth]
	return ok
}

// aboutName notes a fault of a member itself: the place is its name.
func (r *run) aboutName(word Keyword, m int) {
	if f := r.fail(word, m); f != nil {
		f.Name = string(r.textOf(&r.toks[m]))
		f.Kind = r.kindName(m + 1)
		f.Path, f.Place = r.path(f.Name)
	}
}

// missing notes a member that is not there.
func (r *run) missing(word Keyword, at int, name string) {
	if f := r.fail(word, at); f != nil {
		f.Name = name
		f.Path, f.Place = r.path(name)
	}
}

// holds says whether an object has a member of that name.
func (r *run) holds(object int, name string, hash uint32) bool {
	return r.valueAt(object, name, hash) >= 0
}

// valueAt gives the value of a member, -1 without it.
func (r *run) valueAt(object int, name string, hash uint32) int {
	for m := object + 1; m < int(r.toks[object].next); m = int(r.toks[m+1].next) {
		if t := &r.toks[m]; t.next == hash && !t.dead && string(r.textOf(t)) == name {
			return m + 1
		}
	}
	return -1
}

// tells says whether the members with one possible value have it: which of
// several alternatives is meant is often known by that alone.
func (r *run) tells(n *node, at int) bool {
	for i := range n.telling {
		p := &n.telling[i]
		if v := r.valueAt(at, p.name, p.hash); v >= 0 && !r.judge(p.node, v) {
			return false
		}
	}
	return true
}

// choices judges a value by the schemas that stand beside the others.
func (r *run) choices(n *node, at int) bool {
	ok := true
	for _, part := range n.all {
		if ok = r.judge(part, at) && ok; !ok && r.quiet {
			return false
		}
	}
	if n.any != nil && !slices.ContainsFunc(n.any, func(part *node) bool { return r.fits(part, at) }) {
		ok = false
		r.noneFits(n.any, at)
	}
	if n.one != nil {
		ok = r.onlyOne(n.one, at) && ok
	}
	if !ok && r.quiet {
		return false
	}
	if n.not != nil && r.fits(n.not, at) {
		ok = false
		r.fail(Not, at)
	}
	if n.when != nil && (n.then != nil || n.or != nil) {
		branch := n.or
		if r.fits(n.when, at) {
			branch = n.then
		}
		ok = (branch == nil || r.judge(branch, at)) && ok
	}
	if n.dependencies != nil && r.toks[at].kind == isObject {
		ok = r.depends(n, at) && ok
	}
	return ok
}

// onlyOne says whether one alternative fits, and no other.
func (r *run) onlyOne(parts []*node, at int) bool {
	fit := 0
	for _, part := range parts {
		if r.fits(part, at) {
			fit++
		}
	}
	switch {
	case fit == 1:
		return true
	case fit > 1:
		r.fail(OneOf, at)
	default:
		r.noneFits(parts, at)
	}
	return false
}

// depends judges what the presence of members asks for.
func (r *run) depends(n *node, at int) bool {
	ok := true
	for i := range n.dependencies {
		d := &n.dependencies[i]
		if !r.holds(at, d.name, d.hash) {
			continue
		}
		for _, name := range d.required {
			if !r.holds(at, name, hashOf([]byte(name))) {
				ok = false
				r.missing(Dependencies, at, name)
			}
		}
		if d.node != nil {
			ok = r.judge(d.node, at) && ok
		}
	}
	return ok
}
