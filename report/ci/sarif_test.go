package ci

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xeipuuv/gojsonschema"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// document compiles a JSON Schema of testdata.
func document(t *testing.T, name string) *gojsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(data))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// follows says where a document departs from a schema.
func follows(t *testing.T, schema *gojsonschema.Schema, name, written string) {
	t.Helper()
	result, err := schema.Validate(gojsonschema.NewStringLoader(written))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, e := range result.Errors() {
		t.Errorf("%s: %s", name, e)
	}
}

func TestSARIFFollowsItsSchema(t *testing.T) {
	schema := document(t, "sarif-schema-2.1.0.json")
	each(t, []report.Format{sarifFormat}, func(name, written string) { follows(t, schema, name, written) })
	good := write(t, sarifFormat, samples()["faulty"], report.Options{})
	for _, c := range [][2]string{{`"version": "2.1.0"`, `"version": "2.0.0"`}, {`"startLine": 4`, `"startLine": 0`}, {`"ruleId"`, `"rule"`}, {`"level": "error"`, `"level": "major"`}} {
		bad := strings.Replace(good, c[0], c[1], 1)
		if result, err := schema.Validate(gojsonschema.NewStringLoader(bad)); err != nil || bad == good || result.Valid() {
			t.Errorf("the schema takes %s (%v)", c[1], err)
		}
	}
}

// log reads back what was written.
func log(t *testing.T, written string) sarifRun {
	t.Helper()
	var out sarifLog
	if err := json.Unmarshal([]byte(written), &out); err != nil {
		t.Fatal(err)
	}
	return out.Runs[0]
}

// No value of a file becomes a placeholder or a link of a message.
func TestMessagesArePlain(t *testing.T) {
	active := regexp.MustCompile(`\]\(|\{[0-9]`)
	each(t, []report.Format{sarifFormat}, func(name, written string) {
		for _, r := range log(t, written).Results {
			if said := strings.ReplaceAll(strings.ReplaceAll(r.Message.Text, "{{", ""), "}}", ""); active.MatchString(said) {
				t.Errorf("%s: %q", name, said)
			}
		}
	})
}

