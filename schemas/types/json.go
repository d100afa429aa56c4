package types

import (
	"bytes"
	"encoding/json"
	"iter"
	"maps"
	"slices"
)

// An Item is one item of an array or a list.
type Item struct {
	Text   []byte // of a JSON string, what it says; of another JSON value, how it is written; of a list, the item as written
	Null   bool   // a JSON null
	Quoted bool   // a JSON string, or an item of a list
}

// Items goes through the items of a valid cell of an array or a list; of another type, it gives none.
// The text is lent for the time of one step.
func (t *Type) Items(raw []byte) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		if t.items != nil {
			t.items(raw, yield)
		}
	}
}

func buildObject(t *Type, _ Spec) ([]string, error) {
	t.Sized = true
	t.valid = func(raw []byte) bool { return startsWith(raw, '{') && json.Valid(raw) }
	t.key = t.jsonKey
	t.value = t.jsonValue
	t.length = func(raw []byte) int {
		v, _ := decodeJSON(raw)
		m, _ := v.(map[string]any)
		return len(m)
	}
	t.explain = t.explainJSON
	return t.onlyDefault(), nil
}

func buildArray(t *Type, spec Spec) ([]string, error) {
	t.Sized = true
	t.items = arrayItems
	t.valid = func(raw []byte) bool {
		return startsWith(raw, '[') && json.Valid(raw) && t.judgeItems(spec.ItemType, raw)
	}
	t.key = t.jsonKey
	t.value = t.jsonValue
	t.length = t.countItems
	t.explain = t.explainJSON
	return t.onlyDefault(), nil
}

// validItem judges an item of an array. Null and the empty string are items without a value, which only required could refuse.
func (t *Type) validItem(it Item) bool {
	switch {
	case it.Null || it.Quoted && len(it.Text) == 0:
		return true
	case it.Quoted:
		return t.valid(it.Text)
	case t.Name == "any":
		return true
	case t.Text:
		return false
	case t.Name == "boolean":
		return string(it.Text) == "true" || string(it.Text) == "false"
	case t.Name == "integer":
		return jsonInteger.valid(it.Text)
	}
	v, ok := decodeJSON(it.Text)
	if !ok {
		return false
	}
	_, err := t.KeyOf(v)
	return err == nil
}

// judgeItems says whether every item of an array is of a type; nil takes any.
func (t *Type) judgeItems(of *Type, raw []byte) bool {
	if of == nil {
		return true
	}
	ok := true
	t.items(raw, func(it Item) bool {
		ok = of.validItem(it)
		return ok
	})
	return ok
}

func (t *Type) countItems(raw []byte) int {
	n := 0
	t.items(raw, func(Item) bool {
		n++
		return true
	})
	return n
}

func arrayItems(raw []byte, yield func(Item) bool) {
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil {
		return
	}
	for _, text := range items {
		it := Item{Text: text, Null: string(text) == "null"}
		if text[0] == '"' {
			var s string
			if json.Unmarshal(text, &s) != nil {
				return
			}
			it.Text, it.Quoted = []byte(s), true
		}
		if !yield(it) {
			return
		}
	}
}

func startsWith(raw []byte, c byte) bool {
	raw = bytes.TrimLeft(raw, " \t\r\n")
	return len(raw) > 0 && raw[0] == c
}

func decodeJSON(raw []byte) (any, bool) {
	if !json.Valid(raw) {
		return nil, false
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	return v, d.Decode(&v) == nil
}

func (t *Type) jsonKey(dst, raw []byte) ([]byte, bool) {
	if !t.valid(raw) {
		return dst, false
	}
	v, ok := decodeJSON(raw)
	if !ok {
		return dst, false
	}
	return appendJSON(dst, v), true
}

// jsonValue is the key of an array or an object that a schema writes as JSON rather than in a string.
func (t *Type) jsonValue(dst []byte, v any) ([]byte, bool) {
	if _, text := v.(string); text {
		return dst, false
	}
	raw, err := json.Marshal(v)
	if err != nil {
		return dst, false
	}
	return t.key(dst, raw)
}

// appendJSON writes a key that is equal for equal JSON values: 1 and 1.0 are one, and the order of keys is nothing.
func appendJSON(dst []byte, v any) []byte {
	switch v := v.(type) {
	case nil:
		return append(dst, 'n')
	case bool:
		if v {
			return append(dst, 't')
		}
		return append(dst, 'f')
	case string:
		return appendSized(append(dst, 's'), []byte(v))
	case json.Number:
		if key, ok := jsonNumeral.key(nil, []byte(v)); ok {
			return appendSized(append(dst, 'd'), key)
		}
		return appendSized(append(dst, 'D'), []byte(v))
	case []any:
		dst = appendUint64(append(dst, '['), uint64(len(v)))
		for _, item := range v {
			dst = appendJSON(dst, item)
		}
	case map[string]any:
		dst = appendUint64(append(dst, '{'), uint64(len(v)))
		for _, name := range slices.Sorted(maps.Keys(v)) {
			dst = appendJSON(appendSized(dst, []byte(name)), v[name])
		}
	}
	return dst
}

// appendSized writes a length, then bytes.
func appendSized(dst, part []byte) []byte {
	return append(appendUint64(dst, uint64(len(part))), part...)
}
