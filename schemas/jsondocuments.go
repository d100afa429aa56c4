package schemas

import (
	"errors"
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas/pattern"
)

// JSONDocuments is what the data of a JSON Schema is judged by, in the words
// of the draft that it is read as.
type JSONDocuments struct {
	Draft int  // 4, 6 or 7
	Later bool // the document is of a later draft, or names none: it may ask for what Draft-07 has no words for
	// Top is the document as package encoding/json decodes it with UseNumber. Expressions
	// that Go's regexp refuses are formats that ForeignPattern tells, and what came
	// after Draft-07 and can be said in its words is.
	Top map[string]any
	// Others are the documents that it may refer to, by address.
	Others map[string]any
}

// JSONDocuments gives what data is judged by under a schema of kind JSON. The
// caller owns what it gets.
func (s *Schema) JSONDocuments() (*JSONDocuments, error) {
	if s.Kind != JSON {
		return nil, errors.New("this is no JSON Schema")
	}
	document, err := inDraft7(s.Document)
	if err != nil {
		return nil, err
	}
	top, problem := decode(document)
	if problem != nil {
		return nil, errors.New(problem.Say.EN)
	}
	common, problem := decode(shapes)
	if problem != nil {
		return nil, errors.New(problem.Say.EN)
	}
	out := &JSONDocuments{Draft: 7, Others: map[string]any{shapesAddress: common}}
	out.Top, _ = top.(map[string]any)
	out.Later = !strings.Contains(words(out.Top["$schema"]), "json-schema.org/draft-")
	switch named := words(out.Top["$schema"]); {
	case strings.Contains(named, "json-schema.org/draft-04"):
		out.Draft = 4
	case strings.Contains(named, "json-schema.org/draft-06"):
		out.Draft = 6
	}
	for _, name := range shapeNames {
		for _, scheme := range []string{"http", "https"} {
			out.Others[fmt.Sprintf("%s://geojson.org/schema/%s.json", scheme, name)] = map[string]any{
				"$ref": shapesAddress + "#/definitions/" + name,
			}
		}
	}
	return out, nil
}

// ForeignPattern tells the expression that stands in JSONDocuments under the
// name of a format: one that Go's regexp does not know, as a pattern that
// matches texts which have a match anywhere. ok is false for other formats.
func ForeignPattern(format string) (expr string, p *pattern.Pattern, ok bool) {
	expr, ok = strings.CutPrefix(format, patternFormat)
	if !ok {
		return "", nil, false
	}
	p, err := SearchPattern(expr)
	return expr, p, err == nil
}

// SearchPattern compiles an expression that may match any part of a text, as
// those of JSON Schema do.
func SearchPattern(expr string) (*pattern.Pattern, error) {
	return pattern.Compile(`(?:(?s:.)*?)(?:` + expr + `)(?:(?s:.)*)`)
}

// PropertyPath writes the names on the way to a property as Property.Path has
// them: those that only wrap the data are left out.
func PropertyPath(names []string) string {
	path := ""
	for _, name := range names {
		path = join(path, name)
	}
	return path
}
