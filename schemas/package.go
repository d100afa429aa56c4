package schemas

import (
	"encoding/json"
	"fmt"
	"slices"
)

// A Resource is one file that a Data Package describes.
type Resource struct {
	Name     string
	Title    string
	Paths    []string        // of its data, relative to the package's document or addresses; several are parts of one table
	Data     any             // the data that the document holds, decoded with its numbers as written; nil without any
	Encoding string          // as declared; "" where it is not
	Schema   string          // address of its schema, relative to the document; "" where the document holds it or there is none
	Inline   json.RawMessage // the schema that the document holds; nil without one
	Dialect  json.RawMessage // the dialect that the document holds, or its address as a text; nil without one
	Entry    string          // the catalogue's schema of this resource, OWNER/NAME; "" without one
}

// compilePackage reads a Data Package document. Of a resource it keeps what
// tells which data and which schema go together.
func (c *compiler) compilePackage(doc map[string]any) {
	c.head(doc)
	var names []string
	for i, r := range objects(doc["resources"]) {
		path := fmt.Sprintf("resources[%d]", i)
		if r == nil {
			c.problem(path, "une ressource s'écrit comme un objet JSON.", "a resource is written as a JSON object.")
			continue
		}
		resource := c.resource(path, r)
		if resource.Name != "" && slices.Contains(names, resource.Name) {
			c.problem(path+".name", "le nom « %s » est déjà celui d'une autre ressource.", `the name "%s" is already that of another resource.`, resource.Name)
		}
		names = append(names, resource.Name)
		c.schema.Resources = append(c.schema.Resources, resource)
	}
	if len(c.schema.Resources) == 0 && len(c.problems) == 0 {
		c.problem("resources", "la liste des ressources est vide.", "the list of resources is empty.")
	}
}

func (c *compiler) resource(path string, r map[string]any) Resource {
	out := Resource{
		Name: words(r["name"]), Title: words(r["title"]), Paths: list(r["path"]), Data: r["data"],
		Encoding: words(r["encoding"]), Entry: words(r["catalogEntry"]),
	}
	if len(out.Paths) == 0 && out.Data == nil {
		c.problem(path+".path", "la ressource n'a ni fichier (« path ») ni données (« data »).", `the resource has neither a file ("path") nor data ("data").`)
	}
	switch schema := r["schema"].(type) {
	case string:
		out.Schema = schema
	case nil:
	case map[string]any:
		out.Inline = encoded(schema)
	default:
		c.problem(path+".schema", "un schéma est un objet ou une adresse.", "a schema is an object or an address.")
	}
	switch dialect := r["dialect"].(type) {
	case nil:
	case string, map[string]any:
		out.Dialect = encoded(dialect)
	default:
		c.problem(path+".dialect", "un dialecte est un objet ou une adresse.", "a dialect is an object or an address.")
	}
	return out
}

// encoded writes a decoded value as JSON again.
func encoded(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // it was JSON before
	}
	return b
}
