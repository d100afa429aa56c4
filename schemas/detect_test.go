package schemas

import (
	"encoding/csv"
	"os"
	"path/filepath"
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

func TestDetectExamples(t *testing.T) {
	paths, _ := filepath.Glob("../testdata/examples/*/*/*.csv")
	if len(paths) == 0 {
		t.Fatal("there are no examples")
	}
	for _, path := range paths {
		labels := labelsOf(t, path)
		want := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../testdata/examples/")
		for _, file := range []string{"", "export.csv", filepath.Base(want) + ".csv"} {
			best := Detect(file, labels)[0]
			if best.Name != want || best.Score < Sure {
				t.Errorf("%s as %q is %s@%s (%.3f)", path, file, best.Name, best.Version, best.Score)
			}
			if _, version, ok := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".csv"), "@"); ok && best.Matched != len(labels) {
				t.Errorf("%s, of version %s, is %s: %d of %d columns are found", path, version, best.Version, best.Matched, len(labels))
			}
		}
	}
}

// Headers of files as departments and towns publish them.
const (
	lot      = "NomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesperiodeVersement;idRAE;notificationUE;pourcentageSubvention"
	somme    = "nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesperiodeversement;pourcentageSubvention;type"
	poitiers = "ANNEE;COLL_NOM;COLL_SIRET;COLL_TYPE;ACTE_DATE;ACTE_REF;ATTRIB_NOM;ATTRIB_SIRET;SUB_OBJ;SUB_MONTANT;Notification à la commission Européenne"
	months   = ";JANVIER;FÉVRIER;MARS;AVRIL;MAI;JUIN;JUILLET;AOÛT;SEPTEMBRE;OCTOBRE;NOVEMBRE;DÉCEMBRE;TOTAL"
	top      = "Prénom 2000-2013;Nombre 2000-2013;/oo 2000-2013;Prénom 2013;2013;/oo 2013"
	digne    = "COMMUNE_NOM;COLL_INSEE;ENFANT_SEXE;ENFANT_PRENOM;NOMBRE_OCCURRENCES;ANNEE"
	paris    = "Nombre prénoms déclarés;Sexe;Annee;Prenoms;Nombre total cumule par annee"
	dbf      = "Id,N,9,0;Nom,C,254;Adresse,C,254;Tel,C,254;Coord_X,C,50;Coord_Y,C,50"
	streets  = "RUETRI;RUE;NORUED;NORUEF;PAIRIM;CDETABM"
)

func TestDetectRealHeaders(t *testing.T) {
	for _, tt := range []struct {
		file, header string
		want         string // "" where no candidate is sure
	}{
		{"subventions_dep-lot_2017.csv", lot, "scdl/subventions@2.0.2"},
		{"", lot, "scdl/subventions@2.0.2"},
		{"export.csv", somme, "scdl/subventions@2.0.2"},
		{"subventions_ville-poitiers_2017.csv", poitiers, "scdl/subventions@2.1.1"},
		{"20180314_218601946_subventions-2017.csv", poitiers, "scdl/subventions@2.1.1"},
		{"export.csv", poitiers, ""},
		{"export-subventions.csv", poitiers, ""},
		{"etat-civil_ville-montpellier_2014.csv", months, ""},
		{"prenoms_ville-montpellier_2014.csv", top, "scdl/prenoms@1.1.6"},
		{"export.csv", top, ""},
		{"prenoms_ville-digne_2017.csv", digne, "scdl/prenoms@1.1.6"},
		{"subventions.csv", digne, "scdl/prenoms@1.1.6"},
		{"liste.csv", paris, ""},
		{"dae_ville-montpellier_2014.csv", dbf, "atlasante/schema-dae@1.0.7"},
		{"carte-scolaire-maternelle_ville-montpellier_2013.csv", streets, ""},
		{"", "", ""},
	} {
		best := Detect(tt.file, strings.Split(tt.header, ";"))[0]
		got := ""
		if best.Score >= Sure {
			got = best.Name + "@" + best.Version
		}
		if got != tt.want {
			t.Errorf("%q with %.30s… is %q (%+v), want %q", tt.file, tt.header, got, best, tt.want)
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
		if best := Detect(file, nil)[0]; best.ByName {
			got = best.Name
		}
		if got != want {
			t.Errorf("%q speaks for %q, want %q", file, got, want)
		}
	}
}

func TestDetectCounts(t *testing.T) {
	got := Detect("", []string{"Commune Nom", "ANNEE", "annee", "", "rang"})[0]
	want := Candidate{Name: "scdl/prenoms", Version: "1.1.6", Score: 0.387, Matched: 2, Missing: 4, Unknown: 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
