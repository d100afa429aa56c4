package pull

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/diff"
)

// differences tells in which rules an official document differs from the one
// of the same name and version that the program carries, if it carries one.
// What only people read does not count.
func differences(official *schemas.Schema, id string) []diff.Change {
	ours, err := schemas.Find(id)
	if err != nil {
		return nil
	}
	result, err := diff.Compare(published(ours), published(official))
	if err != nil {
		return nil
	}
	var rules []diff.Change
	for _, c := range result.Changes {
		if !c.Kind.Text() {
			rules = append(rules, c)
		}
	}
	return rules
}

// published is a schema without what the embedded catalogue adds to it: which
// of its own schemas a resource of a Data Package follows. Schemas within the
// package are left out too, for ours have other sentences.
func published(s *schemas.Schema) *schemas.Schema {
	if s.Kind != schemas.Package {
		return s
	}
	plain := *s
	plain.Resources = make([]schemas.Resource, len(s.Resources))
	for i, r := range s.Resources {
		r.Entry, r.Inline = "", nil
		plain.Resources[i] = r
	}
	return &plain
}
