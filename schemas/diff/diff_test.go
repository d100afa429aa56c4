package diff

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

func parse(t *testing.T, document string) *schemas.Schema {
	t.Helper()
	s, err := schemas.Parse("test", []byte(document))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// table is a document of one field "a" of that type, with further members.
func table(kind, members string) string {
	return `{"fields":[{"name":"a","type":"` + kind + `"` + members + `}]}`
}

// outline writes changes as direction and sentence.
func outline(r *Result, lang text.Lang) []string {
	var out []string
	for _, c := range r.Changes {
		out = append(out, string(c.Direction)+" "+c.Say(lang))
	}
	return out
}

func TestCompareFields(t *testing.T) {
	constraint := func(c string) string { return `,"constraints":{` + c + `}` }
	for _, tt := range []struct {
		name          string
		before, after string
		fr, back      string // what is said; and of the way back
	}{
		{"type", table("string", ""), table("date", ""), "tightened « a » : contient désormais une date, et non plus un texte", "loosened « a » : contient désormais un texte, et non plus une date"},
		{"type aside", table("date", ""), table("number", ""), "changed « a » : contient désormais un nombre, et non plus une date", "changed « a » : contient désormais une date, et non plus un nombre"},
		{"type any", table("any", ""), table("string", ""), "neutral « a » : contient désormais un texte, et non plus une valeur libre", "neutral « a » : contient désormais une valeur libre, et non plus un texte"},
		{"format", table("string", ""), table("string", `,"format":"email"`), "tightened « a » : le format « email » est désormais exigé", "loosened « a » : le format « email » n'est plus exigé"},
		{"format of dates", table("date", ""), table("date", `,"format":"%d/%m/%Y"`), "changed « a » : le format passe de « habituel » à « %d/%m/%Y »", "changed « a » : le format passe de « %d/%m/%Y » à « habituel »"},
		{"format alike", table("date", ""), table("date", `,"format":"%Y-%m-%d"`), "neutral « a » : le format est écrit autrement (« %Y-%m-%d »), sans rien changer", "neutral « a » : le format est écrit autrement (« habituel »), sans rien changer"},
		{"required", table("string", ""), table("string", constraint(`"required":true`)), "tightened « a » : devient obligatoire", "loosened « a » : n'est plus obligatoire"},
		{"unique", table("string", ""), table("string", constraint(`"unique":true`)), "tightened « a » : les doublons n'y sont plus admis", "loosened « a » : les doublons y sont désormais admis"},
		{"pattern", table("string", ""), table("string", `,"example":"12"`+constraint(`"pattern":"[0-9]+"`)), "tightened « a » : une forme précise est désormais exigée ; par exemple « 12 »|neutral « a » : l'exemple devient « 12 »", "loosened « a » : aucune forme précise n'est plus exigée|neutral « a » : n'a plus d'exemple"},
		{"pattern narrower", table("string", constraint(`"pattern":"[a-z]+"`)), table("string", constraint(`"pattern":"[a-f]{2}"`)), "tightened « a » : la forme exigée est plus stricte", "loosened « a » : la forme exigée est plus souple"},
		{"pattern rewritten", table("string", constraint(`"pattern":"^a|b$"`)), table("string", constraint(`"pattern":"[ab]"`)), "neutral « a » : la forme exigée est décrite autrement, sans rien changer", "neutral « a » : la forme exigée est décrite autrement, sans rien changer"},
		{"pattern undecided", table("string", constraint(`"pattern":"(a)\\1"`)), table("string", constraint(`"pattern":"aa"`)), "changed « a » : la forme exigée change", "changed « a » : la forme exigée change"},
		{"enum", table("string", ""), table("string", constraint(`"enum":["x"]`)), "tightened « a » : n'admet plus que 1 valeur : « x »", "loosened « a » : admet désormais toute valeur, et non plus une liste de 1 valeur"},
		{"enum grown", table("string", constraint(`"enum":["x","y"]`)), table("string", constraint(`"enum":["z","y","x"]`)), "loosened « a » : admet aussi « z »", "tightened « a » : n'admet plus « z »"},
		{"enum changed", table("string", constraint(`"enum":["x","y"]`)), table("string", constraint(`"enum":["X","y"]`)), "changed « a » : n'admet plus « x » ; admet désormais « X »", "changed « a » : n'admet plus « X » ; admet désormais « x »"},
		{"enum reordered", table("string", constraint(`"enum":["x","y"]`)), table("string", constraint(`"enum":["y","x"]`)), "", ""},
		{"minimum", table("number", constraint(`"minimum":0`)), table("number", constraint(`"minimum":"0.01"`)), "tightened « a » : le minimum passe de 0 à 0.01", "loosened « a » : le minimum passe de 0.01 à 0"},
		{"maximum", table("number", constraint(`"maximum":9`)), table("number", constraint(`"maximum":10`)), "loosened « a » : le maximum passe de 9 à 10", "tightened « a » : le maximum passe de 10 à 9"},
		{"maximum rewritten", table("number", constraint(`"maximum":1.0`)), table("number", constraint(`"maximum":1`)), "", ""},
		{"exclusive", table("date", ""), table("date", constraint(`"exclusiveMinimum":"2020-01-01"`)), "tightened « a » : doit désormais dépasser 2020-01-01", "loosened « a » : n'a plus à dépasser 2020-01-01"},
		{"minLength", table("string", constraint(`"minLength":1`)), table("string", constraint(`"minLength":2`)), "tightened « a » : la longueur minimale passe de 1 à 2", "loosened « a » : la longueur minimale passe de 2 à 1"},
		{"maxLength", table("string", ""), table("string", constraint(`"maxLength":1000`)), "tightened « a » : une longueur de 1\u202f000 au plus est désormais exigée", "loosened « a » : n'a plus de longueur maximale (c'était 1\u202f000)"},
		{"trueValues", table("boolean", ""), table("boolean", `,"trueValues":["oui"],"falseValues":["0","false","False","FALSE"]`), "changed « a » : « oui » s'écrit désormais « oui », et non plus « true », « True », « TRUE », « 1 »", "changed « a » : « oui » s'écrit désormais « true », « True », « TRUE », « 1 », et non plus « oui »"},
		{"falseValues", table("boolean", `,"falseValues":["non"]`), table("boolean", `,"falseValues":["non","Non"]`), "loosened « a » : « non » s'écrit aussi « Non »", "tightened « a » : « non » ne s'écrit plus « Non »"},
		{"decimalChar", table("number", ""), table("number", `,"decimalChar":","`), "changed « a » : le signe avant les décimales passe de « . » à « , »", "changed « a » : le signe avant les décimales passe de « , » à « . »"},
		{"bareNumber", table("number", ""), table("number", `,"bareNumber":false`), "loosened « a » : une unité autour du nombre est désormais admise", "tightened « a » : une unité autour du nombre n'est plus admise"},
		{"groupChar", table("integer", ""), table("integer", `,"groupChar":" "`), "changed « a » : «   » peut désormais séparer les milliers", "changed « a » : «   » ne peut plus séparer les milliers"},
		{"list", table("list", ""), table("list", `,"delimiter":";","itemType":"integer"`), "changed « a » : les éléments de la liste se séparent par « ; », et non plus par « , »|changed « a » : chaque élément de la liste doit être un nombre entier", "changed « a » : les éléments de la liste se séparent par « , », et non plus par « ; »|changed « a » : les éléments de la liste ne sont plus forcément un nombre entier"},
		{"items", table("array", ""), table("array", `,"arrayItem":{"type":"string","constraints":{"enum":["x","y"]}}`), "tightened « a », dans chaque élément de la liste : n'admet plus que 2 valeurs : « x », « y »", "loosened « a », dans chaque élément de la liste : admet désormais toute valeur, et non plus une liste de 2 valeurs"},
		{"own missing values", table("string", ""), table("string", `,"missingValues":["","NC"]`), "changed « a » : compte aussi comme vide : une cellule vide, « NC »", "changed « a » : ne compte plus comme vide : une cellule vide, « NC »"},
		{"shape", table("object", ""), table("object", constraint(`"jsonSchema":{"type":"object"}`)), "tightened « a » : la structure du JSON est désormais contrôlée", "loosened « a » : la structure du JSON n'est plus contrôlée"},
		{"defaults", table("string", ""), `{"missingValues":[""],"fields":[{"name":"a","format":"default","constraints":{"required":false}}]}`, "", ""},
		{"texts", table("string", ""), table("string", `,"title":"A","description":"B"`), "neutral « a » : le titre devient « A »|neutral « a » : une description est ajoutée", "neutral « a » : n'a plus de titre|neutral « a » : la description est retirée"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, after := parse(t, tt.before), parse(t, tt.after)
			forth, _ := Compare(before, after)
			back, _ := Compare(after, before)
			got := []string{strings.Join(outline(forth, text.French), "|"), strings.Join(outline(back, text.French), "|")}
			if diff := cmp.Diff([]string{tt.fr, tt.back}, got); diff != "" {
				t.Error(diff)
			}
			for _, c := range append(forth.Changes, back.Changes...) {
				if en := c.Say(text.English); strings.Contains(en, "{") || strings.HasSuffix(en, ": ") {
					t.Errorf("English: %q", en)
				}
			}
		})
	}
}

