package schemas

import (
	"net/url"
	"strings"
)

// mostReferences is how many references are followed in a row.
const mostReferences = 10

// pointerKey writes a key of a JSON Pointer as the document does.
var pointerKey = strings.NewReplacer("~1", "/", "~0", "~")

// resolve follows references within the document. One that leads nowhere is
// left as it is.
func (l *lister) resolve(node *object) *object {
	for range mostReferences {
		ref, ok := node.get("$ref").(string)
		if !ok {
			return node
		}
		target := l.target(ref)
		if target == nil {
			return node
		}
		node = target
	}
	return node
}

// target finds what a reference names: a place in the document, or a
// definition by its $id.
func (l *lister) target(ref string) *object {
	address, place, pointed := strings.Cut(ref, "#")
	if pointed && (address == "" || address == strings.TrimSuffix(words(l.top.get("$id")), "#")) {
		return l.at(place)
	}
	for _, group := range []string{"definitions", "$defs"} {
		definitions := l.top.object(group)
		if definitions == nil {
			continue
		}
		for _, name := range definitions.names {
			if d := definitions.object(name); d.get("$id") == ref {
				return d
			}
		}
	}
	return nil
}

// at gives the object at a JSON Pointer, nil without one.
func (l *lister) at(place string) *object {
	node := l.top
	for place != "" && node != nil {
		var key string
		key, place, _ = strings.Cut(strings.TrimPrefix(place, "/"), "/")
		if plain, err := url.PathUnescape(key); err == nil {
			key = plain
		}
		node = node.object(pointerKey.Replace(key))
	}
	return node
}
