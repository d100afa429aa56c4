package ci

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// nasty holds what a stranger may write, for every format.
const nasty = "a\x1b[2J\x1b]0;x\x07\u202e<img src=x onerror=alert(1)>]]>&amp;\x00\xff\ufffe\u009b31m\u2028\r\n::error file=x::pwned\n" +
	"##[add-path]x%0A,:= [lien](http://x.example) {0} |`b`* www.x.example \" ' {{1}}"

var sampleChecks = []*validate.Check{
	{Code: "missing-label", Severity: validate.Error, Title: text.Text{FR: "Colonne absente", EN: "Column missing"},
		Why: text.Text{FR: "Une colonne demandée manque.", EN: "A required column is missing."}, Mend: text.Text{FR: "L'ajouter.", EN: "Add it."},
		Messages: map[string]validate.Message{"": {Say: text.Text{FR: "La colonne « {field} » manque.", EN: "The column \"{field}\" is missing."}}}},
	{Code: "type-error", Severity: validate.Error, Title: text.Text{FR: "Valeur mal écrite", EN: "Badly written value"},
		Why: text.Text{FR: "Le schéma demande un nombre.", EN: "The schema wants a number."}, Mend: text.Text{FR: "Écrire un point.", EN: "Write a point."},
		Bad: "montant\n1,5 {a} ```\n", Good: "montant\n1.5\n",
		Messages: map[string]validate.Message{"": {Say: text.Text{FR: "« {value} » n'est pas un nombre.", EN: "\"{value}\" is not a number."}}}},
	{Code: "delimiter", Severity: validate.Warning, Strict: validate.Error, Title: text.Text{FR: "Autre séparateur", EN: "Other separator"},
		Messages: map[string]validate.Message{"": {Say: text.Text{FR: "Le séparateur n'est pas la virgule.", EN: "The separator is not the comma."}}}},
	{Code: "blank-row", Severity: validate.Notice, Title: text.Text{FR: "Ligne vide", EN: "Blank row"},
		Messages: map[string]validate.Message{"": {Say: text.Text{FR: "La ligne {row} est vide.", EN: "Row {row} is blank."}}}},
}

func sampleFile(path string) *validate.FileResult {
	return &validate.FileResult{
		File: &validate.File{Path: path, Format: "csv", Encoding: "utf-8", Delimiter: ",", HeaderRow: 1, Size: 1234, Header: at(1, 1)},
		Schema: &schemas.Schema{Name: "scdl/subventions", Version: "2.1.1",
			Fields: []schemas.Field{{Name: "nom"}, {Index: 1, Name: "montant", Model: "40000.00"}}},
		Rows:    29,
		Columns: []validate.ColumnResult{{Name: "nom", Field: "nom", Filled: 29}, {Name: "Montant", Field: "montant", Filled: 28}},
	}
}

func at(line, char int) validate.Position {
	return validate.Position{Line: line, Row: line, Char: char}
}

// found adds n findings to f, of which the given ones are kept.
func found(f *validate.FileResult, n int, kept ...validate.Finding) *validate.FileResult {
	first := kept[0]
	f.Counts = append(f.Counts, validate.Count{Code: first.Code, Severity: first.Severity, Field: first.Field, Count: n})
	f.Findings = append(f.Findings, kept...)
	f.Truncated = f.Truncated || n > len(kept)
	switch first.Severity {
	case validate.Error:
		f.Errors += n
	case validate.Warning:
		f.Warnings += n
	default:
		f.Notices += n
	}
	return f
}

// wrong is a value of the second column that is no number.
func wrong(line, char, width int, value, fix string) validate.Finding {
	return validate.Finding{Code: "type-error", Severity: validate.Error, Field: "montant", Column: 2, Pos: at(line, char),
		Width: width, Value: value, Fix: fix}
}

func faulty(path string) *validate.FileResult {
	f := sampleFile(path)
	found(f, 1, validate.Finding{Code: "missing-label", Severity: validate.Error, Field: "objet"})
	found(f, 5, wrong(4, 10, 11, "40 000,00", "40000.00"), wrong(5, 3, 4, "1 50", "150"), wrong(6, 3, 5, "douze", ""),
		wrong(7, 3, 0, "deux\nlignes", ""), wrong(9, 3, 5, "douze", ""))
	found(f, 1, validate.Finding{Code: "delimiter", Severity: validate.Warning})
	found(f, 2, validate.Finding{Code: "blank-row", Severity: validate.Notice, Pos: at(30, 1)}, validate.Finding{Code: "blank-row", Severity: validate.Notice, Pos: at(31, 1)})
	return f
}

