package book

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

const people = `{"name": "agents", "fields": [{"name": "nom", "title": "Nom de famille", "constraints": {"required": true}},
	{"name": "siret", "example": "21350238800019", "constraints": {"pattern": "[0-9]{14}"}}, {"name": "jour", "type": "date"}, {"name": "note"}]}`

const table = "nom,siret,jour,code\nÉté,00000000000018,2023-01-02,=1+1\n,0123,12/03/2023,\"a\nb\"\n\nZoé,21350238800019,2023-01-02,007\n"

func TestBook(t *testing.T) {
	j := judge(t, people, file(t, "agents.csv", table))
	f := reread(t, write(t, j.Result, text.French, j.open, usual))
	if diff := cmp.Diff([]string{"Résumé", "Constatations", "agents"}, f.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	want := [][]string{
		{"nom", "siret", "jour", "code"},
		{"Été", "00000000000018", "2023-01-02", "=1+1"},
		{"", "0123", "12/03/2023", "a\nb"},
		nil,
		{"Zoé", "21350238800019", "2023-01-02", "007"},
	}
	if diff := cmp.Diff(want, trimmed(cells(t, f, "agents"))); diff != "" {
		t.Errorf("data (-want +got):\n%s", diff)
	}
	wantNotes := map[string]string{
		"D1": "Remarque : La colonne « code » n'existe pas dans le schéma : elle n'est pas vérifiée.",
		"A3": "Erreur : La cellule est vide, alors que la colonne « nom » est obligatoire.\nRemplissez-la.",
		"B3": "Erreur : « 0123 » n'a pas la forme attendue dans la colonne « siret ».\nÉcrivez la valeur sur ce modèle : 21350238800019.",
		"C3": "Erreur : La date « 12/03/2023 » doit s'écrire année-mois-jour.\nÀ écrire : « 2023-03-12 »",
		"A4": "Erreur : La ligne 4 est vide.\nSupprimez-la.",
	}
	got := notes(t, f, "agents")
	for cell, said := range wantNotes {
		if first, _, _ := strings.Cut(said, "\n"); !strings.HasPrefix(got[cell], first) {
			t.Errorf("the note of %s is %q, want %q", cell, got[cell], said)
		}
	}
	if !strings.HasSuffix(got["C3"], "À écrire : « 2023-03-12 »") {
		t.Errorf("the note of C3 says no fix: %q", got["C3"])
	}
	colors := map[string]string{"A1": headFill, "D1": "DDEBF7", "A2": "", "A3": "FFC7CE", "B3": "FFC7CE", "C3": "FFC7CE", "D3": "", "A5": ""}
	for cell, want := range colors {
		if got := color(t, f, "agents", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	panes, err := f.GetPanes("agents")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the header is not frozen: %+v, %v", panes, err)
	}
	told := all(t, f, "Constatations")
	for _, line := range []string{
		"Fichier|Gravité|Ligne|Cellule|Colonne|Valeur|Message|Conseil|À écrire|Code\n",
		"agents.csv|erreur|3|C3|jour|12/03/2023|La date « 12/03/2023 » doit s'écrire année-mois-jour.|À écrire : « 2023-03-12 »|2023-03-12|type-error\n",
		"agents.csv|erreur|4|4|", "agents.csv|remarque|1|D1|code|code|",
	} {
		if !strings.Contains(told, line) {
			t.Errorf("the findings do not say %q:\n%s", line, told)
		}
	}
	tables, err := f.GetTables("Constatations")
	if err != nil || len(tables) != 1 || !strings.HasPrefix(tables[0].Range, "A1:J") {
		t.Errorf("no table of findings: %v, %v", tables, err)
	}
	linked, links := false, []string{}
	for row := 2; row <= 1+len(j.Files[0].Findings); row++ {
		ok, to, err := f.GetCellHyperLink("Constatations", cellName(cellColumn, row))
		if err != nil {
			t.Fatal(err)
		}
		if linked = linked || ok; ok {
			links = append(links, to)
		}
	}
	if !linked || !strings.Contains(strings.Join(links, " "), "'agents'!C3") {
		t.Errorf("links lead to %v", links)
	}
}

// trimmed is a table without the empty cells at the ends of rows.
func trimmed(rows [][]string) [][]string {
	for i, row := range rows {
		for len(row) > 0 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		if rows[i] = row; len(row) == 0 {
			rows[i] = nil
		}
	}
	return rows
}

func TestSummary(t *testing.T) {
	j := judge(t, people, file(t, "agents.csv", table), file(t, "vide.csv", "nom,siret,jour,note\nA,,,\n"))
	j.Add(&validate.FileResult{File: &validate.File{Path: "absent.csv", Size: -1}, Failure: &validate.Failure{Code: "not-found",
		Say: text.Text{FR: "Le fichier absent.csv n'existe pas.", EN: "The file absent.csv does not exist."}}})
	for lang, lines := range map[text.Lang][]string{
		text.French: {"Vérification de 3 fichiers\n4 erreurs, ", "Établi par socle 0.1.0.", "agents.csv|non conforme|agents|50|67%|4|4|2|2|", "vide.csv|conforme|agents|",
			"absent.csv|non jugé||||0|0|0|0|Le fichier absent.csv n'existe pas.", "agents|erreur|Colonne C, jour|type-error|1|C3|",
			"agents|C|jour|3|75%", "agents|absente|note|0|0%", "vide|A|nom|1|100%|Nom de famille"},
		text.English: {"Validation of 3 files\n4 errors, ", "absent.csv|not judged|", "agents|absent|note|0|0%", "agents|error|Column C, jour|type-error|1|C3|"},
	} {
		f := reread(t, write(t, j.Result, lang, j.open, usual))
		said := all(t, f, f.GetSheetList()[0])
		for _, line := range lines {
			if !strings.Contains(said, line) {
				t.Errorf("the summary does not say %q:\n%s", line, said)
			}
		}
		formats, err := f.GetConditionalFormats(f.GetSheetList()[0])
		if err != nil || len(formats) == 0 {
			t.Errorf("no bars: %v, %v", formats, err)
		}
	}
	for name, r := range map[string]*validate.Result{"Aucun fichier n'a été vérifié": {}, "Tout est conforme.": judge(t, people, j.paths[j.Files[1]]).Result} {
		if said := all(t, reread(t, write(t, r, text.French, nil, usual)), "Résumé"); !strings.Contains(said, name) {
			t.Errorf("%q is not said:\n%s", name, said)
		}
	}
}

// Whatever a file holds, the workbook can be opened, its data cells are those of
// the file, and the same result is the same bytes.
func TestEveryFile(t *testing.T) {
	examples, err := filepath.Glob("../../testdata/examples/*/*/*.csv")
	hostile, failed := filepath.Glob("../../testdata/hostile/*.csv")
	if err := errors.Join(err, failed); err != nil || len(examples) == 0 || len(hostile) == 0 {
		t.Fatal("no files", err)
	}
	safe := strings.ReplaceAll(nasty, "\x00", "") // which is in no text file
	hostile = append(hostile, file(t, "='[a]&<b>\u202e.csv", "nom,=1+1,"+safe+"\n_x0041_, a ,"+safe+"\n"+strings.Repeat("_x0041_ é", 300)+"\n<b>&amp;,\"\r\n\t\",\xff\n"))
	for i, path := range append(hostile, examples...) {
		t.Run(fmt.Sprint(i, filepath.Base(path)), func(t *testing.T) {
			j := judge(t, people, path)
			data := write(t, j.Result, text.French, j.open, usual)
			if i%5 == 0 && !bytes.Equal(data, write(t, j.Result, text.French, j.open, usual)) {
				t.Error("written twice, the workbook differs")
			}
			f := reread(t, data)
			sheets := f.GetSheetList()
			if !report.Judged(j.Files[0]) {
				return
			}
			if said := all(t, f, "Résumé"); strings.Contains(said, "a changé") {
				t.Errorf("a file that is the same is said to have changed:\n%s", said)
			}
			compareData(t, j, path, cells(t, f, sheets[2]))
		})
	}
}

const nasty = "a\x1b[2J\u202eb\x00\u200bc\ufffe_x000D_\u2028d"

// compareData holds the cells of a sheet against those of the file, each of
// which stands in its own row and column.
func compareData(t *testing.T, j *judged, path string, rows [][]string) {
	t.Helper()
	in, err := j.open(j.Files[0])
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	lead := 0
	if in.File().HeaderRow == 0 {
		lead = 1
	}
	at := 1
	for chunk, err := range in.Chunks() {
		if err != nil {
			t.Fatal(err)
		}
		for row := range in.Rows(chunk) {
			at++
			if lead == 0 {
				at = row.Pos.Row
			}
			for c := range row.Cells {
				want, _ := cellText(string(row.Cells[c].Raw))
				got := ""
				if at <= len(rows) && c+lead < len(rows[at-1]) {
					got = rows[at-1][c+lead]
				}
				if want != got {
					t.Fatalf("%s: cell %d of row %d is %q, want %q", path, c, at, got, want)
				}
			}
		}
	}
}

func TestFeatures(t *testing.T) {
	path := file(t, "points.geojson", `{"type": "FeatureCollection", "features": [
		{"type": "Feature", "geometry": {"type": "Point", "coordinates": [2.35, 48.85]}, "properties": {"nom": "A", "siret": "0123"}},
		{"type": "Feature", "geometry": {"type": "Point", "coordinates": [2.36, 48.86]}, "properties": {"nom": "B", "tags": ["x", 1]}}]}`)
	j := judge(t, people, path)
	f := reread(t, write(t, j.Result, text.French, j.open, usual))
	rows := cells(t, f, "points")
	if diff := cmp.Diff([]string{"Entité", "nom", "siret"}, rows[0][:3]); diff != "" {
		t.Errorf("header (-want +got):\n%s", diff)
	}
	if rows[1][0] != "1" || rows[2][0] != "2" || rows[1][2] != "0123" || rows[2][1] != "B" || !strings.Contains(strings.Join(rows[2], "|"), `["x", 1]`) {
		t.Errorf("data: %q", rows)
	}
	if got := color(t, f, "points", "C2"); got != "FFC7CE" || !strings.Contains(notes(t, f, "points")["C2"], "0123") {
		t.Errorf("the faulty property is %q, with the notes %q", got, notes(t, f, "points"))
	}
}

// What is left out is told on the summary.
func TestLimits(t *testing.T) {
	var data strings.Builder
	data.WriteString("nom,siret\n")
	for i := range 40 {
		siret := "21350238800019"
		if i%4 == 3 {
			siret = "douze"
		}
		fmt.Fprintf(&data, "n%d,%s\n", i, siret)
	}
	path := file(t, "agents.csv", data.String())
	with := func(change func(*limits)) limits {
		l := usual
		change(&l)
		return l
	}
	gone := func(*validate.FileResult) (validate.Input, error) { return nil, errors.New("no such file") }
	for _, c := range []struct {
		name   string
		l      limits
		open   func(*validate.FileResult) (validate.Input, error)
		say    string
		rows   int // of the data sheet, -1 without one
		second string
	}{
		{"all", usual, nil, "", 41, "n0"},
		{"many rows", with(func(l *limits) { l.rows = 39 }), nil, "Le fichier a plus de 39 lignes : seules celles qui ont des constatations sont copiées.", 11, "5"},
		{"no more copies", with(func(l *limits) { l.copies = 0 }), nil, "Les données ne sont pas copiées : ce classeur a déjà 250 feuilles de données.", -1, ""},
		{"no room", with(func(l *limits) { l.room = 0 }), nil, "La place manque dans ce classeur pour la copie des données.", -1, ""},
		{"room for some", with(func(l *limits) { l.room = 1000 }), nil, "premières lignes sont copiées : la place manque pour les autres.", 0, "n0"},
		{"few notes", with(func(l *limits) { l.notes = 4 }), nil, "cellules coloriées n'ont pas de note", 41, "n0"},
		{"few findings", with(func(l *limits) { l.findings = 3 }), nil, "La feuille des constatations n'a pas la place pour", 41, "n0"},
		{"few lines", with(func(l *limits) { l.lines = 1 }), nil, "La place manque ici pour", 41, "n0"},
		{"not read again", usual, gone, "Le fichier n'a pas pu être relu (no such file) : seules les lignes en cause sont copiées", 11, "5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := judge(t, people, path)
			if c.open == nil {
				c.open = j.open
			}
			f := reread(t, write(t, j.Result, text.French, c.open, c.l))
			if said := all(t, f, "Résumé"); !strings.Contains(said, c.say) {
				t.Errorf("%q is not said:\n%s", c.say, said)
			}
			sheets := f.GetSheetList()
			if c.rows < 0 {
				if len(sheets) != 2 {
					t.Errorf("sheets %q", sheets)
				}
				return
			}
			rows := cells(t, f, "agents")
			if c.rows > 0 && len(rows) != c.rows || rows[1][0] != c.second {
				t.Errorf("%d rows, want %d; the second begins with %q", len(rows), c.rows, rows[1][0])
			}
			if n := len(notes(t, f, "agents")); n > c.l.notes {
				t.Errorf("%d notes", n)
			}
		})
	}
}

// A file that is another when it is read again is said to be.
func TestChanged(t *testing.T) {
	path := file(t, "agents.csv", table)
	for name, content := range map[string]string{"another value": strings.Replace(table, "0123", "0124", 1), "one more row": table + "x,,,\n", "one less": strings.TrimSuffix(table, "Zoé,21350238800019,2023-01-02,007\n")} {
		j := judge(t, people, path)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if said := all(t, reread(t, write(t, j.Result, text.French, j.open, usual)), "Résumé"); !strings.Contains(said, "le fichier a changé depuis sa vérification") {
			t.Errorf("%s: nothing is said:\n%s", name, said)
		}
		if err := os.WriteFile(path, []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestCannotBeWritten(t *testing.T) {
	j := judge(t, people, file(t, "agents.csv", table))
	w := Format.New(broken{}, report.Options{Open: j.open})
	if err := w.Write(j.Result); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("the error is %v", err)
	}
}

// Every sentence is in both languages, and has its spaces as others have.
func TestSentences(t *testing.T) {
	for name, s := range sentences {
		if s.FR == "" || s.EN == "" || strings.ContainsAny(s.FR+s.EN, "\u00a0\u202f") {
			t.Errorf("%s: %+v", name, s)
		}
	}
}
