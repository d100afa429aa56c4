package datapackage

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

func TestAsCSV(t *testing.T) {
	tests := []struct{ name, data, want, failure string }{
		{"rows", `[["a","b"],["1",null],[true,1.50]]`, "a,b\n1,\ntrue,1.50\n", ""},
		{"objects", `[{"b":1,"a":"x"},{"a":"y","c":[1,2]}]`, "a,b,c\nx,1,\ny,,\"[1,2]\"\n", ""},
		{"quotes and line ends", `[["a"],["x \"y\"\nz"]]`, "a\n\"x \"\"y\"\"\nz\"\n", ""},
		{"nothing", `[]`, "", ""},
		{"no list", `{"a":1}`, "", "bad-data"},
		{"a list of values", `[1,2]`, "", "bad-data"},
	}
	for _, tt := range tests {
		d := json.NewDecoder(strings.NewReader(tt.data))
		d.UseNumber()
		var data any
		if err := d.Decode(&data); err != nil {
			t.Fatal(err)
		}
		got, failure := asCSV(data)
		code := ""
		if failure != nil {
			code = failure.Code
		}
		if diff := cmp.Diff([]string{tt.want, tt.failure}, []string{got, code}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestTables opens the tables of packages and reads their labels.
func TestTables(t *testing.T) {
	tests := []struct{ name, resource, want string }{
		{"beside the document", `"path": "a.csv"`, "x|y"},
		{"in a folder below it, its separator found", `"path": "below/b.csv"`, "x|y"},
		{"by its dialect", `"path": "below/b.csv", "dialect": {"delimiter": ";"}`, "x|y"},
		{"by a dialect in a file", `"path": "below/b.csv", "dialect": "dialect.json"`, "x|y"},
		{"in its encoding", `"path": "latin.csv", "encoding": "ISO-8859-1"`, "é"},
		{"of several parts", `"path": ["a.csv", "more.csv"]`, "x|y"},
		{"in the document", `"data": [["x"], [1]]`, "x"},
		{"in the document, as text", `"data": "x,y\n1,2\n", "format": "csv"`, "x|y"},
		{"above the document", `"path": "../a.csv"`, "unsafe-path"},
		{"by an absolute path", `"path": "/etc/passwd"`, "unsafe-path"},
		{"that is absent", `"path": "absent.csv"`, "not-found"},
		{"of parts, one absent", `"path": ["a.csv", "absent.csv"]`, "not-found"},
		{"in an unknown encoding", `"path": "a.csv", "encoding": "ebcdic"`, "bad-encoding"},
		{"by a bad dialect", `"path": "a.csv", "dialect": {"delimiter": ";;"}`, "bad-dialect"},
		{"by a dialect above the document", `"path": "a.csv", "dialect": "../d.json"`, "unsafe-path"},
		{"with a bad schema", `"path": "a.csv", "schema": {"fields": [{"name": "a", "type": "entier"}]}`, "bad-schema"},
		{"with an absent schema", `"path": "a.csv", "schema": "absent.json"`, "no-schema"},
		{"with a schema that is none", `"path": "a.csv", "schema": "dialect.json"`, "bad-schema"},
		{"with the catalogue's schema", `"path": "a.csv", "catalogEntry": "scdl/prenoms"`, "x|y"},
	}
	dir := t.TempDir()
	for name, content := range map[string]string{
		"a.csv": "x,y\n1,2\n", "more.csv": "3,4\n", "below/b.csv": "x;y\n1;2\n", "latin.csv": "\xe9\n1\n", "dialect.json": `{"delimiter": ";"}`,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(content), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(dir, "datapackage.json")
	for _, tt := range tests {
		if err := os.WriteFile(path, []byte(`{"resources": [{"name": "t", `+tt.resource+`}]}`), 0o666); err != nil {
			t.Fatal(err)
		}
		if got := labelsOf(t, path); got != tt.want {
			t.Errorf("a table %s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// labelsOf gives the labels of a package's one table, or the code of what
// failed.
func labelsOf(t *testing.T, path string) string {
	t.Helper()
	p, err := Open(path, Disk{Document: path}, schemas.Find)
	if err != nil {
		t.Fatal(err)
	}
	in, err := p.Table("t").Read(input.Options{})
	var failure *validate.Failure
	if errors.As(err, &failure) {
		return failure.Code
	}
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	return strings.Join(in.File().Labels, "|")
}
