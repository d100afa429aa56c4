package html

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/types"
	"github.com/socle-commun/socle/validate"
)

func cellCheck(*schemas.Field) func(*validate.Pass, *validate.Cell) { return nil }

func fileCheck(*schemas.Schema) func(*validate.Pass, *validate.File) { return nil }

var sampleChecks = []*validate.Check{
	{Code: "delimiter", Title: text.Text{FR: "Autre séparateur que la virgule", EN: "Separator other than the comma"}, File: fileCheck,
		Messages: map[string]validate.Message{"": {Say: text.Text{FR: "Les colonnes sont séparées par {name}.", EN: "Columns are separated by {name}."}}}},
	{Code: "missing-label", Title: text.Text{FR: "Colonne absente", EN: "Column missing"}, File: fileCheck,
		Messages: map[string]validate.Message{"": {
			Say:  text.Text{FR: "La colonne « {field} » manque.", EN: "The column \"{field}\" is missing."},
			Hint: text.Text{FR: "Ajoutez-la, même vide.", EN: "Add it, be it empty."},
		}}},
	{Code: "blank-row", Title: text.Text{FR: "Ligne vide", EN: "Blank row"},
		Messages: map[string]validate.Message{"": {Say: text.Text{FR: "La ligne {row} est vide.", EN: "Row {row} is blank."}}}},
	{Code: "type-error", Title: text.Text{FR: "Valeur d'une autre nature", EN: "Value of another kind"}, Cell: cellCheck,
		Messages: map[string]validate.Message{
			"": {Say: text.Text{FR: "« {value} » n'est pas un nombre.", EN: "\"{value}\" is not a number."}},
			"comma": {
				Say:  text.Text{FR: "Le nombre « {value} » s'écrit avec un point.", EN: "The number \"{value}\" is written with a point."},
				Hint: text.Text{FR: "Remplacez les virgules de toute la colonne.", EN: "Replace the commas of the whole column."},
			},
		}},
	{Code: "required", Title: text.Text{FR: "Cellule vide", EN: "Empty cell"}, Cell: cellCheck,
		Messages: map[string]validate.Message{"": {Say: text.Text{FR: "La cellule {cell} ne doit pas être vide.", EN: "The cell {cell} must not be empty."}}}},
	{Code: "max-length", Title: text.Text{FR: "Texte trop long", EN: "Text too long"}, Cell: cellCheck,
		Messages: map[string]validate.Message{"": {Say: text.Text{FR: "{n} caractère{n||s}, pour 5 au plus.", EN: "{n} character{n||s}, 5 at most."}}}},
}

func at(row int) validate.Position { return validate.Position{Line: row, Row: row} }

// find adds a finding, and how often it stands for.
func find(f *validate.FileResult, n int, finding validate.Finding) {
	f.Findings = append(f.Findings, finding)
	f.Truncated = f.Truncated || n > 1
	switch finding.Severity {
	case validate.Error:
		f.Errors += n
	case validate.Warning:
		f.Warnings += n
	case validate.Notice:
		f.Notices += n
	}
	for i := range f.Counts {
		if c := &f.Counts[i]; c.Code == finding.Code && c.Field == finding.Field && c.Severity == finding.Severity {
			c.Count += n
			return
		}
	}
	f.Counts = append(f.Counts, validate.Count{Code: finding.Code, Severity: finding.Severity, Field: finding.Field, Count: n})
}

func sampleFile(t testing.TB, path string) *validate.FileResult {
	t.Helper()
	point, _, err := types.Compile(types.Spec{Type: "geopoint"})
	if err != nil {
		t.Fatal(err)
	}
	return &validate.FileResult{
		File: &validate.File{Path: path, Format: "csv", Encoding: "utf-8", Delimiter: ";", HeaderRow: 1, Header: at(1)},
		Schema: &schemas.Schema{Name: "scdl/equipements", Version: "1.0.0", Title: "Équipements", Homepage: "https://example.org/scdl", Fields: []schemas.Field{
			{Index: 0, Name: "nom", Title: "Nom de l'équipement"}, {Index: 1, Name: "surface", Title: "Surface", Example: "12.5", Model: "12.5"},
			{Index: 2, Name: "coordonnees", Title: "Position", Type: point}, {Index: 3, Name: "adresse"}}},
		Detected: true, Rows: 40,
		Columns: []validate.ColumnResult{{Name: "nom", Field: "nom", Filled: 40}, {Name: "Surface", Field: "surface", Filled: 39},
			{Name: "coordonnees", Field: "coordonnees", Filled: 13}, {Name: "commentaire"}},
	}
}

