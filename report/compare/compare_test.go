package compare

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// A table is a file of a report: what is found in it, and how many more of the
// same kind there are than are kept.
type table struct {
	path     string
	findings []validate.Finding
	more     map[string]int // by code
	failure  bool
}

// values is a file with errors of one column, a row each.
func values(path string, all ...string) table {
	t := table{path: path}
	for i, v := range all {
		t.findings = append(t.findings, validate.Finding{Code: "type-error", Severity: validate.Error, Field: "montant", Column: 2,
			Pos: validate.Position{Row: i + 2, Line: i + 2}, Value: v})
	}
	return t
}

// written is the JSON report of such files.
func written(t *testing.T, tables ...table) []byte {
	t.Helper()
	r := &validate.Result{Version: "0.1.0"}
	for _, of := range tables {
		f := &validate.FileResult{File: &validate.File{Path: of.path, Format: "csv", HeaderRow: 1}, Rows: 100, Findings: of.findings,
			Columns: []validate.ColumnResult{{Name: "nom"}, {Name: "montant", Field: "montant"}, {Name: "autre"}}}
		at := map[string]int{}
		for _, found := range of.findings {
			key := fmt.Sprint(found.Code, found.Severity, found.Field)
			i, ok := at[key]
			if !ok {
				i, at[key] = len(f.Counts), len(f.Counts)
				f.Counts = append(f.Counts, validate.Count{Code: found.Code, Severity: found.Severity, Field: found.Field, Count: of.more[found.Code]})
			}
			f.Counts[i].Count++
		}
		if of.failure {
			f.Failure = &validate.Failure{Code: "interrupted"}
		}
		r.Add(f)
	}
	var b bytes.Buffer
	json, _ := report.Find("json")
	if err := json.New(&b, report.Options{}).Write(r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t *testing.T, data []byte) *Report {
	t.Helper()
	r, err := Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// said writes a comparison in short: "new type-error 1: B5=x".
func said(r *Result) []string {
	out := []string{}
	for _, f := range r.Files {
		switch {
		case f.Before == nil:
			out = append(out, "+"+f.After.Path)
		case f.After == nil:
			out = append(out, "-"+f.Before.Path)
		case f.Before.Path != f.After.Path:
			out = append(out, f.Before.Path+">"+f.After.Path)
		}
		for _, fault := range f.Faults {
			s := fmt.Sprintf("%s %s %d", changeNames[fault.Change], fault.Code, fault.Count)
			if fault.Bound {
				s += "?"
			}
			for _, p := range fault.Places {
				s += fmt.Sprintf(" %s=%s", p.Cell, p.Value)
			}
			out = append(out, s)
		}
	}
	return out
}

func TestReports(t *testing.T) {
	more := func(n int, of table) table { of.more = map[string]int{"type-error": n}; return of }
	label := func(column int) table {
		return table{path: "a", findings: []validate.Finding{{Code: "extra-label", Severity: validate.Notice, Column: column, Pos: validate.Position{Row: 1, Line: 1}}}}
	}
	weak := values("a", "x")
	weak.findings[0].Severity = validate.Warning
	for _, c := range []struct {
		name          string
		before, after []table
		want          []string
	}{
		{"nothing", nil, nil, []string{}},
		{"the same", []table{values("a", "x", "y")}, []table{values("a", "x", "y")}, []string{"left type-error 2 B2=x B3=y"}},
		{"other rows", []table{values("a", "x", "y")}, []table{values("a", "y", "x")}, []string{"left type-error 2 B2=y B3=x"}},
		{"one mended, one new", []table{values("a", "x", "y")}, []table{values("a", "z", "y")}, []string{"new type-error 1 B2=z", "gone type-error 1 B2=x", "left type-error 1 B3=y"}},
		{"once more", []table{values("a", "x")}, []table{values("a", "x", "x")}, []string{"new type-error 1 B3=x", "left type-error 1 B2=x"}},
		{"all mended", []table{values("a", "x")}, []table{values("a")}, []string{"gone type-error 1 B2=x"}},
		{"graver than before", []table{weak}, []table{values("a", "x")}, []string{"new type-error 1 B2=x", "gone type-error 1 B2=x"}},
		{"other columns of no field", []table{label(1)}, []table{label(3)}, []string{"new extra-label 1 C1=", "gone extra-label 1 A1="}},
		{"both cut", []table{more(9, values("a", "x"))}, []table{more(4, values("a", "y"))}, []string{"gone type-error 5?", "left type-error 5?"}},
		{"both cut, and more than before", []table{more(4, values("a", "x"))}, []table{more(9, values("a", "y"))}, []string{"new type-error 5?", "left type-error 5?"}},
		{"the later one cut", []table{values("a", "x", "y")}, []table{more(1, values("a", "z"))}, []string{"new type-error 1? B2=z", "gone type-error 1?", "left type-error 1?"}},
		{"the earlier one cut", []table{more(1, values("a", "z"))}, []table{values("a", "x", "y", "w")}, []string{"new type-error 2?", "gone type-error 1? B2=z", "left type-error 1?"}},
		{"cut and nothing before", []table{values("a")}, []table{more(3, values("a", "x"))}, []string{"new type-error 4 B2=x"}},
		{"another path, one file each", []table{values("2023.csv", "x")}, []table{values("2024.csv", "x")}, []string{"2023.csv>2024.csv", "left type-error 1 B2=x"}},
		{"another folder", []table{values("u/a", "x"), values("b")}, []table{values(`v\a`, "x"), values("b")}, []string{`u/a>v\a`, "left type-error 1 B2=x"}},
		{"another folder of which there are two", []table{values("u/a"), values("v/a")}, []table{values("w/a"), values("x")}, []string{"+w/a", "+x", "-u/a", "-v/a"}},
		{"folders in another folder", []table{values("1/u/a", "x"), values("1/v/a")}, []table{values("2/v/a"), values("2/u/a", "x")},
			[]string{"1/v/a>2/v/a", "1/u/a>2/u/a", "left type-error 1 B2=x"}},
		{"another folder, and one that is the same", []table{values("u/a"), values("v/a", "x")}, []table{values("u/a"), values("w/a", "x")},
			[]string{"+w/a", "new type-error 1 B2=x", "-v/a"}},
		{"one file more", []table{values("a", "x")}, []table{values("b", "x"), values("a")}, []string{"+b", "new type-error 1 B2=x", "gone type-error 1 B2=x"}},
		{"one path twice", []table{values("a", "x"), values("a", "y")}, []table{values("a", "x"), values("a", "y"), values("a")}, []string{"left type-error 1 B2=x", "left type-error 1 B2=y", "+a"}},
		{"one file less", []table{values("a"), values("b", "x")}, []table{values("a")}, []string{"-b"}},
	} {
		r := Reports(read(t, written(t, c.before...)), read(t, written(t, c.after...)))
		if diff := cmp.Diff(c.want, said(r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if cut := strings.Contains(strings.Join(c.want, " "), "?"); cut == r.Exact {
			t.Errorf("%s: exact is %t", c.name, r.Exact)
		}
	}
}

// However reports are cut, each side adds up to what its report counts.
func TestNumbersAddUp(t *testing.T) {
	all := []string{"a", "b", "a", "c", "d", "e", "a"}
	for mask := range 1 << len(all) {
		for _, cut := range [][2]int{{0, 0}, {0, 2}, {3, 0}, {2, 5}} {
			var some []string
			for i, v := range all {
				if mask>>i&1 == 1 {
					some = append(some, v)
				}
			}
			before, after := values("a", all...), values("a", append(some, "z")...)
			before.more, after.more = map[string]int{"type-error": cut[0]}, map[string]int{"type-error": cut[1]}
			r := Reports(read(t, written(t, before)), read(t, written(t, after)))
			if got, want := r.New.Errors+r.Left.Errors, len(some)+1+cut[1]; got != want {
				t.Errorf("%v %v: new and left are %d, want %d", some, cut, got, want)
			}
			if got, want := r.Gone.Errors+r.Left.Errors, len(all)+cut[0]; got != want {
				t.Errorf("%v %v: gone and left are %d, want %d", some, cut, got, want)
			}
			if cut[0] == 0 && r.New.Errors < 1 {
				t.Errorf("%v %v: z is not new", some, cut)
			}
		}
	}
}

func TestUnjudged(t *testing.T) {
	bad := values("b")
	bad.failure = true
	before, after := read(t, written(t, values("a"), bad)), read(t, written(t, values("a"), values("b")))
	if there, back := Reports(before, after).Unjudged, Reports(after, before).Unjudged; there != 0 || back != 1 {
		t.Errorf("%d and %d files not judged", there, back)
	}
	if got := Reports(after, before).Files[1].After.Failure; got != "interrupted" {
		t.Errorf("the failure is %q", got)
	}
}

func TestRead(t *testing.T) {
	good := string(written(t, values("é.csv", "x")))
	utf16 := []byte{0xff, 0xfe}
	for _, r := range good {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, data := range map[string]string{"plain": good, "with a mark": "\ufeff" + good, "UTF-16": string(utf16), "with new members": strings.Replace(good, `"version"`, `"new": {"a": []}, "version"`, 1)} {
		if r := read(t, []byte(data)); len(r.files) != 1 || *r.files[0].Path != "é.csv" || len(r.files[0].Findings) != 1 {
			t.Errorf("%s: %+v", name, r.files)
		}
	}
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"nothing":              {"", errNotJSON},
		"a table":              {"nom,montant\n", errNotJSON},
		"cut off":              {good[:len(good)/2], errNotJSON},
		"two documents":        {good + good, errNotJSON},
		"nested too deep":      {strings.Repeat("[", 20000), errNotJSON},
		"a list":               {"[]", errOther},
		"another document":     {`{"fields": []}`, errOther},
		"another program":      {strings.Replace(good, `"socle"`, `"other"`, 1), errOther},
		"a later version":      {strings.Replace(good, `"version": 1`, `"version": 2`, 1), errVersion},
		"no files":             {`{"version": 1, "tool": {"name": "socle"}}`, errOther},
		"a file that is null":  {`{"version": 1, "tool": {"name": "socle"}, "files": [null]}`, errOther},
		"a file without path":  {`{"version": 1, "tool": {"name": "socle"}, "files": [{}]}`, errOther},
		"an unknown severity":  {strings.Replace(good, `"severity": "error"`, `"severity": "grave"`, 1), errOther},
		"a count below one":    {strings.Replace(good, `"count": 1`, `"count": -1`, 1), errOther},
		"a count beyond reach": {strings.Replace(good, `"count": 1`, `"count": 9e18`, 1), errOther},
		"a count that is text": {strings.Replace(good, `"count": 1`, `"count": "1"`, 1), errOther},
	} {
		if _, err := Read(strings.NewReader(c.data)); err != c.want {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	if _, err := readWithin(endless{}, 1<<20); err != errLarge {
		t.Errorf("what does not end: %v", err)
	}
}

// endless is a document that goes on and on.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"version": 1, "tool": {"name": "socle"}, "files": [{"path": "a", "counts": [{"code": "x", "severity": "error", "count": 2}], "findings": [{"code": "x", "severity": "error", "column": 3}]}]}`))
	f.Add([]byte(`{"version": 1, "tool": {"name": "socle"}, "files": [{"path": "a", "columns": [{"name": "b"}], "findings": [{"code": "x", "severity": "notice", "column": -1}]}, {"path": "a"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		same := Reports(r, r)
		if same.New.Sum() != 0 && same.Exact {
			t.Errorf("a report differs from itself: %v", said(same))
		}
		if _, err := json.Marshal(Reports(r, &Report{})); err != nil {
			t.Error(err)
		}
	})
}
