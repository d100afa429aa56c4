package report

import (
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// cellCheck marks a check as one of cells.
func cellCheck(*schemas.Field) func(*validate.Pass, *validate.Cell) { return nil }

var sampleChecks = []*validate.Check{
	{Code: "encoding", Title: text.Text{FR: "Autre encodage que UTF-8", EN: "Encoding other than UTF-8"},
		Messages: map[string]validate.Message{"": {
			Say:  text.Text{FR: "Le fichier est encodé en {encoding}, non en UTF-8.", EN: "The file is encoded in {encoding}, not in UTF-8."},
			Hint: text.Text{FR: "Dans Excel, enregistrez-le comme « CSV UTF-8 ».", EN: "In Excel, save it as \"CSV UTF-8\"."},
		}}},
	{Code: "missing-label", Title: text.Text{FR: "Colonne absente", EN: "Column missing"},
		Messages: map[string]validate.Message{"": {
			Say:  text.Text{FR: "La colonne « {field} » ({title}) manque.", EN: "The column \"{field}\" ({title}) is missing."},
			Hint: text.Text{FR: "Ajoutez-la, même vide.", EN: "Add it, be it empty."},
		}}},
	{Code: "extra-label", Title: text.Text{FR: "Colonne inconnue", EN: "Unknown column"},
		Messages: map[string]validate.Message{"": {
			Say: text.Text{FR: "La colonne « {field} » n'est pas dans le schéma.", EN: "The column \"{field}\" is not in the schema."},
		}}},
	{Code: "blank-row", Title: text.Text{FR: "Ligne vide", EN: "Blank row"},
		Messages: map[string]validate.Message{"": {
			Say: text.Text{FR: "La ligne {row} est vide.", EN: "Row {row} is blank."},
		}}},
	{Code: "type-error", Title: text.Text{FR: "Valeur d'une autre nature", EN: "Value of another kind"}, Cell: cellCheck,
		Messages: map[string]validate.Message{
			"": {Say: text.Text{FR: "« {value} » n'est pas un nombre.", EN: "\"{value}\" is not a number."}},
			"comma": {
				Say:  text.Text{FR: "Le nombre « {value} » s'écrit avec un point : {fix}.", EN: "The number \"{value}\" is written with a point: {fix}."},
				Hint: text.Text{FR: "Remplacez les virgules de toute la colonne.", EN: "Replace the commas of the whole column."},
			},
		}},
	{Code: "required", Title: text.Text{FR: "Cellule vide", EN: "Empty cell"}, Cell: cellCheck,
		Messages: map[string]validate.Message{"": {
			Say:  text.Text{FR: "La cellule {cell} ne doit pas être vide.", EN: "The cell {cell} must not be empty."},
			Hint: text.Text{FR: "Remplissez-la, par exemple : {example}", EN: "Fill it, for example: {example}"},
		}}},
	{Code: "enum", Title: text.Text{FR: "Valeur hors de la liste", EN: "Value not in the list"},
		Messages: map[string]validate.Message{"": {
			Say: text.Text{FR: "« {value} » n'est pas l'une des {n} valeur{n||s} permise{n||s} : {expected}.",
				EN: "\"{value}\" is not one of the {n} permitted value{n||s}: {expected}."},
		}}},
}

func sampleSchema() *schemas.Schema {
	return &schemas.Schema{
		Name: "scdl/subventions", Version: "2.0.1",
		Fields: []schemas.Field{
			{Index: 0, Name: "nomAttribuant", Title: "Nom de l'attribuant", Example: "Lille", Model: "Lille"},
			{Index: 1, Name: "montant", Title: "Montant en euros", Example: "40000.00", Model: "40000.00"},
			{Index: 2, Name: "nature", Title: "Nature de l'aide"},
			{Index: 3, Name: "idAttribuant", Title: "SIRET de l'attribuant"},
			{Index: 4, Name: "objet", Title: "Objet"},
		},
	}
}

func sampleFile(path string) *validate.FileResult {
	return &validate.FileResult{
		File: &validate.File{Path: path, Format: "csv", Encoding: "utf-8", Delimiter: ",", HeaderRow: 1,
			Header: validate.Position{Line: 1, Row: 1}},
		Schema: sampleSchema(), Detected: true, Rows: 29, FaultyRows: 9, WarnedRows: 4,
		Columns: []validate.ColumnResult{
			{Name: "nomAttribuant", Field: "nomAttribuant", Filled: 29},
			{Name: "Montant", Field: "montant", Filled: 28},
			{Name: "nature", Field: "nature", Filled: 29},
		},
	}
}

// find adds n findings to f: the number kept with their values in turn, the
// rest counted only.
func find(f *validate.FileResult, n int, first validate.Finding, values ...string) {
	for i := range values {
		finding := first
		finding.Value = values[i]
		if first.Pos.Row > 0 {
			finding.Pos.Row, finding.Pos.Line = first.Pos.Row+i, first.Pos.Line+i
		}
		if first.Fix != "" {
			finding.Fix = strings.ReplaceAll(strings.ReplaceAll(values[i], ",", "."), " ", "")
		}
		f.Findings = append(f.Findings, finding)
	}
	f.Truncated = f.Truncated || n > len(values)
	switch first.Severity {
	case validate.Error:
		f.Errors += n
	case validate.Warning:
		f.Warnings += n
	case validate.Notice:
		f.Notices += n
	}
	for i := range f.Counts {
		if c := &f.Counts[i]; c.Code == first.Code && c.Field == first.Field && c.Severity == first.Severity {
			c.Count += n
			return
		}
	}
	f.Counts = append(f.Counts, validate.Count{Code: first.Code, Severity: first.Severity, Field: first.Field, Count: n})
}

func at(row int) validate.Position { return validate.Position{Line: row, Row: row} }

// faulty is a file with faults of many sorts.
func faulty(path string) *validate.FileResult {
	f := sampleFile(path)
	f.Newer = "2.1.1"
	f.File.Encoding, f.File.Delimiter, f.File.HeaderRow = "windows-1252", ";", 4
	f.Columns = append(f.Columns, validate.ColumnResult{Name: "Commentaire", Filled: 3})
	find(f, 1, validate.Finding{Code: "encoding", Severity: validate.Warning, Args: []string{"encoding", "Windows-1252"}}, "")
	find(f, 1, validate.Finding{Code: "missing-label", Severity: validate.Error, Field: "idAttribuant"}, "")
	find(f, 1, validate.Finding{Code: "missing-label", Severity: validate.Error, Field: "objet"}, "")
	find(f, 1, validate.Finding{Code: "extra-label", Severity: validate.Notice, Column: 4, Pos: at(4)}, "Commentaire")
	find(f, 3, validate.Finding{Code: "blank-row", Severity: validate.Warning, Pos: at(30)}, "", "", "")
	find(f, 1, validate.Finding{Code: "required", Severity: validate.Error, Field: "montant", Column: 2, Pos: at(7)}, "")
	find(f, 7, validate.Finding{Code: "type-error", Reason: "comma", Severity: validate.Error, Field: "montant", Column: 2,
		Pos: at(12), Fix: "x"}, "40 000,00", "1,5", "12,00", "7,25", "8,75", "9,99", "0,10")
	find(f, 1, validate.Finding{Code: "type-error", Severity: validate.Error, Field: "montant", Column: 2, Pos: at(20)}, "n.c.")
	find(f, 2, validate.Finding{Code: "enum", Severity: validate.Error, Field: "nature", Column: 3, Pos: at(21), Fix: "x",
		Args: []string{"n", "2", "expected", "aide en numéraire, aide en nature", "pattern", "^aide"}}, "aide, en nature", "numéraire")
	return f
}

// truncated is a file with more faults than are kept.
func truncated(path string) *validate.FileResult {
	f := sampleFile(path)
	f.Rows = 1234567
	find(f, 12345, validate.Finding{Code: "required", Severity: validate.Error, Field: "montant", Column: 2, Pos: at(2)},
		"", "", "", "", "", "")
	find(f, 800, validate.Finding{Code: "type-error", Severity: validate.Error, Field: "nature", Column: 3, Pos: at(3)},
		"un", "deux", "trois", "quatre", "cinq", "six")
	find(f, 200, validate.Finding{Code: "type-error", Reason: "comma", Severity: validate.Error, Field: "nature", Column: 3,
		Pos: at(40), Fix: "x"}, "1,5")
	return f
}

// nasty holds what a stranger may write.
const nasty = "a\x1b[2J\x1b]0;x\x07\u202etxt.exe\u2066\u200b\x00\xff\u009b31m\u2028\ufeff\r\nb\tc\u00ad\U000e0041"

func hostile(string) *validate.FileResult {
	f := sampleFile(nasty + ".csv")
	f.File.Delimiter, f.File.Encoding = "\x1b", nasty
	f.Schema.Name, f.Schema.Version, f.Schema.Fields[1].Example = nasty, nasty, nasty
	f.Newer = nasty
	f.Columns = append(f.Columns, validate.ColumnResult{Name: nasty})
	f.Columns[0].Name = nasty
	find(f, 1, validate.Finding{Code: "extra-label", Severity: validate.Notice, Column: 4, Pos: at(1)}, nasty)
	find(f, 2, validate.Finding{Code: "type-error", Severity: validate.Error, Field: "montant", Column: 2, Pos: at(2)},
		nasty, strings.Repeat("日本", 5000))
	find(f, 1, validate.Finding{Code: "enum", Severity: validate.Error, Field: "nomAttribuant", Column: 1, Pos: at(4), Fix: nasty,
		Args: []string{"n", nasty, "expected", strings.Repeat(nasty, 100)}}, strings.Repeat("x", 10000))
	f.Findings[len(f.Findings)-1].Fix = nasty
	find(f, 1, validate.Finding{Code: "un-known", Severity: validate.Warning, Field: "absent" + nasty}, nasty)
	return f
}

// unkept is a file of whose faults only the numbers are known.
func unkept(path string) *validate.FileResult {
	f := sampleFile(path)
	find(f, 5, validate.Finding{Code: "required", Severity: validate.Error, Field: "montant"})
	find(f, 1, validate.Finding{Code: "blank-row", Severity: validate.Warning})
	return f
}

func unopened(path string) *validate.FileResult {
	return &validate.FileResult{File: &validate.File{Path: path, Size: -1}, Failure: &validate.Failure{Code: "not-found",
		Say: text.Text{FR: "Le fichier " + path + " n'existe pas.", EN: "The file " + path + " does not exist."}}}
}

func interrupted(path string) *validate.FileResult {
	f := truncated(path)
	f.Failure = &validate.Failure{Code: "interrupted", Say: text.Text{FR: "Interrompu.", EN: "Interrupted."}}
	return f
}

func noSchema(path string) *validate.FileResult {
	f := sampleFile(path)
	f.Schema, f.Detected, f.Columns, f.Rows = nil, false, nil, 0
	f.Failure = &validate.Failure{Code: "no-schema", Say: text.Text{
		FR: "Aucun schéma ne ressemble à ce fichier : nommez-le avec --schema.",
		EN: "No schema looks like this file: name it with --schema."}}
	return f
}

func single(path string) *validate.FileResult {
	f := sampleFile(path)
	f.Rows, f.Detected, f.Schema.Proposal = 1, false, true
	find(f, 1, validate.Finding{Code: "blank-row", Severity: validate.Error, Pos: at(2)}, "")
	find(f, 1, validate.Finding{Code: "type-error", Severity: validate.Warning, Field: "montant", Column: 2, Pos: at(2),
		Fix: "x"}, "1 000")
	return f
}

func newer(path string) *validate.FileResult {
	f := sampleFile(path)
	f.Newer = "2.1.1"
	return f
}

func sample(files ...*validate.FileResult) *validate.Result {
	r := &validate.Result{Version: "0.1.0", Checks: sampleChecks, FailOn: validate.Error}
	for _, f := range files {
		r.Add(f)
	}
	return r
}

// samples are the results that every test of a format goes through.
func samples() map[string]*validate.Result {
	strict := sample(single("strict.csv"))
	strict.Strict, strict.FailOn = true, validate.Warning
	return map[string]*validate.Result{
		"none":        sample(),
		"clean":       sample(sampleFile("données/valide.csv")),
		"newer":       sample(newer("-")),
		"faulty":      sample(faulty("subventions.csv")),
		"single":      sample(single("une-ligne.csv")),
		"strict":      strict,
		"truncated":   sample(truncated("grand.csv")),
		"unkept":      sample(unkept("compte.csv")),
		"hostile":     sample(hostile("")),
		"unopened":    sample(unopened("absent.csv")),
		"interrupted": sample(interrupted("grand.csv")),
		"no-schema":   sample(noSchema("inconnu.csv")),
		"nameless":    sample(&validate.FileResult{Failure: &validate.Failure{Code: "unreadable", Say: text.Text{FR: "Illisible.", EN: "Unreadable."}}}),
		"several": sample(sampleFile("communes/Lille/subventions.csv"), sampleFile("communes/日本語の町/補助金.csv"),
			faulty(fmt.Sprintf("communes/%s/subventions.csv", strings.Repeat("Villeneuve-d'Ascq-", 4))),
			newer("communes/Roubaix/subventions.csv"), unopened("communes/Tourcoing/subventions.csv"), interrupted("grand.csv")),
	}
}
