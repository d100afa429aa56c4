package ci

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/report/internal/golden"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var endings = map[string]string{"sarif": "sarif", "junit": "junit.xml", "checkstyle": "checkstyle.xml", "github": "github.txt", "gitlab": "gitlab.json"}

func TestGolden(t *testing.T) {
	all := samples()
	for _, f := range Formats() {
		for _, name := range []string{"none", "clean", "faulty", "strict", "hostile", "several", "refused", "nameless"} {
			golden.Check(t, name+"."+endings[f.Name], write(t, f, all[name], report.Options{Lang: text.French}))
		}
		golden.Check(t, "several.en."+endings[f.Name], write(t, f, all["several"], report.Options{Lang: text.English}))
	}
}

func TestFormatsAreDescribed(t *testing.T) {
	for _, f := range Formats() {
		if f.Title.FR == "" || f.Title.EN == "" || endings[f.Name] == "" {
			t.Errorf("format %q is not described", f.Name)
		}
	}
}

// What a stranger wrote neither acts on a terminal nor breaks the encoding.
func TestNothingHiddenIsWritten(t *testing.T) {
	each(t, Formats(), func(name, written string) {
		if !utf8.ValidString(written) {
			t.Errorf("%s: not UTF-8", name)
		}
		for _, c := range written {
			if c != '\n' && !unicode.IsGraphic(c) {
				t.Fatalf("%s: writes %U", name, c)
			}
		}
	})
}

func TestPaths(t *testing.T) {
	r := newRun(sample(), report.Options{Env: func(name string) string {
		return map[string]string{"GITHUB_WORKSPACE": `D:\a\projet`, "PWD": "/home/moi/projet"}[name]
	}})
	for given, want := range map[string][2]string{
		"a.csv":                         {"a.csv", "a.csv"},
		"./a/../été 1#?%.csv":           {"été 1#?%.csv", "%C3%A9t%C3%A9%201%23%3F%25.csv"},
		`dossier\sous\a.csv`:            {"dossier/sous/a.csv", "dossier/sous/a.csv"},
		`D:\a\projet\data\a.csv`:        {"data/a.csv", "data/a.csv"},
		`C:\Mes données\a.csv`:          {"C:/Mes données/a.csv", "file:///C:/Mes%20donn%C3%A9es/a.csv"},
		"/home/moi/projet/a.csv":        {"a.csv", "a.csv"},
		"/home/moi/projets/a.csv":       {"/home/moi/projets/a.csv", "file:///home/moi/projets/a.csv"},
		"../voisin.csv":                 {"../voisin.csv", "../voisin.csv"},
		"c:a.csv":                       {"c:a.csv", "c%3Aa.csv"},
		"-":                             {"-", "-"},
		"a\xffb":                        {"a\xffb", "a%FFb"},
		"https://x.example/a b.csv?c=d": {"https://x.example/a b.csv?c=d", "https://x.example/a%20b.csv?c=d"},
		"https://x.example/%zz":         {"https://x.example/%zz", "https%3A//x.example/%25zz"},
	} {
		p := r.path(&validate.File{Path: given})
		if diff := cmp.Diff(want, [2]string{p, uri(p)}); diff != "" {
			t.Errorf("%q (-want +got):\n%s", given, diff)
		}
	}
}

// A path is one of the project, wherever in it the run was started.
func TestPathsOfARunInAFolder(t *testing.T) {
	for _, c := range []struct{ project, folder, given, want string }{
		{"/projet", "/projet/donnees", "a.csv", "donnees/a.csv"},
		{"/projet", "/projet/donnees", "../a.csv", "a.csv"},
		{"/projet", "/projet/donnees", "../../a.csv", "../../a.csv"},
		{"/projet/", "/projet", "./donnees/a.csv", "donnees/a.csv"},
		{`D:\a\projet`, `D:\a\projet\donnees`, `sous\a.csv`, "donnees/sous/a.csv"},
		{"/projet", "/ailleurs", "a.csv", "a.csv"},
		{"/projet", "", "a.csv", "a.csv"},
		{"", "/projet", "a.csv", "a.csv"},
	} {
		r := newRun(sample(), report.Options{Env: func(name string) string {
			return map[string]string{"CI_PROJECT_DIR": c.project, "PWD": c.folder}[name]
		}})
		if diff := cmp.Diff(c.want, r.path(&validate.File{Path: c.given})); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c, diff)
		}
	}
}

func TestRegions(t *testing.T) {
	csv, packed := &validate.File{Format: "csv", HeaderRow: 1}, &validate.File{Format: "csv", Packed: "gzip"}
	book := &validate.File{Format: "xlsx", Sheet: "A"}
	items := &validate.File{Format: "json"}
	items.Items = true
	long := wrong(3, 4, 0, strings.Repeat("a\n", validate.MaxValue), "")
	for _, c := range []struct {
		name string
		file *validate.File
		f    validate.Finding
		want region
		ok   bool
	}{
		{"a cell whose width is known", csv, wrong(3, 4, 5, "douze", ""), region{3, 4, 3, 9}, true},
		{"a cell whose width is not known", csv, wrong(3, 4, 0, "douze", ""), region{3, 4, 3, 0}, true},
		{"a cell of two lines", csv, wrong(3, 4, 0, "a\r\nb", ""), region{3, 4, 4, 0}, true},
		{"a long cell of many lines", csv, long, region{3, 4, 3 + validate.MaxValue, 0}, true},
		{"a string of JSON with line ends", items, wrong(3, 4, 0, "a\nb", ""), region{3, 4, 3, 0}, true},
		{"no character known", csv, wrong(3, 0, 5, "douze", ""), region{3, 0, 3, 0}, true},
		{"the whole file", csv, validate.Finding{}, region{}, false},
		{"a packed file", packed, wrong(3, 4, 5, "douze", ""), region{}, false},
		{"a workbook", book, wrong(3, 4, 5, "douze", ""), region{}, false},
		{"no file", nil, wrong(3, 4, 5, "douze", ""), region{}, false},
	} {
		got, ok := regionOf(c.file, &c.f)
		if got != c.want || ok != c.ok {
			t.Errorf("%s: %v %t, want %v %t", c.name, got, ok, c.want, c.ok)
		}
	}
}

// Lines that are added above a finding do not change what it is known by.
func TestFingerprintsOutliveMoves(t *testing.T) {
	known := func(f *validate.FileResult) map[string]bool {
		out := map[string]bool{}
		for i := range f.Findings {
			out[fingerprint(f, &f.Findings[i])] = true
		}
		return out
	}
	before, after := faulty("a.csv"), faulty("a.csv")
	for i := range after.Findings {
		if pos := &after.Findings[i].Pos; pos.Line > 0 {
			pos.Line, pos.Row, pos.Byte = pos.Line+3, pos.Row+3, pos.Byte+99
		}
	}
	if diff := cmp.Diff(known(before), known(after)); diff != "" {
		t.Error(diff)
	}
	if n := len(known(before)); n != 7 { // nine findings, of which two are alike twice
		t.Errorf("%d fingerprints, want 7", n)
	}
	if digest("ab", "c") == digest("a", "bc") {
		t.Error("two lists share a digest")
	}
}
