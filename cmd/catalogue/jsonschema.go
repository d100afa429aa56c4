package main

import (
	"encoding/json"
	"slices"
)

// Members of a JSON Schema that hold schemas: by name, in a list, or alone.
var (
	namedSchemas = []string{"definitions", "$defs", "patternProperties", "dependentSchemas"}
	listedSchema = []string{"allOf", "anyOf", "oneOf", "items", "prefixItems"}
	loneSchema   = []string{"items", "additionalItems", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"}
	heldAsIs     = []string{"const", "default", "example", "examples", "dependencies", "dependentRequired"}
)

// A schemaCarrier carries one JSON Schema.
type schemaCarrier struct {
	*sentences
	untold []string // properties that there is no title for
}

// carryJSON joins the facts of a JSON Schema with sentences. A property is
// known by its name, or by PARENT.NAME where several share it.
func carryJSON(data []byte, s *sentences) (json.RawMessage, []string, error) {
	c := &schemaCarrier{sentences: s}
	facts, err := c.node(data, "")
	if err != nil {
		return nil, nil, err
	}
	top, err := members(facts)
	if err != nil {
		return nil, nil, err
	}
	head := append(s.head(), s.notes()...)
	if s.Homepage != "" && !slices.ContainsFunc(top, func(m member) bool { return m.key == "homepage" && len(m.value) > 2 }) {
		top = slices.DeleteFunc(top, func(m member) bool { return m.key == "homepage" })
		head = append(head, member{"homepage", text(s.Homepage)})
	}
	at := slices.IndexFunc(top, func(m member) bool { return m.key != "$schema" && m.key != "$id" })
	return object(slices.Insert(top, max(at, 0), head...)), c.untold, nil
}

// node carries one schema. parent is the property that it stands in.
func (c *schemaCarrier) node(data []byte, parent string) (json.RawMessage, error) {
	list, err := members(data)
	if err != nil {
		return data, nil // true, false
	}
	var out []member
	for _, m := range list {
		switch {
		case slices.Contains(said, m.key) || m.key == "$comment":
			continue
		case m.key == "resources", m.key == "sources", m.key == "licenses":
			m.value = places(m.value)
		case m.key == "properties":
			m.value, err = c.properties(m.value, parent)
		case slices.Contains(namedSchemas, m.key):
			m.value, err = c.named(m.value)
		case m.value[0] == '[' && slices.Contains(listedSchema, m.key):
			m.value, err = c.listed(m.value, parent)
		case m.value[0] == '{' && slices.Contains(loneSchema, m.key):
			m.value, err = c.node(m.value, parent)
		case m.value[0] == '{' && !slices.Contains(heldAsIs, m.key):
			m.value, err = c.node(m.value, m.key) // not a keyword: a property that the document misplaces
		}
		if err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return object(out), nil
}

func (c *schemaCarrier) named(data []byte) (json.RawMessage, error) {
	list, err := members(data)
	if err != nil {
		return nil, err
	}
	for i, m := range list {
		if list[i].value, err = c.node(m.value, m.key); err != nil {
			return nil, err
		}
	}
	return object(list), nil
}

func (c *schemaCarrier) listed(data []byte, parent string) (json.RawMessage, error) {
	var items []json.RawMessage
	err := json.Unmarshal(data, &items)
	for i := range items {
		if err == nil {
			items[i], err = c.node(items[i], parent)
		}
	}
	return text(items), err
}

// envelope are the members of GeoJSON, which need no words of ours.
var envelope = []string{"type", "features", "geometry", "properties"}

// properties carries the properties of an object, each with its sentence.
func (c *schemaCarrier) properties(data []byte, parent string) (json.RawMessage, error) {
	list, err := members(data)
	if err != nil {
		return nil, err
	}
	for i, m := range list {
		facts, err := c.node(m.value, m.key)
		if err != nil {
			return nil, err
		}
		own, told := c.Fields[parent+"."+m.key]
		if !told && !slices.Contains(envelope, m.key) {
			own, told = c.Fields[m.key]
		}
		described, err := members(facts)
		switch {
		case told && err == nil:
			facts = object(append(own.members(), described...))
		case !slices.Contains(envelope, m.key):
			c.untold = append(c.untold, parent+"."+m.key)
		}
		list[i].value = facts
	}
	return object(list), nil
}
