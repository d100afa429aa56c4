package schemas

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas/text"
)

// An Inspection is all that can be said of a document by one who wants to mend
// it: Parse gives up at the first of these kinds of problems that it meets.
type Inspection struct {
	Schema   *Schema   // as far as it could be compiled: a field whose type has a problem has none; its Remarks are told too
	Profile  []Problem // of a Table Schema, against the profile of Table Schema documents
	Problems []Problem // what else keeps the document from being used
}

// Inspect reads a document of any kind as Parse does, and goes on past its
// problems. A document that is no JSON, or no schema at all, is a
// *DocumentError as Parse gives it. It keeps data.
func Inspect(source string, data []byte) (*Inspection, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	doc, problem := decodeDocument(data)
	var kind Kind
	if problem == nil {
		kind, problem = foreign(doc)
	}
	if problem == nil {
		if place, number := hugeNumber(doc); number != "" {
			problem = &Problem{Path: strings.TrimPrefix(place, "."), Say: text.Text{
				FR: "le nombre " + clip(number) + " est démesuré.",
				EN: "the number " + clip(number) + " is out of all measure.",
			}}
		}
	}
	if problem != nil {
		return nil, &DocumentError{Source: source, Problems: []Problem{*problem}}
	}
	out := &Inspection{}
	c := compiler{schema: &Schema{Kind: kind, Document: data}}
	switch members := doc.(map[string]any); kind {
	case Table:
		out.Profile = profileProblems(doc)
		c.compile(members)
	case JSON:
		c.compileJSON(members)
	case Package:
		c.compilePackage(members)
	}
	out.Schema, out.Problems = c.schema, c.problems
	return out, nil
}

// profileMembers holds the names of members by definition of the profile.
var profileMembers = sync.OnceValue(func() map[string][]string {
	type object struct {
		Properties map[string]json.RawMessage `json:"properties"`
	}
	var doc struct {
		object
		Definitions map[string]object `json:"definitions"`
	}
	if err := json.Unmarshal(profileDocument, &doc); err != nil {
		panic("the embedded profile is broken: " + err.Error())
	}
	names := map[string][]string{"": slices.Sorted(maps.Keys(doc.Properties))}
	for name, d := range doc.Definitions {
		names[name] = slices.Sorted(maps.Keys(d.Properties))
	}
	return names
})

// Members lists the members that the profile of Table Schema documents knows:
// of a "field", of "constraints", of a "foreignKey", of a "customCheck", or, by
// "", of the document itself. The list is not to be changed.
func Members(of string) []string { return profileMembers()[of] }
