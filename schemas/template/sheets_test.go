package template_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/template"
	"github.com/socle-commun/socle/schemas/text"
)

func TestSheetNames(t *testing.T) {
	for name, want := range map[string]string{
		"scdl/subventions":                "subventions",
		"":                                "données",
		"..":                              "..",
		"dossier/mon-schema.json":         "mon-schema",
		`a:b?c*[d]'\e`:                    "a_b_c__d___e",
		"a:b?c*[d]'":                      "a_b_c__d__",
		"HISTORY":                         "données",
		"listes":                          "données",
		"Lisez-moi":                       "données",
		"x\x00y\u202ez":                   "x_y_z",
		strings.Repeat("é", 40):           strings.Repeat("é", 31),
		"😀 salles":                        "_ salles",
		"owner/" + strings.Repeat(" ", 5): "données",
	} {
		s := parse(t, `{"fields": [{"name": "champ"}]}`)
		s.Name = name
		f, _ := workbook(t, &template.Template{Schema: s})
		if diff := cmp.Diff([]string{want, "Lisez-moi"}, f.GetSheetList()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", name, diff)
		}
	}
}

const noted = `{"name": "essai", "title": "Un essai", "description": "Pour voir.", "version": "1.2.0", "lastModified": "2024-05-06",
	"homepage": "https://example.org", "fields": [
	{"name": "jour", "title": "Jour", "description": "Quand cela s'est passé.", "type": "date", "example": "2024-01-31", "constraints": {"required": true, "unique": true}},
	{"name": "jours", "type": "array", "arrayItem": {"enum": ["lundi", "mardi"]}},
	{"name": "choix", "title": "choix", "constraints": {"enum": ["a", "b"]}}]}`

