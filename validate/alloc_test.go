package validate_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// everyKind is a schema with each sort of rule that needs no memory of rows.
const everyKind = `{"fields": [
	{"name": "id", "type": "string", "constraints": {"required": true, "pattern": "^[A-Z]{2}[0-9]+$", "minLength": 3, "maxLength": 20}},
	{"name": "montant", "type": "number", "constraints": {"minimum": 0, "exclusiveMaximum": 1000000}},
	{"name": "nombre", "type": "integer", "constraints": {"maximum": 10, "exclusiveMinimum": 0}},
	{"name": "date", "type": "date", "constraints": {"minimum": "2000-01-01"}},
	{"name": "annee", "type": "year"},
	{"name": "nature", "type": "string", "constraints": {"enum": ["aide en numéraire", "aide en nature"]}},
	{"name": "ouvert", "type": "boolean"},
	{"name": "courriel", "type": "string", "format": "email"},
	{"name": "siret", "type": "string", "constraints": {"pattern": "^\\d{14}$"}},
	{"name": "note", "type": "string"}],
	"missingValues": ["", "NA"],
	"custom_checks": [
		{"name": "siret", "params": {"column": "siret"}},
		{"name": "one-of-required", "params": {"column1": "siret", "column2": "note"}}]}`

const cleanHeader = "id,montant,nombre,date,annee,nature,ouvert,courriel,siret,note\n"

// A clean row costs no allocation: a chunk costs the same for few and for many.
func TestCleanRowsDoNotAllocate(t *testing.T) {
	s, err := schemas.Parse("test", []byte(everyKind))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, row string }{
		{"plain", "AB12,12.50,3,2023-03-12,2019,aide en nature,true,mairie@exemple.fr,21350238800019,rien\n"},
		{"accents, quotes and missing values", "AB12,1e3,10,2023-03-12,NA,aide en numéraire,0,,21350238800019,\"dit \"\"l'été\"\", deux fois\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			few, many := allocations(t, s, tt.row, 20), allocations(t, s, tt.row, 5000)
			if many > few+4 {
				t.Errorf("20 rows take %v allocations, 5000 rows %v", few, many)
			}
		})
	}
}

// kindsOfJSON is a schema of all that JSON writes otherwise than tables do.
const kindsOfJSON = `{"fields": [
	{"name": "id", "type": "string", "constraints": {"required": true, "pattern": "^[A-Z]{2}[0-9]+$"}},
	{"name": "montant", "type": "number", "decimalChar": ",", "constraints": {"minimum": 0}},
	{"name": "nombre", "type": "integer", "constraints": {"maximum": 10}},
	{"name": "ouvert", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]},
	{"name": "ferme", "type": "boolean"},
	{"name": "note", "type": "string"},
	{"name": "longitude", "type": "number"}, {"name": "latitude", "type": "number"}]}`

// A clean feature costs no allocation either. (That judging it by a JSON Schema costs
// none is a test of package checks.)
func TestCleanItemsDoNotAllocate(t *testing.T) {
	const feature = `{"type":"Feature","properties":{"id":"AB12","montant":12.50,"nombre":3.0,"ouvert":true,"ferme":false,"note":null},"geometry":{"type":"Point","coordinates":[2.35,48.85]}}`
	s, err := schemas.Parse("test", []byte(kindsOfJSON))
	if err != nil {
		t.Fatal(err)
	}
	collection := func(features int) string {
		return `{"type":"FeatureCollection","features":[` + feature + strings.Repeat(",\n"+feature, features-1) + "]}"
	}
	few, many := checking(t, s, collection(20), 20), checking(t, s, collection(4000), 4000)
	if many > few+4 {
		t.Errorf("20 features take %v allocations, 4000 features %v", few, many)
	}
}

// allocations counts those of judging one chunk of clean rows.
func allocations(t *testing.T, s *schemas.Schema, row string, rows int) float64 {
	t.Helper()
	return checking(t, s, cleanHeader+strings.Repeat(row, rows), rows)
}

// checking counts the allocations of judging clean data of one chunk.
func checking(t *testing.T, s *schemas.Schema, data string, rows int) float64 {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data.csv")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := input.Open(path, nil, input.Options{ChunkSize: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	validate.Expect(in, s)
	job := validate.Compile(s, checks.All(), validate.Options{}).For(in.File())
	var chunks []validate.Chunk
	for c, err := range in.Chunks() {
		if err != nil {
			t.Fatal(err)
		}
		chunks = append(chunks, c)
	}
	if len(chunks) != 1 {
		t.Fatalf("%d chunks", len(chunks))
	}
	if part := job.Check(in, chunks[0]); part.Rows != rows || part.Total != 0 {
		t.Fatalf("%d rows, findings %+v", part.Rows, part.Findings)
	}
	return testing.AllocsPerRun(10, func() { job.Check(in, chunks[0]) })
}
