package main

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// keyChoices are about references to other tables.
var keyChoices = []choice{
	{"a schema does not know the name of the file that it judges: a key that refers to this table names no resource",
		func(e *evidence, d difference) bool {
			return d.Ours && d.Type == "resource-error" && strings.Contains(d.Note, `the table "data"`)
		}},
	{"a table that is not given, or has not the fields that a key names, is told once, and the key is not judged",
		func(e *evidence, d difference) bool {
			if d.Ours {
				return d.Type == "resource-error" && e.unread(d.fault)
			}
			key := e.keyOf(d.fault)
			return key != nil && slices.ContainsFunc(e.ours, func(f fault) bool {
				return f.Type == "resource-error" && strings.Contains(f.Note, `the table "`+key.Resource+`"`)
			})
		}},
	{"keys whose fields are of different types are the same where their texts are: the peer never finds them",
		func(e *evidence, d difference) bool {
			key := e.keyOf(d.fault)
			return !d.Ours && key != nil && e.acrossTypes(key)
		}},
}

// keyOf gives the foreign key of which the peer's note speaks, or nil.
func (e *evidence) keyOf(f fault) *schemas.ForeignKey {
	if f.Type != "foreign-key" {
		return nil
	}
	s := e.schema()
	for i := range s.ForeignKeys {
		key := &s.ForeignKeys[i]
		names := make([]string, len(key.Fields))
		for n, at := range key.Fields {
			names[n] = s.Fields[at].Name
		}
		if strings.HasPrefix(f.Note, `for "`+strings.Join(names, ", ")+`":`) && strings.Contains(f.Note, `table "`+key.Resource+`" as`) {
			return key
		}
	}
	return nil
}

// unread says whether a fault is of a table that the case does not have, or
// that has not the fields which the key names.
func (e *evidence) unread(f fault) bool {
	return slices.ContainsFunc(e.schema().ForeignKeys, func(key schemas.ForeignKey) bool {
		if !strings.Contains(f.Note, `the table "`+key.Resource+`"`) {
			return false
		}
		other := e.target(&key)
		return e.Options.Package == "" || other == nil ||
			slices.ContainsFunc(key.Targets, func(name string) bool { return other.Field(name) == nil })
	})
}

// target reads the schema of the table that a key refers to, nil where there
// is none.
func (e *evidence) target(key *schemas.ForeignKey) *schemas.Schema {
	if key.Resource == "" {
		return e.schema()
	}
	other, err := schemas.ParseFile(e.path(key.Resource + ".schema.json"))
	if err != nil {
		return nil
	}
	return other
}

// acrossTypes says whether a field of a key and the one that it refers to are
// of different types.
func (e *evidence) acrossTypes(key *schemas.ForeignKey) bool {
	other := e.target(key)
	for i, at := range key.Fields {
		if other == nil || i >= len(key.Targets) {
			return false
		}
		from, to := e.schema().Fields[at].Type, other.Field(key.Targets[i])
		if from != nil && to != nil && to.Type != nil && from.Name != to.Type.Name {
			return true
		}
	}
	return false
}
