package schemas

import (
	"fmt"

	"github.com/xeipuuv/gojsonschema"
)

// A closed document is a JSON Schema from which no reference leads to another
// document: gojsonschema would fetch those from the network or the disk.
// Documents that were added to the schema loader are within reach.
type closed struct{ gojsonschema.JSONLoader }

// LoaderFactory gives what loads the documents that are referred to.
func (closed) LoaderFactory() gojsonschema.JSONLoaderFactory { return nowhere{} }

type nowhere struct{}

// New gives a loader that fails.
func (nowhere) New(source string) gojsonschema.JSONLoader {
	return unreachable{gojsonschema.NewReferenceLoader(source), source}
}

type unreachable struct {
	gojsonschema.JSONLoader
	source string
}

// LoadJSON says that the document is not loaded.
func (u unreachable) LoadJSON() (any, error) {
	return nil, fmt.Errorf("it refers to %s, and no other document is loaded", u.source)
}
