package checks

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
	"github.com/socle-commun/socle/validate/jsonschema"
)

// A jsonFault is one fault of an item, on its way to a finding.
type jsonFault struct {
	*jsonschema.Fault
	schema *schemas.Schema
	item   []byte
	value  string // the value's text; of what is no text its JSON
	f      *validate.Finding
}

// jsonTellers give the check that tells a fault, and what it makes of it.
var jsonTellers = map[jsonschema.Keyword]struct {
	code string
	tell func(*jsonFault)
}{
	jsonschema.Type:              {"json-type", (*jsonFault).tellType},
	jsonschema.Required:          {"json-required", (*jsonFault).tellRequired},
	jsonschema.Dependencies:      {"json-required", func(j *jsonFault) { j.f.Because("together") }},
	jsonschema.Enum:              {"json-enum", (*jsonFault).tellEnum},
	jsonschema.Const:             {"json-enum", (*jsonFault).tellEnum},
	jsonschema.Pattern:           {"json-pattern", (*jsonFault).tellPattern},
	jsonschema.Format:            {"json-format", (*jsonFault).tellFormat},
	jsonschema.Minimum:           {"json-bounds", func(*jsonFault) {}},
	jsonschema.Maximum:           {"json-bounds", because("maximum")},
	jsonschema.ExclusiveMinimum:  {"json-bounds", because("more")},
	jsonschema.ExclusiveMaximum:  {"json-bounds", because("less")},
	jsonschema.MultipleOf:        {"json-bounds", because("multiple")},
	jsonschema.Huge:              {"json-bounds", because("huge")},
	jsonschema.MaxLength:         {"json-length", func(*jsonFault) {}},
	jsonschema.MinLength:         {"json-length", (*jsonFault).tellShort},
	jsonschema.AdditionalMembers: {"json-extra", (*jsonFault).tellExtra},
	jsonschema.PropertyNames:     {"json-extra", because("name")},
	jsonschema.MinItems:          {"json-items", func(*jsonFault) {}},
	jsonschema.MaxItems:          {"json-items", because("many")},
	jsonschema.AdditionalItems:   {"json-items", because("many")},
	jsonschema.UniqueItems:       {"json-items", (*jsonFault).tellTwice},
	jsonschema.Contains:          {"json-items", because("lacks")},
	jsonschema.AnyOf:             {"json-choice", (*jsonFault).tellAny},
	jsonschema.OneOf:             {"json-choice", because("several")},
	jsonschema.Not:               {"json-choice", because("not")},
	jsonschema.Never:             {"json-choice", because("not")},
	jsonschema.MinProperties:     {"json-other", func(*jsonFault) {}},
	jsonschema.MaxProperties:     {"json-other", because("members")},
}

func because(reason string) func(*jsonFault) {
	return func(j *jsonFault) { j.f.Because(reason) }
}

// judgeItems judges each item of JSON data by a JSON Schema, once, for all
// checks whose codes start with json-.
func judgeItems(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
	if s.Kind != schemas.JSON {
		return nil
	}
	judge, err := jsonschema.Compile(s)
	if err != nil {
		return nil // json-other says so
	}
	return func(p *validate.Pass, row *validate.Row) {
		var faults []*jsonschema.Fault
		note := func(fault *jsonschema.Fault) { faults = append(faults, fault) }
		var verdict jsonschema.Verdict
		if list := judge.List(row.List); list != nil {
			verdict = list.Judge(row.Record, note)
		} else {
			verdict = judge.Judge(row.Record, note)
		}
		otherShape := slices.ContainsFunc(faults, func(f *jsonschema.Fault) bool { return f.Place == "geometry.type" })
		for _, fault := range faults {
			if !toldByShape(row, fault, otherShape) {
				tellFault(p, s, row, fault)
			}
		}
		if verdict != jsonschema.Judged && len(row.Faults) == 0 {
			p.FaultUnder("json-other", 0, -1).Because("unjudged")
		}
	}
}

// broken are the faults of a geometry that make its coordinates senseless; the
// checks of geometries tell them as errors.
var broken = []geometry.FaultKind{
	geometry.NotList, geometry.WrongDepth, geometry.NotPosition, geometry.FewNumbers, geometry.NotNumber, geometry.ShortLine, geometry.ShortRing,
	geometry.NoCoordinates,
}

// toldByShape says whether what a fault is about is told by the checks of
// features and geometries, or by the fault that the shape is another one than
// the schema wants.
func toldByShape(row *validate.Row, fault *jsonschema.Fault, otherShape bool) bool {
	switch {
	case row.Shape == nil:
		return false
	case fault.Place == "properties":
		return slices.ContainsFunc(row.Faults, func(f validate.Fault) bool {
			return f.Kind == validate.FaultNoProperties || f.Kind == validate.FaultPropertiesEmpty && fault.Keyword != jsonschema.Type
		})
	case strings.HasPrefix(fault.Place, "geometry.coordinates"):
		return otherShape || slices.ContainsFunc(broken, func(kind geometry.FaultKind) bool { return row.Shape.Fault(kind) != nil })
	}
	return false
}

// tellFault makes a finding of a fault.
func tellFault(p *validate.Pass, s *schemas.Schema, row *validate.Row, fault *jsonschema.Fault) {
	teller, ok := jsonTellers[fault.Keyword]
	if !ok {
		teller = jsonTellers[jsonschema.OneOf]
	}
	f := p.FaultUnder(teller.code, fault.At, fault.Property)
	if f == nil {
		return
	}
	j := jsonFault{fault, s, row.Record, jsonText(row.Record[fault.At:fault.End]), f}
	place, placeEN := fault.Place, fault.Place
	if place == "" {
		place, placeEN = "(tout)", "(all of it)"
	}
	f.With("place", place).With("place-en", placeEN)
	if fault.Property >= 0 {
		f.With("example", s.Properties[fault.Property].Example)
	} else {
		f.With("example", "")
	}
	f.With("expected", fault.Limit).With("found", strconv.Itoa(fault.Count))
	if fault.Name == "" {
		f.Value = validate.Clip([]byte(j.value))
	}
	teller.tell(&j)
}

// jsonText gives the text of a JSON text, and the JSON of another value.
func jsonText(raw []byte) string {
	var s string
	if len(raw) > 0 && raw[0] == '"' && json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}

// jsonListed is how many values of a list a message shows.
const jsonListed = 10

// withList adds a list of values for a message, in both languages, quoted: ten
// of them and how many there are more.
func (j *jsonFault) withList(name string, values []string) {
	shown := values[:min(len(values), jsonListed)]
	fr, en := listed(shown, "«\u00a0", "\u00a0»", ", "), listed(shown, `"`, `"`, ", ")
	if more := strconv.Itoa(len(values) - len(shown)); more == "1" {
		fr, en = fr+" et une autre", en+" and one more"
	} else if more != "0" {
		fr, en = fr+" et "+more+" autres", en+" and "+more+" more"
	}
	j.f.With(name, fr).With(name+"-en", en)
}

// isJSONNumber says whether a text is what JSON takes for a number.
func isJSONNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789+-.eE") == "" && json.Valid([]byte(s))
}
