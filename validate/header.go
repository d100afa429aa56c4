package validate

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// A Match says how a column found its field.
type Match uint8

// How a column finds its field, the surest way first.
const (
	Unmatched  Match = iota // the schema has no such field
	Exact                   // the label is the field's name
	Folded                  // alike but for case, accents, spaces or punctuation
	Alias                   // the label is another name under which the field is met
	Near                    // a slip of the pen away
	Positional              // by its place alone: strict reading, another label
)

var matchNames = [...]string{"", "exact", "folded", "alias", "near", "position"}

// String gives the match's word in reports, "" for Unmatched.
func (m Match) String() string { return matchNames[m] }

// A Column is one column of the file, bound to a field or not.
type Column struct {
	Label     string
	Field     int // position in the schema, or -1
	Match     Match
	Duplicate int // column (from 0) of the first column with the same label, or -1
	Second    int // field that the label means too, though another column is bound to it, or -1
}

// A Header is a file's columns held against a schema's fields.
type Header struct {
	Columns []Column
	Fields  []int // by field: its column, or -1
}

// Bind holds labels against the fields of a schema. Tolerant reading is by
// name, whatever the order: a surer match goes before a less sure one, wherever
// it stands. Strict reading is by position, as Table Schema's fieldsMatch
// "exact" has it, or by the very names where the schema says so. No two columns
// are bound to one field.
func Bind(s *schemas.Schema, labels []string, strict bool) *Header {
	return bindLabels(s, labels, strict, false, false)
}

// bindLabels is Bind for a file whose dialect may say that the letter case of
// labels does not count, and whose columns may be properties, which have no
// order.
func bindLabels(s *schemas.Schema, labels []string, strict, anyCase, unordered bool) *Header {
	h := &Header{Columns: make([]Column, len(labels)), Fields: make([]int, len(s.Fields))}
	for i := range h.Fields {
		h.Fields[i] = -1
	}
	first := make(map[string]int, len(labels))
	for c, label := range labels {
		h.Columns[c] = Column{Label: label, Field: -1, Duplicate: -1, Second: -1}
		if at, twice := first[label]; twice && label != "" {
			h.Columns[c].Duplicate = at
		} else {
			first[label] = c
		}
	}
	switch {
	case !strict:
		h.bindByName(s)
	case unordered || s.FieldsMatch.ByName():
		if h.bindExact(s) > 0 && anyCase {
			h.bindAnyCase(s)
		}
	default:
		h.bindByPlace(s)
	}
	return h
}

func (h *Header) bind(column, field int, how Match) {
	h.Columns[column].Field, h.Columns[column].Match = field, how
	h.Fields[field] = column
}

func (h *Header) bindByPlace(s *schemas.Schema) {
	for c := range min(len(h.Columns), len(s.Fields)) {
		how := Positional
		if h.Columns[c].Label == s.Fields[c].Name {
			how = Exact
		}
		h.bind(c, c, how)
	}
}

// bindExact binds the columns that bear the name of a field, and counts those
// that are left.
func (h *Header) bindExact(s *schemas.Schema) (left int) {
	byName := make(map[string]int, len(s.Fields))
	for i := range s.Fields {
		byName[s.Fields[i].Name] = i
	}
	for c := range h.Columns {
		if f, ok := byName[h.Columns[c].Label]; ok && h.Fields[f] < 0 {
			h.bind(c, f, Exact)
		} else {
			left++
		}
	}
	return left
}

// bindAnyCase binds the columns that are left by their labels in lower case,
// unless several fields read so.
func (h *Header) bindAnyCase(s *schemas.Schema) {
	lower := make(map[string]int, len(s.Fields))
	for i := range s.Fields {
		name := strings.ToLower(s.Fields[i].Name)
		if _, twice := lower[name]; twice {
			lower[name] = -1
			continue
		}
		lower[name] = i
	}
	for c := range h.Columns {
		f, ok := lower[strings.ToLower(h.Columns[c].Label)]
		if ok && f >= 0 && h.Columns[c].Field < 0 && h.Fields[f] < 0 {
			h.bind(c, f, Folded)
		}
	}
}

func (h *Header) bindByName(s *schemas.Schema) {
	if h.bindExact(s) == 0 {
		return
	}
	byFold, byAlias := names{}, names{}
	for i := range s.Fields {
		byFold.add(s.Fields[i].Name, i)
		for _, alias := range s.Fields[i].Aliases {
			byAlias.add(alias, i)
		}
	}
	folded := make([]string, len(h.Columns))
	for c := range h.Columns {
		folded[c] = schemas.Fold(schemas.Bare(h.Columns[c].Label))
	}
	h.bindKnown(folded, byFold, nil, Folded)
	h.bindKnown(folded, byAlias, byFold, Alias)
	h.bindNear(s)
}

// names finds a field by a folded name: -1 where several fields read alike, so
// that none is meant for sure.
type names map[string]int

func (n names) add(name string, field int) {
	folded := schemas.Fold(name)
	if other, twice := n[folded]; twice && other != field {
		field = -1
	}
	n[folded] = field
}

// bindKnown binds the columns that are left by their folded labels, but those
// whose label is one of the better names.
func (h *Header) bindKnown(folded []string, known, better names, how Match) {
	for c := range h.Columns {
		column := &h.Columns[c]
		if column.Field >= 0 || column.Duplicate >= 0 || folded[c] == "" {
			continue
		}
		if _, other := better[folded[c]]; other {
			continue
		}
		f, ok := known[folded[c]]
		switch {
		case !ok || f < 0:
		case h.Fields[f] < 0:
			h.bind(c, f, how)
		default:
			column.Second = f
		}
	}
}
