package diff

import (
	"bytes"
	"encoding/json"
)

// rest says whether two JSON Schemas differ in rules other than those that are
// told apart, such as the limits of numbers or conditions between properties.
func rest(old, now *side) []Change {
	a, err := json.Marshal(remains(old.doc, false))
	if err != nil {
		return nil // what was decoded can be encoded
	}
	b, err := json.Marshal(remains(now.doc, false))
	if err != nil || bytes.Equal(a, b) {
		return nil
	}
	return []Change{{Kind: Other, Before: "", After: "", Direction: Changed}}
}

// prose are the members that a JSON Schema's rules do not hang on.
var prose = setOf("$comment", "$id", "$schema", "authors", "contributors", "countryCode", "created", "default", "description",
	"example", "examples", "homepage", "image", "keywords", "lastModified", "licenses", "name", "notes", "path", "proposal",
	"resources", "sources", "title", "updated", "version")

// toldApart are the members of a property that columns compare.
var toldApart = setOf("enum", "format", "pattern", "type")

func setOf(names ...string) map[string]bool {
	set := map[string]bool{}
	for _, name := range names {
		set[name] = true
	}
	return set
}

// remains gives what is left of a JSON Schema without prose and without what
// is told apart; nil where that is nothing. property says that v describes one
// property.
func remains(v any, property bool) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		_, holder := v["properties"]
		for name, member := range v {
			switch {
			case name == "properties" || name == "definitions" || name == "$defs":
				member = named(member, name == "properties")
			case prose[name], property && toldApart[name] && !(name == "enum" && mixed(member)), holder && name == "required":
				continue
			default:
				member = remains(member, false)
			}
			if member != nil {
				out[name] = member
			}
		}
		if len(out) > 0 {
			return out
		}
		return nil
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = remains(item, false)
		}
		return out
	}
	return v
}

// named gives what remains of schemas that stand under names of their own.
func named(v any, properties bool) any {
	out := map[string]any{}
	members, _ := v.(map[string]any)
	for name, member := range members {
		if left := remains(member, properties); left != nil {
			out[name] = left
		}
	}
	if len(out) > 0 {
		return out
	}
	return nil
}

// mixed says whether a list of values holds others than texts, which are not
// compared.
func mixed(v any) bool {
	list, _ := v.([]any)
	for _, item := range list {
		if _, text := item.(string); !text {
			return true
		}
	}
	return false
}
