package validate

import "github.com/socle-commun/socle/schemas"

// A Match says how a column found its field.
type Match uint8

// How a column finds its field.
const (
	Unmatched  Match = iota // the schema has no such field
	Exact                   // the label is the field's name
	Folded                  // alike but for case, accents, spaces or punctuation
	Positional              // by its place alone: strict reading, another label
)

// A Column is one column of the file, bound to a field or not.
type Column struct {
	Label     string
	Field     int // position in the schema, or -1
	Match     Match
	Duplicate int // column (from 0) of the first column with the same label, or -1
}

// A Header is a file's columns held against a schema's fields.
type Header struct {
	Columns []Column
	Fields  []int // by field: its column, or -1
}

// Bind holds labels against the fields of a schema. Tolerant reading is by
// name, whatever the order; strict reading is by position, as Table Schema's
// fieldsMatch "exact" has it. No two columns are bound to one field.
func Bind(s *schemas.Schema, labels []string, strict bool) *Header {
	h := &Header{Columns: make([]Column, len(labels)), Fields: make([]int, len(s.Fields))}
	for i := range h.Fields {
		h.Fields[i] = -1
	}
	first := make(map[string]int, len(labels))
	for c, label := range labels {
		h.Columns[c] = Column{Label: label, Field: -1, Duplicate: -1}
		if at, twice := first[label]; twice && label != "" {
			h.Columns[c].Duplicate = at
		} else {
			first[label] = c
		}
	}
	if strict {
		h.bindByPlace(s)
	} else {
		h.bindByName(s)
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

func (h *Header) bindByName(s *schemas.Schema) {
	byName := make(map[string]int, len(s.Fields))
	for i := range s.Fields {
		byName[s.Fields[i].Name] = i
	}
	for c := range h.Columns {
		if f, ok := byName[h.Columns[c].Label]; ok && h.Fields[f] < 0 {
			h.bind(c, f, Exact)
		}
	}
	byFold := make(map[string]int, len(s.Fields))
	for i := range s.Fields {
		folded := schemas.Fold(s.Fields[i].Name)
		if _, twice := byFold[folded]; twice {
			byFold[folded] = -1 // two fields read alike: neither is meant for sure
		} else {
			byFold[folded] = i
		}
	}
	for c := range h.Columns {
		column := &h.Columns[c]
		if column.Field >= 0 || column.Duplicate >= 0 {
			continue
		}
		if f, ok := byFold[schemas.Fold(column.Label)]; ok && f >= 0 && h.Fields[f] < 0 {
			h.bind(c, f, Folded)
		}
	}
}