func TestNotes(t *testing.T) {
	for lang, want := range map[text.Lang]map[string]string{
		text.French: {
			"A1": "Jour\nOBLIGATOIRE · sans doublon\nQuand cela s'est passé.\nÀ écrire : date, année-mois-jour, tapée comme d'habitude dans votre tableur\nExemple : 2024-01-31",
			"B1": "Facultatif\nÀ écrire : liste en JSON ; chacun parmi lundi · mardi",
			"C1": "Facultatif\nÀ écrire : texte ; une de ces valeurs : a · b",
		},
		text.English: {
			"A1": "Jour\nREQUIRED · no duplicates\nQuand cela s'est passé.\nTo write: date, year-month-day, typed as usual in your spreadsheet\nExample: 2024-01-31",
			"B1": "Optional\nTo write: list in JSON ; each one of lundi · mardi",
			"C1": "Optional\nTo write: text ; one of these values: a · b",
		},
	} {
		f, _ := workbook(t, &template.Template{Schema: parse(t, noted), Lang: lang})
		comments, err := f.GetComments("essai")
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, c := range comments {
			for _, run := range c.Paragraph {
				got[c.Cell] += run.Text
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

func TestReadme(t *testing.T) {
	s := parse(t, noted)
	f, _ := workbook(t, &template.Template{Schema: s, Row: []string{"2024-01-31", "", ""}})
	rows, err := f.GetRows("Lisez-moi")
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, row := range rows {
		got = append(got, strings.Join(row, " | "))
	}
	want := strings.Split(strings.TrimSpace(`
Un essai
Schéma essai, version 1.2.0 du 2024-05-06.
Pour voir.
Source : https://example.org

1. Remplissez la feuille « essai » à partir de la ligne 2. Celle-ci est un exemple : remplacez-la par vos données.
2. Gardez les noms de colonnes tels quels. En-tête blanc sur fond foncé : colonne obligatoire ; en-tête en italique sur fond clair : colonne facultative, qui
peut rester vide.
3. Pointez un en-tête pour lire ce que sa colonne attend. Une valeur étonnante est signalée : vous pouvez passer outre, sauf pour les listes de choix. Nombres
et dates se tapent comme d'habitude dans votre tableur.
4. Vérifiez le fichier avant de le publier : socle valider --schema essai@1.2.0 FICHIER
5. Publiez-le sur le portail de données ouvertes de votre collectivité ou sur data.gouv.fr, en indiquant ce schéma et sa version. Seule la première feuille
compte : pour publier en CSV, enregistrez-la au format « CSV UTF-8 ».

Colonne | Titre | Description | À écrire | Obligatoire | Exemple | Valeurs admises
jour | Jour | Quand cela s'est passé. | date, année-mois-jour, tapée comme d'habitude dans votre tableur | oui | 2024-01-31 | sans doublon
jours |  |  | liste en JSON | non |  | dans la liste : lundi · mardi
choix | choix |  | texte | non |  | a · b`), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSchemaNamed: the workbook names the schema so that its reader can, and
// tells nothing of the folders of its writer.
func TestSchemaNamed(t *testing.T) {
	for _, tt := range []struct{ name, source, want string }{
		{"scdl/subventions", "", "--schema scdl/subventions@1.2.0 "},
		{"ville/plages", "secret/ville/plages/1.2.0.json", "--schema ville/plages@1.2.0 "},
		{"plages", "secret/plages.json", "--schema plages.json "},
		{"secret/plages.json", "secret/plages.json", "--schema plages.json "},
	} {
		s := parse(t, noted)
		s.Name, s.Source = tt.name, tt.source
		f, _ := workbook(t, &template.Template{Schema: s})
		rows, err := f.GetRows("Lisez-moi")
		if err != nil {
			t.Fatal(err)
		}
		told := ""
		for _, row := range rows {
			told += strings.Join(row, "|") + "\n"
		}
		properties, _ := f.GetDocProps()
		if !strings.Contains(told, tt.want) || strings.Contains(told+properties.Subject, "secret") {
			t.Errorf("%s, %s: %s\n%s", tt.name, tt.source, told, properties.Subject)
		}
	}
}

// TestHeaders: what must be filled stands out by its colours and its letters,
// stays in view and can be filtered; its text is the name and nothing more.
func TestHeaders(t *testing.T) {
	f, _ := workbook(t, &template.Template{Schema: parse(t, noted)})
	type header struct {
		Text, Color, Fill string
		Bold, Italic      bool
	}
	var got []header
	for _, cell := range []string{"A1", "B1"} {
		id, _ := f.GetCellStyle("essai", cell)
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := f.GetCellValue("essai", cell)
		got = append(got, header{name, style.Font.Color, style.Fill.Color[0], style.Font.Bold, style.Font.Italic})
	}
	want := []header{{"jour", "FFFFFF", "1F3864", true, false}, {"jours", "1F3864", "DCE6F1", true, true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	panes, err := f.GetPanes("essai")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("%+v, %v", panes, err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != "'essai'!$A$1:$C$10001" {
		t.Errorf("%+v", names)
	}
}

// Documents are a stranger's: their texts may be endless, or not be XML.
func TestHostileTexts(t *testing.T) {
	endless := strings.Repeat("très ", 20_000)
	s := parse(t, `{"fields": [{"name": "a"}, {"name": "b", "type": "date"}, {"name": "c"}]}`)
	s.Name, s.Title, s.Description, s.Modified = "\x00\x1b[31m", endless, endless+"\x00\n"+endless, "hier"
	for i := range s.Fields {
		f := &s.Fields[i]
		f.Name, f.Title, f.Description, f.Example = strings.Repeat(f.Name, 300)+"\x01\xff", endless, endless, endless
		f.Constraints = schemas.Constraints{MinLength: -1, MaxLength: 1 << 40, Enum: &schemas.Enum{Values: []string{endless, "", "=1+1", "\x02"}}}
	}
	f, data := workbook(t, &template.Template{Schema: s, Row: []string{"\x00", "=1+1", "b"}})
	if len(data) > 100_000 {
		t.Errorf("%d bytes", len(data))
	}
	if rows, err := f.GetRows(f.GetSheetName(0)); err != nil || len(rows) != 2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}
