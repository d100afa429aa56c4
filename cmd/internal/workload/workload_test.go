package workload

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

func TestCount(t *testing.T) {
	for _, every := range []int{1, 2, 3, 7, Rare, Doubled} {
		bad := 0
		for rows := range 2500 {
			if got := Count(rows, every); got != bad {
				t.Fatalf("%d of the first %d rows, one in %d; there are %d", got, rows, every, bad)
			}
			if Bad(rows, every) {
				bad++
			}
		}
	}
}

// written gives what one of the functions writes.
func written(t *testing.T, write func(*bufio.Writer, int) error, rows int) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := Create(path, func(w *bufio.Writer) error { return write(w, rows) }); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A kind is one of the files, with its schema.
type kind struct {
	name  string
	write func(*bufio.Writer, int) error
	// The schema's name in the catalogue, or the schema itself.
	schema, document string
	every            int
	columns          int
}

var kinds = []kind{
	{"subsidies.csv", Subsidies, "scdl/subventions@2.1.1", "", Rare, 15},
	{"bad-subsidies.csv", BadSubsidies, "scdl/subventions@2.1.1", "", 1, 15},
	{"charging-points.csv", ChargingPoints, "etalab/schema-irve-statique@2.3.1", "", Rare, 50},
	{"addresses.csv", Addresses, "etalab/schema-bal@1.4.0", "", Rare, 21},
	{"first-names.csv", FirstNames, "scdl/prenoms@1.1.6", "", Rare, 6},
	{"facilities.geojson", Facilities, "scdl/equipements@0.1.5", "", Rare, 0},
	{"notes.csv", Notes, "", NoteSchema, Rare, 8},
	{"keys.csv", Keys, "", KeySchema, Doubled, 6},
}

// Each planted fault is found, in a row of its own, and nothing else.
func TestFaults(t *testing.T) {
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			rows := 3 * Rare
			if k.every > rows {
				rows = k.every/2 + Rare
			}
			data := written(t, k.write, rows)
			if line, _, _ := bytes.Cut(data, []byte("\n")); k.columns > 0 && bytes.Count(line, []byte{separator(line)})+1 != k.columns {
				t.Errorf("the header is not of %d columns: %s", k.columns, line)
			}
			judged, bad := judge(t, k, data)
			if want := Count(rows, k.every); judged != rows || len(bad) != want {
				t.Errorf("%d rows and %d with a fault, expected %d and %d", judged, len(bad), rows, want)
			}
			for row, faults := range bad {
				if faults != 1 {
					t.Errorf("row %d has %d faults", row, faults)
				}
			}
		})
	}
}

func separator(header []byte) byte {
	if bytes.IndexByte(header, ';') >= 0 {
		return ';'
	}
	return ','
}

// judge gives how many rows there are, and how many errors each has that has any.
func judge(t *testing.T, k kind, data []byte) (rows int, bad map[int]int) {
	t.Helper()
	s, err := schemas.Find(k.schema)
	if k.document != "" {
		s, err = schemas.Parse(k.name, []byte(k.document))
	}
	if err != nil {
		t.Fatal(err)
	}
	in, err := input.Read(k.name, io.NopCloser(bytes.NewReader(data)), input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	plan := validate.Compile(s, checks.All(), validate.Options{})
	r := &validate.Result{Checks: checks.All()}
	r.Add(validate.Run(context.Background(), in, plan, 1, nil))
	f := r.Files[0]
	if f.Failure != nil {
		t.Fatal(f.Failure)
	}
	bad = map[int]int{}
	for _, found := range f.Findings {
		if found.Severity == validate.Error {
			bad[found.Pos.Row]++
		}
	}
	return f.Rows, bad
}

// The first rows are the same, however many follow.
func TestFirstRows(t *testing.T) {
	for _, k := range kinds {
		few, many := written(t, k.write, 600), written(t, k.write, 1300)
		few = bytes.TrimSuffix(few, []byte("\n]}\n"))
		if !bytes.HasPrefix(many, few) {
			t.Errorf("%s: 600 rows are not the first of 1300", k.name)
		}
	}
}

// Half of the cells are quoted and hold a new line.
func TestNotes(t *testing.T) {
	text := string(written(t, Notes, 50))
	_, rows, _ := strings.Cut(text, "\n")
	if quotes, cells := strings.Count(strings.ReplaceAll(rows, `""`, ""), `"`)/2, 50*8; quotes != cells/2 {
		t.Errorf("%d of %d cells are quoted", quotes, cells)
	}
	if lines := strings.Count(rows, "\n"); lines < 50+50*4 {
		t.Errorf("%d lines", lines)
	}
}

func TestSIRET(t *testing.T) {
	for digits, want := range map[string]string{"2135023880001": "21350238800019", "2280000140001": "22800001400016", "30000000": "300000007"} {
		if diff := cmp.Diff(want, withKey(digits)); diff != "" {
			t.Error(diff)
		}
	}
}
