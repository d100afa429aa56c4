package jsonschema

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/xeipuuv/gojsonschema"
)

// items gives the items of an example, as a reader would cut them out.
func items(t testing.TB, l *List, path string) [][]byte {
	t.Helper()
	document, err := os.ReadFile(filepath.Join(examples, path))
	if err != nil {
		t.Fatal(err)
	}
	raw := json.RawMessage(document)
	for _, name := range l.Path {
		var in map[string]json.RawMessage
		if err := json.Unmarshal(raw, &in); err != nil {
			t.Fatal(err)
		}
		raw = in[name]
	}
	if l.Single {
		return [][]byte{bytes.TrimSpace(raw)}
	}
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		t.Fatal(err)
	}
	var out [][]byte
	for _, item := range list {
		out = append(out, item)
	}
	return out
}

var benched = map[string]string{
	"etalab/schema-amenagements-cyclables": "etalab/schema-amenagements-cyclables/valide.geojson",
	"139bercy/format-commande-publique":    "139bercy/format-commande-publique/valide.json",
	"metis-reseaux/infos-travaux":          "metis-reseaux/infos-travaux/valide.geojson",
}

func BenchmarkJudge(b *testing.B) {
	for name, path := range benched {
		b.Run(name, func(b *testing.B) {
			l := bothOf(b, name).ours.Lists()[0]
			all := items(b, l, path)
			b.SetBytes(int64(len(all[0])))
			b.ReportAllocs()
			for b.Loop() {
				if l.Judge(all[0], func(f *Fault) { b.Fatal(f) }) != Judged {
					b.Fatal("not judged")
				}
			}
		})
	}
}

// BenchmarkReference is gojsonschema on the same items, each alone in its list.
func BenchmarkReference(b *testing.B) {
	for name, path := range benched {
		b.Run(name, func(b *testing.B) {
			p := bothOf(b, name)
			l := p.ours.Lists()[0]
			item := items(b, l, path)[0]
			document := `[` + string(item) + `]`
			for i := len(l.Path) - 1; i >= 0; i-- {
				document = `{"type":"FeatureCollection","` + l.Path[i] + `":` + document + `}`
			}
			b.SetBytes(int64(len(item)))
			b.ReportAllocs()
			for b.Loop() {
				result, err := p.reference.Validate(gojsonschema.NewStringLoader(document))
				if err != nil || !result.Valid() {
					b.Fatal(err, result.Errors())
				}
			}
		})
	}
}
