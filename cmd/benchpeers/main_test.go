package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/cmd/internal/cost"
)

// timed is a program that took so many milliseconds and mebibytes.
func timed(name string, rows int, mebibytes float64, milliseconds ...int) *program {
	p := &program{peer: &theSocle, rows: rows}
	for i := range thePeers {
		if thePeers[i].name == name {
			p.peer = &thePeers[i]
		}
	}
	for _, ms := range milliseconds {
		d := time.Duration(ms) * time.Millisecond
		p.costs = append(p.costs, cost.Cost{Wall: d, CPU: d * 3 / 2, Memory: int64(mebibytes * (1 << 20))})
	}
	return p
}

func TestTable(t *testing.T) {
	l := load{name: "prenoms", title: "prénoms"}
	slow, gone := timed("frictionless", 20_000, 40, 1000), timed("validata", 100_000, 0)
	slow.version, gone.failed = "5.21.0", "it is too slow"
	var out bytes.Buffer
	writeTable(&out, "A machine", []outcome{{&l, 1_000_000, 41_600_000, []*program{timed("socle", 1_000_000, 32.5, 700, 500, 400), timed("wc", 1_000_000, 4, 20), slow, gone}}})
	want := `A machine.

| file | program | rows | wall | CPU | cores | rows/s | peak memory | a row takes |
|---|---|--:|--:|--:|--:|--:|--:|--:|
| prénoms (42 MB) | **socle validate** | 1,000,000 | 0.50 s | 0.75 s | 1.5 | 2,000,000 | 32.5 MiB | × 1.0 |
|  | wc -l, reading only | 1,000,000 | 20.0 ms | 30.0 ms | 1.5 | 50,000,000 | 4.0 MiB | × 0.04 |
|  | frictionless 5.21.0 | 20,000 | 1.00 s | 1.50 s | 1.5 | 20,000 | 40.0 MiB | × 100 |
` + legend + `
Not measured:

- prénoms, validata-table: it is too slow.
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestGoals(t *testing.T) {
	of := func(name string, programs ...*program) outcome {
		for i := range theLoads {
			if theLoads[i].name == name {
				return outcome{load: &theLoads[i], programs: programs}
			}
		}
		t.Fatalf("no load is called %s", name)
		return outcome{}
	}
	var out bytes.Buffer
	writeGoals(&out, []outcome{
		of("subventions-30", timed("socle", 30, 20, 12), timed("recognised", 30, 20, 14)),
		of("subventions-1m", timed("socle", 1_000_000, 30, 400), timed("wc", 1_000_000, 4, 50), timed("duckdb", 1_000_000, 80, 500)),
		of("subventions-10m", timed("socle", 10_000_000, 31, 4200)),
		of("irve", timed("socle", 1_000_000, 65, 2000), timed("frictionless", 10_000, 40, 2000)),
		of("bal", timed("socle", 1_000_000, 500, 2000)),
		of("keys", timed("socle", 10_000_000, 200, 5000)),
	})
	want := `
| goal | limit | measured | met |
|---|--:|--:|---|
| subventions, 1 M rows: wall time beside ` + "`wc -l`" + ` | ≤ 8 × | 8.00 × | yes |
| subventions, 1 M rows: wall time beside DuckDB's typed read with constraints | ≤ 0.5 × | 0.80 × | **no** |
| IRVE: rows a second beside frictionless | ≥ 100 × | 100.00 × | yes |
| BAL: rows a second beside validateur-bal | ≥ 100 × | not measured |  |
| GeoJSON: wall time beside Go's ` + "`json.Valid`" + ` | ≤ 2 × | not measured |  |
| wall time of a row among 10 M beside one among 1 M | ≤ 1.1 × | 1.05 × | yes |
| most memory without unique keys | ≤ 64 MiB | 65.00 MiB | **no** |
| memory a row with unique keys, of the whole process | ≤ 24 bytes | 20.97 bytes | yes |
| 30 rows, start to finish | ≤ 20 ms | 14.00 ms | yes |
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

// Every name that the goals and the workloads speak of is that of something.
func TestNames(t *testing.T) {
	known := map[string]bool{"socle": true}
	for _, p := range thePeers {
		known[p.name] = true
		if p.pack != "" && packVersion(p.pack) == "" {
			t.Errorf("the package of %s has no version", p.name)
		}
		if args := p.command(&env{cache: "cache"}, job{}); len(args) > 2 {
			for _, a := range args {
				if dir, script := filepath.Split(a); strings.HasSuffix(dir, "peers"+string(filepath.Separator)) {
					if _, err := scripts.ReadFile("peers/" + script); err != nil {
						t.Error(err)
					}
				}
			}
		}
	}
	for _, l := range theLoads {
		for _, name := range l.peers {
			if !known[name] {
				t.Errorf("%s: no peer is called %s", l.name, name)
			}
		}
		for name := range l.without {
			if !slices.Contains(l.peers, name) {
				t.Errorf("%s: %s is left out of nothing", l.name, name)
			}
		}
	}
}

func TestAffordable(t *testing.T) {
	const ms = time.Millisecond
	for _, tt := range []struct {
		name string
		took []time.Duration // of 1000 rows, 10,000…
		rows int
		want int
	}{
		{"nothing is known", nil, 900, 900},
		{"one trial tells nothing", []time.Duration{9000 * ms}, 1900, 1900},
		{"fast enough", []time.Duration{500 * ms, 590 * ms}, 1_000_000, 1_000_000},
		{"no slower at all", []time.Duration{500 * ms, 400 * ms}, 10_000_000, 10_000_000},
		{"a start that takes longer than the budget", []time.Duration{16_000 * ms, 16_000 * ms}, 20_000, 20_000},
		{"a hundredth", []time.Duration{600 * ms, 4200 * ms}, 1_000_000, 10_000},
		{"the last trials tell", []time.Duration{600 * ms, 500 * ms, 4100 * ms}, 1_000_000, 100_000},
		{"a start that takes the budget", []time.Duration{14_000 * ms, 32_000 * ms}, 1_000_000, 1000},
	} {
		var s pace
		rows := few
		for _, took := range tt.took {
			s.add(rows, took)
			rows *= 10
		}
		if got := s.affordable(tt.rows, 15*time.Second); got != tt.want {
			t.Errorf("%s: %d rows, expected %d", tt.name, got, tt.want)
		}
	}
}

func TestRounded(t *testing.T) {
	for n, want := range map[int]int{0: 1, 1: 1, 4: 2, 5: 5, 99: 50, 100: 100, 199: 100, 250_000: 200_000, 999_999: 500_000} {
		if got := rounded(n); got != want {
			t.Errorf("%d is rounded to %d, expected %d", n, got, want)
		}
	}
}

func TestCheck(t *testing.T) {
	l := &load{every: 1000}
	for _, tt := range []struct {
		name   string
		faults faults
		answer answer
		want   string
	}{
		{"all is counted", planted, answer{2000, 2, "1"}, ""},
		{"a fault is not seen", planted, answer{2000, 1, "1"}, "it judged 2000 rows and found 1 faults; there are 2000 and 2"},
		{"a row is left out", planted, answer{1999, 2, ""}, "it judged 1999 rows and found 2 faults; there are 2000 and 2"},
		{"structure alone", none, answer{2000, 0, ""}, ""},
		{"structure alone, with faults", none, answer{2000, 2, ""}, "it judged 2000 rows and found 2 faults; there are 2000 and 0"},
		{"lines", rowed, answer{Rows: 2001}, ""},
		{"too few lines", rowed, answer{Rows: 12}, "it read 12 of 2000 rows"},
	} {
		p, got := peer{faults: tt.faults}, ""
		if err := p.check(tt.answer, l, 2000); err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%s: %q, expected %q", tt.name, got, tt.want)
		}
	}
}

