package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var damagedText = &validate.Check{
	Code:     "damaged-text",
	Severity: validate.Warning,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Caractères perdus", EN: "Lost characters"},
	Why: text.Text{
		FR: "La cellule contient le signe \ufffd, qu'un logiciel a mis à la place d'un caractère qu'il ne savait pas lire, souvent une lettre accentuée. Le caractère est perdu pour de bon dans ce fichier.",
		EN: "The cell holds the sign \ufffd, which a program put in place of a character that it could not read, often an accented letter. In this file that character is lost for good.",
	},
	Mend: text.Text{
		FR: "Reprenez les données depuis leur source, puis enregistrez-les au format « CSV UTF-8 ».",
		EN: `Take the data from their source again, then save them as "CSV UTF-8".`,
	},
	Bad:  "nature\naide en num\ufffdraire",
	Good: "nature\naide en numéraire",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "« {value} » a perdu un caractère ou plusieurs : un logiciel les a remplacés par \ufffd.", EN: "\"{value}\" has lost one character or more: a program replaced them by \ufffd."},
		Hint: text.Text{FR: "Reprenez les données depuis leur source : dans ce fichier, ces caractères ne peuvent plus être retrouvés.", EN: "Take the data from their source again: in this file those characters cannot be recovered."},
	}},
	File:      inHeader(validate.FaultReplaced),
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				if f.Kind == validate.FaultReplaced {
					p.Fault(&r.Cells[f.Column])
				}
			}
		}
	},
}
