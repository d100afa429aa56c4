package jsonschema

import (
	"strconv"
	"unicode/utf8"
)

// A run is the judgement of one item. It is used again for others.
type run struct {
	item    []byte
	toks    []token
	open    []frame
	seen    []uint32 // slots of buryDuplicates
	hashes  []hashed // of twins
	buffer  []byte   // of textOf
	quiet   bool     // only the verdict is wanted: the first fault ends it
	most    int      // how many faults are noted
	faults  []found
	steps   []step
	prefix  []string // names on the way to the list of the items
	wrapped bool     // items are features: their properties are below "properties"
	work    int      // what may be done yet
	spent   bool     // it was not enough: the verdict is void
}

// judge says whether the value at a token keeps to a node. Where r is not
// quiet, it notes what it does not keep to.
func (r *run) judge(n *node, at int) bool {
	for n.ref != nil {
		n = n.ref
	}
	if n.passes {
		return true
	}
	if r.work--; r.work < 0 {
		r.spent, r.quiet = true, true
		return false
	}
	if n.never {
		r.fail(Never, at)
		return false
	}
	t := &r.toks[at]
	if n.types != 0 && !r.typed(n, at) {
		return false
	}
	ok := true
	if n.inPlace {
		if ok = r.choices(n, at); !ok && r.quiet {
			return false
		}
	}
	switch t.kind {
	case isNumber:
		ok = (!n.numbers || r.number(n, at)) && ok
	case isText, isName:
		ok = (!n.texts || r.texts(n, at)) && ok
	case isArray:
		ok = (!n.elements || r.list(n, at)) && ok
	case isObject:
		ok = (!n.members || r.object(n, at)) && ok
	}
	if !ok && r.quiet {
		return false
	}
	if n.enum != nil && !n.enum.has(r, at) {
		ok = r.notListed(Enum, n.enum, at)
	}
	if n.constant != nil && !n.constant.has(r, at) {
		ok = r.notListed(Const, n.constant, at)
	}
	return ok
}

// typed says whether a value is of a kind that passes.
func (r *run) typed(n *node, at int) bool {
	t := &r.toks[at]
	switch {
	case t.kind != isNumber:
		if n.types&t.kind != 0 {
			return true
		}
	case n.types&isNumber != 0:
		return true
	case n.types&isInteger != 0:
		number := r.item[t.start:t.end]
		if isHuge(number) {
			r.fail(Huge, at)
			return false
		}
		if isWhole(number) {
			return true
		}
	}
	if f := r.fail(Type, at); f != nil {
		f.Types = n.typeNames
	}
	return false
}

func (r *run) notListed(word Keyword, list *oneOf, at int) bool {
	if f := r.fail(word, at); f != nil {
		f.Allowed = list.shown()
	}
	return false
}

// number judges a number.
func (r *run) number(n *node, at int) bool {
	number := r.item[r.toks[at].start:r.toks[at].end]
	if isHuge(number) {
		r.fail(Huge, at)
		return false
	}
	ok := true
	hold := func(word Keyword, b *bound, right bool) {
		if !right {
			ok = false
			if f := r.fail(word, at); f != nil {
				f.Limit = b.text
			}
		}
	}
	if b := n.minimum; b != nil {
		hold(Minimum, b, b.compare(number) >= 0)
	}
	if b := n.maximum; b != nil {
		hold(Maximum, b, b.compare(number) <= 0)
	}
	if b := n.exclusiveMin; b != nil {
		hold(ExclusiveMinimum, b, b.compare(number) > 0)
	}
	if b := n.exclusiveMax; b != nil {
		hold(ExclusiveMaximum, b, b.compare(number) < 0)
	}
	if b := n.multipleOf; b != nil {
		hold(MultipleOf, b, b.divides(number))
	}
	return ok
}

// texts judges a text.
func (r *run) texts(n *node, at int) bool {
	raw, ok := r.textOf(&r.toks[at]), true
	if n.minLength >= 0 || n.maxLength >= 0 {
		length := utf8.RuneCount(raw)
		ok = r.count(MinLength, at, n.minLength >= 0 && length < n.minLength, length, n.minLength) && ok
		ok = r.count(MaxLength, at, n.maxLength >= 0 && length > n.maxLength, length, n.maxLength) && ok
	}
	if n.pattern != nil && !n.pattern.Match(raw) || n.foreign != nil && !n.foreign.Match(raw) {
		ok = false
		if f := r.fail(Pattern, at); f != nil {
			f.Pattern = n.expression
		}
	}
	if n.formed != nil && !n.formed(raw) {
		ok = false
		if f := r.fail(Format, at); f != nil {
			f.Format = n.format
		}
	}
	return ok
}

// count notes a count that is wrong.
func (r *run) count(word Keyword, at int, wrong bool, count, limit int) bool {
	if !wrong {
		return true
	}
	if f := r.fail(word, at); f != nil {
		f.Count, f.Limit = count, strconv.Itoa(limit)
	}
	return false
}

// list judges a list.
func (r *run) list(n *node, at int) bool {
	end, depth, ok, count, contained := int(r.toks[at].next), len(r.steps), true, 0, n.contains == nil
	for e := at + 1; e < end; e = int(r.toks[e].next) {
		of := n.items
		if of == nil && count < len(n.tuple) {
			of = n.tuple[count]
		} else if n.tuple != nil {
			of = n.more
		}
		count++
		if of != nil {
			r.down("", count)
			good := r.judge(of, e)
			r.steps = r.steps[:depth]
			if ok = good && ok; !ok && r.quiet {
				return false
			}
		}
		contained = contained || r.fits(n.contains, e)
	}
	if n.tuple != nil && n.noMore && count > len(n.tuple) {
		ok = r.count(AdditionalItems, at, true, count, len(n.tuple))
	}
	ok = r.count(MinItems, at, n.minItems >= 0 && count < n.minItems, count, n.minItems) && ok
	ok = r.count(MaxItems, at, n.maxItems >= 0 && count > n.maxItems, count, n.maxItems) && ok
	if !contained {
		r.fail(Contains, at)
		ok = false
	}
	if !ok && r.quiet || !n.unique || count < 2 {
		return ok
	}
	return r.twins(at, func(_, index, first int) bool {
		if f := r.fail(UniqueItems, at); f != nil {
			f.First, f.Count = first+1, index+1
		}
		return !r.quiet
	}) && ok
}

// fits says whether a value keeps to a node, and notes nothing.
func (r *run) fits(n *node, at int) bool {
	quiet := r.quiet
	r.quiet = true
	ok := r.judge(n, at)
	r.quiet = quiet || r.spent
	return ok
}