func TestAnswers(t *testing.T) {
	version := packVersion("qsv")
	for _, tt := range []struct {
		name           string
		read           func(string, string) (answer, error)
		stdout, stderr string
		want           answer
		fails          bool
	}{
		{"a script", said, `{"rows": 12, "errors": 3, "version": "1.2"}` + "\n", "a warning", answer{12, 3, "1.2"}, false},
		{"a script that fails", said, "", "Traceback", answer{}, true},
		{"socle", reported, `{"version": 1, "summary": {"files": 1, "rows": 5, "errors": 2}}`, "", answer{5, 2, ""}, false},
		{"wc", counted, "1001 file.csv\n", "", answer{Rows: 1001}, false},
		{"qsv, some", summed, "", "Writing files...\n1,000 out of 1,000,000 records invalid.", answer{1_000_000, 1000, version}, false},
		{"qsv, none", summed, "", "All 5,000 records valid.", answer{5000, 0, version}, false},
		{"qsv, neither", summed, "", "no such file", answer{}, true},
	} {
		got, err := tt.read(tt.stdout, tt.stderr)
		if diff := cmp.Diff(tt.want, got); diff != "" || (err != nil) != tt.fails {
			t.Errorf("%s: %v %s", tt.name, err, diff)
		}
	}
}

