package schemas

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/xeipuuv/gojsonschema"

	"github.com/socle-commun/socle/schemas/pattern"
)

// patternFormat begins the name of a format that stands for a pattern.
const patternFormat = "socle-pattern:"

// dataMembers are the members of a JSON Schema that hold data, and no schema;
// namingMembers those that hold schemas under names of the document's own.
var (
	dataMembers   = []string{"enum", "const", "default", "examples", "example"}
	namingMembers = []string{"properties", "patternProperties", "definitions", "$defs", "dependencies", "dependentSchemas"}
)

// inDraft7 says a document in the words that gojsonschema knows: each
// expression that Go's regexp refuses, such as \u00C0, as a format that package
// pattern judges, and of the later drafts dependentRequired and
// dependentSchemas as dependencies, prefixItems as a list of items, and what
// stands beside a reference as one more demand. A document without any of these
// comes back as it is.
func inDraft7(document []byte) ([]byte, error) {
	doc, problem := decode(document)
	if problem != nil {
		return nil, errors.New(problem.Say.EN)
	}
	top, _ := doc.(map[string]any)
	later := !strings.Contains(words(top["$schema"]), "json-schema.org/draft-")
	changed, err := restate(doc, later, false)
	if err != nil || !changed {
		return document, err
	}
	return json.Marshal(doc)
}

// restate changes a node and those in it. later says that the document may
// use members that came after Draft-07; names, that the node's members are
// named by the document and are no keywords.
func restate(node any, later, names bool) (changed bool, err error) {
	switch node := node.(type) {
	case []any:
		for _, item := range node {
			did, err := restate(item, later, false)
			if err != nil {
				return false, err
			}
			changed = changed || did
		}
	case map[string]any:
		for name, item := range node {
			if !names && slices.Contains(dataMembers, name) {
				continue
			}
			did, err := restate(item, later, !names && slices.Contains(namingMembers, name))
			if err != nil {
				return false, err
			}
			changed = changed || did
		}
		if names {
			break
		}
		var demands []any
		if expr, ok := node["pattern"].(string); ok && refused(expr) {
			if err := addPatternFormat(expr); err != nil {
				return false, err
			}
			delete(node, "pattern")
			demands = append(demands, map[string]any{"format": patternFormat + expr})
		}
		if together, ok := node["dependentRequired"].(map[string]any); ok && later {
			demands = append(demands, map[string]any{"dependencies": together})
		}
		if together, ok := node["dependentSchemas"].(map[string]any); ok && later {
			demands = append(demands, map[string]any{"dependencies": together})
		}
		if first, ok := node["prefixItems"].([]any); ok && later {
			tuple := map[string]any{"items": first}
			if rest, ok := node["items"]; ok {
				tuple["additionalItems"] = rest
				delete(node, "items") // in Draft-07 it would be of all items
			}
			demands = append(demands, tuple)
		}
		if ref, ok := node["$ref"].(string); ok && later && len(node) > 1 {
			delete(node, "$ref") // in Draft-07 it would stand alone
			demands = append(demands, map[string]any{"$ref": ref})
		}
		if demands != nil {
			all, _ := node["allOf"].([]any)
			node["allOf"] = append(all, demands...)
			changed = true
		}
	}
	return changed, nil
}

// refused says whether Go's regexp does not know an expression.
func refused(expr string) bool {
	_, err := regexp.Compile(expr)
	return err != nil
}

// A patternChecker is an expression as a format of gojsonschema, which judges
// texts only.
type patternChecker struct{ p *pattern.Pattern }

// IsFormat says whether the expression matches anywhere in a text.
func (c patternChecker) IsFormat(value any) bool {
	s, ok := value.(string)
	return !ok || c.p.Match([]byte(s))
}

// addPatternFormat makes the format of an expression known to gojsonschema.
func addPatternFormat(expr string) error {
	p, err := SearchPattern(expr)
	if err != nil {
		return fmt.Errorf("%s: %w", expr, err)
	}
	gojsonschema.FormatCheckers.Add(patternFormat+expr, patternChecker{p})
	return nil
}
