package main

import (
	"bytes"
	"encoding/gob"
	"io"
	"os"
	"testing"

	"github.com/socle-commun/socle/cmd/internal/workload"
	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// BenchmarkStages tells where the time of a file of subsidies goes, on one
// goroutine: each stage does all that those before it do.
func BenchmarkStages(b *testing.B) {
	const rows = 100_000
	path, size := generated(b, ".csv", rows, workload.Subsidies)
	s, err := schemas.Find("scdl/subventions@2.1.1")
	if err != nil {
		b.Fatal(err)
	}
	options := validate.Options{MaxFindings: 1000}
	nothing, all := validate.Compile(s, nil, options), validate.Compile(s, checks.All(), options)
	for _, stage := range []struct {
		name string
		run  func(*testing.B)
	}{
		{"1 read", func(b *testing.B) { readThrough(b, path) }},
		{"2 cut", func(b *testing.B) { through(b, path, func(validate.Input, validate.Chunk) {}) }},
		{"3 split", func(b *testing.B) {
			through(b, path, func(in validate.Input, c validate.Chunk) {
				for range in.Rows(c) {
				}
			})
		}},
		{"4 type", func(b *testing.B) { judged(b, path, nothing, false) }},
		{"5 check", func(b *testing.B) { judged(b, path, all, false) }},
		{"6 merge", func(b *testing.B) { judged(b, path, all, true) }},
		{"7 report", func(b *testing.B) {
			format, _ := report.Find("json")
			result := &validate.Result{Checks: checks.All()}
			result.Add(judged(b, path, all, true))
			if err := format.New(io.Discard, report.Options{}).Write(result); err != nil {
				b.Fatal(err)
			}
		}},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(size)
			for b.Loop() {
				stage.run(b)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
		})
	}
}

// readThrough reads a file as large pieces.
func readThrough(b *testing.B, path string) {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	piece := make([]byte, 256<<10)
	for {
		switch _, err := f.Read(piece); err {
		case nil:
		case io.EOF:
			return
		default:
			b.Fatal(err)
		}
	}
}

// through opens a file and gives its chunks to do.
func through(b *testing.B, path string, do func(validate.Input, validate.Chunk)) {
	b.Helper()
	in, err := input.Open(path, nil, input.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	for chunk, err := range in.Chunks() {
		if err != nil {
			b.Fatal(err)
		}
		do(in, chunk)
		if chunk.Free != nil {
			chunk.Free()
		}
	}
}

// judged judges a file, and merges what is found or throws it away.
func judged(b *testing.B, path string, plan *validate.Plan, merge bool) *validate.FileResult {
	b.Helper()
	var job *validate.Job
	var whole *validate.Partial
	through(b, path, func(in validate.Input, c validate.Chunk) {
		if job == nil {
			job = plan.For(in.File())
			whole = job.Begin()
		}
		if part := job.Check(in, c); merge {
			job.Merge(whole, part)
		}
	})
	return job.Finish(whole)
}

// BenchmarkTravel tells how large partials are that travel between machines: that
// of one chunk, encoded, and that of all chunks, merged by a machine that does not
// have the file's first rows.
func BenchmarkTravel(b *testing.B) {
	keyed, err := schemas.Parse("keys", []byte(workload.KeySchema))
	if err != nil {
		b.Fatal(err)
	}
	subsidies, err := schemas.Find("scdl/subventions@2.1.1")
	if err != nil {
		b.Fatal(err)
	}
	addresses, err := schemas.Find("etalab/schema-bal@1.4.0")
	if err != nil {
		b.Fatal(err)
	}
	for _, load := range []struct {
		name   string
		schema *schemas.Schema
		write  writer
	}{
		{"one row in 1000 faulty", subsidies, workload.Subsidies},
		{"every row faulty", subsidies, workload.BadSubsidies},
		{"unique keys", keyed, workload.Keys},
		{"BAL", addresses, workload.Addresses},
	} {
		b.Run(load.name, func(b *testing.B) {
			path, size := generated(b, ".csv", 50_000, load.write)
			plan := validate.Compile(load.schema, checks.All(), validate.Options{MaxFindings: 1000})
			for b.Loop() {
				sent, rows, parts := 0, 0, 0
				var job *validate.Job
				var merged *validate.Partial
				through(b, path, func(in validate.Input, c validate.Chunk) {
					if job == nil {
						job = plan.For(in.File())
					}
					part := job.Check(in, c)
					rows, parts, sent = rows+part.Rows, parts+1, sent+encoded(b, part)
					if merged == nil {
						merged = part
					} else {
						job.Merge(merged, part)
					}
				})
				b.ReportMetric(float64(sent)/float64(parts), "bytes/partial")
				b.ReportMetric(float64(encoded(b, merged))/float64(rows), "merged-bytes/row")
				b.ReportMetric(100*float64(encoded(b, merged))/float64(size), "merged-%-of-file")
			}
		})
	}
}

// encoded is how many bytes a partial takes when it travels.
func encoded(b *testing.B, part *validate.Partial) int {
	b.Helper()
	var sent bytes.Buffer
	if err := gob.NewEncoder(&sent).Encode(part); err != nil {
		b.Fatal(err)
	}
	return sent.Len()
}
