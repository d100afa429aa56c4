package report

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report/internal/golden"
	"github.com/socle-commun/socle/schemas/text"
)

func TestCSV(t *testing.T) {
	for _, name := range []string{"clean", "faulty", "hostile", "unopened", "truncated"} {
		golden.Check(t, name+".csv", write(t, csvFormat, samples()[name], Options{Lang: text.French}))
	}
	golden.Check(t, "faulty.en.excel.csv", write(t, csvFormat, samples()["faulty"], Options{Lang: text.English, Excel: true}))
}

// Whatever the file holds, a spreadsheet reads a row for each finding, of as
// many cells as the header has, and reckons with none.
func TestCSVIsATable(t *testing.T) {
	for name, r := range samples() {
		for _, excel := range []bool{false, true} {
			report := write(t, csvFormat, r, Options{Lang: text.French, Excel: excel})
			in := csv.NewReader(strings.NewReader(strings.TrimPrefix(report, "\ufeff")))
			if excel {
				in.Comma = ';'
			}
			rows, err := in.ReadAll()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			want := 1
			for _, f := range r.Files {
				want += len(f.Findings)
				if f.Failure != nil {
					want++
				}
				if f.Errors+f.Warnings+f.Notices > len(f.Findings) {
					want++
				}
			}
			if len(rows) != want {
				t.Errorf("%s: %d rows, want %d", name, len(rows), want)
			}
			for _, row := range rows {
				for _, cell := range row {
					if text.IsFormula(cell) {
						t.Errorf("%s: a spreadsheet reckons with %q", name, cell)
					}
				}
			}
		}
	}
}

// TestJSONL reads the lines of each sample, written at once and as findings
// are found: they are the same, and say what the JSON report says.
func TestJSONL(t *testing.T) {
	for name, r := range samples() {
		report := write(t, jsonlFormat, r, Options{Lang: text.French})
		var streamed strings.Builder
		w := jsonlFormat.New(&streamed, Options{Lang: text.French}).(Streamer)
		for _, f := range r.Files {
			for i := range f.Findings {
				w.Found(r, f, f.Findings[i:i+1])
			}
		}
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
		sorted := func(s string) map[string]int {
			lines := map[string]int{}
			for line := range strings.Lines(s) {
				lines[line]++
			}
			return lines
		}
		found := 0
		for _, f := range r.Files {
			found += len(f.Findings)
		}
		if diff := cmp.Diff(sorted(report), sorted(streamed.String())); diff != "" && found > 0 {
			t.Errorf("%s: (-at once +streamed)\n%s", name, diff)
		}
		var last map[string]any
		lines, findings := bufio.NewScanner(strings.NewReader(report)), 0
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			last = nil
			if err := json.Unmarshal(lines.Bytes(), &last); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if last["type"] == "finding" {
				findings++
			}
		}
		if last["type"] != "summary" || last["valid"] != r.Valid() || findings != found {
			t.Errorf("%s: %d findings of %d, and the last line is %v", name, findings, found, last)
		}
	}
	golden.Check(t, "faulty.jsonl", write(t, jsonlFormat, samples()["faulty"], Options{Lang: text.French}))
}
