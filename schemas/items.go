package schemas

import (
	"strconv"

	"github.com/socle-commun/socle/schemas/types"
)

// Items is what an array field demands of each of its items, beyond their
// type.
type Items struct {
	Type        *types.Type
	Constraints Constraints
}

// A Broken is a constraint that an item of an array does not keep to.
type Broken struct {
	Constraint string // as the document names it: "maxLength"
	Item       string // the item's text; "" where it is empty or null
	Of         *Constraints
}

// Broken lists the constraints that the items of a valid cell of type t do not
// keep to: each once, with the first such item.
func (i *Items) Broken(t *types.Type, raw []byte) []Broken {
	var out []Broken
	seen := map[string]bool{}
	note := func(b Broken) {
		if !seen[b.Constraint] {
			seen[b.Constraint] = true
			out = append(out, b)
		}
	}
	for item := range t.Items(raw) {
		if item.Null || len(item.Text) == 0 {
			if i.Constraints.Required {
				note(Broken{"required", "", &i.Constraints})
			}
			continue
		}
		key, ok := i.Type.Key(nil, item.Text)
		if !ok {
			continue // the cell is not of its type
		}
		for _, name := range i.Constraints.broken(i.Type, item.Text, key) {
			note(Broken{name, string(item.Text), &i.Constraints})
		}
		if inner := i.Constraints.Items; inner != nil {
			for _, b := range inner.Broken(i.Type, item.Text) {
				note(b)
			}
		}
	}
	return out
}

// Has gives the constraints of the items, or of the items within them, that
// have one of that name; of the items themselves where there is none.
func (i *Items) Has(name string) *Constraints {
	for at := i; at != nil; at = at.Constraints.Items {
		if at.Constraints.Said(name) != "" || name == "enum" && at.Constraints.Enum != nil {
			return &at.Constraints
		}
	}
	return &i.Constraints
}

// broken names the constraints that a value does not keep to, save required
// and unique, which are not of a value alone.
func (k *Constraints) broken(t *types.Type, raw, key []byte) []string {
	var out []string
	note := func(name string, is bool) {
		if is {
			out = append(out, name)
		}
	}
	note("pattern", k.Pattern != nil && !k.Pattern.Match(raw))
	note("enum", k.Enum != nil && !k.Enum.Has(key))
	note("minimum", k.Minimum.Below(t, key))
	note("maximum", k.Maximum.Above(t, key))
	note("exclusiveMinimum", k.ExclusiveMin.AtMost(t, key))
	note("exclusiveMaximum", k.ExclusiveMax.AtLeast(t, key))
	note("minLength", k.MinLength >= 0 && t.Length(raw) < k.MinLength)
	note("maxLength", k.MaxLength >= 0 && t.Length(raw) > k.MaxLength)
	note("jsonSchema", k.JSONSchema.Problem(raw) != nil)
	return out
}

// holds says whether a value keeps to all constraints but required and unique.
func (k *Constraints) holds(t *types.Type, raw, key []byte) bool {
	return len(k.broken(t, raw, key)) == 0 && (k.Items == nil || len(k.Items.Broken(t, raw)) == 0)
}

// Said gives the value of a constraint of that name as the document writes it,
// "" where there is none or it is no single value.
func (k *Constraints) Said(name string) string {
	bounds := map[string]*Bound{
		"minimum": k.Minimum, "maximum": k.Maximum, "exclusiveMinimum": k.ExclusiveMin, "exclusiveMaximum": k.ExclusiveMax,
	}
	if b := bounds[name]; b != nil {
		return b.Text
	}
	switch {
	case name == "pattern" && k.Pattern != nil:
		return k.Pattern.String()
	case name == "minLength" && k.MinLength >= 0:
		return strconv.Itoa(k.MinLength)
	case name == "maxLength" && k.MaxLength >= 0:
		return strconv.Itoa(k.MaxLength)
	}
	return ""
}
