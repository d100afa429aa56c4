package schemas

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// labelsOf reads the header of an example.
func labelsOf(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	header, _, _ := strings.Cut(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	r := csv.NewReader(strings.NewReader(header))
	if strings.Count(header, ";") > strings.Count(header, ",") {
		r.Comma = ';'
	}
	labels, err := r.Read()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return labels
}

// inLanguage says whether a column is another one in a regional language, as
// the address format allows: voie_nom_bre beside voie_nom.
func inLanguage(label string, labels []string) bool {
	at := strings.LastIndexByte(label, '_')
	return at > 0 && len(label)-at == 4 && slices.Contains(labels, label[:at])
}

func TestDetectExamples(t *testing.T) {
	paths, _ := filepath.Glob("../testdata/examples/*/*/*.csv")
	if len(paths) == 0 {
		t.Fatal("there are no examples")
	}
	for _, path := range paths {
		labels := labelsOf(t, path)
		columns := len(slices.DeleteFunc(slices.Clone(labels), func(l string) bool { return inLanguage(l, labels) }))
		want := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../testdata/examples/")
		for _, file := range []string{"", "export.csv", filepath.Base(want) + ".csv"} {
			best := Detect(file, labels, nil)[0]
			if best.Name != want || best.Score < Sure {
				t.Errorf("%s as %q is %s@%s (%.3f)", path, file, best.Name, best.Version, best.Score)
			}
			if _, version, ok := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".csv"), "@"); ok && best.Matched != columns {
				t.Errorf("%s, of version %s, is %s: %d of %d columns are found", path, version, best.Version, best.Matched, columns)
			}
		}
	}
}

// TestDetection holds Detect to testdata/detection.txt.
func TestDetection(t *testing.T) {
	data, err := os.ReadFile("testdata/detection.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(data), "\n\n") {
		lines := strings.SplitN(strings.TrimSpace(block), "\n", 2)
		if strings.HasPrefix(lines[0], "#") {
			continue
		}
		file, want, _ := strings.Cut(lines[0], " ")
		r := csv.NewReader(strings.NewReader(lines[1]))
		r.Comma, r.FieldsPerRecord = ';', -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", lines[0], err)
		}
		best := Detect(strings.TrimPrefix(file, "-"), rows[0], rows[1:])[0]
		got := "none"
		if best.Score >= Sure {
			got = best.Name + "@" + best.Version
		}
		if got != want {
			t.Errorf("%s with %.60s… is %s (%+v), want %s", file, lines[1], got, best, want)
		}
	}
}

func TestFileNamesSpeak(t *testing.T) {
	for file, want := range map[string]string{
		"dae.csv":                             "atlasante/schema-dae",
		"DAE-2024.csv":                        "atlasante/schema-dae",
		"liste_défibrillateurs.csv":           "atlasante/schema-dae",
		"DEFIBRILLATEURS.CSV":                 "atlasante/schema-dae",
		"equipements2023.csv":                 "scdl/equipements",
		norm.NFD.String("équipements.csv"):    "scdl/equipements",
		norm.NFD.String("ÉCOLES (copie).csv"): "socle/ecoles",
		"ecole.csv":                           "socle/ecoles",
		"annuaireScolaire.csv":                "socle/ecoles",
		"20180314_213502388_prénoms-2017.csv": "scdl/prenoms",
		"naissances.csv":                      "scdl/prenoms",
		"ListeSubventions2017.csv":            "scdl/subventions",
		"dossier/subventions/2017.csv":        "scdl/subventions",
		"subventionnement.csv":                "",
		"daechwil.csv":                        "",
		"":                                    "",
		"\xff\xfe.csv":                        "",
	} {
		got := ""
		if best := Detect(file, nil, nil)[0]; best.ByName {
			got = best.Name
		}
		if got != want {
			t.Errorf("%q speaks for %q, want %q", file, got, want)
		}
	}
}

func TestDetectCounts(t *testing.T) {
	got := Detect("", []string{"Commune Nom", "ANNEE", "annee", "", "rang"}, nil)[0]
	want := Candidate{Name: "scdl/prenoms", Version: "1.1.6", Score: got.Score, Matched: 2, Missing: 4, Unknown: 1}
	if diff := cmp.Diff(want, got); diff != "" || got.Score <= 0 || got.Score >= Sure {
		t.Errorf("%+v %s", got, diff)
	}
}
