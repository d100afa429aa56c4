package types

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var benchmarks = []struct {
	name string
	spec Spec
	cell string
}{
	{"number", Spec{Type: "number"}, "1250.50"},
	{"number french", Spec{Type: "number", DecimalChar: ",", GroupChar: " "}, "1 250,50"},
	{"number long", Spec{Type: "number"}, " -123456789012345678901234567890.5e-12 "},
	{"integer", Spec{Type: "integer"}, "12500"},
	{"boolean", Spec{Type: "boolean"}, "false"},
	{"boolean oui", Spec{Type: "boolean", TrueValues: []string{"true", "True", "TRUE", "1", "vrai", "Vrai", "VRAI", "oui", "Oui", "OUI"}}, "oui"},
	{"date", Spec{Type: "date"}, "2023-03-29"},
	{"date iso", Spec{Type: "date", Format: "%Y-%m-%d"}, "2023-03-29"},
	{"date french", Spec{Type: "date", Format: "%d/%m/%Y"}, "29/03/2023"},
	{"time", Spec{Type: "time"}, "10:20:30"},
	{"datetime", Spec{Type: "datetime"}, "2023-03-29T10:20:30+02:00"},
	{"year", Spec{Type: "year"}, "2023"},
	{"yearmonth", Spec{Type: "yearmonth"}, "2023-03"},
	{"duration", Spec{Type: "duration"}, "P1DT12H30M"},
	{"string", Spec{}, "Montreuil"},
	{"email", Spec{Format: "email"}, "mairie@montreuil.fr"},
	{"uri", Spec{Format: "uri"}, "https://www.montreuil.fr/"},
	{"uuid", Spec{Format: "uuid"}, "95ecc380-afe9-11e4-9b6c-751b66dd541e"},
	{"geopoint", Spec{Type: "geopoint"}, "2.4432, 48.8638"},
	{"geopoint array", Spec{Type: "geopoint", Format: "array"}, "[2.4432,48.8638]"},
	{"geojson", Spec{Type: "geojson"}, `{"type":"Point","coordinates":[2.4432,48.8638]}`},
	{"array", Spec{Type: "array"}, `["lsf","lpc"]`},
}

// TestNoAllocation holds the types that cells are mostly of to their promise.
func TestNoAllocation(t *testing.T) {
	hot := map[string]bool{"string": true, "number": true, "integer": true, "boolean": true, "date": true, "time": true,
		"datetime": true, "year": true, "yearmonth": true, "duration": true}
	want, got := map[string]float64{}, map[string]float64{}
	for _, bench := range benchmarks {
		typ := must(t, bench.spec)
		if !hot[typ.Name] {
			continue
		}
		cell, key := []byte(bench.cell), make([]byte, 0, 256)
		want[bench.name] = 0
		got[bench.name] = testing.AllocsPerRun(100, func() {
			typ.Valid(cell)
			typ.Key(key, cell)
		})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkValid(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			t, _, err := Compile(bench.spec)
			if err != nil {
				b.Fatal(err)
			}
			cell := []byte(bench.cell)
			b.SetBytes(int64(len(cell)))
			b.ReportAllocs()
			for b.Loop() {
				if !t.Valid(cell) {
					b.Fatal("not valid")
				}
			}
		})
	}
}

func BenchmarkKey(b *testing.B) {
	for _, bench := range benchmarks {
		b.Run(bench.name, func(b *testing.B) {
			t, _, err := Compile(bench.spec)
			if err != nil {
				b.Fatal(err)
			}
			cell := []byte(bench.cell)
			key := make([]byte, 0, 256)
			b.SetBytes(int64(len(cell)))
			b.ReportAllocs()
			for b.Loop() {
				if _, ok := t.Key(key, cell); !ok {
					b.Fatal("not valid")
				}
			}
		})
	}
}
