package schemas

import (
	_ "embed"
	"encoding/json"
	"path"
	"strings"
	"sync"
)

// documentedList names the schemas of the national catalogue that have no
// document for machines, as published on schema.data.gouv.fr.
//
//go:embed catalog/documented.json
var documentedList []byte

// A Documented is a schema that exists as documentation only: nothing can be
// judged by it.
type Documented struct {
	Name          string   `json:"name"` // OWNER/NAME
	Title         string   `json:"title"`
	Documentation string   `json:"documentation"` // address
	Versions      []string `json:"versions"`      // oldest first
}

// AllDocumented lists the schemas that exist as documentation only, by name.
// The list is shared: it is not to be changed.
var AllDocumented = sync.OnceValue(func() []Documented {
	var out []Documented
	if err := json.Unmarshal(documentedList, &out); err != nil {
		panic("the embedded list of documented schemas is broken: " + err.Error())
	}
	return out
})

// A DocumentedError is returned for a schema that exists as documentation only.
type DocumentedError struct{ Documented }

// Error says the error in English.
func (e *DocumentedError) Error() string {
	return e.Name + " has no document for machines: " + e.Documentation
}

// documented finds a documented schema by its whole or its short name.
func documented(name string) (Documented, bool) {
	for _, d := range AllDocumented() {
		if strings.EqualFold(d.Name, name) || strings.EqualFold(path.Base(d.Name), name) {
			return d, true
		}
	}
	return Documented{}, false
}
