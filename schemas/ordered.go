package schemas

import (
	"bytes"
	"encoding/json"
)

// An object is a JSON object whose members keep their order. Values are
// *object, []any, string, json.Number, bool or nil.
type object struct {
	names   []string
	members map[string]any
}

func (o *object) get(name string) any {
	if o == nil {
		return nil
	}
	return o.members[name]
}

// object gives a member that is an object, else nil.
func (o *object) object(name string) *object {
	child, _ := o.get(name).(*object)
	return child
}

// ordered reads a document that is known to be JSON.
func ordered(document []byte) any {
	d := json.NewDecoder(bytes.NewReader(document))
	d.UseNumber()
	return orderedValue(d)
}

func orderedValue(d *json.Decoder) any {
	token, err := d.Token()
	if err != nil {
		return nil
	}
	switch token {
	case json.Delim('{'):
		o := &object{members: map[string]any{}}
		for d.More() {
			name, _ := d.Token()
			key, _ := name.(string)
			if _, twice := o.members[key]; !twice {
				o.names = append(o.names, key)
			}
			o.members[key] = orderedValue(d)
		}
		d.Token()
		return o
	case json.Delim('['):
		var items []any
		for d.More() {
			items = append(items, orderedValue(d))
		}
		d.Token()
		return items
	}
	return token
}
