package jsonschema

import (
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// A Keyword is a demand of a schema, by the word that JSON Schema has for it.
type Keyword string

// The demands that a Fault may be about.
const (
	Type              Keyword = "type"
	Enum              Keyword = "enum"
	Const             Keyword = "const"
	Minimum           Keyword = "minimum"
	Maximum           Keyword = "maximum"
	ExclusiveMinimum  Keyword = "exclusiveMinimum"
	ExclusiveMaximum  Keyword = "exclusiveMaximum"
	MultipleOf        Keyword = "multipleOf"
	MinLength         Keyword = "minLength"
	MaxLength         Keyword = "maxLength"
	Pattern           Keyword = "pattern"
	Format            Keyword = "format"
	MinItems          Keyword = "minItems"
	MaxItems          Keyword = "maxItems"
	UniqueItems       Keyword = "uniqueItems"
	AdditionalItems   Keyword = "additionalItems"
	Contains          Keyword = "contains"
	MinProperties     Keyword = "minProperties"
	MaxProperties     Keyword = "maxProperties"
	Required          Keyword = "required"
	AdditionalMembers Keyword = "additionalProperties"
	PropertyNames     Keyword = "propertyNames"
	Dependencies      Keyword = "dependencies"
	AnyOf             Keyword = "anyOf" // no alternative fits, and none is nearer than the others
	OneOf             Keyword = "oneOf" // several alternatives fit where one may
	Not               Keyword = "not"
	Never             Keyword = "false" // nothing may stand there
	Huge              Keyword = "huge"  // a number that nothing can be reckoned with
)

// A Fault is one demand that an item does not keep to, at one place.
type Fault struct {
	Keyword  Keyword
	Path     string   // the property, as schemas.Property.Path has it; what is missing or too much is named
	Place    string   // the same with the positions in lists, from 1: "titulaires[2].id"
	Property int      // position in Schema.Properties, -1 for none
	At, End  int      // the value's bytes in the item; of a missing property, those of the object
	Kind     string   // what the value is, as types are called: "string"
	Name     string   // the member that is missing, unknown or badly named
	Names    []string // of AnyOf: members one of which must be there
	Types    []string // of Type: those that pass
	Allowed  []string // of Enum and Const: the values that pass, texts as they are
	Limit    string   // of bounds and counts, as the document writes it
	Count    int      // what Limit is compared with, of lengths and counts
	First    int      // of UniqueItems: the position of the equal element before, from 1
	Pattern  string
	Format   string
}

// mostFaults is how many faults of one item are told.
const mostFaults = 200

// A found is a fault before it is told.
type found struct {
	Fault
	token int
	depth int
}

// A step is one on the way from the item to a value: a name, or a position in
// a list.
type step struct {
	name  string
	index int // from 1; 0 for a name
}

// fail notes a fault of the value at a token, where faults are told, and gives
// it to be completed; nil where not. It is of the node's judgement: false.
func (r *run) fail(word Keyword, at int) *Fault {
	if r.quiet {
		return nil
	}
	if len(r.faults) >= r.most {
		r.quiet = true // nothing more is told: the rest need not be looked at
		return nil
	}
	t := &r.toks[at]
	r.faults = append(r.faults, found{Fault{Keyword: word, At: int(t.start), End: int(t.end), Kind: r.kindName(at)}, at, len(r.steps)})
	f := &r.faults[len(r.faults)-1].Fault
	f.Path, f.Place = r.path("")
	return f
}

// kindName says what a value is, as types are called.
func (r *run) kindName(at int) string {
	t := &r.toks[at]
	switch t.kind {
	case isNull:
		return "null"
	case isBoolean:
		return "boolean"
	case isNumber:
		if number := r.item[t.start:t.end]; !isHuge(number) && isWhole(number) {
			return "integer"
		}
		return "number"
	case isArray:
		return "array"
	case isObject:
		return "object"
	}
	return "string"
}

func (r *run) down(name string, index int) {
	if !r.quiet {
		r.steps = append(r.steps, step{name, index})
	}
}

// path writes the way to where the judgement is, or to a member there.
func (r *run) path(member string) (path, place string) {
	names := slices.Clone(r.prefix)
	var b strings.Builder
	add := func(name string) {
		names = append(names, name)
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(name)
	}
	for i, s := range r.steps {
		switch {
		case s.index > 0:
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case i == 0 && s.name == "properties" && r.wrapped && (member != "" || len(r.steps) > 1):
			names = append(names, s.name)
		default:
			add(s.name)
		}
	}
	if member != "" {
		add(member)
	}
	return schemas.PropertyPath(names), b.String()
}
