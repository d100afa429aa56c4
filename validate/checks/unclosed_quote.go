package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var unclosedQuote = &validate.Check{
	Code:     "unclosed-quote",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Guillemet jamais fermé", EN: "Quote that is never closed"},
	Why: text.Text{
		FR: "Une cellule s'ouvre par un guillemet que rien ne ferme. Un tableur lirait alors tout le reste du fichier comme une seule cellule. socle lit la ligne comme si ce guillemet n'était pas là.",
		EN: "A cell opens with a quote that nothing closes. A spreadsheet would then read all the rest of the file as one cell. socle reads the row as if that quote were not there.",
	},
	Mend: text.Text{
		FR: "Fermez le guillemet, ou doublez-le s'il fait partie du texte.",
		EN: "Close the quote, or double it where it is part of the text.",
	},
	Bad:  "nom,objet\nAlfa,\"fête du village",
	Good: "nom,objet\nAlfa,\"fête du village\"",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La cellule commence par un guillemet qui n'est jamais fermé : {value}", EN: "The cell starts with a quote that is never closed: {value}"},
			Hint: text.Text{FR: "Fermez le guillemet à la fin de la cellule, ou supprimez-le.", EN: "Close the quote at the end of the cell, or remove it."},
		},
		"swallowed": {
			Say:  text.Text{FR: "La cellule {cell} commence par un guillemet qui n'est fermé que bien plus bas : {n} {n|ligne qui suit a l'air d'une ligne|lignes qui suivent ont l'air de lignes} du fichier et n'{n|a|ont} pas été {n|vérifiée|vérifiées}.", EN: "The cell {cell} starts with a quote that is closed only further down: {n} {n|line that follows looks like a row|lines that follow look like rows} of the file and {n|was|were} not checked."},
			Hint: text.Text{FR: "Fermez le guillemet à la fin de la cellule, ou supprimez-le.", EN: "Close the quote at the end of the cell, or remove it."},
		},
	},
	File:      inHeader(validate.FaultUnclosedQuote),
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if r.Inner > 1 {
				for c := range r.Cells {
					if n := swallowed(p, &r.Cells[c]); n > 0 {
						p.Fault(&r.Cells[c]).Because("swallowed").With("n", strconv.Itoa(n))
					}
				}
			}
			for _, f := range r.Faults {
				if f.Kind == validate.FaultUnclosedQuote && f.Column < len(r.Cells) {
					p.Fault(&r.Cells[f.Column])
				}
			}
		}
	},
}
