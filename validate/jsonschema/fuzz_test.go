package jsonschema

import (
	"encoding/json"
	"testing"
)

// Any bytes are judged without a panic; what encoding/json takes for JSON is
// what can be judged, and what is against it is what gojsonschema finds.
func FuzzJudge(f *testing.F) {
	for _, seed := range []string{
		`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id_local":"1","ame_d":"AUTRE"},"geometry":null}]}`,
		`{"features":[{"properties":{"largeur_d":1e2,"nom_loc":["\ud834\udd1e","\ud834"]},"geometry":{"type":"Point","coordinates":[1,2]}}]}`,
		`{"a":1,"a":[],"\u0061":"\n"}`, `[1.0,-0,1e5,0.1E-2]`, `"é€𝄞"`, ` nul`, "\x00", `{"a"`, `[[[]]]`,
	} {
		f.Add([]byte(seed))
	}
	p := bothOf(f, "etalab/schema-amenagements-cyclables")
	f.Fuzz(func(t *testing.T, document []byte) {
		got := p.whole(document)
		if judged := got.verdict != NotJSON; judged != json.Valid(document) && got.verdict != TooLarge {
			t.Fatalf("verdict %d of %q", got.verdict, document)
		}
		if got.verdict == Judged && len(document) < 10_000 {
			if diff := p.differ(document); diff != "" && !hasHuge(document) {
				t.Fatal(diff)
			}
		}
	})
}

// hasHuge says whether a document has a number that gojsonschema cannot reckon
// with.
func hasHuge(document []byte) bool {
	r := &run{item: document}
	if r.scan() != Judged {
		return true
	}
	for _, t := range r.toks {
		if t.kind == isNumber && (isHuge(document[t.start:t.end]) || float(document[t.start:t.end]) == 0 && document[t.start] == '-') {
			return true
		}
	}
	return false
}
