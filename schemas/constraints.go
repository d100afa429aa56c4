package schemas

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas/types"
)

// constraints compiles the constraints of a field of type t.
func (c *compiler) constraints(path string, t *types.Type, d map[string]any) Constraints {
	out := Constraints{MinLength: -1, MaxLength: -1}
	for _, name := range slices.Sorted(maps.Keys(d)) {
		value, at := d[name], path+"."+clip(name)
		switch name {
		case "required":
			out.Required, _ = value.(bool)
		case "unique":
			out.Unique, _ = value.(bool)
		case "pattern":
			if expr, ok := value.(string); ok {
				out.Pattern = c.compilePattern(at, t, expr)
			}
		case "enum":
			items, _ := value.([]any)
			out.Enum = c.enum(at, t, items)
		case "minimum":
			out.Minimum = c.bound(at, t, value)
		case "maximum":
			out.Maximum = c.bound(at, t, value)
		case "exclusiveMinimum":
			out.ExclusiveMin = c.bound(at, t, value)
		case "exclusiveMaximum":
			out.ExclusiveMax = c.bound(at, t, value)
		case "minLength":
			out.MinLength = c.length(at, t, value)
		case "maxLength":
			out.MaxLength = c.length(at, t, value)
		case "jsonSchema":
			out.JSONSchema = c.jsonSchema(at, t, value)
		default:
			c.remark(at, "la contrainte « %s » est inconnue : elle est ignorée.", `the constraint "%s" is unknown: it is ignored.`, name)
		}
	}
	return out
}

func (c *compiler) bound(path string, t *types.Type, v any) *Bound {
	if !t.Ordered {
		c.problem(path, "une valeur de type %s n'a ni minimum ni maximum.", "a value of type %s has neither minimum nor maximum.", t.Name)
		return nil
	}
	key, err := t.KeyOf(v)
	if err != nil {
		c.problem(path, "%s n'est pas une valeur de type %s.", "%s is not a value of type %s.", shown(v), t.Name)
		return nil
	}
	return &Bound{Key: key, Text: written(v)}
}

func (c *compiler) enum(path string, t *types.Type, items []any) *Enum {
	e := &Enum{keys: map[string]struct{}{}}
	for i, item := range items {
		if item == (noValue{}) {
			c.problem(fmt.Sprintf("%s[%d]", path, i), "la valeur (« value ») est absente.", `the value ("value") is missing.`)
			continue
		}
		key, err := t.KeyOf(item)
		if err != nil {
			c.problem(fmt.Sprintf("%s[%d]", path, i), "%s n'est pas une valeur de type %s.", "%s is not a value of type %s.", shown(item), t.Name)
			continue
		}
		e.Values, e.Items = append(e.Values, written(item)), append(e.Items, item)
		e.keys[string(key)] = struct{}{}
	}
	return e
}

func (c *compiler) length(path string, t *types.Type, v any) int {
	if !t.Sized {
		c.problem(path, "une valeur de type %s n'a pas de longueur.", "a value of type %s has no length.", t.Name)
		return -1
	}
	number, ok := v.(json.Number)
	if !ok {
		return -1
	}
	n, err := strconv.ParseFloat(number.String(), 64)
	if err != nil || n < 0 || n > 1<<40 {
		c.problem(path, "%s n'est pas une longueur.", "%s is not a length.", number.String())
		return -1
	}
	return int(n)
}

// written gives a JSON value as a person writes it in a cell.
func written(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return shown(v)
}

// shown gives a value as the document writes it; lists are joined with commas.
func shown(v any) string {
	switch v := v.(type) {
	case []string:
		return strings.Join(v, ", ")
	case string:
		return v
	case *big.Float: // as gojsonschema gives the numbers of the profile
		return v.String()
	}
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(data)
}
