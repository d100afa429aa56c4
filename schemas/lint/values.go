package lint

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/pattern"
	"github.com/socle-commun/socle/schemas/types"
)

// mostSlow is how many values of a document are held against expressions that
// need back-tracking: each may take tenths of a second.
const mostSlow = 10

// matches holds a value against an expression; it is true where it cannot be
// told.
func (l *linter) matches(p *pattern.Pattern, value []byte) bool {
	if p == nil {
		return true
	}
	if p.Engine() == pattern.EngineBacktrack {
		if l.slow--; l.slow < 0 {
			return true
		}
	}
	ok, err := p.MatchErr(value)
	return ok || err != nil
}

// values looks at the constraints of a field or, below it, of the items of an
// array.
func (l *linter) values(field spot, t *types.Type, k *schemas.Constraints) {
	if constraints, ok := field.member("constraints"); ok {
		l.ranges(constraints, k)
		l.enum(constraints, t, k)
	}
	if item, ok := field.member("arrayItem"); ok && k.Items != nil {
		l.values(item, k.Items.Type, &k.Items.Constraints)
	}
}

// ranges notes limits that no value can keep to.
func (l *linter) ranges(constraints spot, k *schemas.Constraints) {
	empty := func(low, high string, is bool) {
		if where, ok := constraints.member(high); is && ok {
			l.add(where, "empty-range", "", slots{"low": low, "high": high, "min": k.Said(low), "max": k.Said(high)})
		}
	}
	empty("minLength", "maxLength", k.MinLength >= 0 && k.MaxLength >= 0 && k.MinLength > k.MaxLength)
	above := func(low, high *schemas.Bound, equal bool) bool {
		if low == nil || high == nil {
			return false
		}
		order := bytes.Compare(low.Key, high.Key)
		return order > 0 || equal && order == 0
	}
	empty("minimum", "maximum", above(k.Minimum, k.Maximum, false))
	empty("exclusiveMinimum", "maximum", above(k.ExclusiveMin, k.Maximum, true))
	empty("minimum", "exclusiveMaximum", above(k.Minimum, k.ExclusiveMax, true))
	empty("exclusiveMinimum", "exclusiveMaximum", above(k.ExclusiveMin, k.ExclusiveMax, true))
}

// enum notes values of a list that are there twice, that hold stray spaces, or
// that the other constraints refuse.
func (l *linter) enum(constraints spot, t *types.Type, k *schemas.Constraints) {
	if k.Enum == nil {
		return
	}
	seen := map[string]string{}
	for _, item := range constraints.list("enum") {
		value := l.cell(item.node)
		key, err := t.KeyOf(decoded(item.node))
		if err != nil {
			continue // told already
		}
		if n, err := strconv.ParseFloat(value, 64); t.Name == "integer" && err == nil && n != math.Trunc(n) {
			l.add(item, "enum-value", "fraction", slots{"value": value})
			continue
		}
		folded := strings.ToLower(strings.Join(strings.Fields(value), " "))
		switch first, twice := seen[folded]; {
		case seenKey(seen, key):
			l.add(item, "enum-duplicate", "", slots{"value": value})
		case twice:
			l.add(item, "enum-duplicate", "alike", slots{"value": value, "other": first})
		case item.node.kind == '"' && strings.TrimSpace(value) != value:
			l.add(item, "enum-space", "", slots{"value": visible(value), "fix": strings.TrimSpace(value)})
		default:
			if by := l.refusedBy(t, k, []byte(value), key); by != "" && item.node.kind == '"' {
				l.add(item, "enum-refused", "", slots{"value": value, "constraint": by})
			}
		}
		seen[folded], seen["\x00"+string(key)] = value, value
	}
}

func seenKey(seen map[string]string, key []byte) bool {
	_, ok := seen["\x00"+string(key)]
	return ok
}

// refusedBy names the constraint, other than the list of values, that refuses
// a valid value; "" where none does.
func (l *linter) refusedBy(t *types.Type, k *schemas.Constraints, raw, key []byte) string {
	switch {
	case !l.matches(k.Pattern, raw):
		return "pattern"
	case k.Minimum.Below(t, key):
		return "minimum"
	case k.Maximum.Above(t, key):
		return "maximum"
	case k.ExclusiveMin.AtMost(t, key):
		return "exclusiveMinimum"
	case k.ExclusiveMax.AtLeast(t, key):
		return "exclusiveMaximum"
	case k.MinLength >= 0 && t.Length(raw) < k.MinLength:
		return "minLength"
	case k.MaxLength >= 0 && t.Length(raw) > k.MaxLength:
		return "maxLength"
	}
	return ""
}

// cell gives a value as it stands in a cell: a text without its quotes,
// anything else as the document writes it.
func (l *linter) cell(n *node) string {
	if n.kind == '"' {
		return n.text
	}
	return string(l.data[n.at:n.end])
}

// decoded gives a scalar as package types takes it, and lists and objects as
// they are; nil for null.
func decoded(n *node) any {
	switch n.kind {
	case '"':
		return n.text
	case '0':
		return json.Number(n.text)
	case 't':
		return n.text == "true"
	case '[':
		out := make([]any, len(n.items))
		for i, item := range n.items {
			out[i] = decoded(item)
		}
		return out
	case '{':
		out := make(map[string]any, len(n.members))
		for _, m := range n.members {
			out[m.name] = decoded(m.value)
		}
		return out
	}
	return nil
}
