// Package diff tells what changed from one schema to another, mostly from one
// version of a dataset's schema to the next: which columns came, went, were
// renamed or moved, and which rules became stricter or looser.
//
// It compares what the schemas demand, not how their documents are written: a
// member that is absent and one that holds its default are alike.
package diff

import (
	"errors"

	"github.com/socle-commun/socle/schemas"
)

// A Direction says what a change means for the files that kept to the schema
// before it.
type Direction string

// The directions.
const (
	Tightened Direction = "tightened" // what was valid may be refused now
	Loosened  Direction = "loosened"  // what was refused may be valid now, and nothing valid is refused
	Changed   Direction = "changed"   // both, or it cannot be told
	Neutral   Direction = "neutral"   // the same files are valid, where columns are found by name
)

// A Kind says what a change is about. Kinds that a member of Table Schema
// carries have its name.
type Kind string

// The kinds of changes.
const (
	FieldAdded   Kind = "field-added"
	FieldRemoved Kind = "field-removed"
	FieldRenamed Kind = "field-renamed"
	FieldMoved   Kind = "field-moved" // among the columns that are in both

	Type             Kind = "type"
	Format           Kind = "format"
	Required         Kind = "required"
	Unique           Kind = "unique"
	Null             Kind = "null" // JSON Schema: whether null is allowed
	Pattern          Kind = "pattern"
	Enum             Kind = "enum"
	Minimum          Kind = "minimum"
	Maximum          Kind = "maximum"
	ExclusiveMinimum Kind = "exclusiveMinimum"
	ExclusiveMaximum Kind = "exclusiveMaximum"
	MinLength        Kind = "minLength"
	MaxLength        Kind = "maxLength"
	TrueValues       Kind = "trueValues"
	FalseValues      Kind = "falseValues"
	MissingValues    Kind = "missingValues" // of a field, or of the schema where there is no field
	DecimalChar      Kind = "decimalChar"
	GroupChar        Kind = "groupChar"
	BareNumber       Kind = "bareNumber"
	Delimiter        Kind = "delimiter"
	ItemType         Kind = "itemType"
	JSONSchema       Kind = "jsonSchema"

	FieldsMatch Kind = "fieldsMatch"
	PrimaryKey  Kind = "primaryKey"
	UniqueKeys  Kind = "uniqueKeys"
	ForeignKeys Kind = "foreignKeys"
	CustomCheck Kind = "custom_checks"

	ResourceAdded   Kind = "resource-added" // Data Package, as the two below
	ResourceRemoved Kind = "resource-removed"
	ResourceSchema  Kind = "resource-schema"

	Other Kind = "other" // JSON Schema: rules that are not told apart

	Title       Kind = "title"
	Description Kind = "description"
	Example     Kind = "example"
)

// Text says whether a change touches only what people read.
func (k Kind) Text() bool { return k == Title || k == Description || k == Example }

// A Change is one thing that differs. Before and After are nil where there
// was, or is, nothing; else a bool, a string, an int (a length, or a position
// counted from 1) or a []string.
type Change struct {
	Kind      Kind      `json:"kind"`
	Field     string    `json:"field,omitempty"` // the column's name, the present one if it has two; "" for the whole schema
	Item      bool      `json:"item,omitempty"`  // about each item of the column's lists
	Before    any       `json:"before"`
	After     any       `json:"after"`
	Added     []string  `json:"added,omitempty"`   // of a list: what came
	Removed   []string  `json:"removed,omitempty"` // of a list: what went
	Direction Direction `json:"direction"`
	Label     string    `json:"label,omitempty"`   // title of a column that came, went or was renamed
	Example   string    `json:"example,omitempty"` // of a pattern: a value that keeps to it

	property bool // of a JSON Schema, which has no columns
}

// A Side names one of the schemas compared.
type Side struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
}

// ID names the side as the command line takes it.
func (s Side) ID() string {
	if s.Version == "" {
		return s.Name
	}
	return s.Name + "@" + s.Version
}

// A Result is all that changed from one schema to another. Changes of columns
// come first, in this order: removed, added, renamed, moved; then those within
// a column, in the order of the columns; then those of the schema.
type Result struct {
	Kind    schemas.Kind `json:"kind"`
	Before  Side         `json:"before"`
	After   Side         `json:"after"`
	Changes []Change     `json:"changes"`
}

// Count says how many changes have one of the directions, texts aside.
func (r *Result) Count(of ...Direction) int {
	n := 0
	for _, c := range r.Changes {
		for _, d := range of {
			if c.Direction == d && !c.Kind.Text() {
				n++
			}
		}
	}
	return n
}

// Texts counts the changes of what only people read.
func (r *Result) Texts() int {
	n := 0
	for _, c := range r.Changes {
		if c.Kind.Text() {
			n++
		}
	}
	return n
}

// ErrKinds says that schemas of two kinds, such as a Table Schema and a JSON
// Schema, have nothing to compare.
var ErrKinds = errors.New("diff: schemas of different kinds")

// Compare tells what changed from one schema to another. The error is ErrKinds
// where they are of two kinds.
func Compare(before, after *schemas.Schema) (*Result, error) {
	if before.Kind != after.Kind {
		return nil, ErrKinds
	}
	r := &Result{
		Kind: before.Kind, Before: Side{before.Name, before.Version}, After: Side{after.Name, after.Version},
		Changes: []Change{},
	}
	if before.Kind == schemas.Package {
		r.resources(before.Resources, after.Resources)
		return r, nil
	}
	old, now := read(before), read(after)
	pairs := match(old.columns, now.columns)
	r.columns(old.columns, now.columns, pairs)
	for i, from := range pairs {
		if from >= 0 {
			r.add(compare(&old.columns[from], &now.columns[i])...)
		}
	}
	r.table(old, now, pairs)
	if r.Kind == schemas.JSON {
		r.add(rest(old, now)...)
	}
	for i := range r.Changes {
		r.Changes[i].property = r.Kind == schemas.JSON
	}
	return r, nil
}

func (r *Result) add(changes ...Change) { r.Changes = append(r.Changes, changes...) }
