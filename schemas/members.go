package schemas

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// words reads a member that should be a text.
func words(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	}
	return ""
}

// list reads a member that should be a list of texts; one text is a list of one.
func list(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, item := range v {
			switch item := item.(type) {
			case string:
				out = append(out, item)
			case json.Number:
				out = append(out, item.String())
			case map[string]any: // version 2: {"value": …, "label": …}
				if s, ok := item["value"].(string); ok {
					out = append(out, s)
				}
			}
		}
		return out
	}
	return nil
}

// answers reads the texts of a list that may be empty on purpose: nil is none.
func answers(v any) []string {
	out := list(v)
	if _, given := v.([]any); given && out == nil {
		return []string{}
	}
	return out
}

// noValue stands for an object of such a list that has no value.
type noValue struct{}

// values reads a list of values, each plain or, in version 2, an object with a
// value and a label.
func values(v any) []any {
	items, _ := v.([]any)
	out := make([]any, len(items))
	for i, item := range items {
		out[i] = item
		if object, ok := item.(map[string]any); ok {
			out[i] = noValue{}
			if value, has := object["value"]; has {
				out[i] = value
			}
		}
	}
	return out
}

// objects reads a member that is a list of objects.
func objects(v any) []map[string]any {
	items, _ := v.([]any)
	out := make([]map[string]any, 0, len(items))
	for _, item := range items {
		object, _ := item.(map[string]any)
		out = append(out, object)
	}
	return out
}

// longestNumber is how long a number may be in a document, in characters, and
// largestExponent what its exponent may be: reckoning with more takes minutes.
const (
	longestNumber   = 400
	largestExponent = 9999
)

// hugeNumber finds a number that nothing can be reckoned with: its place below
// v and its text, which is "" where there is none.
func hugeNumber(v any) (place, number string) {
	switch v := v.(type) {
	case json.Number:
		digits := v.String()
		_, exponent, _ := strings.Cut(strings.ToLower(digits), "e")
		n, err := strconv.Atoi(exponent)
		if len(digits) > longestNumber || exponent != "" && (err != nil || max(n, -n) > largestExponent) {
			return "", digits
		}
	case []any:
		for i, item := range v {
			if place, number := hugeNumber(item); number != "" {
				return fmt.Sprintf("[%d]%s", i, place), number
			}
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if place, number := hugeNumber(v[name]); number != "" {
				return "." + clip(name) + place, number
			}
		}
	}
	return "", ""
}
