package jsonschema

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/socle-commun/socle/schemas"
)

// A compiler turns the nodes of documents into ours.
type compiler struct {
	library
	draft   int
	later   bool             // the document may be of a later draft
	made    map[string]*node // by the reference in full
	ignored map[string]bool
	count   int
}

// mostNodes is how many nodes a schema may have, referred ones counted once.
const mostNodes = 200_000

// unjudged are keywords of later drafts that say what is valid, and that are
// not judged.
var unjudged = []string{"unevaluatedProperties", "unevaluatedItems", "minContains", "maxContains", "$dynamicRef", "$recursiveRef"}

// node compiles a node. What does not make sense was refused before, by
// package schemas.
func (c *compiler) node(doc any) (*node, error) {
	if c.count++; c.count > mostNodes {
		return nil, errors.New("the document is too large")
	}
	n := &node{minLength: -1, maxLength: -1, minItems: -1, maxItems: -1, minProperties: -1, maxProperties: -1}
	m, ok := doc.(map[string]any)
	if !ok {
		yes, ok := doc.(bool)
		if !ok {
			return nil, errors.New("a schema is an object, true or false")
		}
		n.passes, n.never = yes, !yes
		return n, nil
	}
	if ref, ok := m["$ref"].(string); ok {
		var err error
		n.ref, err = c.referred(ref)
		return n, err
	}
	for _, name := range unjudged {
		if _, ok := m[name]; ok && c.later {
			c.ignored[name] = true
		}
	}
	for _, part := range []func(*node, map[string]any) error{c.anyKind, c.number, c.text, c.list, c.object, c.choices} {
		if err := part(n, m); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// referred gives the node that a reference in full leads to, compiled once.
func (c *compiler) referred(ref string) (*node, error) {
	if n, ok := c.made[ref]; ok {
		return n, nil
	}
	doc, err := c.find(ref)
	if err != nil {
		return nil, err
	}
	n := &node{}
	c.made[ref] = n // before what is within, which may refer to it
	made, err := c.node(doc)
	if err != nil {
		return nil, err
	}
	*n = *made
	return n, nil
}

var kinds = map[string]kind{
	"null": isNull, "boolean": isBoolean, "number": isNumber | isInteger, "integer": isInteger,
	"string": isText | isName, "array": isArray, "object": isObject,
}

// anyKind takes what is asked of values of all kinds.
func (c *compiler) anyKind(n *node, m map[string]any) error {
	switch types := m["type"].(type) {
	case string:
		n.typeNames = []string{types}
	case []any:
		for _, t := range types {
			name, _ := t.(string)
			n.typeNames = append(n.typeNames, name)
		}
	}
	for _, name := range n.typeNames {
		n.types |= kinds[name]
	}
	if list, ok := m["enum"].([]any); ok && len(list) > 0 {
		n.enum = oneOfThese(list)
	}
	if only, ok := m["const"]; ok && c.draft >= 6 {
		n.constant = oneOfThese([]any{only})
	}
	return nil
}

// number takes what is asked of numbers.
func (c *compiler) number(n *node, m map[string]any) error {
	at := func(name string) *bound {
		if number, ok := m[name].(json.Number); ok {
			n.numbers = true
			return boundOf(number.String())
		}
		return nil
	}
	n.minimum, n.maximum, n.multipleOf = at("minimum"), at("maximum"), at("multipleOf")
	if c.draft > 4 {
		n.exclusiveMin, n.exclusiveMax = at("exclusiveMinimum"), at("exclusiveMaximum")
		return nil
	}
	if yes, _ := m["exclusiveMinimum"].(bool); yes {
		n.exclusiveMin, n.minimum = n.minimum, nil
	}
	if yes, _ := m["exclusiveMaximum"].(bool); yes {
		n.exclusiveMax, n.maximum = n.maximum, nil
	}
	return nil
}

// limit reads a count, -1 without one.
func limit(m map[string]any, name string) int {
	if number, ok := m[name].(json.Number); ok {
		if n, err := number.Int64(); err == nil {
			return int(n)
		}
	}
	return -1
}

// text takes what is asked of texts.
func (c *compiler) text(n *node, m map[string]any) (err error) {
	n.minLength, n.maxLength = limit(m, "minLength"), limit(m, "maxLength")
	if expr, ok := m["pattern"].(string); ok {
		n.expression = expr
		if n.pattern, err = regexp.Compile(expr); err != nil {
			return err
		}
	}
	if n.format, _ = m["format"].(string); n.format != "" {
		n.formed = formats[n.format]
		if expr, foreign, ok := schemas.ForeignPattern(n.format); ok {
			n.format, n.expression, n.foreign = "", expr, foreign
		}
	}
	n.texts = n.minLength >= 0 || n.maxLength >= 0 || n.pattern != nil || n.foreign != nil || n.formed != nil
	return nil
}

// list takes what is asked of lists.
func (c *compiler) list(n *node, m map[string]any) (err error) {
	n.minItems, n.maxItems = limit(m, "minItems"), limit(m, "maxItems")
	n.unique, _ = m["uniqueItems"].(bool)
	switch items := m["items"].(type) {
	case nil:
	case []any:
		if n.tuple, err = c.each(items); err != nil {
			return err
		}
		if allowed, ok := m["additionalItems"].(bool); ok {
			n.noMore = !allowed
		} else if n.more, err = c.member(m, "additionalItems"); err != nil {
			return err
		}
	default:
		if n.items, err = c.node(items); err != nil {
			return err
		}
	}
	if c.draft >= 6 {
		if n.contains, err = c.member(m, "contains"); err != nil {
			return err
		}
	}
	n.elements = n.minItems >= 0 || n.maxItems >= 0 || n.unique || n.items != nil || n.tuple != nil || n.contains != nil
	return nil
}

// member compiles the schema that a member holds, nil without one.
func (c *compiler) member(m map[string]any, name string) (*node, error) {
	if doc, ok := m[name]; ok {
		return c.node(doc)
	}
	return nil, nil
}

func (c *compiler) each(docs []any) (out []*node, err error) {
	for _, doc := range docs {
		n, err := c.node(doc)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// object takes what is asked of objects.
func (c *compiler) object(n *node, m map[string]any) (err error) {
	n.minProperties, n.maxProperties = limit(m, "minProperties"), limit(m, "maxProperties")
	required, _ := m["required"].([]any)
	for _, name := range required {
		if name, ok := name.(string); ok {
			n.properties.add(name, nil, len(n.required))
			n.required = append(n.required, name)
		}
	}
	if err := c.properties(n, m); err != nil {
		return err
	}
	if allowed, ok := m["additionalProperties"].(bool); ok {
		n.noOthers = !allowed
	} else if n.others, err = c.member(m, "additionalProperties"); err != nil {
		return err
	}
	if c.draft >= 6 {
		if n.names, err = c.member(m, "propertyNames"); err != nil {
			return err
		}
	}
	n.members = n.properties.list != nil || n.patterned != nil || n.others != nil || n.noOthers || n.names != nil ||
		n.minProperties >= 0 || n.maxProperties >= 0
	return nil
}

func (c *compiler) properties(n *node, m map[string]any) error {
	properties, _ := m["properties"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		p, err := c.node(properties[name])
		if err != nil {
			return err
		}
		n.properties.add(name, p, -1)
		if p.constant != nil || p.enum != nil && len(p.enum.values) == 1 {
			n.telling = append(n.telling, property{name, hashOf([]byte(name)), p, -1})
		}
	}
	if len(n.properties.list) > mostProperties {
		return fmt.Errorf("an object has %d properties", len(n.properties.list))
	}
	n.properties.index()
	named, _ := m["patternProperties"].(map[string]any)
	for _, expr := range slices.Sorted(maps.Keys(named)) {
		p, err := c.node(named[expr])
		if err != nil {
			return err
		}
		name, err := regexp.Compile(expr)
		if err != nil {
			return err
		}
		n.patterned = append(n.patterned, patterned{name, p})
	}
	return nil
}

// choices takes the schemas that judge the same value again.
func (c *compiler) choices(n *node, m map[string]any) (err error) {
	for name, to := range map[string]*[]*node{"allOf": &n.all, "anyOf": &n.any, "oneOf": &n.one} {
		docs, _ := m[name].([]any)
		if *to, err = c.each(docs); err != nil {
			return err
		}
	}
	if n.not, err = c.member(m, "not"); err != nil {
		return err
	}
	if c.draft >= 7 {
		for name, to := range map[string]**node{"if": &n.when, "then": &n.then, "else": &n.or} {
			if *to, err = c.member(m, name); err != nil {
				return err
			}
		}
	}
	dependencies, _ := m["dependencies"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(dependencies)) {
		d := dependency{name: name, hash: hashOf([]byte(name))}
		if list, ok := dependencies[name].([]any); ok {
			for _, other := range list {
				other, _ := other.(string)
				d.required = append(d.required, other)
			}
		} else if d.node, err = c.node(dependencies[name]); err != nil {
			return err
		}
		n.dependencies = append(n.dependencies, d)
	}
	n.inPlace = n.all != nil || n.any != nil || n.one != nil || n.not != nil || n.when != nil || n.dependencies != nil
	return nil
}
