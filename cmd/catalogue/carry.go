package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
)

// A member is one member of a JSON object, in its place.
type member struct {
	key   string
	value json.RawMessage
}

// members reads an object in the order that it is written in.
func members(data []byte) ([]member, error) {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, errors.Join(errors.New("not an object"), err)
	}
	var out []member
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, err
		}
		out = append(out, member{key.(string), value})
	}
	return out, nil
}

// object writes members as an object.
func object(list []member) json.RawMessage {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(text(m.key))
		b.WriteByte(':')
		b.Write(m.value)
	}
	b.WriteByte('}')
	return b.Bytes()
}

// text writes a value without escaping what only HTML needs escaped.
func text(v any) json.RawMessage {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // strings and lists of strings
	}
	return bytes.TrimSpace(b.Bytes())
}

// said lists the members of a document that hold sentences or persons: they
// are ours, or are left out.
var said = []string{"title", "description", "notes", "keywords", "contributors", "contributor", "author", "contact",
	"image", "comment", "input rules", "règle de saisie", "références", "references"}

// carry joins the facts of a document with sentences. untold are the fields
// that there is no title for.
func carry(data []byte, s *sentences) (document json.RawMessage, untold []string, err error) {
	official, err := members(data)
	if err != nil {
		return nil, nil, err
	}
	var out []member
	for _, m := range official {
		switch {
		case m.key == "fields":
			fields, none, err := carryFields(m.value, s)
			if err != nil {
				return nil, nil, err
			}
			untold = none
			out = append(out, s.notes()...)
			out = append(out, member{"fields", fields})
		case m.key == "resources", m.key == "sources", m.key == "licenses":
			out = append(out, member{m.key, places(m.value)})
		case slices.Contains(said, m.key):
		default:
			out = append(out, m)
		}
	}
	at := slices.IndexFunc(out, func(m member) bool { return m.key != "$schema" && m.key != "name" })
	return object(slices.Insert(out, max(at, 0), s.head()...)), untold, nil
}

// carryFields carries the descriptors of the fields.
func carryFields(data []byte, s *sentences) (json.RawMessage, []string, error) {
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, nil, err
	}
	var untold []string
	for i, field := range list {
		facts, err := members(field)
		if err != nil {
			return nil, nil, err
		}
		var name string
		out := []member{}
		for _, m := range facts {
			switch {
			case m.key == "name":
				if err := json.Unmarshal(m.value, &name); err != nil {
					return nil, nil, err
				}
				own, told := s.Fields[name]
				if !told || own.Title == "" {
					untold = append(untold, name)
				}
				out = append(out, m)
				out = append(out, own.members()...)
			case !slices.Contains(said, m.key):
				out = append(out, m)
			}
		}
		list[i] = object(out)
	}
	return text(list), untold, nil
}

// places keeps the addresses of a list and drops what is said of them.
func places(data []byte) json.RawMessage {
	var list []map[string]any
	if json.Unmarshal(data, &list) != nil {
		return text([]string{})
	}
	out := []map[string]any{}
	for _, item := range list {
		kept := map[string]any{}
		for _, key := range []string{"name", "path"} {
			if v, ok := item[key]; ok {
				kept[key] = v
			}
		}
		if len(kept) > 0 {
			out = append(out, kept)
		}
	}
	return text(out)
}
