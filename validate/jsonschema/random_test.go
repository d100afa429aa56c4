package jsonschema

import (
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/socle-commun/socle/schemas"
)

// A maker makes random schemas, and values for them.
type maker struct {
	*rand.Rand
	draft int
}

func (m *maker) pick(list ...string) string { return list[m.IntN(len(list))] }

// object joins members, each with an even chance.
func (m *maker) object(members ...func() string) string {
	var parts []string
	for _, member := range members {
		if m.IntN(5) == 0 {
			parts = append(parts, member())
		}
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func (m *maker) list(depth int) string {
	var parts []string
	for range 1 + m.IntN(3) {
		parts = append(parts, m.schema(depth))
	}
	return "[" + strings.Join(parts, ",") + "]"
}

var propertyNames = []string{"a", "b", "cé", "type", "d1"}

func (m *maker) named(depth int) string {
	var parts []string
	for _, name := range propertyNames {
		if m.IntN(2) == 0 {
			parts = append(parts, strconv.Quote(name)+":"+m.schema(depth))
		}
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func (m *maker) names() string {
	var parts []string
	for _, name := range propertyNames {
		if m.IntN(3) == 0 {
			parts = append(parts, strconv.Quote(name))
		}
	}
	return "[" + strings.Join(parts, ",") + "]"
}

// schema makes a schema with others in it to some depth.
func (m *maker) schema(depth int) string {
	if m.draft > 4 && m.IntN(20) == 0 {
		return m.pick("true", "false")
	}
	if m.IntN(25) == 0 {
		return m.pick(`{"$ref":"#/definitions/text"}`, `{"$ref":"#/definitions/few"}`, `{"$ref":"https://geojson.org/schema/Point.json"}`, `{"$ref":"named"}`)
	}
	word := func(name string, value func() string) func() string {
		return func() string { return strconv.Quote(name) + ":" + value() }
	}
	small := func() string { return strconv.Itoa(m.IntN(3)) }
	number := func() string { return m.pick("0", "1", "1.5", "-2", "1e1", "0.1", "12345678901234567890", "3.0") }
	members := []func() string{
		word("type", func() string {
			return m.pick(`"string"`, `"number"`, `"integer"`, `"array"`, `"object"`, `"boolean"`, `"null"`, `["string","null"]`, `["integer","array"]`, `["object","number"]`, `["object","array"]`)
		}),
		word("enum", func() string {
			return m.pick(`["a","bé",1]`, `[1.0,null,true]`, `[{"a":1},[1,"b"],false]`, `["a"]`, `[[],{}]`)
		}),
		word("minimum", number), word("maximum", number), word("multipleOf", func() string { return m.pick("1", "0.1", "2.5", "3e-2") }),
		word("minLength", func() string { return m.pick("0", "1", "2") }), word("maxLength", func() string { return m.pick("2", "3", "9") }),
		word("pattern", func() string {
			return m.pick(`"^a"`, `"é$"`, `"^\\d{2}"`, `"^[\\u00C0-\\u00FFa]+$"`, `"(?<!x)b"`)
		}),
		word("format", func() string {
			return m.pick(`"date"`, `"email"`, `"uri"`, `"date-time"`, `"uuid"`, `"time"`, `"ipv4"`, `"unknown"`)
		}),
		word("minItems", func() string { return m.pick("0", "1") }), word("maxItems", func() string { return m.pick("1", "2") }),
		word("uniqueItems", func() string { return m.pick("true", "true", "false") }),
		word("minProperties", small), word("maxProperties", func() string { return m.pick("2", "3") }),
		word("required", m.names),
		word("additionalProperties", func() string { return m.pick("true", "false", "{}") }),
	}
	if m.draft > 4 {
		members = append(members, word("const", func() string { return m.pick(`"a"`, "1", "1.0", "null", `{"b":[1]}`, "false") }),
			word("exclusiveMinimum", number), word("exclusiveMaximum", number))
	}
	if depth > 0 {
		inner := func() string { return m.schema(depth - 1) }
		members = append(members,
			word("properties", func() string { return m.named(depth - 1) }), word("properties", func() string { return m.named(depth - 1) }),
			word("items", inner), word("items", func() string { return m.list(depth - 1) }),
			word("additionalItems", func() string { return m.pick("true", "false", m.schema(depth-1)) }),
			word("additionalProperties", inner),
			word("patternProperties", func() string { return `{"^[ab]":` + inner() + `,"\\d":` + inner() + `}` }),
			word("allOf", func() string { return m.list(depth - 1) }), word("anyOf", func() string { return m.list(depth - 1) }),
			word("oneOf", func() string { return m.list(depth - 1) }), word("not", inner),
			word("dependencies", func() string { return `{"a":` + m.names() + `,"b":` + inner() + `}` }))
		if m.draft > 4 {
			members = append(members, word("contains", inner), word("propertyNames", inner))
		}
		if m.draft > 6 {
			members = append(members, word("if", inner), word("then", inner), word("else", inner))
		}
	}
	return m.object(members...)
}

// document makes a whole document.
func (m *maker) document() string {
	m.draft = []int{4, 6, 7}[m.IntN(3)]
	id := `"$id"`
	if m.draft == 4 {
		id = `"id"`
	}
	return `{"$schema":"http://json-schema.org/draft-0` + strconv.Itoa(m.draft) + `/schema#","allOf":[` + m.schema(3) + `],"definitions":{
		"text":{"type":"string","minLength":1},"few":{"type":["array","object"],"items":{"$ref":"#/definitions/few"},"properties":{"a":{"$ref":"#/definitions/few"}},"maxItems":2},
		"x":{` + id + `:"named","type":["integer","string"],"maxLength":2}}}`
}

// value makes a value.
func (m *maker) value(depth int) any {
	switch n := m.IntN(12); {
	case n < 4 && depth > 0:
		out := map[string]any{}
		for range m.IntN(4) {
			out[propertyNames[m.IntN(len(propertyNames))]] = m.value(depth - 1)
		}
		return out
	case n < 6 && depth > 0:
		var out []any
		for range m.IntN(4) {
			out = append(out, m.value(depth-1))
		}
		if out == nil {
			return []any{}
		}
		return out
	case n < 8:
		return json.Number(m.pick("0", "1", "1.0", "1.5", "-2", "10", "1e1", "0.10", "2.5", "12345678901234567890", "12345678901234567891", "1e-7", "3", "100E-1"))
	case n < 11:
		return m.pick("", "a", "bé", "12", "é", "2024-02-29", "2023-02-29", "x@y.fr", "https://a.fr/b", "𝄞", "àa", "2024-01-01T10:00:00Z", "10:00:00Z", "1.2.3.4", "xb")
	}
	return []any{nil, true, false}[m.IntN(3)]
}

// On random schemas, what random values have against them is what
// gojsonschema finds.
func TestRandomAgree(t *testing.T) {
	m := &maker{Rand: rand.New(rand.NewPCG(3, 4))}
	valid, invalid, compiled := 0, 0, 0
	for range 500 {
		document := m.document()
		s, err := schemas.Parse("random", []byte(document))
		if err != nil {
			continue // minLength above maxLength, or the like
		}
		p, err := compileBoth(s)
		if err == error(errWhole) {
			continue
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, document)
		}
		compiled++
		for range 30 {
			var b strings.Builder
			writeJSON(m.Rand, &b, m.value(4))
			if diff := p.differ([]byte(b.String())); diff != "" {
				t.Fatalf("%s\n%s\n%s", diff, document, b.String())
			}
			if len(p.whole([]byte(b.String())).lines) == 0 {
				valid++
			} else {
				invalid++
			}
		}
	}
	if compiled < 250 || valid < 1500 || invalid < 1500 {
		t.Errorf("%d schemas, %d valid and %d invalid values show little", compiled, valid, invalid)
	}
}
