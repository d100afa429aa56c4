package schemas

import (
	"encoding/json"
	"strings"

	"github.com/xeipuuv/gojsonschema"
)

// A Property is one property that a JSON Schema describes, as a person is
// shown it.
type Property struct {
	Path        string // below the data's items: "id_local" of a feature's properties, "acheteur.id"
	Title       string
	Description string
	Types       []string // JSON's types, without null
	Format      string   // "date", "email"…; several alternatives have " | " between them, as patterns do
	Pattern     string
	Enum        []string // the texts among its values, or among those of its items
	Example     string
	Required    bool
	Null        bool // null is allowed
}

// compileJSON reads a JSON Schema: it must compile, its references included.
func (c *compiler) compileJSON(doc map[string]any) {
	c.head(doc)
	if _, err := compileJSONSchema(c.schema.Document); err != nil {
		if address, ok := elsewhere(err); ok {
			c.problem("", "ce JSON Schema renvoie à « %s », et aucun autre document n'est chargé : recopiez dans le schéma ce qu'il y prend.",
				`this JSON Schema refers to "%s", and no other document is loaded: copy what it takes from there into the schema.`, quoted(address))
			return
		}
		c.problem("", "ce JSON Schema n'est pas utilisable (%s).", "this JSON Schema cannot be used (%s).", quoted(err.Error()))
		return
	}
	top, _ := ordered(c.schema.Document).(*object)
	c.schema.Properties = propertiesOf(top)
}

// compileJSONSchema compiles a document with gojsonschema. The shapes of
// geojson.org are at hand; no reference is followed over the network.
func compileJSONSchema(document []byte) (*gojsonschema.Schema, error) {
	loader := gojsonschema.NewSchemaLoader()
	loader.AutoDetect = false // it would refuse a draft that it does not know
	loader.Draft = draftOf(document)
	if err := addGeoJSON(loader, document); err != nil {
		return nil, err
	}
	document, err := inDraft7(document)
	if err != nil {
		return nil, err
	}
	return loader.Compile(closed{gojsonschema.NewBytesLoader(document)})
}

// draftOf gives the draft that a document is read as: the one it names, and
// Draft-07 for a later one or none.
func draftOf(document []byte) gojsonschema.Draft {
	var head struct {
		Schema any `json:"$schema"`
	}
	if json.Unmarshal(document, &head) != nil {
		return gojsonschema.Draft7
	}
	switch named := words(head.Schema); {
	case strings.Contains(named, "json-schema.org/draft-04"):
		return gojsonschema.Draft4
	case strings.Contains(named, "json-schema.org/draft-06"):
		return gojsonschema.Draft6
	}
	return gojsonschema.Draft7
}
