package types

import (
	"encoding/json"
	"fmt"
)

// KeyOf is the key of a value written in a schema, such as a bound or a member of an enum, decoded from JSON with
// UseNumber: json.Number, string, bool, []any or map[string]any. A string is read as a cell of the field is, or else
// as the default format of the type writes it. A JSON number stands for its text where the type is not a number.
// A value that is not of the type, null included, is an error.
func (t *Type) KeyOf(v any) ([]byte, error) {
	if t.value != nil {
		if key, ok := t.value(nil, v); ok {
			return key, nil
		}
	}
	var text string
	switch v := v.(type) {
	case string:
		text = v
	case json.Number:
		text = v.String()
	default:
		return nil, fmt.Errorf("%s is not of type %s", inJSON(v), t.Name)
	}
	for _, reader := range []*Type{t, t.plain} {
		if reader == nil || text == "" && !reader.Text {
			continue
		}
		if key, ok := reader.key(nil, []byte(text)); ok {
			return key, nil
		}
	}
	return nil, fmt.Errorf("%s is not of type %s with format %s", inJSON(v), t.Name, t.Format)
}

func inJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}

// jsonNumeral and jsonInteger are how JSON, and a field without properties, writes numbers.
var (
	jsonNumeral = numeral{decimal: ".", bare: true, short: true, point: '.'}
	jsonInteger = numeral{whole: true, bare: true, short: true}
)

// value is the key of a number in a schema. One that is written as a string in the schema's JSON may use
// the field's own signs, or else those of JSON.
func (n *numeral) value(dst []byte, v any) ([]byte, bool) {
	switch v := v.(type) {
	case json.Number:
		return jsonNumeral.key(dst, []byte(v))
	case string:
		if dst, ok := n.key(dst, []byte(v)); ok {
			return dst, true
		}
		return jsonNumeral.key(dst, []byte(v))
	}
	return dst, false
}
