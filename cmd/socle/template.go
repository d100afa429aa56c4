package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/template"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input"
)

// An exampleJudge has the checks of a schema judge the row of a template.
type exampleJudge struct {
	plan      *validate.Plan
	csv       bool           // the row is for CSV, which cannot mark a text as one
	positions map[string]int // of the fields, by name
}

func newExampleJudge(s *schemas.Schema, csv bool) *exampleJudge {
	j := &exampleJudge{validate.Compile(s, checks.All(), validate.Options{}), csv, map[string]int{}}
	for i := range s.Fields {
		j.positions[s.Fields[i].Name] = i
	}
	return j
}

// errors gives the faults of a template as CSV. The buffer takes every byte.
func (j *exampleJudge) errors(t *template.Template) []validate.Finding {
	var data bytes.Buffer
	t.CSV(&data, false)
	in, err := input.Open("-", &data, input.Options{Encoding: input.UTF8, Delimiter: byte(t.Delimiter)})
	if err != nil {
		return nil // a header that no reader takes: the row says nothing of it
	}
	defer in.Close()
	var errors []validate.Finding
	for _, f := range validate.Run(context.Background(), in, j.plan, 1, nil).Findings {
		if f.Severity == validate.Error {
			errors = append(errors, f)
		}
	}
	return errors
}

// cells gives the fields whose cell is faulty, or would be a formula where a
// spreadsheet opens the CSV.
func (j *exampleJudge) cells(row []string) []int {
	var wrong []int
	for _, f := range j.errors(&template.Template{Schema: j.plan.Schema, Row: row, Delimiter: ','}) {
		if i, ok := j.positions[f.Field]; ok {
			wrong = append(wrong, i)
		}
	}
	for i, cell := range row {
		if j.csv && template.IsFormula(cell) {
			wrong = append(wrong, i)
		}
	}
	return wrong
}

// delimiter chooses what stands between columns: the comma, but where the
// schema refuses it (that of the Base Adresse Locale does) and takes the
// semicolon.
func (j *exampleJudge) delimiter(t *template.Template) rune {
	for _, delimiter := range []rune{',', ';'} {
		try := *t
		try.Delimiter = delimiter
		if !slices.ContainsFunc(j.errors(&try), func(f validate.Finding) bool { return f.Field == "" }) {
			return delimiter
		}
	}
	return ','
}

// tellWrong names the columns for which no valid example could be made.
func (a *app) tellWrong(s *schemas.Schema, wrong []int) {
	var names []string
	for _, i := range wrong {
		names = append(names, s.Fields[i].Name)
	}
	if len(names) > 0 {
		a.tell(a.count(len(names), "la ligne d'exemple n'est pas valide dans {n|cette colonne|ces colonnes} : ", "the row of examples is not valid in {n|this column|these columns}: ") + strings.Join(names, ", "))
	}
}

var forTemplate = purpose{"--output", "le modèle", "the template"}

// place writes a new file. The file takes its place once it is whole; one that
// is there is only replaced by force.
func (a *app) place(path string, force bool, write func(io.Writer) error) error {
	switch info, err := os.Stat(path); {
	case err != nil || info.IsDir(): // creating it says what is wrong
	case !info.Mode().IsRegular():
		return a.usage("%s n'est pas un fichier ordinaire.", "%s is not an ordinary file.", path)
	case !force:
		return a.usage("%s existe déjà : donnez un autre nom, ou --force pour le remplacer.", "%s exists already: give another name, or --force to replace it.", path)
	}
	o, err := a.createFor(forTemplate, path, nil)
	if err != nil {
		return err
	}
	if err := o.finish(write(o)); err != nil {
		return &failed{exitUnjudged, a.say("le modèle n'a pas pu être écrit (%s).", "the template could not be written (%s).", a.reason(err))}
	}
	fmt.Fprintln(a.stderr, a.say("Modèle écrit dans %s.", "Template written to %s.", shown(path)))
	return nil
}
