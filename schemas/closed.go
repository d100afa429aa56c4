package schemas

import (
	"errors"
	"strings"

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
	return nil, errors.New(refersTo + u.source + notLoaded)
}

// The words around the address of a document that is not loaded.
const (
	refersTo  = "it refers to "
	notLoaded = ", and no other document is loaded"
)

// elsewhere gives the address of the document that an error says is not
// loaded: gojsonschema keeps no more of an error than its words.
func elsewhere(err error) (address string, ok bool) {
	_, rest, ok := strings.Cut(err.Error(), refersTo)
	if !ok {
		return "", false
	}
	return strings.CutSuffix(rest, notLoaded)
}
