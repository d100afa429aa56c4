package types

import "bytes"

// buildList makes the list of Data Package v2: items between delimiters,
// without quotes. An empty item is a text as any other, and so no value of a
// type that has no empty text.
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
	t.valid = func(raw []byte) bool {
		if spec.ItemType == nil {
			return true
		}
		for item := range bytes.SplitSeq(raw, delimiter) {
			if !spec.ItemType.valid(item) {
				return false
			}
		}
		return true
	}
	t.length = func(raw []byte) int { return bytes.Count(raw, delimiter) + 1 }
	t.key = func(dst, raw []byte) ([]byte, bool) {
		if !t.valid(raw) {
			return dst, false
		}
		if spec.ItemType == nil {
			return append(dst, raw...), true
		}
		for item := range bytes.SplitSeq(raw, delimiter) {
			key, _ := spec.ItemType.key(nil, item)
			dst = appendSized(dst, key)
		}
		return dst, true
	}
	t.explain = t.explainText
	return t.onlyDefault(), nil
}
