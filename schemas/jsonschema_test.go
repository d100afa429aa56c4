package schemas

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xeipuuv/gojsonschema"
)

// faults holds data against a JSON Schema document and lists the places of
// what is wrong, with gojsonschema's word for it.
func faults(t *testing.T, document, data []byte) []string {
	t.Helper()
	s, err := compileJSONSchema(document)
	if err != nil {
		t.Fatal(err)
	}
	value, problem := decode(data)
	if problem != nil {
		t.Fatal(problem.Say.EN)
	}
	result, err := s.Validate(gojsonschema.NewRawLoader(value))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range result.Errors() {
		if !slices.Contains(sums, e.Type()) {
			out = append(out, strings.TrimSpace(pathOf(e)+" "+e.Type()))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sums are errors that only sum up what the branches of a condition say.
var sums = []string{"number_any_of", "number_one_of", "number_all_of", "condition_then", "condition_else"}

// feature and collection write GeoJSON around a geometry.
func feature(geometry string) string {
	return `{"type": "Feature", "properties": {}, "geometry": ` + geometry + `}`
}

func collection(geometry string) string {
	return `{"type": "FeatureCollection", "features": [` + feature(geometry) + `]}`
}

func TestJSONSchema(t *testing.T) {
	const (
		byID = `{"$id": "https://example.org/a.json", "definitions": {"x": {"$id": "size", "type": "integer"}},
			"properties": {"a": {"$ref": "size"}, "b": {"$ref": "https://example.org/a.json#/definitions/x"}}}`
		accents    = `{"properties": {"a": {"type": "string", "pattern": "^[a-z\\u00C0-\\u00FF]+$"}}}`
		inside     = `{"properties": {"a": {"pattern": "(?<!x)\\d"}}}`
		inDefs     = `{"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": {"n": {"minimum": 3}}, "properties": {"a": {"$ref": "#/$defs/n"}}}`
		together   = `{"dependentRequired": {"a": ["b"]}}`
		together7  = `{"$schema": "http://json-schema.org/draft-07/schema#", "dependentRequired": {"a": ["b"]}}`
		beside     = `{"$defs": {"n": {"minimum": 3}}, "properties": {"a": {"$ref": "#/$defs/n", "maximum": 5}}}`
		beside7    = `{"$schema": "http://json-schema.org/draft-07/schema#", "$defs": {"n": {"minimum": 3}}, "properties": {"a": {"$ref": "#/$defs/n", "maximum": 5}}}`
		namedSo    = `{"properties": {"dependentRequired": {"type": "string"}, "pattern": {"type": "string"}, "example": {"pattern": "^\\u0041"}}}`
		draft4     = `{"$schema": "http://json-schema.org/draft-04/schema#", "properties": {"a": {"minimum": 1, "exclusiveMinimum": true}}}`
		inData     = `{"properties": {"a": {"enum": [{"pattern": "(?<!x)"}]}}}`
		point      = `{"$ref": "https://geojson.org/schema/Point.json"}`
		pointHTTP  = `{"$ref": "http://geojson.org/schema/Point.json"}`
		multiLine  = `{"$ref": "https://geojson.org/schema/MultiLineString.json"}`
		polygon    = `{"$ref": "https://geojson.org/schema/Polygon.json"}`
		geometry   = `{"$ref": "https://geojson.org/schema/Geometry.json"}`
		features   = `{"allOf": [{"$ref": "https://geojson.org/schema/FeatureCollection.json"}]}`
		oneFeature = `{"$ref": "http://geojson.org/schema/Feature.json"}`
	)
	for _, c := range []struct {
		document, data string
		want           []string
	}{
		{byID, `{"a": 1, "b": 2}`, nil},
		{byID, `{"a": "1", "b": 2.5}`, []string{"a invalid_type", "b invalid_type"}},
		{accents, `{"a": "été"}`, nil},
		{accents, `{"a": "été 2"}`, []string{"a format"}},
		{accents, `{"a": 5}`, []string{"a invalid_type"}},
		{inside, `{"a": "ab7cd"}`, nil},
		{inside, `{"a": "abx7"}`, []string{"a format"}},
		{inDefs, `{"a": 2}`, []string{"a number_gte"}},
		{together, `{"a": 1, "b": 2}`, nil},
		{together, `{"a": 1}`, []string{"missing_dependency"}},
		{together7, `{"a": 1}`, nil},
		{beside, `{"a": 6}`, []string{"a number_lte"}},
		{beside, `{"a": 2}`, []string{"a number_gte"}},
		{beside7, `{"a": 6}`, nil},
		{namedSo, `{"dependentRequired": "x", "pattern": "(", "example": "A"}`, nil},
		{namedSo, `{"dependentRequired": 1, "example": "B"}`, []string{"dependentRequired invalid_type", "example format"}},
		{draft4, `{"a": 2}`, nil},
		{draft4, `{"a": 1}`, []string{"a number_gt"}},
		{inData, `{"a": {"pattern": "(?<!x)"}}`, nil},
		{point, `{"type": "Point", "coordinates": [2.3, 48.8, 35]}`, nil},
		{point, `{"type": "Point", "coordinates": [2.3]}`, []string{"coordinates array_min_items"}},
		{pointHTTP, `{"type": "Point", "coordinates": [2.3, 48.8]}`, nil},
		{pointHTTP, `{"type": "LineString", "coordinates": [2.3, "48.8"]}`, []string{"coordinates[1] invalid_type", "type enum"}},
		{multiLine, `{"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]], [[2, 2]]]}`, []string{"coordinates[1] array_min_items"}},
		{polygon, `{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 0]]]}`, []string{"coordinates[0] array_min_items"}},
		{geometry, `{"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [0, 0]}]}`, nil},
		{features, collection(`{"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]}`), nil},
		{features, collection(`null`), nil},
		{features, feature(`null`), []string{"required", "type enum"}},
		{oneFeature, feature(`{"type": "LineString", "coordinates": [[0, 0], [1, 1]], "bbox": [0, 0, 1, 1]}`), nil},
		{oneFeature, `{"type": "Feature", "properties": [], "geometry": null}`, []string{"properties invalid_type"}},
	} {
		if diff := cmp.Diff(c.want, faults(t, []byte(c.document), []byte(c.data))); diff != "" {
			t.Errorf("%s\nof %s (-want +got):\n%s", c.document, c.data, diff)
		}
	}
}

// TestJSONExamples holds the examples of each JSON Schema of the catalogue to
// it: the good one passes, the bad one fails where it was made wrong.
func TestJSONExamples(t *testing.T) {
	bad := map[string][]string{
		"139bercy/format-commande-publique": {
			"marches.contrat-concession[0] required", "marches.marche[0].acheteur.id pattern",
			"marches.marche[0].montant invalid_type", "marches.marche[0].nature enum",
		},
		"GouvernementFR/referentiel-donnees-communication-publique": {
			"document additional_property_not_allowed", "document.contacts_presse[0] required",
			"document.emetteurs array_min_items", "document.type enum",
		},
		"PnX-SI/schema_randonnee": {
			"features[0].properties.pdipr_date_inscription format", "features[0].properties.pdipr_date_inscription pattern",
			"features[0].properties.pratique enum", "features[0].properties.uuid format",
			"features[1].geometry.coordinates[0] invalid_type", "features[1].geometry.coordinates[1] invalid_type",
			"features[1].geometry.type enum", "features[1].properties required",
		},
		"etalab/schema-amenagements-cyclables": {
			"features[0].properties.ame_d enum", "features[0].properties.trafic_vit invalid_type",
			"features[1].properties required", "features[2].properties.date_maj format",
		},
		"etalab/schema-zfe": {
			"features[0].properties missing_dependency", "features[0].properties.vp_critair enum",
			"features[1].properties required", "features[1].properties.date_debut format",
		},
		"gip-inclusion/data-inclusion-schema": {
			"code_postal pattern", "code_postal string_lte", "nom string_gte", "nombre_semaines number_gte", "publics[0] enum",
		},
		"macaron-ai/onstreet-parking-schema": {
			"features[0].properties.created_at pattern", "features[0].properties.places invalid_type",
			"features[0].properties.regulations[0].rule.type enum", "features[1].properties required",
		},
		"metis-reseaux/infos-travaux": {
			"features[0].properties.adresse_voie format", "features[0].properties.siret pattern",
			"features[1].properties.categorie enum", "features[2].properties required",
		},
	}
	for _, e := range Entries() {
		s, err := Find(e.Name)
		if err != nil {
			t.Fatal(err)
		}
		if s.Kind != JSON {
			continue
		}
		for name, want := range map[string][]string{"valide": nil, "invalide": bad[e.Name]} {
			files, _ := filepath.Glob("../testdata/examples/" + e.Name + "/" + name + ".*json")
			if len(files) != 1 {
				t.Errorf("%s has %d examples called %s, want one", e.Name, len(files), name)
				continue
			}
			data, err := os.ReadFile(files[0])
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, faults(t, s.Document, data)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", files[0], diff)
			}
		}
	}
}

// TestDraft7IsLeftAlone says which documents are restated before they are
// compiled.
func TestDraft7IsLeftAlone(t *testing.T) {
	for document, want := range map[string]string{
		`{"pattern": "^a+$"}`:    `{"pattern": "^a+$"}`,
		`{"maximum": 1e2 }`:      `{"maximum": 1e2 }`,
		`{"pattern": "\\u0041"}`: `{"allOf":[{"format":"socle-pattern:\\u0041"}]}`,
		`{"dependentRequired": {"a": ["b"]}, "maximum": 9007199254740993}`: `{"allOf":[{"dependencies":{"a":["b"]}}],"dependentRequired":{"a":["b"]},"maximum":9007199254740993}`,
	} {
		got, err := inDraft7([]byte(document))
		if err != nil {
			t.Errorf("%s: %v", document, err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", document, diff)
		}
	}
	if _, err := inDraft7([]byte(`{"pattern": "(?<!x"}`)); err == nil {
		t.Error("a pattern that is none passes")
	}
}
