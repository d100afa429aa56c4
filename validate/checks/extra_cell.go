package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var extraCell = &validate.Check{
	Code:     "extra-cell",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Cellule en trop", EN: "Extra cell"},
	Why: text.Text{
		FR: "La ligne a plus de cellules que l'en-tête. Souvent un texte contient le séparateur sans être entre guillemets, et ce qui suit a glissé d'une colonne.",
		EN: "The row has more cells than the header. Often a text holds the separator without standing in quotes, and what follows has slipped by one column.",
	},
	Mend: text.Text{
		FR: "Mettez entre guillemets le texte qui contient le séparateur, ou supprimez la cellule en trop.",
		EN: "Put the text that holds the separator in quotes, or remove the extra cell.",
	},
	Bad:  "prenom,nombre\nAdam,353,x",
	Good: "prenom,nombre\nAdam,353",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La cellule « {value} » est en trop : la ligne {row} a {found} {found|cellule|cellules}, l'en-tête en a {expected}.", EN: `The cell "{value}" is one too many: row {row} has {found} {found|cell|cells}, the header has {expected}.`},
			Hint: text.Text{FR: "Un texte qui contient le séparateur doit être entre guillemets.", EN: "A text that holds the separator must stand in quotes."},
		},
		"empty": {
			Say:  text.Text{FR: "La ligne {row} a une cellule vide en trop : {found} {found|cellule|cellules} pour {expected} {expected|colonne|colonnes}.", EN: "Row {row} has an empty cell too many: {found} {found|cell|cells} for {expected} {expected|column|columns}."},
			Hint: text.Text{FR: "Supprimez le séparateur en fin de ligne.", EN: "Remove the separator at the end of the row."},
		},
		"decimal": {
			Say:  text.Text{FR: "La ligne {row} a {found} {found|cellule|cellules}, l'en-tête en a {expected} : le nombre {number} semble coupé en deux par sa virgule, qui est aussi le séparateur.", EN: "Row {row} has {found} {found|cell|cells}, the header has {expected}: the number {number} seems to be cut in two by its comma, which is the separator as well."},
			Hint: text.Text{FR: "Mettez ce nombre entre guillemets ou écrivez-le avec un point, ou bien enregistrez le fichier avec le point-virgule comme séparateur.", EN: "Put that number in quotes or write it with a point, or else save the file with the semicolon as separator."},
		},
		"separators": {
			Say:  text.Text{FR: "{n} {n|ligne finit|lignes finissent} par un séparateur de trop, à partir de la ligne {first}.", EN: "{n} {n|row ends|rows end} with a separator too many, from row {first} on."},
			Hint: text.Text{FR: "Supprimez les colonnes vides à droite du tableau avant d'enregistrer le fichier.", EN: "Remove the empty columns on the right of the table before saving the file."},
		},
		"unknown-column": {
			Say:  text.Text{FR: "La cellule « {value} » est en trop : la ligne {row} a {found} {found|cellule|cellules}, le schéma a {expected} {expected|colonne|colonnes}.", EN: `The cell "{value}" is one too many: row {row} has {found} {found|cell|cells}, the schema has {expected} {expected|column|columns}.`},
			Hint: text.Text{FR: "Supprimez la colonne que le schéma ne décrit pas.", EN: "Remove the column that the schema does not describe."},
		},
	},
	Irregular: true,
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		if s.Kind == schemas.JSON {
			return nil // json-extra tells it
		}
		return func(p *validate.Pass, r *validate.Row) {
			columns := len(p.Job.Header.Columns)
			if byPlace(p) {
				columns = len(s.Fields)
			}
			if len(r.Cells) <= columns || r.Blank || !p.Strict() && onlyEmptyExtras(r, columns) {
				return
			}
			number := cutNumber(p, r, columns)
			for c := columns; c < len(r.Cells); c++ {
				if len(r.Cells[c].Raw) == 0 && !p.Strict() {
					continue // one that is filled tells it
				}
				finding := p.Fault(&r.Cells[c]).With("found", strconv.Itoa(len(r.Cells))).With("expected", strconv.Itoa(columns))
				switch {
				case c < len(p.Job.Header.Columns):
					finding.Because("unknown-column")
				case len(r.Cells[c].Raw) == 0:
					finding.Because("empty")
				case number != "":
					finding.Because("decimal").With("number", number)
				}
			}
		}
	},
	Table: newEmptyExtras,
}
