package main

import (
	"encoding/json"
	"slices"
)

// carryPackage joins the facts of a Data Package with sentences. Of each
// resource it says which schema of the catalogue is meant.
func carryPackage(data []byte, s *sentences) (json.RawMessage, error) {
	official, err := members(data)
	if err != nil {
		return nil, err
	}
	var out []member
	for _, m := range official {
		switch {
		case m.key == "resources":
			resources, err := carryResources(m.value, s)
			if err != nil {
				return nil, err
			}
			out = append(out, member{m.key, resources})
		case slices.Contains(said, m.key):
		default:
			out = append(out, m)
		}
	}
	if s.Homepage != "" && !slices.ContainsFunc(out, func(m member) bool { return m.key == "homepage" }) {
		out = slices.Insert(out, 1, member{"homepage", text(s.Homepage)})
	}
	return object(slices.Insert(out, 1, s.head()...)), nil
}

func carryResources(data []byte, s *sentences) (json.RawMessage, error) {
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, err
	}
	for i, resource := range list {
		facts, err := members(resource)
		if err != nil {
			return nil, err
		}
		var out []member
		for _, m := range facts {
			switch {
			case slices.Contains(said, m.key):
			case m.key == "schema" && m.value[0] == '{':
				schema, _, err := carry(m.value, &sentences{Fields: s.Fields})
				if err != nil {
					return nil, err
				}
				out = append(out, member{m.key, schema})
			default:
				out = append(out, m)
			}
		}
		var name string
		for _, m := range out {
			if m.key == "name" {
				if err := json.Unmarshal(m.value, &name); err != nil {
					return nil, err
				}
			}
		}
		if entry := s.Resources[name]; entry != "" {
			out = append(out, member{"catalogEntry", text(entry)})
		}
		list[i] = object(out)
	}
	return text(list), nil
}
