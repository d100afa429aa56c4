package main

import (
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/template"
)

// A templateRequest is what the command line asks of a template.
type templateRequest struct {
	output                  string // "" is standard output
	noExample, excel, force bool
}

func (a *app) schemasTemplate() *cobra.Command {
	r := &templateRequest{}
	cmd := &cobra.Command{
		Use:     a.say("template NOM[@VERSION]|FICHIER", "template NAME[@VERSION]|FILE"),
		Aliases: []string{"modele", "modèle", "gabarit"},
		Short:   a.say("Écrit un fichier vide à remplir, en CSV ou pour Excel", "Writes an empty file to fill, in CSV or for Excel"),
		Long:    a.say(templateFR, templateEN),
		Example: a.say("socle schemas template subventions -o subventions.xlsx\nsocle schemas template subventions -o subventions.csv --excel\nsocle schemas template scdl/subventions@2.1.0 --no-example",
			"socle schemas template subventions -o subventions.xlsx --lang en\nsocle schemas template subventions -o subventions.csv --excel\nsocle schemas template scdl/subventions@2.1.0 --no-example"),
		ValidArgsFunction: a.completeSchemas,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("donnez le nom d'un schéma. La liste : socle schemas list", "give the name of one schema. The list: socle schemas list")
			}
			return a.runTemplate(r, args[0])
		},
	}
	flags := cmd.Flags()
	flags.VarP(filled{&r.output}, "output", "o", a.say("écrit dans le `FICHIER` .csv ou .xlsx (sinon du CSV sur la sortie standard)", "writes to the `FILE`, .csv or .xlsx (else CSV to standard output)"))
	flags.BoolVar(&r.noExample, "no-example", false, a.say("n'écrit que l'en-tête, sans ligne d'exemple", "writes the header only, without a row of examples"))
	flags.BoolVar(&r.excel, "excel", false, a.say("CSV pour un Excel français : points-virgules, et accents reconnus", "CSV for a French Excel: semicolons, and accents that are recognised"))
	flags.BoolVar(&r.force, "force", false, a.say("remplace le fichier s'il existe", "replaces the file if there is one"))
	return cmd
}

const templateFR = `Écrit un fichier prêt à remplir : les colonnes du schéma, dans l'ordre, et une ligne d'exemple qui est valide.

Le classeur .xlsx explique en plus chaque colonne (pointez son en-tête), propose des listes de choix, et garde les
zéros des SIRET et des codes postaux. Un fichier .csv n'a que les colonnes et l'exemple.`

const templateEN = `Writes a file that is ready to be filled: the columns of the schema, in order, and a row of examples that is valid.

The .xlsx workbook also explains each column (point at its header), offers lists of choices, and keeps the zeros of
SIRET numbers and postal codes. A .csv file has the columns and the example only.`

// runTemplate writes the template of a schema.
func (a *app) runTemplate(r *templateRequest, asked string) error {
	extension := strings.ToLower(filepath.Ext(r.output))
	workbook := extension == ".xlsx"
	switch {
	case r.output != "" && !workbook && extension != ".csv":
		return a.usage("%s : un modèle s'écrit en .csv ou en .xlsx.", "%s: a template is written as .csv or .xlsx.", r.output)
	case workbook && r.excel:
		return a.usage("--excel ne concerne que le CSV : un fichier .xlsx s'ouvre déjà dans Excel.", "--excel is for CSV only: a .xlsx file opens in Excel as it is.")
	}
	s, err := a.schemaFor(asked)
	if err != nil {
		return err
	}
	switch n := len(s.Fields); {
	case n == 0:
		return a.noColumns(s)
	case workbook && n > template.MaxColumns:
		return a.usage("%s a trop de colonnes pour un modèle .xlsx (%d, et le plus est %d) : demandez un .csv.", "%s has too many columns for a .xlsx template (%d, and the most is %d): ask for a .csv.",
			s.ID(), n, template.MaxColumns)
	}
	judge := newExampleJudge(s, !workbook)
	row, wrong := template.Example(s, judge.cells)
	t := &template.Template{Schema: s, Row: row, Lang: a.lang}
	t.Delimiter = judge.delimiter(t)
	if r.noExample {
		t.Row = nil
	} else {
		a.tellWrong(s, wrong)
	}
	write := func(w io.Writer) error { return t.CSV(w, r.excel) }
	if workbook {
		write = t.XLSX
	}
	if r.output == "" {
		return a.printed(write(a.out))
	}
	return a.place(r.output, r.force, write)
}

// noColumns says why a schema has no template.
func (a *app) noColumns(s *schemas.Schema) error {
	var parts []string
	for _, resource := range s.Resources {
		if resource.Entry != "" {
			parts = append(parts, resource.Entry)
		}
	}
	if len(parts) > 0 {
		return a.usage("%s réunit plusieurs fichiers, et chacun a son modèle. Demandez %s.", "%s joins several files, and each has its template. Ask for %s.", s.ID(), a.any(parts))
	}
	return a.usage("%s ne décrit pas de colonnes : il n'y a pas de tableau à remplir.", "%s describes no columns: there is no table to fill.", s.ID())
}
