package checks

import (
	"encoding/gob"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var workbook = &validate.Check{
	Code:     "workbook",
	Severity: validate.Notice,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Particularité d'un classeur", EN: "Particular of a workbook"},
	Why: text.Text{
		FR: "Un classeur a ce qu'un tableau publié n'a pas : plusieurs feuilles, des lignes et des colonnes masquées, des cellules fusionnées, des formules. Rien de cela ne reste dans un fichier CSV.",
		EN: "A workbook has what a published table has not: several sheets, hidden rows and columns, merged cells, formulas. Nothing of that is left in a CSV file.",
	},
	Mend: text.Text{
		FR: "Publiez une feuille simple : une seule table, rien de masqué ni de fusionné, des valeurs calculées.",
		EN: "Publish a plain sheet: a single table, nothing hidden or merged, computed values.",
	},
	Messages: map[string]validate.Message{
		"": {
			Say: text.Text{FR: "Le classeur a une particularité : {places}.", EN: "The workbook has a particular: {places}."},
		},
		"other-sheets": {
			Say:  text.Text{FR: "{n} {n|autre feuille du classeur n'a pas été vérifiée|autres feuilles du classeur n'ont pas été vérifiées} : {places}.", EN: "{n} other {n|sheet|sheets} of the workbook {n|was|were} not checked: {places}."},
			Hint: text.Text{FR: "Pour en vérifier une autre : --sheet NOM.", EN: "To check another: --sheet NAME."},
		},
		"merged-cells": {
			Say:  text.Text{FR: "{n} {n|groupe de cellules est fusionné|groupes de cellules sont fusionnés} ({places}) : seule la première cellule a une valeur, les autres sont vides.", EN: "{n} {n|group|groups} of cells {n|is|are} merged ({places}): only the first cell has a value, the others are empty."},
			Hint: text.Text{FR: "Défusionnez ces cellules et écrivez la valeur dans chacune.", EN: "Unmerge these cells and write the value into each."},
		},
		"hidden-rows": {
			Say:  text.Text{FR: "{n} {n|ligne est masquée|lignes sont masquées} ou {n|filtrée|filtrées} ({places}) : {n|elle a été vérifiée|elles ont été vérifiées} comme les autres.", EN: "{n} {n|row is|rows are} hidden or filtered out ({places}): {n|it was|they were} checked like the others."},
			Hint: text.Text{FR: "Affichez-les, ou supprimez-les si elles ne doivent pas être publiées.", EN: "Show them, or remove them if they are not to be published."},
		},
		"hidden-columns": {
			Say:  text.Text{FR: "{n} {n|colonne est masquée|colonnes sont masquées} ({places}) : {n|elle a été vérifiée|elles ont été vérifiées} comme les autres.", EN: "{n} {n|column is|columns are} hidden ({places}): {n|it was|they were} checked like the others."},
			Hint: text.Text{FR: "Affichez-les, ou supprimez-les si elles ne doivent pas être publiées.", EN: "Show them, or remove them if they are not to be published."},
		},
		"formulas-without-value": {
			Say:  text.Text{FR: "{n} {n|formule n'a|formules n'ont} pas de résultat enregistré ({places}) : {n|la cellule compte|les cellules comptent} pour vide.", EN: "{n} {n|formula has|formulas have} no stored result ({places}): the {n|cell counts|cells count} as empty."},
			Hint: text.Text{FR: "Ouvrez le classeur dans votre tableur et enregistrez-le à nouveau.", EN: "Open the workbook in your spreadsheet program and save it again."},
		},
	},
	Table: func(*schemas.Schema) validate.State { return &workbookNotes{} },
}

// workbookNotes tells what the reader noticed, which is known at the end only.
// It remembers nothing of the rows.
type workbookNotes struct{}

func init() { gob.Register(&workbookNotes{}) }

// GobEncode writes nothing.
func (*workbookNotes) GobEncode() ([]byte, error) { return nil, nil }

// GobDecode has nothing to read.
func (*workbookNotes) GobDecode([]byte) error { return nil }

func (*workbookNotes) Row(*validate.Row) {}

// Chooses says that no row tells anything.
func (*workbookNotes) Chooses(*validate.File) validate.Rows { return validate.NoRows }

func (*workbookNotes) Seal(*validate.Pass) {}

func (*workbookNotes) Merge(*validate.Pass, validate.State) {}

func (*workbookNotes) Finish(p *validate.Pass) {
	if p.Job.File.Notes == nil || p.Job.File.Items {
		return
	}
	for _, note := range p.Job.File.Notes() {
		severity := validate.None
		if note.Kind == "formulas-without-value" {
			severity = validate.Warning
		}
		p.FileFault(severity, -1, -1).Because(note.Kind).With("n", strconv.Itoa(note.N)).With("places", note.Text)
	}
}
