package schemas

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
)

// An index is what Detect knows of the catalogue.
type index struct {
	Common   map[string]int // by folded name: the datasets that have such a field or alias, where they are several
	Datasets []outline
}

// An outline is what Detect knows of one dataset. Fields and aliases are
// folded.
type outline struct {
	Name     string
	Kind     Kind
	Keywords []string
	Aliases  map[string][]string // by field
	Versions []versionOutline    // newest first

	entry *Entry // of a folder of the user's; nil for the embedded catalogue
}

// load compiles one version of the dataset.
func (o *outline) load(version string) (*Schema, error) {
	if o.entry != nil {
		return o.entry.Load(version)
	}
	return load(o.Name, version)
}

// A versionOutline lists the names of a version's fields.
type versionOutline struct {
	Version            string
	Required, Optional []string
	Rules              string // the same where two versions have the same enumerations and patterns
}

// makeIndex outlines the whole catalogue: its tables, and the JSON data whose
// items have names.
func makeIndex() (*index, error) {
	out := &index{Common: map[string]int{}}
	for _, e := range Entries() {
		o := outline{Name: e.Name}
		for _, version := range slices.Backward(e.Versions) {
			s, err := load(e.Name, version)
			if err != nil {
				return nil, err
			}
			o.add(s)
		}
		if len(o.Versions) > 0 {
			out.Datasets = append(out.Datasets, o)
		}
	}
	for _, o := range out.Datasets {
		if o.Kind != Table {
			continue // a table is never one of these
		}
		for name := range o.names() {
			out.Common[name]++
		}
	}
	maps.DeleteFunc(out.Common, func(_ string, datasets int) bool { return datasets == 1 })
	return out, nil
}

// names gathers all fields and aliases of a dataset.
func (o *outline) names() map[string]bool {
	all := map[string]bool{}
	add := func(names []string) {
		for _, name := range names {
			all[name] = true
		}
	}
	for i := range o.Versions {
		add(o.Versions[i].Required)
		add(o.Versions[i].Optional)
	}
	for _, aliases := range o.Aliases {
		add(aliases)
	}
	return all
}

// add outlines one more version of a dataset, older than those before it. One
// that has no names is left out, and so is one of another kind.
func (o *outline) add(s *Schema) {
	if len(o.Versions) > 0 && s.Kind != o.Kind || len(s.Fields)+len(s.Properties) == 0 {
		return
	}
	o.Kind = s.Kind
	if o.Keywords == nil {
		o.Keywords = s.Keywords
	}
	v := versionOutline{Version: s.Version, Rules: rulesOf(s)}
	if s.Kind == JSON {
		names, required := recordNames(s.Properties)
		for _, name := range names {
			if required[name] {
				v.Required = append(v.Required, Fold(name))
			} else {
				v.Optional = append(v.Optional, Fold(name))
			}
		}
	}
	for i := range s.Fields {
		f := &s.Fields[i]
		name := Fold(f.Name)
		if f.Constraints.Required {
			v.Required = append(v.Required, name)
		} else {
			v.Optional = append(v.Optional, name)
		}
		if len(f.Aliases) == 0 || o.Aliases[name] != nil {
			continue
		}
		if o.Aliases == nil {
			o.Aliases = map[string][]string{}
		}
		for _, alias := range f.Aliases {
			o.Aliases[name] = append(o.Aliases[name], Fold(alias))
		}
	}
	o.Versions = append(o.Versions, v)
}

// rulesOf sums up the enumerations and patterns of a schema.
func rulesOf(s *Schema) string {
	sum := fnv.New64a()
	for i := range s.Fields {
		k := &s.Fields[i].Constraints
		if k.Enum != nil {
			fmt.Fprintf(sum, "%q%q", s.Fields[i].Name, k.Enum.Values)
		}
		if k.Pattern != nil {
			fmt.Fprintf(sum, "%q%q", s.Fields[i].Name, k.Pattern.String())
		}
	}
	return fmt.Sprintf("%x", sum.Sum64())
}