func TestPick(t *testing.T) {
	name := func(s string) string { return s }
	some := []string{"a", "b", "c"}
	for asked, want := range map[string][]string{"": some, "c,a": {"a", "c"}, " b ": {"b"}} {
		got, err := pick(some, names(asked), name)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q: %v %s", asked, err, diff)
		}
	}
	if _, err := pick(some, []string{"a", "x"}, name); err == nil || !strings.Contains(err.Error(), `"x"; there are a, b, c`) {
		t.Errorf("a name of nothing: %v", err)
	}
}

func TestDescriptions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file.csv")
	if err := os.WriteFile(path, []byte("montant;plus;nature;vu\n1;;x;oui\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	columns, err := header(path, ";")
	if err != nil {
		t.Fatal(err)
	}
	var s tableSchema
	if err := json.Unmarshal([]byte(`{"name": "x", "primaryKey": ["nature"], "fields": [
		{"name": "nature", "type": "string", "title": "Nature", "constraints": {"enum": ["x", "y"], "maxLength": 9}},
		{"name": "absent", "type": "date"},
		{"name": "vu", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"], "constraints": {"required": true}},
		{"name": "montant", "type": "number", "constraints": {"required": true, "minimum": 0.01, "pattern": "a|b"}}]}`), &s); err != nil {
		t.Fatal(err)
	}
	s.align(columns)
	for _, tt := range []struct {
		name  string
		value any
		want  string
	}{
		{"Table Schema", s, `{"name":"x","fields":[{"name":"montant","type":"number","constraints":{"required":true,"pattern":"a|b","minimum":0.01}},` +
			`{"name":"plus","type":"string","constraints":{}},{"name":"nature","type":"string","constraints":{"enum":["x","y"],"maxLength":9}},` +
			`{"name":"vu","type":"boolean","trueValues":["oui"],"falseValues":["non"],"constraints":{"required":true}}],"primaryKey":["nature"]}`},
		{"JSON Schema", s.jsonSchema(), `{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{` +
			`"montant":{"minimum":0.01,"pattern":"^(?:a|b)$","type":"number"},"nature":{"enum":["x","y",null],"maxLength":9,"type":["string","null"]},` +
			`"plus":{"type":["string","null"]},"vu":{"enum":["oui","non"],"type":"string"}},"required":["montant","vu"],"type":"object","uniqueCombinedWith":["nature"]}`},
	} {
		got, err := json.Marshal(tt.value)
		if diff := cmp.Diff(tt.want, string(got)); diff != "" || err != nil {
			t.Errorf("%s: %v %s", tt.name, err, diff)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{thousands(7), "7"}, {thousands(1000), "1,000"}, {thousands(12_345_678), "12,345,678"},
		{seconds(1500 * time.Microsecond), "1.5 ms"}, {seconds(1234 * time.Millisecond), "1.23 s"}, {seconds(12345 * time.Millisecond), "12.3 s"},
		{times(0.042), "× 0.04"}, {times(3.14159), "× 3.1"}, {times(123.4), "× 123"},
		{megabytes(8400), "8 kB"}, {megabytes(246_300_000), "246 MB"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s, expected %s", tt.got, tt.want)
		}
	}
	node := timed("json-parse", 1, 1)
	node.version = "20.1.0"
	if diff := cmp.Diff("node's JSON.parse 20.1.0, reading only", node.title()); diff != "" {
		t.Error(diff)
	}
	if v := (outcomes{}).row("irve", "socle"); !math.IsNaN(v) {
		t.Errorf("what was not measured is %v", v)
	}
}
