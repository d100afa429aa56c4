package checks

import (
	"fmt"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/types"
	"github.com/socle-commun/socle/validate"
)

// A KeySet is what the rows of one table bear in some of its fields: that to
// which a foreign key of another table may refer.
type KeySet struct {
	keys  *firsts
	types []*types.Type // of the fields
}

// KeysFor reads the table to which k, a foreign key of schema ours, refers:
// in, whose schema is theirs, read strictly or not. The error is that of the input, or says that
// theirs has no such field.
func KeysFor(in validate.Input, theirs, ours *schemas.Schema, k schemas.ForeignKey, strict bool) (*KeySet, error) {
	set := &KeySet{}
	bears := &reference{text: make([]bool, len(k.Targets))}
	for i, name := range k.Targets {
		field := theirs.Field(name)
		if field == nil {
			return nil, fmt.Errorf("the table %q has no field %q", k.Resource, name)
		}
		set.types = append(set.types, field.Type)
		bears.own = append(bears.own, field.Index)
		bears.text[i] = !sameKeys(ours.Fields[k.Fields[i]].Type, field.Type)
	}
	collect := &validate.Check{
		Code:     foreignKey.Code,
		Severity: foreignKey.Severity,
		Keys:     func(*schemas.Schema) []int { return bears.own },
		Table: func(*schemas.Schema) validate.State {
			fresh := *bears
			return &references{Keys: []*reference{&fresh}}
		},
	}
	validate.Expect(in, theirs)
	job := validate.Compile(theirs, []*validate.Check{collect}, validate.Options{Strict: strict}).For(in.File())
	whole := job.Begin()
	for chunk, err := range in.Chunks() {
		if err != nil {
			return nil, err
		}
		job.Merge(whole, job.Check(in, chunk))
		if chunk.Free != nil {
			chunk.Free()
		}
	}
	set.keys = whole.States[0].(*references).Keys[0].here
	return set, nil
}
