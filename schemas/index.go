package schemas

import (
	_ "embed"
	"encoding/json"
	"sync"
)

// indexDocument is what Detect has to know of the catalogue, so that it need
// not compile hundreds of documents to recognise one file. It is made from
// them: a test says when it is stale, and go test ./schemas -update makes it
// anew.
//
//go:embed catalog/index.json
var indexDocument []byte

// An outline is what Detect knows of one dataset.
type outline struct {
	Name     string           `json:"name"`
	Keywords []string         `json:"keywords,omitempty"`
	Versions []versionOutline `json:"versions"` // newest first
}

// A versionOutline lists the folded names of a version's fields.
type versionOutline struct {
	Version  string   `json:"version"`
	Required []string `json:"required"`
	Optional []string `json:"optional"`
}

// outlines reads the index, once.
var outlines = sync.OnceValue(func() []outline {
	var out []outline
	if err := json.Unmarshal(indexDocument, &out); err != nil {
		panic("the embedded index is broken: " + err.Error())
	}
	return out
})

// makeIndex outlines the whole catalogue.
func makeIndex() ([]outline, error) {
	var out []outline
	for _, e := range Entries() {
		o := outline{Name: e.Name}
		for i := len(e.Versions) - 1; i >= 0; i-- {
			s, err := load(e.Name, e.Versions[i])
			if err != nil {
				return nil, err
			}
			if o.Keywords == nil {
				o.Keywords = s.Keywords
			}
			v := versionOutline{Version: e.Versions[i], Required: []string{}, Optional: []string{}}
			for k := range s.Fields {
				name := Fold(s.Fields[k].Name)
				if s.Fields[k].Constraints.Required {
					v.Required = append(v.Required, name)
				} else {
					v.Optional = append(v.Optional, name)
				}
			}
			o.Versions = append(o.Versions, v)
		}
		out = append(out, o)
	}
	return out, nil
}
