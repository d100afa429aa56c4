package types

import (
	"fmt"
	"slices"
)

var (
	defaultTrue  = []string{"true", "True", "TRUE", "1"}
	defaultFalse = []string{"false", "False", "FALSE", "0"}
)

// words are what a boolean field calls true and false.
type words struct {
	yes, no []string
	short   [16][]answer // by length
	long    []answer
}

type answer struct {
	text  string
	value int
}

func buildBoolean(t *Type, spec Spec) ([]string, error) {
	w := &words{yes: spec.TrueValues, no: spec.FalseValues}
	if w.yes == nil {
		w.yes = defaultTrue
	}
	if w.no == nil {
		w.no = defaultFalse
	}
	remarks := t.onlyDefault()
	for _, word := range w.yes {
		if slices.Contains(w.no, word) {
			remarks = append(remarks, fmt.Sprintf("%q is both a true and a false value: it is read as true", word))
		}
	}
	w.index(w.yes, 1)
	w.index(w.no, 0)
	t.valid = func(raw []byte) bool { return w.read(raw) >= 0 }
	t.key = func(dst, raw []byte) ([]byte, bool) {
		b := w.read(raw)
		if b < 0 {
			return dst, false
		}
		return append(dst, byte(b)), true
	}
	t.value = func(dst []byte, v any) ([]byte, bool) {
		switch v {
		case true:
			return append(dst, 1), true
		case false:
			return append(dst, 0), true
		}
		return dst, false
	}
	t.explain = w.explain
	return remarks, nil
}

func (w *words) index(texts []string, value int) {
	for _, text := range texts {
		list := &w.long
		if len(text) < len(w.short) {
			list = &w.short[len(text)]
		}
		*list = append(*list, answer{text, value})
	}
}

// read is 1 for true, 0 for false, -1 for neither.
func (w *words) read(raw []byte) int {
	list := w.long
	if len(raw) < len(w.short) {
		list = w.short[len(raw)]
	}
	for i := range list {
		if string(raw) == list[i].text {
			return list[i].value
		}
	}
	return -1
}