func TestCompareTables(t *testing.T) {
	for _, tt := range []struct {
		name          string
		before, after string
		want          []string
	}{
		{
			"columns",
			`{"fields":[{"name":"code"},{"name":"nom","title":"Nom"},{"name":"montant","type":"number"},{"name":"date","type":"date"}]}`,
			`{"fields":[{"name":"date","type":"date"},{"name":"code"},{"name":"NOM","title":"Nom"},{"name":"siret","title":"SIRET","constraints":{"required":true}}]}`,
			[]string{
				"neutral « montant » : colonne retirée",
				"tightened « siret » (SIRET) : nouvelle colonne, obligatoire, en position 4",
				"changed « nom » : s'appelle désormais « NOM »",
				"neutral « date » : passe de la position 4 à la position 1",
			},
		},
		{
			"keys follow names",
			`{"fields":[{"name":"code_insee","title":"Code"},{"name":"b"}],"primaryKey":"code_insee","uniqueKeys":[["code_insee","b"]],
				"foreignKeys":[{"fields":"b","reference":{"resource":"","fields":"code_insee"}}],
				"custom_checks":[{"name":"french-siret-value","params":{"column":"code_insee"}},{"name":"sum-columns-value","params":{"column":"b","columns":["code_insee"]}}]}`,
			`{"fields":[{"name":"codeInsee","title":"Code"},{"name":"b"}],"primaryKey":["codeInsee"],"uniqueKeys":[["codeInsee","b"]],
				"foreignKeys":[{"fields":"b","reference":{"resource":"","fields":"codeInsee"}}],
				"custom_checks":[{"name":"french-siret-value","params":{"column":"codeInsee"}},{"name":"sum-columns-value","params":{"column":"b","columns":["codeInsee"]}}]}`,
			[]string{"changed « code_insee » : s'appelle désormais « codeInsee »"},
		},
		{
			"keys",
			`{"fields":[{"name":"a"},{"name":"b"}],"primaryKey":"a","missingValues":["","NA"]}`,
			`{"title":"T","fields":[{"name":"a"},{"name":"b"}],"primaryKey":["a","b"],"uniqueKeys":[["b"]],"fieldsMatch":"subset","missingValues":["","-"],
				"foreignKeys":[{"fields":"a","reference":{"resource":"autre","fields":"x"}}],"custom_checks":[{"name":"siret","params":{"column":"a"}},{"name":"one-of-required","params":{"column1":"a","column2":"b"}}]}`,
			[]string{
				"changed tout le tableau : compte désormais comme vide : « - » ; ne l'est plus : « NA »",
				"changed tout le tableau : la correspondance des colonnes est désormais fixée à subset",
				"changed tout le tableau : ce qui ne doit pas se répéter est désormais a + b, et non plus a",
				"tightened tout le tableau : b ne doit plus se répéter d'une ligne à l'autre",
				"tightened tout le tableau : les valeurs doivent désormais se retrouver ailleurs : a → autre : x",
				"tightened « a » : un contrôle de plus, siret",
				"tightened tout le tableau : un contrôle de plus, one-of-required (column1 = a ; column2 = b)",
				"neutral tout le tableau : le titre devient « T »",
			},
		},
		{
			"JSON Schema",
			`{"type":"object","required":["a"],"properties":{"a":{"type":"string","pattern":"x"},"b":{"type":["string","null"],"enum":["u","v"]}}}`,
			`{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string","enum":["u","v","w"],"format":"date"},"c":{}}}`,
			[]string{
				"neutral « c » : nouvelle propriété, facultative, en position 3",
				"changed « a » : contient désormais un nombre entier, et non plus un texte",
				"loosened « a » : n'est plus obligatoire",
				"loosened « a » : aucune forme précise n'est plus exigée",
				"tightened « b » : le format « date » est désormais exigé",
				"tightened « b » : null n'y est plus admis",
				"loosened « b » : admet aussi « w »",
			},
		},
		{
			"rules of a JSON Schema that are not told apart",
			`{"title":"A","type":"object","properties":{"a":{"type":"integer","title":"x"},"title":{"type":"array","items":{"type":"string"}}}}`,
			`{"title":"B","type":"object","properties":{"a":{"type":"integer","title":"y","minimum":3},"title":{"type":"array","items":{"type":"integer"}}}}`,
			[]string{"neutral « a » : le titre devient « y »", "neutral l'ensemble : le titre devient « B »", "changed l'ensemble : d'autres règles changent, que cette comparaison ne détaille pas"},
		},
		{
			"Data Package",
			`{"name":"p","resources":[{"name":"a","path":"a.csv","schema":"a.json"},{"name":"b","path":"b.csv"}]}`,
			`{"name":"p","resources":[{"name":"a","path":"a.csv","schema":"a2.json"},{"name":"c","path":"c.csv","title":"C"}]}`,
			[]string{"loosened « b » : fichier retiré", "changed « a » : le schéma de ce fichier change", "tightened « c » (C) : nouveau fichier"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Compare(parse(t, tt.before), parse(t, tt.after))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, outline(r, text.French)); diff != "" {
				t.Error(diff)
			}
		})
	}
	_, err := Compare(parse(t, table("string", "")), parse(t, `{"type":"object","properties":{"a":{}}}`))
	if !errors.Is(err, ErrKinds) {
		t.Errorf("two kinds: %v", err)
	}
}