func TestInvocations(t *testing.T) {
	all := samples()
	never := sample(faulty("a.csv"))
	never.FailOn = validate.None
	all["never"] = never
	type ended struct {
		Code       int
		Successful bool
		Notes      []string
	}
	got := map[string]ended{}
	for name, r := range all {
		i := log(t, write(t, sarifFormat, r, report.Options{Lang: text.English})).Invocations[0]
		e := ended{Code: i.ExitCode, Successful: i.Successful}
		for _, n := range i.Notes {
			e.Notes = append(e.Notes, n.Level+" "+n.Message.Text)
		}
		got[name] = e
	}
	gathered := "note %s findings have no result of their own: they are counted by rule and column. This report gives 5,000 results at most, of those that --max-findings keeps."
	want := map[string]ended{
		"none": {0, true, nil}, "clean": {0, true, nil}, "faulty": {1, true, nil}, "strict": {1, true, nil}, "never": {0, true, nil},
		"hostile":  {1, true, []string{strings.Replace(strings.Replace(strings.Replace(fmt.Sprintf(gathered, "1"), "findings have", "finding has", 1), "their", "its", 1), "they are", "it is", 1)}},
		"refused":  {2, false, []string{"error The file a.csv does not exist.", "error The file b.csv does not exist."}},
		"nameless": {3, false, []string{"error Unreadable."}},
		"several":  {3, false, []string{"error The file absent.csv does not exist.", "error Interrupted.", fmt.Sprintf(gathered, "24,700")}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// crowded is a result of some files, each with as many groups of errors of
// distinct values.
func crowded(files, groups, each int) *validate.Result {
	var all []*validate.FileResult
	for f := range files {
		file := sampleFile(fmt.Sprintf("%d.csv", f))
		for g := range groups {
			var kept []validate.Finding
			for i := range each {
				w := wrong(i+2, 1, 1, fmt.Sprint(f, g, i), "")
				w.Field = fmt.Sprint("f", g)
				kept = append(kept, w)
			}
			found(file, each+1, kept...)
		}
		all = append(all, file)
	}
	return sample(all...)
}

// However many findings there are, the results are few enough, and what they
// count adds up to what was found.
func TestResultsAreLimited(t *testing.T) {
	for _, c := range []struct{ files, groups, each, most int }{
		{1, 1, 10, 5000}, {1, 1, 6000, 5000}, {3, 40, 60, 5000}, {2, 3, 5, 30}, {2, 3, 5, 36}, {2, 3, 5, 7}, {2, 3, 5, 6}, {2, 3, 5, 5}, {9, 9, 1, 1}, {7, 1, 1, 7},
	} {
		r := crowded(c.files, c.groups, c.each)
		var b strings.Builder
		w := &sarifWriter{w: &b, most: c.most}
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
		run, total := log(t, b.String()), 0
		seen := map[string]bool{}
		for _, result := range run.Results {
			total += max(result.Occurrences, 1)
			key := fmt.Sprint(result.Locations[0].Physical.Artifact.URI, result.Fingerprints)
			if seen[key] {
				t.Errorf("%v: two results have the fingerprint %s", c, key)
			}
			seen[key] = true
		}
		if len(run.Results) > c.most || total != r.Summary.Errors {
			t.Errorf("%v: %d results for %d findings of %d", c, len(run.Results), total, r.Summary.Errors)
		}
		if len(run.Results) < min(c.most, r.Summary.Errors)/2 {
			t.Errorf("%v: %d results only", c, len(run.Results))
		}
	}
}

func TestFixesNeedCertainty(t *testing.T) {
	csv := &validate.File{Format: "csv", HeaderRow: 1, Delimiter: ";"}
	items := &validate.File{Format: "json"}
	items.Items = true
	for _, c := range []struct {
		name     string
		file     *validate.File
		f        validate.Finding
		from, to int // characters; 0 for no fix
	}{
		{"bare", csv, wrong(3, 4, 3, "1,5", "1.5"), 4, 7},
		{"within quotes", csv, wrong(3, 4, 5, "1,5", "1.5"), 5, 8},
		{"with characters beyond ASCII", csv, wrong(3, 4, 4, "1 5€", "15"), 4, 8},
		{"of unknown width", csv, wrong(3, 4, 0, "1,5", "1.5"), 0, 0},
		{"on an unknown character", csv, wrong(3, 0, 3, "1,5", "1.5"), 0, 0},
		{"of a width that does not fit", csv, wrong(3, 4, 4, "1,5", "1.5"), 0, 0},
		{"with the delimiter in it", csv, wrong(3, 4, 3, "1,5", "1;5"), 0, 0},
		{"with a quote in it", csv, wrong(3, 4, 3, "1,5", `1"5`), 0, 0},
		{"with a line end in it", csv, wrong(3, 4, 3, "1,5", "1\n5"), 0, 0},
		{"with a space on its edge", csv, wrong(3, 4, 3, "1,5", "15 "), 0, 0},
		{"without anything to write", csv, wrong(3, 4, 3, "1,5", ""), 0, 0},
		{"a string of JSON", items, wrong(3, 4, 5, "1,5", "1.5"), 5, 8},
		{"a number of JSON", items, wrong(3, 4, 3, "1.5", "2"), 0, 0},
	} {
		s := &sarifWriter{run: newRun(sample(), report.Options{})}
		fix, ok := s.fix(c.file, &c.f, sarifPlace{})
		got := [2]int{}
		if ok {
			at := fix.Changes[0].Replacements[0].Deleted
			got = [2]int{at.StartColumn, at.EndColumn}
		}
		if got != [2]int{c.from, c.to} {
			t.Errorf("%s: %v, want %d to %d", c.name, got, c.from, c.to)
		}
	}
}
