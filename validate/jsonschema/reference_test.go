package jsonschema

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xeipuuv/gojsonschema"

	"github.com/socle-commun/socle/schemas"
)

// A corrected is a format of ours in the place of one of gojsonschema, so that
// all else can be compared.
type corrected func([]byte) bool

// IsFormat judges texts alone.
func (c corrected) IsFormat(v any) bool {
	s, ok := v.(string)
	return !ok || c([]byte(s))
}

func init() {
	for _, name := range []string{"date", "date-time", "time", "email", "idn-email", "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid", "regex"} {
		gojsonschema.FormatCheckers.Add(name, corrected(formats[name]))
	}
}

// A pair is a schema as we compile it, and as gojsonschema does.
type pair struct {
	source    *schemas.Schema
	ours      *Schema
	reference *gojsonschema.Schema
}

// compileBoth compiles a document both ways.
func compileBoth(s *schemas.Schema) (*pair, error) {
	ours, err := Compile(s)
	if err != nil {
		return nil, err
	}
	docs, err := s.JSONDocuments()
	if err != nil {
		return nil, err
	}
	loader := gojsonschema.NewSchemaLoader()
	loader.AutoDetect = false
	loader.Draft = map[int]gojsonschema.Draft{4: gojsonschema.Draft4, 6: gojsonschema.Draft6, 7: gojsonschema.Draft7}[docs.Draft]
	for address, doc := range docs.Others {
		if strings.Contains(string(s.Document), address) || strings.HasSuffix(address, "shapes.json") {
			if err := loader.AddSchema(address, gojsonschema.NewRawLoader(doc)); err != nil {
				return nil, err
			}
		}
	}
	reference, err := loader.Compile(gojsonschema.NewRawLoader(docs.Top))
	return &pair{s, ours, reference}, err
}

// bothOf compiles a schema of the catalogue both ways.
func bothOf(t testing.TB, name string) *pair {
	t.Helper()
	s, err := schemas.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := compileBoth(s)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return p
}

// told is what a whole document has against it, as lines "path keyword".
type told struct {
	verdict Verdict
	lines   []string
	vague   []string // places where alternatives fail: what is told of them is a choice
}

// whole judges a document as one item.
func (p *pair) whole(document []byte) told {
	l := &List{Single: true, schema: p.ours, item: p.ours.envelope}
	var out told
	out.verdict = l.Judge(document, func(f *Fault) {
		out.lines = append(out.lines, place(f.Place)+" "+string(f.Keyword))
	})
	return out
}

var position = regexp.MustCompile(`\[(\d+)\]`)

// place writes a place as gojsonschema does.
func place(s string) string {
	return strings.TrimPrefix(position.ReplaceAllStringFunc(s, func(s string) string {
		n, _ := strconv.Atoi(s[1 : len(s)-1])
		return "." + strconv.Itoa(n-1)
	}), ".")
}

// referenceWords are the keywords of the errors of gojsonschema.
var referenceWords = map[string]Keyword{
	"invalid_type": Type, "enum": Enum, "const": Const, "number_gte": Minimum, "number_lte": Maximum,
	"number_gt": ExclusiveMinimum, "number_lt": ExclusiveMaximum, "multiple_of": MultipleOf,
	"string_gte": MinLength, "string_lte": MaxLength, "pattern": Pattern, "format": Format,
	"array_min_items": MinItems, "array_max_items": MaxItems, "unique": UniqueItems,
	"array_no_additional_items": AdditionalItems, "contains": Contains,
	"array_min_properties": MinProperties, "array_max_properties": MaxProperties,
	"required": Required, "additional_property_not_allowed": AdditionalMembers,
	"invalid_property_name": PropertyNames, "missing_dependency": Dependencies, "number_not": Not, "false": Never,
}

// referred is what gojsonschema has against a document.
func (p *pair) referred(document []byte) (told, error) {
	result, err := p.reference.Validate(gojsonschema.NewBytesLoader(document))
	if err != nil {
		return told{}, err
	}
	var out told
	for _, e := range result.Errors() {
		at := strings.TrimPrefix(strings.TrimPrefix(e.Context().String(), "(root)"), ".")
		switch e.Type() {
		case "number_all_of", "condition_then", "condition_else":
			continue
		case "number_any_of", "number_one_of", "contains", "invalid_property_name":
			out.vague = append(out.vague, at)
			continue
		case "required", "additional_property_not_allowed":
			at = strings.TrimPrefix(at+"."+fmt.Sprint(e.Details()["property"]), ".")
		case "missing_dependency":
			at = strings.TrimPrefix(at+"."+fmt.Sprint(e.Details()["dependency"]), ".")
		}
		word, ok := referenceWords[e.Type()]
		if !ok {
			return out, fmt.Errorf("unknown error %s", e.Type())
		}
		if _, _, foreign := schemas.ForeignPattern(fmt.Sprint(e.Details()["format"])); foreign {
			word = Pattern
		}
		out.lines = append(out.lines, at+" "+string(word))
	}
	return out, nil
}

// differ holds what both say of a document against each other, and describes
// a difference.
func (p *pair) differ(document []byte) string {
	want, err := p.referred(document)
	if err != nil {
		return "" // no JSON for it
	}
	got := p.whole(document)
	if got.verdict != Judged {
		return fmt.Sprintf("verdict %d", got.verdict)
	}
	if bad := len(want.lines)+len(want.vague) > 0; bad != (len(got.lines) > 0) {
		return fmt.Sprintf("gojsonschema %q %q, we %q", want.lines, want.vague, got.lines)
	}
	clear := func(lines []string) []string {
		lines = slices.DeleteFunc(slices.Clone(lines), func(line string) bool {
			return slices.ContainsFunc(want.vague, func(at string) bool {
				return at == "" || strings.HasPrefix(line, at+" ") || strings.HasPrefix(line, at+".")
			})
		})
		slices.Sort(lines)
		return slices.Compact(lines)
	}
	if a, b := clear(want.lines), clear(got.lines); !slices.Equal(a, b) && len(got.lines) < mostFaults {
		return fmt.Sprintf("gojsonschema %q, we %q", a, b)
	}
	return ""
}

func decoded(t testing.TB, document []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(document, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
