package geojson_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"sync"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input/geojson"
)

// points is a collection of 100 MB: points with 8 properties.
var points = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	b.WriteString(`{"type":"FeatureCollection","features":[` + "\n")
	for i := 0; b.Len() < 100<<20; i++ {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `{"type":"Feature","properties":{"id":"35-%07d","nom":"Gymnase numéro %d","type":"%s","capacite":%d,"surface":%d.%d,"ouvert":%t,"date":"20%02d-%02d-%02d","note":null},"geometry":{"type":"Point","coordinates":[-1.%06d,48.%06d]}}`,
			i, i%977, [...]string{"sport", "culture", "social"}[i%3], i%5000, i%900, i%100, i%2 == 0, 10+i%15, 1+i%12, 1+i%28, i%1000000, (i*7)%1000000)
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
})

const pointSchema = `{"fields":[
	{"name":"id","type":"string","constraints":{"required":true}},
	{"name":"nom","type":"string","constraints":{"required":true,"maxLength":80}},
	{"name":"type","type":"string","constraints":{"enum":["sport","culture","social"]}},
	{"name":"capacite","type":"integer","constraints":{"minimum":0}},
	{"name":"surface","type":"number"},
	{"name":"ouvert","type":"boolean"},
	{"name":"date","type":"date"},
	{"name":"note","type":"string"}]}`

func source(b []byte) geojson.Source {
	const begin = validate.MaxRecord + 2
	return geojson.Source{Path: "points.geojson", Size: int64(len(b)), Closer: io.NopCloser(nil), Encoding: "utf-8", Begin: b[:begin], Rest: bytes.NewReader(b[begin:])}
}

func opened(b *testing.B, data []byte) *geojson.Input {
	in, err := geojson.New(source(data))
	if err != nil {
		b.Fatal(err)
	}
	return in
}

func BenchmarkValid(b *testing.B) {
	data := points()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if !json.Valid(data) {
			b.Fatal("not valid")
		}
	}
}

func BenchmarkCut(b *testing.B) {
	data := points()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for c, err := range opened(b, data).Chunks() {
			if err != nil {
				b.Fatal(err)
			}
			c.Free()
		}
	}
}

// Cut and read, by one goroutine.
func BenchmarkRows(b *testing.B) {
	data := points()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	rows := 0
	for b.Loop() {
		in := opened(b, data)
		for c, err := range in.Chunks() {
			if err != nil {
				b.Fatal(err)
			}
			for row := range in.Rows(c) {
				if len(row.Faults) > 0 {
					b.Fatal(row.Faults)
				}
				rows++
			}
			c.Free()
		}
	}
	b.ReportMetric(float64(rows)/float64(b.N), "rows/op")
}

// The whole judgement with all checks, by two workers.
func BenchmarkRun(b *testing.B) {
	data := points()
	s, err := schemas.Parse("points", []byte(pointSchema))
	if err != nil {
		b.Fatal(err)
	}
	plan := validate.Compile(s, checks.All(), validate.Options{})
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		r := validate.Run(context.Background(), opened(b, data), plan, 2, nil)
		if r.Failure != nil || r.Rows == 0 {
			b.Fatal(r.Failure)
		}
	}
}
