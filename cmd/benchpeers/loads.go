package main

import (
	"bufio"
	"errors"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"

	"github.com/socle-commun/socle/cmd/internal/workload"
)

// A load is a file that the programs judge.
type load struct {
	name, title string
	write       func(*bufio.Writer, int) error
	rows        int
	every       int    // one row in so many has a fault, and each such row has one
	schema      string // its name in the catalogue
	document    string // or the schema itself
	suffix      string // of the file; .csv where there is none
	delimiter   string // a comma where there is none
	encoding    string // utf-8 where there is none
	remembers   bool   // socle must remember something of each row, such as a key
	runs        int    // where they are not to be as many as of the others
	peers       []string
	without     map[string]string // peers that cannot judge it, and why
}

const (
	million = 1_000_000
	subsidy = "scdl/subventions@2.1.1"
)

var (
	engines  = []string{"wc", "duckdb", "polars"}
	everyone = []string{"wc", "duckdb", "polars", "qsv", "tableschema", "frictionless", "validata"}
)

// theLoads are the workloads in the order of the table.
var theLoads = []load{
	{name: "subventions-30", title: "subventions, 30 rows", write: workload.Subsidies, rows: 30, every: workload.Rare, schema: subsidy,
		runs: 25, peers: []string{"recognised"}},
	{name: "subventions-10k", title: "subventions, 10 k rows", write: workload.Subsidies, rows: 10_000, every: workload.Rare, schema: subsidy, peers: everyone},
	{name: "subventions-1m", title: "subventions, 1 M rows", write: workload.Subsidies, rows: million, every: workload.Rare, schema: subsidy, peers: everyone},
	{name: "subventions-10m", title: "subventions, 10 M rows", write: workload.Subsidies, rows: 10 * million, every: workload.Rare, schema: subsidy, peers: engines},
	{name: "irve", title: "IRVE statique, 1 M rows", write: workload.ChargingPoints, rows: million, every: workload.Rare,
		schema: "etalab/schema-irve-statique@2.3.1", peers: everyone},
	{name: "bal", title: "BAL, 1 M rows", write: workload.Addresses, rows: million, every: workload.Rare, schema: "etalab/schema-bal@1.4.0",
		delimiter: ";", remembers: true, peers: []string{"wc", "validateur-bal"}},
	{name: "prenoms", title: "prénoms, 1 M rows", write: workload.FirstNames, rows: million, every: workload.Rare, schema: "scdl/prenoms@1.1.6", peers: everyone},
	{name: "equipements", title: "équipements, GeoJSON", write: workload.Facilities, rows: 160_000, every: workload.Rare, schema: "scdl/equipements@0.1.5",
		suffix: ".geojson", peers: []string{"json-valid", "json-parse", "check-geojson"}},
	{name: "every-row", title: "subventions, a fault in every row", write: workload.BadSubsidies, rows: million, every: 1, schema: subsidy, peers: everyone,
		without: map[string]string{"validata": "it stops after 1,000 errors"}},
	{name: "windows-1252", title: "subventions, Windows-1252", write: inWindows1252(workload.Subsidies), rows: million, every: workload.Rare, schema: subsidy,
		encoding: "windows-1252", peers: everyone, without: map[string]string{
			"duckdb":      "it reads this encoding by an extension that the registries do not serve",
			"qsv":         "it reads UTF-8",
			"tableschema": "it reads UTF-8",
		}},
	{name: "quoted", title: "half the cells quoted, with new lines", write: workload.Notes, rows: million, every: workload.Rare, document: workload.NoteSchema, peers: everyone},
	{name: "keys", title: "unique keys, 10 M rows", write: workload.Keys, rows: 10 * million, every: workload.Doubled, document: workload.KeySchema,
		remembers: true, peers: everyone},
}

// extension is how the name of the file ends.
func (l *load) extension() string {
	if l.suffix != "" {
		return l.suffix
	}
	return ".csv"
}

// job is what the scripts of the peers are told of the first rows of a file.
func (l *load) job(path, schema string) job {
	j := job{Path: path, Schema: schema, Encoding: "utf-8", Delimiter: ","}
	if l.encoding != "" {
		j.Encoding = l.encoding
	}
	if l.delimiter != "" {
		j.Delimiter = l.delimiter
	}
	return j
}

// A job is told to the scripts of peers, as JSON.
type job struct {
	Path      string `json:"path"`
	Schema    string `json:"schema"` // a Table Schema document with exactly the columns of the file
	Encoding  string `json:"encoding"`
	Delimiter string `json:"delimiter"`
}

// inWindows1252 has a file written in that encoding.
func inWindows1252(write func(*bufio.Writer, int) error) func(*bufio.Writer, int) error {
	return func(w *bufio.Writer, rows int) error {
		encoded := transform.NewWriter(w, charmap.Windows1252.NewEncoder())
		plain := bufio.NewWriterSize(encoded, 1<<16)
		return errors.Join(write(plain, rows), plain.Flush(), encoded.Close())
	}
}
