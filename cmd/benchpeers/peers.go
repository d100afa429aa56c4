package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A peer is a program that is measured beside socle.
type peer struct {
	name    string
	title   string // in the table; its version follows, where it tells one
	pack    string // the package that must be installed, in thePacks; "" for none
	needs   string // or the program that must be there
	most    int    // rows that it takes at most; 0 for any number
	whole   bool   // it judges every file whole, however long it takes
	faults  faults
	command func(e *env, j job) []string
	read    func(stdout, stderr string) (answer, error)
}

// faults says which of the planted ones a peer sees.
type faults int

const (
	planted faults = iota
	none           // it judges the structure alone, which has no faults
	rowed          // it counts neither faults nor, exactly, rows
)

// An answer is what a program says of a file.
type answer struct {
	Rows, Errors int
	Version      string
}

// thePeers are the peers in the order of the table.
var thePeers = []peer{
	{name: "recognised", title: "socle, schema recognised", whole: true, read: reported, command: func(e *env, j job) []string {
		return []string{e.socle, "validate", "--format", "json", j.Path}
	}},
	{name: "wc", title: "wc -l, reading only", needs: "wc", whole: true, faults: rowed, read: counted, command: func(_ *env, j job) []string {
		return []string{"wc", "-l", j.Path}
	}},
	{name: "json-valid", title: "Go's json.Valid, reading only", whole: true, faults: rowed, read: silent, command: func(e *env, j job) []string {
		return []string{e.self, "-valid", j.Path}
	}},
	{name: "json-parse", title: "node's JSON.parse, reading only", needs: "node", faults: none, read: said, command: byNode("ask_json_parse.mjs")},
	{name: "duckdb", title: "DuckDB", pack: "duckdb", whole: true, read: said, command: byPython("ask_duckdb.py")},
	{name: "polars", title: "Polars", pack: "polars", whole: true, read: said, command: byPython("ask_polars.py")},
	{name: "qsv", title: "qsv validate", pack: "qsv", read: summed, command: func(e *env, j job) []string {
		return []string{e.qsv(), "validate", "--delimiter", j.Delimiter, j.Path, jsonSchemaPath(j.Schema)}
	}},
	{name: "tableschema", title: "tableschema (npm)", pack: "tableschema", read: said, command: byNode("ask_tableschema.mjs")},
	{name: "frictionless", title: "frictionless", pack: "frictionless", read: said, command: byPython("ask_frictionless.py")},
	{name: "validata", title: "validata-table", pack: "validata-table", most: 100_000, read: said, command: byPython("ask_validata.py")},
	{name: "validateur-bal", title: "validateur-bal", pack: "@ban-team/validateur-bal", read: said, command: byNode("ask_validateur_bal.mjs")},
	{name: "check-geojson", title: "check-geojson", pack: "@placemarkio/check-geojson", faults: none, read: said, command: byNode("ask_check_geojson.mjs")},
}

// theSocle is what they are measured beside.
var theSocle = peer{name: "socle", title: "**socle validate**", whole: true, read: reported, command: func(e *env, j job) []string {
	return []string{e.socle, "validate", "--schema", e.schema, "--format", "json", j.Path}
}}

// heap is how many megabytes the peers in Node.js may take: by itself it stops at
// a quarter of the machine's.
const heap = 16384

func byPython(script string) func(*env, job) []string {
	return func(e *env, j job) []string { return []string{e.python(), e.script(script), j.String()} }
}

func byNode(script string) func(*env, job) []string {
	return func(e *env, j job) []string {
		return []string{"node", "--max-old-space-size=" + strconv.Itoa(heap), e.script(script), j.String()}
	}
}

func (j job) String() string {
	text, err := json.Marshal(j)
	if err != nil {
		panic(err) // strings can always be written
	}
	return string(text)
}

// said reads the line of JSON of a script.
func said(stdout, _ string) (a answer, err error) {
	err = json.Unmarshal([]byte(stdout), &a)
	return a, err
}

// reported reads the report of socle.
func reported(stdout, _ string) (answer, error) {
	var report struct {
		Summary struct{ Rows, Errors int }
	}
	err := json.Unmarshal([]byte(stdout), &report)
	return answer{Rows: report.Summary.Rows, Errors: report.Summary.Errors}, err
}

// counted reads the number of lines.
func counted(stdout, _ string) (a answer, err error) {
	_, err = fmt.Sscan(stdout, &a.Rows)
	return a, err
}

// silent is of a program that says by its exit code that all is well.
func silent(_, _ string) (answer, error) { return answer{}, nil }

var (
	someInvalid = regexp.MustCompile(`([\d,]+) out of ([\d,]+) records invalid`)
	allValid    = regexp.MustCompile(`All ([\d,]+) records valid`)
)

// summed reads what qsv sums up in words.
func summed(_, stderr string) (answer, error) {
	number := func(text string) int {
		n, _ := strconv.Atoi(strings.ReplaceAll(text, ",", "")) // digits and commas alone
		return n
	}
	if m := someInvalid.FindStringSubmatch(stderr); m != nil {
		return answer{Rows: number(m[2]), Errors: number(m[1]), Version: packVersion("qsv")}, nil
	}
	if m := allValid.FindStringSubmatch(stderr); m != nil {
		return answer{Rows: number(m[1]), Version: packVersion("qsv")}, nil
	}
	return answer{}, errors.New("it does not sum up what it found")
}

// check says in what an answer is not what the file holds, of whose first rows so
// many are judged.
func (p *peer) check(a answer, l *load, rows int) error {
	want := answer{Rows: rows, Version: a.Version}
	switch p.faults {
	case planted:
		want.Errors = faultsOf(l, rows)
	case rowed:
		if a.Rows != 0 && a.Rows < rows {
			return fmt.Errorf("it read %d of %d rows", a.Rows, rows)
		}
		return nil
	}
	if a != want {
		return fmt.Errorf("it judged %d rows and found %d faults; there are %d and %d", a.Rows, a.Errors, want.Rows, want.Errors)
	}
	return nil
}