// renames lists the columns that were renamed, and others that came or went.
func renames(before, after *schemas.Schema) (renamed, came, went []string) {
	r, err := Compare(before, after)
	if err != nil {
		return nil, nil, []string{err.Error()}
	}
	for _, c := range r.Changes {
		switch c.Kind {
		case FieldRenamed:
			renamed = append(renamed, fmt.Sprint(c.Before, "→", c.After))
		case FieldAdded:
			came = append(came, c.Field)
		case FieldRemoved:
			went = append(went, c.Field)
		}
	}
	return renamed, came, went
}

// TestRenames holds the heuristic against the history of published schemas.
func TestRenames(t *testing.T) {
	for _, tt := range []struct {
		name, before, after string
		renamed, came, went []string
	}{
		{"scdl/menus-collectifs", "1.2.0", "1.2.1", []string{"menuTypeRepas→menuRepasType", "menuTypePlat→menuPlatType", "menuNomPlat→menuPlatNom", "menuCodePlat→menuPlatCode"}, nil, nil},
		{"scdl/menus-collectifs", "0.1.0", "0.2.0", []string{"menuCodePLat→menuCodePlat", "menuAllergenePLat→menuAllergenePlat"},
			[]string{"restaurantId", "restaurantIdType", "menuSiqoPlat", "menuPrecisionPlat", "menuModificationDate", "menuModificationActivite"}, []string{"restaurantAdresse", "menuRegimePlat"}},
		{"scdl/plats-menus-collectifs", "0.2.0", "0.3.0", []string{"platNutri-score→platProduitNutri-score", "platPrix→platProduitPrix"}, nil, nil},
		{"scdl/subventions", "2.0.2", "2.1.0", nil, []string{"rnaBeneficiaire", "dispositifAide"}, nil},
		{"openmaraude/schema-stationstaxi", "0.1.0", "0.1.1", nil, []string{"geopoint"}, []string{"xlong", "ylat"}},
		{"etalab/schema-stationnement-cyclable", "1.0.0", "1.1.0", nil, []string{"coordonneesxy"}, []string{"xlong", "ylat"}},
		{"cnigfr/schema-friches", "1.0.2", "1.0.3", []string{"urba_zone_formedomi→urba_zone_formdomi"}, nil, nil},
		{"etalab/schema-impact-service-public-numerique", "0.2.0", "0.2.1", nil, []string{"date", "est_periode", "date_debut"}, []string{"frequence_affichage", "periode"}},
		{"LaMednum/standard-mediation-num", "0.1.1", "1.0.0", []string{"courriel→courriels", "accessibilite→fiche_acces_libre"},
			[]string{"itinerance", "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge", "dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels", "modalites_acces"},
			[]string{"cle_ban", "publics_accueillis", "conditions_acces", "labels_nationaux", "labels_autres"}},
	} {
		t.Run(tt.name+" "+tt.after, func(t *testing.T) {
			before, err := schemas.Find(tt.name + "@" + tt.before)
			if err != nil {
				t.Fatal(err)
			}
			after, err := schemas.Find(tt.name + "@" + tt.after)
			if err != nil {
				t.Fatal(err)
			}
			renamed, came, went := renames(before, after)
			if diff := cmp.Diff([][]string{tt.renamed, tt.came, tt.went}, [][]string{renamed, came, went}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRenamesAreSound(t *testing.T) {
	for _, tt := range []struct {
		name, before, after string
		want                []string
	}{
		{"nothing in common", `{"fields":[{"name":"nom"},{"name":"prix","type":"number"}]}`, `{"fields":[{"name":"nom"},{"name":"couleur"}]}`, nil},
		{"two that are as near", `{"fields":[{"name":"adresse_1"}]}`, `{"fields":[{"name":"adresse_2"},{"name":"adresse_3"}]}`, nil},
		{"same place only", `{"fields":[{"name":"a"},{"name":"latitude","type":"number"},{"name":"z"}]}`, `{"fields":[{"name":"a"},{"name":"commentaire"},{"name":"z"}]}`, nil},
		{"accents", `{"fields":[{"name":"a"},{"name":"Libellé"}]}`, `{"fields":[{"name":"libelle"},{"name":"a"}]}`, []string{"Libellé→libelle"}},
		{"words in another order", `{"fields":[{"name":"dateDebut","type":"date"},{"name":"dateFin","type":"date"}]}`, `{"fields":[{"name":"debut_date","type":"date"},{"name":"fin_date","type":"date"}]}`, []string{"dateDebut→debut_date", "dateFin→fin_date"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _, _ := renames(parse(t, tt.before), parse(t, tt.after))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCompareIsBounded compares two schemas of thousands of columns that have
// none in common.
func TestCompareIsBounded(t *testing.T) {
	many := func(prefix string) *schemas.Schema {
		var b strings.Builder
		for i := range 3000 {
			fmt.Fprintf(&b, `,{"name":"%s%d"}`, prefix, i)
		}
		return parse(t, `{"fields":[`+b.String()[1:]+`]}`)
	}
	r, err := Compare(many("colonne_"), many("Colonne "))
	if err != nil || r.Count(Neutral) != 6000 {
		t.Errorf("%d changes, %v", r.Count(Neutral), err)
	}
}

func TestMoved(t *testing.T) {
	for _, tt := range []struct{ pairs, want []int }{
		{nil, nil},
		{[]int{0, 1, 2}, nil},
		{[]int{2, 0, 1}, []int{0}},
		{[]int{1, 2, 0}, []int{2}},
		{[]int{-1, 3, 0, -1, 1, 2}, []int{1}},
		{[]int{2, 1, 0}, []int{0, 1}},
	} {
		if diff := cmp.Diff(tt.want, moved(tt.pairs)); diff != "" {
			t.Errorf("%v: %s", tt.pairs, diff)
		}
	}
}

// TestSentences wants a sentence of each form that a change of the catalogue
// takes, in both languages.
func TestSentences(t *testing.T) {
	for _, e := range schemas.Entries() {
		for i := 1; i < len(e.Versions); i++ {
			before, err := e.Load(e.Versions[i-1])
			if err != nil {
				t.Fatal(err)
			}
			after, err := e.Load(e.Versions[i])
			if err != nil {
				t.Fatal(err)
			}
			r, err := Compare(before, after)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range r.Changes {
				for _, lang := range []text.Lang{text.French, text.English} {
					if what := c.What(lang); what == "" || strings.ContainsAny(what, "{}") && !strings.Contains(fmt.Sprint(c.Before, c.After), "{") {
						t.Errorf("%s %s: %s says %q", e.Name, e.Versions[i], c.Kind, what)
					}
				}
			}
		}
	}
}