func hostile() *validate.FileResult {
	f := sampleFile(nasty)
	f.File.Encoding, f.File.Delimiter, f.Schema.Name = nasty, nasty, nasty
	f.Columns = append(f.Columns, validate.ColumnResult{Name: nasty, Field: nasty})
	found(f, 3, wrong(2, 1, 0, nasty, nasty), wrong(3, 1, len([]rune(nasty)), nasty, nasty), wrong(4, 1, 0, strings.Repeat("日本", 5000), ""))
	found(f, 2, validate.Finding{Code: "un-known" + nasty, Severity: validate.Warning, Field: nasty, Value: nasty, Column: 3, Pos: at(2, 9)})
	return f
}

func unopened(path, code string) *validate.FileResult {
	return &validate.FileResult{File: &validate.File{Path: path, Size: -1}, Failure: &validate.Failure{Code: code, Say: text.Text{
		FR: "Le fichier " + path + " n'existe pas.", EN: "The file " + path + " does not exist."}}}
}

func truncated(path string) *validate.FileResult {
	f := found(sampleFile(path), 12345, wrong(2, 3, 1, "x", ""), wrong(3, 3, 1, "x", ""))
	f.Counts = append(f.Counts, validate.Count{Code: "blank-row", Severity: validate.Notice, Count: 7})
	f.Notices += 7
	return f
}

func workbook(path string) *validate.FileResult {
	f := found(sampleFile(path), 1, wrong(4, 0, 0, "douze", ""))
	f.File.Format, f.File.Sheet, f.File.Encoding, f.File.Delimiter = "xlsx", "Feuille 1", "", ""
	return f
}

func sample(files ...*validate.FileResult) *validate.Result {
	r := &validate.Result{Version: "0.1.0", Checks: sampleChecks, FailOn: validate.Error}
	for _, f := range files {
		r.Add(f)
	}
	return r
}

// samples are the results that every format goes through.
func samples() map[string]*validate.Result {
	interrupted := truncated("grand.csv")
	interrupted.Failure = &validate.Failure{Code: "interrupted", Say: text.Text{FR: "Interrompu.", EN: "Interrupted."}}
	strict := sample(faulty("strict.csv"))
	strict.Strict, strict.FailOn = true, validate.Warning
	return map[string]*validate.Result{
		"none":     sample(),
		"clean":    sample(sampleFile("données/été 1.csv")),
		"faulty":   sample(faulty("./données/subventions.csv")),
		"strict":   strict,
		"hostile":  sample(hostile()),
		"refused":  sample(unopened("a.csv", "bad-schema"), unopened("b.csv", "bad-schema")),
		"nameless": sample(&validate.FileResult{Failure: &validate.Failure{Code: "unreadable", Say: text.Text{FR: "Illisible.", EN: "Unreadable."}}}),
		"several": sample(faulty(`communes\Lille\subventions.csv`), sampleFile("-"), workbook("/src/projet/classeur.xlsx"),
			unopened("absent.csv", "not-found"), interrupted, truncated("https://data.example/a b.csv?x=1")),
	}
}

// env is an environment whose project lies in /src/projet.
func env(name string) string {
	if name == "CI_PROJECT_DIR" {
		return "/src/projet/"
	}
	return ""
}

// write gives what a format writes of r.
func write(t *testing.T, f report.Format, r *validate.Result, o report.Options) string {
	t.Helper()
	if o.Env == nil {
		o.Env = env
	}
	var b bytes.Buffer
	w := f.New(&b, o)
	if err := w.Write(r); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// each calls with what every format writes of every sample in both languages.
func each(t *testing.T, formats []report.Format, call func(name, written string)) {
	for _, f := range formats {
		for name, r := range samples() {
			for _, lang := range []text.Lang{text.French, text.English} {
				call(fmt.Sprint(f.Name, " ", name, " ", lang), write(t, f, r, report.Options{Lang: lang}))
			}
		}
	}
}
