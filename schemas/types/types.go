// Package types judges the cells of a column by the types of Table Schema.
//
// A cell arrives as bytes and is valid or not. Where a constraint needs its value, it is turned into a key: bytes that
// are equal when the values are equal and that, for an ordered type, compare as the values do. Minimum, maximum, enum,
// uniqueness and primary keys all work on keys, and none of them knows what a number or a date is.
//
// The rules are those of Table Schema v1 (https://specs.frictionlessdata.io/table-schema/); where it is silent, what
// frictionless-py accepts, save its leniency that comes from Python (underscores in numbers, digits of other scripts).
package types

import (
	"fmt"
	"slices"
	"strings"
)

// Spec is what a field's descriptor says of its type. Zero values mean the specification's defaults.
type Spec struct {
	Type   string // "" is string
	Format string // "" is default

	DecimalChar string // of a number; "" is "."
	GroupChar   string // of a number or an integer; "" is none
	BareNumber  *bool  // false lets text stand around a number or an integer; nil is true

	TrueValues  []string // of a boolean; nil is true True TRUE 1
	FalseValues []string // of a boolean; nil is false False FALSE 0

	Delimiter string // between the items of a list; "" is ","
	ItemType  *Type  // of the items of an array or a list; nil is any
}

// Type judges cells. It is compiled once, never changes, and is shared by all goroutines.
type Type struct {
	Name   string // as in Names
	Format string // default, or what the descriptor asked for
	// Ordered says that keys compare as values do, so that minimum and maximum make sense.
	Ordered bool
	// Text says that the key of a cell is the cell itself.
	Text bool
	// Sized says that Length is defined, so that minLength and maxLength make sense.
	Sized bool

	anything bool // every text is valid

	valid   func(raw []byte) bool
	key     func(dst, raw []byte) ([]byte, bool)
	length  func(raw []byte) int
	explain func(raw []byte) (reason, fix string)
	decimal string                                 // of a number: its decimal sign
	value   func(dst []byte, v any) ([]byte, bool) // key of a JSON value that is not a string; nil: of its text
	items   func(raw []byte, yield func(Item) bool)
	place   func(raw []byte) (place, bool)
	plain   *Type // the same type in its default format, which may also write bounds; nil when this is it
}

// A kind is one row of the table of types.
type kind struct {
	name  string
	build func(*Type, Spec) (remarks []string, err error)
}

// kinds is the table of types: everything else (names, errors) derives from it.
var kinds = []kind{
	{"string", buildString},
	{"number", buildNumber},
	{"integer", buildInteger},
	{"boolean", buildBoolean},
	{"object", buildObject},
	{"array", buildArray},
	{"list", buildList},
	{"date", buildDate},
	{"time", buildTime},
	{"datetime", buildDatetime},
	{"year", buildYear},
	{"yearmonth", buildYearmonth},
	{"duration", buildDuration},
	{"geopoint", buildGeopoint},
	{"geojson", buildGeojson},
	{"any", buildAny},
}

// Names lists the types that Compile knows.
func Names() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

// Compile makes the type that a descriptor describes. It fails on a type that it does not know, on a format that it
// cannot read, and on signs that no number could be written with; the error names what was asked and what is known.
// What published schemas get wrong without changing what is valid, such as a format that a string does not have, is
// ignored and told in the remarks.
func Compile(spec Spec) (*Type, []string, error) {
	t, remarks, err := compile(spec)
	if err != nil {
		return nil, remarks, err
	}
	if t.Format != defaultFormat {
		spec.Format = defaultFormat
		t.plain, _, err = compile(spec)
	}
	return t, remarks, err
}

const defaultFormat = "default"

func compile(spec Spec) (*Type, []string, error) {
	name := spec.Type
	if name == "" {
		name = "string"
	}
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
	if i < 0 {
		return nil, nil, fmt.Errorf("type %q is unknown: known types are %s", name, strings.Join(Names(), ", "))
	}
	t := &Type{Name: name, Format: spec.Format}
	if t.Format == "" {
		t.Format = defaultFormat
	}
	remarks, err := kinds[i].build(t, spec)
	return t, remarks, err
}

// onlyDefault makes a type that has no formats ignore the one that it was given, and says so.
func (t *Type) onlyDefault() []string {
	if t.Format == defaultFormat {
		return nil
	}
	remark := fmt.Sprintf("format %q of type %s is unknown and ignored: %s has only the format default", t.Format, t.Name, t.Name)
	t.Format = defaultFormat
	return []string{remark}
}

func (t *Type) unknownFormat(known ...string) error {
	return fmt.Errorf("format %q of type %s is unknown: known formats are %s", t.Format, t.Name, strings.Join(known, ", "))
}

// Valid says whether a cell is of the type. The cell is neither empty nor a missing value, and stays the caller's.
func (t *Type) Valid(raw []byte) bool { return t.valid(raw) }

// Validator is Valid as a function, for those who ask it of many cells.
func (t *Type) Validator() func(raw []byte) bool { return t.valid }

// Anything says that every text is valid.
func (t *Type) Anything() bool { return t.anything }

// Decimal is the decimal sign of a number type, "" of any other.
func (t *Type) Decimal() string { return t.decimal }

// Key appends the key of a cell to dst; it is false, and dst is returned as it was, when the cell is not valid.
// A key does not tell where it ends: write its length before it when joining several.
func (t *Type) Key(dst, raw []byte) ([]byte, bool) { return t.key(dst, raw) }

// Length is the length of a valid cell of a Sized type: code points of a string, items of an array or a list, keys of
// an object. It is 0 for other types.
func (t *Type) Length(raw []byte) int {
	if t.length == nil {
		return 0
	}
	return t.length(raw)
}
