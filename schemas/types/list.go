package types

import "bytes"

// buildList makes the list of Data Package v2: items between delimiters, without quotes.
func buildList(t *Type, spec Spec) ([]string, error) {
	delimiter := []byte(spec.Delimiter)
	if len(delimiter) == 0 {
		delimiter = []byte(",")
	}
	t.Sized = true
	t.items = func(raw []byte, yield func(Item) bool) {
		for item := range bytes.SplitSeq(raw, delimiter) {
			if !yield(Item{Text: item, Quoted: true}) {
				return
			}
		}
	}
	t.valid = func(raw []byte) bool { return t.judgeItems(spec.ItemType, raw) }
	t.length = func(raw []byte) int { return bytes.Count(raw, delimiter) + 1 }
	t.key = func(dst, raw []byte) ([]byte, bool) {
		if !t.valid(raw) {
			return dst, false
		}
		if spec.ItemType == nil {
			return append(dst, raw...), true
		}
		for item := range bytes.SplitSeq(raw, delimiter) {
			key, _ := spec.ItemType.itemKey(item)
			dst = appendSized(dst, key)
		}
		return dst, true
	}
	t.explain = t.explainText
	return t.onlyDefault(), nil
}

// itemKey is the key of an item; that of an empty item is empty.
func (t *Type) itemKey(item []byte) ([]byte, bool) {
	if len(item) == 0 {
		return nil, true
	}
	return t.key(nil, item)
}
