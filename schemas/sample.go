package schemas

import "iter"

// Accepts says whether a filled cell keeps to the type and the constraints of
// the field, required and unique apart.
func (f *Field) Accepts(cell []byte) bool {
	key, ok := f.Type.Key(nil, cell)
	return ok && f.Type.Valid(cell) && f.Constraints.holds(f.Type, cell, key)
}

// values gives the cells of the sample below a folded label that the field
// does not count as empty.
func (h *heading) values(label string, f *Field) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		c, ok := h.columns[label]
		for _, row := range h.sample {
			if !ok || c >= len(row) {
				continue
			}
			if cell := []byte(row[c]); len(cell) > 0 && !f.IsMissing(cell) && !yield(cell) {
				return
			}
		}
	}
}

// belongs says whether the values of the sample are those of an older version
// rather than of a newer one.
func (h *heading) belongs(older, newer *Schema) bool {
	forOlder, forNewer := false, false
	for i := range older.Fields {
		old := &older.Fields[i]
		f := newer.Field(old.Name)
		if f == nil {
			continue
		}
		forOlder = forOlder || h.prefers(old, f)
		forNewer = forNewer || h.prefers(f, old)
	}
	return forOlder && !forNewer
}

// prefers says whether all values of a field are by one version's vocabulary
// and half of them or more against the other's.
func (h *heading) prefers(one, other *Field) bool {
	if wider(one, other) {
		return false
	}
	all, against := 0, 0
	for value := range h.values(Fold(one.Name), one) {
		if all++; !one.Accepts(value) {
			return false
		}
		if strange(one, other, value) {
			against++
		}
	}
	return all > 0 && 2*against >= all
}

// wider says whether a field takes all values of another's enumeration.
func wider(one, other *Field) bool {
	a, b := one.Constraints.Enum, other.Constraints.Enum
	if a == nil || b == nil {
		return false
	}
	for key := range b.keys {
		if !a.Has([]byte(key)) {
			return false
		}
	}
	return true
}

// strange says whether a value that the one field takes is against the
// enumeration or the pattern that the other has in its place.
func strange(one, other *Field, value []byte) bool {
	a, b := &one.Constraints, &other.Constraints
	if a.Pattern != nil && b.Pattern != nil && !b.Pattern.Match(value) {
		return true
	}
	if a.Enum == nil || b.Enum == nil {
		return false
	}
	if key, ok := other.Type.Key(nil, value); ok && b.Enum.Has(key) {
		return false
	}
	folded := Fold(string(value))
	for _, v := range b.Enum.Values {
		if Fold(v) == folded {
			return false
		}
	}
	return true
}