// faulty is a file with faults of many sorts.
func faulty(t testing.TB, path string) *validate.FileResult {
	f := sampleFile(t, path)
	f.Newer = "1.1.0"
	find(f, 1, validate.Finding{Code: "delimiter", Severity: validate.Warning, Args: []string{"name", "des points-virgules"}})
	find(f, 1, validate.Finding{Code: "missing-label", Severity: validate.Error, Field: "adresse"})
	cells := func(name, surface, point string) []string { return []string{name, surface, point, ""} }
	surface := validate.Finding{Code: "type-error", Reason: "comma", Severity: validate.Error, Field: "surface", Column: 2}
	for i, value := range []string{"12,5", "7,25", "12,5", "1,1", "2,2", "3,3", "4,4", "5,5", "6,6", "7,7"} {
		finding := surface
		finding.Pos, finding.Value, finding.Fix = at(3+i), value, strings.Replace(value, ",", ".", 1)
		finding.Cells = cells("Stade", value, fmt.Sprintf("3.%d, 43.%d", 80+i, 60+i))
		find(f, 1, finding)
	}
	find(f, 1, validate.Finding{Code: "required", Severity: validate.Error, Field: "surface", Column: 2, Pos: at(20), Cells: cells("Gymnase", "", "3.88, 43.61")})
	find(f, 1, validate.Finding{Code: "max-length", Severity: validate.Warning, Field: "nom", Column: 1, Pos: at(20), Value: "Gymnase", Args: []string{"n", "7"},
		Cells: cells("Gymnase", "", "3.88, 43.61")})
	find(f, 1, validate.Finding{Code: "max-length", Severity: validate.Warning, Field: "nom", Column: 1, Pos: at(21), Value: "Boulodrome", Args: []string{"n", "10"},
		Cells: cells("Boulodrome", "3", "3.88, 43.61")})
	find(f, 1, validate.Finding{Code: "type-error", Severity: validate.Error, Field: "coordonnees", Column: 3, Pos: at(22), Value: "43.6, 3.8", Fix: "3.8, 43.6",
		Cells: cells("Piscine", "3", "43.6, 3.8")})
	find(f, 1, validate.Finding{Code: "type-error", Severity: validate.Error, Field: "coordonnees", Column: 3, Pos: at(23), Value: "ici",
		Cells: cells("Mairie", "3", "ici")})
	find(f, 12, validate.Finding{Code: "blank-row", Severity: validate.Notice, Pos: at(30)})
	return f
}

func unjudged(path string) *validate.FileResult {
	return &validate.FileResult{File: &validate.File{Path: path, Size: -1}, Failure: &validate.Failure{Code: "not-found",
		Say: text.Text{FR: "Ce fichier n'existe pas : vérifiez son nom.", EN: "This file does not exist: check its name."}}}
}

func sample(files ...*validate.FileResult) *validate.Result {
	r := &validate.Result{Version: "0.1.0", Checks: sampleChecks, FailOn: validate.Error}
	for _, f := range files {
		r.Add(f)
	}
	return r
}

// samples are the results that every test of the page goes through.
func samples(t testing.TB) map[string]*validate.Result {
	interrupted := faulty(t, "interrompu.csv")
	interrupted.Failure = &validate.Failure{Code: "interrupted", Say: text.Text{FR: "Interrompu.", EN: "Interrupted."}}
	unkept := faulty(t, "compte.csv")
	unkept.Findings = nil
	items := faulty(t, "equipements.geojson")
	items.File.Items, items.File.Format, items.File.Delimiter, items.File.HeaderRow = true, "geojson", "", 0
	warned := sampleFile(t, "averti.csv")
	find(warned, 1, validate.Finding{Code: "delimiter", Severity: validate.Warning, Args: []string{"name", "des points-virgules"}})
	threshold := sample(warned)
	threshold.FailOn = validate.Warning
	return map[string]*validate.Result{
		"none": sample(), "clean": sample(sampleFile(t, "valide.csv")), "faulty": sample(faulty(t, "equipements.csv")), "items": sample(items),
		"unjudged": sample(unjudged("absent.csv")), "interrupted": sample(interrupted), "unkept": sample(unkept), "threshold": threshold,
		"nameless": sample(&validate.FileResult{Failure: unjudged("").Failure}), "hostile": sample(hostile(t, nasty)),
		"several": sample(sampleFile(t, "communes/Lille/équipements.csv"), faulty(t, "communes/Roubaix/équipements.csv"), warned, unjudged("absent.csv"), interrupted),
	}
}

// nasty holds what a stranger may write to have the page do what he wants.
const nasty = "\"'><script>alert(1)</script><img src=x onerror=alert(2)></style></title>--><!-- {{.}} javascript:alert(3) a\x1b[2J\u202etxt.exe\u2066\u200b\x00\xff\u2028\ufeff\r\nb\tc &amp; &lt; ]]>"

// hostile is a file in which every text from outside is value.
func hostile(t testing.TB, value string) *validate.FileResult {
	f := faulty(t, value)
	f.File.Encoding, f.File.Delimiter, f.File.Sheet, f.File.Name, f.Newer = value, value, value, value, value
	f.Schema.Name, f.Schema.Version, f.Schema.Title, f.Schema.Homepage = value, value, value, "javascript:"+value
	for i := range f.Schema.Fields {
		f.Schema.Fields[i].Title, f.Schema.Fields[i].Example, f.Schema.Fields[i].Model = value, value, value
	}
	for i := range f.Columns {
		f.Columns[i].Name = value
	}
	f.Columns[3].Field = value
	for i := range f.Findings {
		finding := &f.Findings[i]
		finding.Value, finding.Args = value, []string{"name", value, "n", value}
		if finding.Fix != "" {
			finding.Fix = value
		}
		for c := range finding.Cells {
			if c != 2 {
				finding.Cells[c] = value
			}
		}
	}
	find(f, 1, validate.Finding{Code: value, Reason: value, Severity: validate.Error, Field: value, Column: 4, Pos: at(24), Value: value, Cells: []string{value}})
	find(f, 1, validate.Finding{Code: value, Severity: validate.Notice, Field: value + "2", Value: value})
	return f
}

// write gives the page.
func write(t testing.TB, r *validate.Result, lang text.Lang) string {
	t.Helper()
	var b bytes.Buffer
	w := Format.New(&b, report.Options{Lang: lang})
	if err := w.Write(r); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
