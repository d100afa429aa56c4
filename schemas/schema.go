// Package schemas reads the documents that say what a dataset must look like:
// Table Schema, JSON Schema and Data Package documents, embedded in the
// program or given as files. What comes out, a Schema, is compiled once and
// never changes.
package schemas

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/pattern"
	"github.com/socle-commun/socle/schemas/types"
)

// A Schema is one version of a dataset's schema, compiled. It never changes
// and is shared by all goroutines.
type Schema struct {
	Kind        Kind
	Name        string // OWNER/NAME in the catalogue, or the document's own name
	Version     string // "2.1.1", or "" where the document has none
	Title       string
	Description string
	Homepage    string
	Modified    string   // date of the last change, as published
	Proposal    bool     // ours, where no national schema exists
	Official    bool     // the published document itself, and not the catalogue's rendering of it
	Notes       []string // what the official document gets wrong and is kept
	Keywords    []string // words of a file's name that speak for the dataset, its own name first
	Fields      []Field
	FieldsMatch FieldsMatch  // how columns and fields match; MatchUnsaid where the document does not say
	PrimaryKey  []int        // positions in Fields; nil without a key
	UniqueKeys  [][]int      // of Table Schema 2: positions in Fields of each
	ForeignKeys []ForeignKey // to this table and to others
	Missing     []string     // cells with one of these texts count as empty
	Checks      []CustomCheck
	Remarks     []Problem  // oddities of the document that do not stop it
	Resources   []Resource // of a Data Package
	Properties  []Property // of a JSON Schema
	Document    []byte     // the document as it was read; not to be changed
	Source      string     // where it was read: a path, or "" for the catalogue
}

// A Field is one column that a schema describes.
type Field struct {
	Index       int // position in Schema.Fields
	Name        string
	Title       string
	Description string
	Example     string // as published; "" without one
	Model       string // the example, where it is short and keeps to the field's own rules; else ""
	Type        *types.Type
	TrueValues  []string // of a boolean: what means yes, as written or by default
	FalseValues []string // of a boolean: what means no
	Missing     []string // the schema's, or the field's own
	Aliases     []string // other names under which its column is met
	Constraints Constraints
	Checks      []CustomCheck // those whose parameter "column" names this field
}

// A CustomCheck is one entry of custom_checks, Validata's extension of Table Schema.
type CustomCheck struct {
	Name   string
	Params map[string]any
}

// Column gives the text of a parameter, such as the name of a column.
func (c CustomCheck) Column(param string) string {
	s, _ := c.Params[param].(string)
	return s
}

// List gives the texts of a parameter that is one text or several, and one
// empty text where there is none.
func (c CustomCheck) List(param string) []string {
	if l := list(c.Params[param]); len(l) > 0 {
		return l
	}
	return []string{""}
}

// Columns lists the columns that the check's parameters name, in the order of
// the parameters' names.
func (c CustomCheck) Columns() []string {
	var out []string
	for _, param := range slices.Sorted(maps.Keys(c.Params)) {
		if strings.Contains(param, "column") {
			out = append(out, list(c.Params[param])...)
		}
	}
	return out
}

// Constraints is what a field demands of its cells, compiled.
type Constraints struct {
	Required     bool
	Unique       bool
	Pattern      *pattern.Pattern // nil without one
	Enum         *Enum            // nil without one
	Minimum      *Bound           // nil without one, as the three below
	Maximum      *Bound
	ExclusiveMin *Bound
	ExclusiveMax *Bound
	MinLength    int         // -1 without one
	MaxLength    int         // -1 without one
	JSONSchema   *JSONSchema // of an object, an array or a GeoJSON value; nil without one
	Items        *Items      // what is demanded of each item of an array; nil for nothing
}

// NeedsKey says whether a check of this field's cells compares values, so that
// the engine has to make the canonical key of each cell.
func (c *Constraints) NeedsKey() bool {
	return c.Enum != nil || c.Minimum != nil || c.Maximum != nil ||
		c.ExclusiveMin != nil || c.ExclusiveMax != nil
}

// A Bound is the value of a minimum or maximum.
type Bound struct {
	Key  []byte // as types.Type.Key makes it; compares with bytes.Compare
	Text string // as the document writes it
}

// Below says whether a value is less than the bound. NaN fails every bound,
// and a nil bound fails nothing.
func (b *Bound) Below(t *types.Type, key []byte) bool {
	return b != nil && (bytes.Compare(key, b.Key) < 0 || t.IsNaN(key))
}

// Above says whether a value is more than the bound.
func (b *Bound) Above(t *types.Type, key []byte) bool {
	return b != nil && (bytes.Compare(key, b.Key) > 0 || t.IsNaN(key))
}

// AtMost says whether a value is the bound or less.
func (b *Bound) AtMost(t *types.Type, key []byte) bool {
	return b != nil && (bytes.Compare(key, b.Key) <= 0 || t.IsNaN(key))
}

// AtLeast says whether a value is the bound or more.
func (b *Bound) AtLeast(t *types.Type, key []byte) bool {
	return b != nil && (bytes.Compare(key, b.Key) >= 0 || t.IsNaN(key))
}

// An Enum is the closed list of the values of a field.
type Enum struct {
	Values []string // as the document writes them, in its order
	Items  []any    // the same, as decoded from JSON
	keys   map[string]struct{}
}

// Has says whether the value with this canonical key is in the list.
func (e *Enum) Has(key []byte) bool {
	_, ok := e.keys[string(key)]
	return ok
}

// ID names the schema and its version, as the command line takes them.
func (s *Schema) ID() string {
	if s.Version == "" {
		return s.Name
	}
	return s.Name + "@" + s.Version
}

// Field gives the field of that name, or nil.
func (s *Schema) Field(name string) *Field {
	for i := range s.Fields {
		if s.Fields[i].Name == name {
			return &s.Fields[i]
		}
	}
	return nil
}

// Required counts the fields that must be filled.
func (s *Schema) Required() int {
	n := 0
	for i := range s.Fields {
		if s.Fields[i].Constraints.Required {
			n++
		}
	}
	return n
}

// HasCheck says whether the schema asks for a custom check of that name.
func (s *Schema) HasCheck(name string) bool {
	return slices.ContainsFunc(s.Checks, func(c CustomCheck) bool { return strings.EqualFold(c.Name, name) })
}

// HasCheck says whether a custom check of one of these names, old or new,
// stands on the field.
func (f *Field) HasCheck(names ...string) bool {
	for _, c := range f.Checks {
		for _, name := range names {
			if strings.EqualFold(c.Name, name) {
				return true
			}
		}
	}
	return false
}

// IsMissing says whether a cell's text counts as empty.
func (f *Field) IsMissing(raw []byte) bool {
	for _, m := range f.Missing {
		if string(raw) == m {
			return true
		}
	}
	return false
}
