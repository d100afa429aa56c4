package main

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/socle-commun/socle/cmd/internal/workload"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// BenchmarkJudge judges small files of each workload by one worker, from opening
// them to the result, without what a process takes to start.
func BenchmarkJudge(b *testing.B) {
	const rows = 20_000
	for _, load := range []struct {
		name, schema, extension string
		write                   writer
		every                   int // rows for one that has a fault
	}{
		{"subventions", "scdl/subventions@2.1.1", ".csv", workload.Subsidies, workload.Rare},
		{"every row faulty", "scdl/subventions@2.1.1", ".csv", workload.BadSubsidies, 1},
		{"prénoms", "scdl/prenoms@1.1.6", ".csv", workload.FirstNames, workload.Rare},
		{"IRVE", "etalab/schema-irve-statique@2.3.1", ".csv", workload.ChargingPoints, workload.Rare},
		{"BAL", "etalab/schema-bal@1.4.0", ".csv", workload.Addresses, workload.Rare},
		{"équipements", "scdl/equipements@0.1.5", ".geojson", workload.Facilities, workload.Rare},
	} {
		b.Run(load.name, func(b *testing.B) {
			s, err := schemas.Find(load.schema)
			if err != nil {
				b.Fatal(err)
			}
			plan := validate.Compile(s, checks.All(), validate.Options{MaxFindings: 1000})
			path, size := generated(b, load.extension, rows, load.write)
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				in, err := input.Open(path, nil, input.Options{})
				if err != nil {
					b.Fatal(err)
				}
				r := validate.Run(context.Background(), in, plan, 1, nil)
				if err := in.Close(); err != nil || r.Failure != nil {
					b.Fatal(err, r.Failure)
				}
				if r.Rows != rows || r.Errors != workload.Count(rows, load.every) {
					b.Fatalf("%d rows, %d errors", r.Rows, r.Errors)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
		})
	}
}

// A writer writes so many rows.
type writer func(*bufio.Writer, int) error

// generated writes a file of so many rows, and gives its size in bytes.
func generated(b *testing.B, extension string, rows int, write writer) (path string, size int64) {
	b.Helper()
	path = filepath.Join(b.TempDir(), "data"+extension)
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	if err := write(w, rows); err != nil {
		b.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path, info.Size()
}
