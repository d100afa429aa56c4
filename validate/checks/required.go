package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var required = &validate.Check{
	Code:     "required",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Cellule obligatoire vide", EN: "Required cell is empty"},
	Why: text.Text{
		FR: "Le schéma rend cette colonne obligatoire : chaque ligne doit y porter une valeur.",
		EN: "The schema makes this column required: each row must have a value in it.",
	},
	Mend: text.Text{FR: "Remplissez la cellule.", EN: "Fill the cell."},
	Bad:  "prenom,nombre\nAdam,",
	Good: "prenom,nombre\nAdam,353",
	Messages: map[string]validate.Message{
		"identifier": {
			Say:  text.Text{FR: "La cellule est vide, alors que la colonne « {field} » est obligatoire.", EN: `The cell is empty, but the column "{field}" is required.`},
			Hint: text.Text{FR: "Cherchez le numéro de l'organisme sur annuaire-entreprises.data.gouv.fr.", EN: "Look up the number of the organisation on annuaire-entreprises.data.gouv.fr."},
		},
		"": {
			Say:  text.Text{FR: "La cellule est vide, alors que la colonne « {field} » est obligatoire.", EN: `The cell is empty, but the column "{field}" is required.`},
			Hint: text.Text{FR: "Remplissez-la, par exemple : {example}", EN: "Fill it, for example: {example}"},
		},
		"no-cell": {
			Say:  text.Text{FR: "La ligne {row} n'a pas de cellule pour la colonne « {field} », qui est obligatoire.", EN: `Row {row} has no cell for the column "{field}", which is required.`},
			Hint: text.Text{FR: "Vérifiez qu'aucun séparateur ne manque dans la ligne.", EN: "Make sure that no separator is missing in the row."},
		},
		"property": {
			Say:  text.Text{FR: "L'entité {row} n'a pas de « {field} », qui est obligatoire.", EN: `Feature {row} has no "{field}", which is required.`},
			Hint: text.Text{FR: "Ajoutez la propriété, par exemple : {example}", EN: "Add the property, for example: {example}"},
		},
		"null": {
			Say:  text.Text{FR: "La propriété « {field} » est obligatoire, et elle est vide (null).", EN: `The property "{field}" is required, and it is empty (null).`},
			Hint: text.Text{FR: "Remplissez-la, par exemple : {example}", EN: "Fill it, for example: {example}"},
		},
		"empty-text": {
			Say:  text.Text{FR: "La propriété « {field} » est obligatoire, et son texte est vide.", EN: `The property "{field}" is required, and its text is empty.`},
			Hint: text.Text{FR: "Remplissez-la, par exemple : {example}", EN: "Fill it, for example: {example}"},
		},
		"missing-value": {
			Say:  text.Text{FR: "La cellule contient « {value} », qui compte comme vide, alors que la colonne « {field} » est obligatoire.", EN: `The cell holds "{value}", which counts as empty, but the column "{field}" is required.`},
			Hint: text.Text{FR: "Remplissez-la, par exemple : {example}", EN: "Fill it, for example: {example}"},
		},
	},
	Irregular: true,
	Row:       requiredOfShortRows,
	On:        validate.Missing,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.Constraints.Required {
			return nil
		}
		identifies := f.HasCheck(siretNames...) || f.HasCheck(sirenNames...)
		return func(p *validate.Pass, c *validate.Cell) {
			switch finding := p.Fault(c); {
			case len(c.Raw) > 0:
				finding.Because("missing-value")
			case p.Job.File.Items && c.JSON == validate.TextCell:
				finding.Because("property")
			case c.JSON == validate.JSONNull:
				finding.Because("null")
			case c.JSON == validate.JSONString:
				finding.Because("empty-text")
			case identifies:
				finding.Because("identifier")
			}
		}
	},
}

// requiredOfShortRows asks in a strict reading for the cells that a row ends
// before; otherwise it is enough that the check "missing-cell" tells them.
func requiredOfShortRows(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
	var fields []int
	for i := range s.Fields {
		if s.Fields[i].Constraints.Required {
			fields = append(fields, i)
		}
	}
	if fields == nil {
		return nil
	}
	return func(p *validate.Pass, r *validate.Row) {
		if !p.Strict() || r.Blank || len(r.Cells) == 0 {
			return
		}
		for _, i := range fields {
			column := p.Job.Header.Fields[i]
			if byPlace(p) {
				column = i
			}
			if column >= len(r.Cells) {
				p.FaultAt(column, i).Because("no-cell")
			}
		}
	}
}
