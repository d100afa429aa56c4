package rejects_test

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report/rejects"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// demanding has late errors of each kind: keys, unique values, references.
const demanding = `{"primaryKey": ["a"], "fields": [
	{"name": "a", "type": "integer", "constraints": {"required": true}},
	{"name": "b", "type": "string", "constraints": {"unique": true, "maxLength": 40}},
	{"name": "c", "type": "number"}],
	"foreignKeys": [{"fields": "c", "reference": {"resource": "", "fields": "a"}}]}`

// sorted judges a file and writes its rows.
func sorted(t *testing.T, path, schema string, o validate.Options, size int, lang text.Lang) (bad, good string, counts rejects.Counts, result *validate.FileResult) {
	t.Helper()
	s, err := schemas.Parse("schema", []byte(schema))
	if err != nil {
		t.Fatal(err)
	}
	open := func() validate.Input {
		in, err := input.Open(path, nil, input.Options{ChunkSize: size, FirstRow: o.Strict})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { in.Close() })
		return in
	}
	o.Wrong = true
	plan := validate.Compile(s, checks.All(), o)
	watched := rejects.Watch(open())
	result = validate.Run(t.Context(), watched, plan, 2, nil)
	if result.Failure != nil {
		t.Fatal(result.Failure)
	}
	var r, a strings.Builder
	counts, err = rejects.Write(t.Context(), open(), plan, result, watched.Sum(), rejects.Tables{Rejects: &r, Accepted: &a}, lang)
	if err != nil {
		t.Fatal(err)
	}
	return r.String(), a.String(), counts, result
}

