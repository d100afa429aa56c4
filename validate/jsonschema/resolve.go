package jsonschema

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// A library is the documents that references lead to, by their addresses
// without a fragment, and the nodes that have an address of their own.
type library struct{ nodes map[string]any }

// keep takes a document, or a node with an address, and what is within. It
// writes every reference in full.
func (l *library) keep(node any, base *url.URL) {
	switch node := node.(type) {
	case []any:
		for _, item := range node {
			l.keep(item, base)
		}
	case map[string]any:
		id, ok := node["id"].(string)
		if _, has := node["id"]; !has {
			id, ok = node["$id"].(string)
		}
		if ok {
			if own, err := base.Parse(id); err == nil {
				base = own
				l.nodes[strings.TrimSuffix(own.String(), "#")] = node
			}
		}
		if ref, ok := node["$ref"].(string); ok {
			if full, err := base.Parse(ref); err == nil {
				node["$ref"] = full.String()
			}
		}
		for name, item := range node {
			if name == "const" || name == "enum" {
				continue
			}
			if named, ok := item.(map[string]any); ok && (name == "properties" || name == "dependencies" || name == "patternProperties") {
				for _, item := range named {
					l.keep(item, base)
				}
				continue
			}
			l.keep(item, base)
		}
	}
}

// find gives the node that a reference written in full leads to.
func (l *library) find(ref string) (any, error) {
	if node, ok := l.nodes[strings.TrimSuffix(ref, "#")]; ok {
		return node, nil
	}
	address, err := url.Parse(ref)
	if err != nil {
		return nil, err
	}
	place := address.Fragment
	address.Fragment, address.RawFragment = "", ""
	node, ok := l.nodes[address.String()]
	if !ok {
		return nil, fmt.Errorf("it refers to %s, and no other document is loaded", ref)
	}
	for place != "" {
		var key string
		if place[0] != '/' {
			return nil, fmt.Errorf("nothing is called %s", ref)
		}
		key, place = cutKey(place[1:])
		switch in := node.(type) {
		case map[string]any:
			if node, ok = in[key]; !ok {
				return nil, fmt.Errorf("nothing is at %s", ref)
			}
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i < 0 || i >= len(in) {
				return nil, fmt.Errorf("nothing is at %s", ref)
			}
			node = in[i]
		default:
			return nil, fmt.Errorf("nothing is at %s", ref)
		}
	}
	return node, nil
}

// cutKey takes the first key off a JSON Pointer; what is left starts with a
// slash, or is empty.
func cutKey(place string) (key, rest string) {
	end := strings.IndexByte(place, '/')
	if end < 0 {
		end = len(place)
	}
	return strings.NewReplacer("~1", "/", "~0", "~").Replace(place[:end]), place[end:]
}