func written(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWrite(t *testing.T) {
	plain := `{"fields": [{"name": "nom", "type": "string", "constraints": {"required": true}}, {"name": "montant", "type": "number"}]}`
	for _, tt := range []struct {
		name, schema, data string
		o                  validate.Options
		bad, good          string
	}{
		{"good and bad", plain, "nom;montant\nété;1\n;x\nB;2\n", validate.Options{},
			"ligne,motifs,nom,montant\n" +
				"3,\"type-error (montant) : « x » n'est pas un nombre. ; required (nom) : La cellule est vide, alors que la colonne « nom » est obligatoire.\",,x\n",
			"nom,montant\nété,1\nB,2\n"},
		{"quotes, commas and line ends stay", plain, "nom,montant\n\"a \"\"b\"\", c\",1\n\"d\r\ne\nf\",x\n", validate.Options{},
			"ligne,motifs,nom,montant\n3,type-error (montant) : « x » n'est pas un nombre.,\"d\r\ne\nf\",x\n",
			"nom,montant\n\"a \"\"b\"\", c\",1\n"},
		{"formulas", plain, "nom,montant\n=1+1,1\n=A1,x\n-12.5,y\n@b,-3\n", validate.Options{},
			"ligne,motifs,nom,montant\n3,type-error (montant) : « x » n'est pas un nombre.,'=A1,x\n4,type-error (montant) : « y » n'est pas un nombre.,-12.5,y\n",
			"nom,montant\n=1+1,1\n@b,-3\n"},
		{"blank rows", plain, "nom,montant\n\nA,1\n,\n\n", validate.Options{},
			"ligne,motifs,nom,montant\n2,blank-row : La ligne 2 est vide.,,\n", "nom,montant\nA,1\n,\n,\n"},
		{"one column", `{"fields": [{"name": "nom"}]}`, "nom\nA\n\n", validate.Options{}, "ligne,motifs,nom\n", "nom\nA\n\"\"\n"},
		{"a column that must be there", plain, "montant\n1\nx\n", validate.Options{},
			"ligne,motifs,montant\n" +
				"2,missing-label (nom) : La colonne obligatoire « nom » est absente.,1\n" +
				"3,missing-label (nom) : La colonne obligatoire « nom » est absente. ; type-error (montant) : « x » n'est pas un nombre.,x\n",
			"montant\n"},
		{"what the tables do not have", plain, "nom;montant\n\xe9t\xe9;1\n", validate.Options{Strict: true}, "ligne,motifs,nom,montant\n", "nom,montant\nété,1\n"},
		{"no finding is kept", `{"fields": [{"name": "a", "constraints": {"unique": true}}], "foreignKeys": [{"fields": "a", "reference": {"resource": "", "fields": "a"}}]}`,
			"a\n" + strings.Repeat("x\n", 8), validate.Options{MaxFindings: 1},
			"ligne,motifs,a\n" + sameReason(3, 9, "\"unique-error (a) : « x » se trouve déjà à la ligne 2, alors que chaque valeur de « a » doit être unique.\",x\n"), "a\nx\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			bad, good, _, _ := sorted(t, written(t, tt.data), tt.schema, tt.o, 0, text.French)
			bad = strings.ReplaceAll(bad, "\u00a0", " ")
			if diff := cmp.Diff(tt.bad, bad); diff != "" {
				t.Errorf("rejects (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.good, good); diff != "" {
				t.Errorf("accepted (-want +got):\n%s", diff)
			}
		})
	}
}

// sameReason is a run of rows, each with its number in front.
func sameReason(from, to int, rest string) string {
	var b strings.Builder
	for n := from; n <= to; n++ {
		fmt.Fprintf(&b, "%d,%s", n, rest)
	}
	return b.String()
}

// As many rows come out as were judged, whatever the file and the chunks, and
// the same ones. Those that are accepted have no errors when they are judged
// again, but for what other rows bear.
func TestEveryRowComesOut(t *testing.T) {
	hostile, err := filepath.Glob("../../testdata/hostile/*")
	if err != nil || len(hostile) == 0 {
		t.Fatal(err, "no files")
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		hostile = append(hostile, written(t, randomTable(random)))
	}
	for i, path := range hostile {
		t.Run(fmt.Sprint(i, filepath.Base(path)), func(t *testing.T) {
			for _, o := range []validate.Options{{}, {MaxFindings: 1}, {Strict: true}} {
				var want []string
				for _, size := range []int{0, 16, 200} {
					bad, good, counts, result := sorted(t, path, demanding, o, size, text.English)
					if counts.Rejected+counts.Accepted != result.Rows || counts.Rejected > 0 && result.Errors == 0 {
						t.Fatalf("%d rows judged, %+v", result.Rows, counts)
					}
					if got := records(t, bad); got != counts.Rejected+1 {
						t.Errorf("%d records of %d rejects:\n%s", got, counts.Rejected, bad)
					}
					if got := records(t, good); good != "" && got != counts.Accepted+1 {
						t.Errorf("%d records of %d accepted:\n%s", got, counts.Accepted, good)
					}
					if want == nil {
						want = []string{bad, good}
					} else if diff := cmp.Diff(want, []string{bad, good}); diff != "" {
						t.Fatalf("chunks of %d bytes (-whole +got):\n%s", size, diff)
					}
				}
			}
		})
	}
}

// records counts those of a CSV text.
func records(t *testing.T, s string) int {
	t.Helper()
	r := csv.NewReader(strings.NewReader(s))
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// randomTable makes a table with faults of all sorts.
func randomTable(random *rand.Rand) string {
	b := "a;b;c\n"
	pieces := []string{"1", "2", "3", "x", "", "\"a;b\"", "\"", "=1", "-4", "é", "\xe9", "\"l\nm\"", " ", "1;"}
	for range 1 + random.IntN(40) {
		for c := range 3 {
			if c > 0 {
				b += ";"
			}
			b += pieces[random.IntN(len(pieces))]
		}
		b += []string{"\n", "\n", "\r\n", "\n\n"}[random.IntN(4)]
	}
	return b
}

// What is accepted keeps its cells: read again, they are those of the file.
func TestAcceptedKeepsItsCells(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"a", "", ",", "\"", "é", " b ", "=1", "\n", "'", "-"}
	for range 200 {
		var want [][]string
		var data strings.Builder
		w := csv.NewWriter(&data)
		for n := range 1 + random.IntN(10) {
			row := []string{"r" + strconv.Itoa(n), ""}
			for range random.IntN(6) {
				row[1] += pieces[random.IntN(len(pieces))]
			}
			want = append(want, row)
		}
		if err := w.WriteAll(append([][]string{{"x", "y"}}, want...)); err != nil {
			t.Fatal(err)
		}
		_, good, _, _ := sorted(t, written(t, data.String()), `{"fields": [{"name": "x"}, {"name": "y"}]}`, validate.Options{}, 0, text.French)
		got, err := csv.NewReader(strings.NewReader(good)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got[1:]); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
}

// A file that is another when it is read again gives an error, and so does a
// disk that is full.
func TestNothingFalse(t *testing.T) {
	s, err := schemas.Parse("schema", []byte(`{"fields": [{"name": "a", "type": "integer"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	plan := validate.Compile(s, checks.All(), validate.Options{Wrong: true})
	open := func(content string) validate.Input {
		in, err := input.Open(written(t, content), nil, input.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { in.Close() })
		return in
	}
	watched := rejects.Watch(open("a\n1\nx\n"))
	result := validate.Run(t.Context(), watched, plan, 1, nil)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	full := errors.New("no space left")
	for _, tt := range []struct {
		name, content string
		ctx           context.Context
		to            *broken
		want          error
	}{
		{"the same", "a\n1\nx\n", t.Context(), &broken{}, nil},
		{"another row", "a\n2\nx\n", t.Context(), &broken{}, rejects.ErrChanged},
		{"one more", "a\n1\nx\n3\n", t.Context(), &broken{}, rejects.ErrChanged},
		{"a full disk", "a\n1\nx\n", t.Context(), &broken{full}, full},
		{"interrupted", "a\n1\nx\n", cancelled, &broken{}, context.Canceled},
	} {
		_, err := rejects.Write(tt.ctx, open(tt.content), plan, result, watched.Sum(), rejects.Tables{Accepted: tt.to}, text.French)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

type broken struct{ err error }

func (b *broken) Write(p []byte) (int, error) { return len(p), b.err }
