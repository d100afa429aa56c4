package checks

import (
	"encoding/gob"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var noRows = &validate.Check{
	Code:     "no-rows",
	Severity: validate.Warning,
	Since:    "0.1.0",
	Title:    text.Text{FR: "En-tête sans données", EN: "Header without data"},
	Why: text.Text{
		FR: "Le fichier porte un en-tête, mais aucune ligne de données : il n'y a rien à publier.",
		EN: "The file has a header but no row of data: there is nothing to publish.",
	},
	Mend: text.Text{
		FR: "Vérifiez que l'export contient bien les lignes attendues.",
		EN: "Make sure that the export holds the rows that you expect.",
	},
	Bad:  "prenom,nombre",
	Good: "prenom,nombre\nAdam,353",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Le fichier n'a qu'un en-tête : aucune ligne de données ne le suit.", EN: "The file has only a header: no row of data follows it."},
			Hint: text.Text{FR: "Vérifiez que l'export contient bien les lignes attendues.", EN: "Make sure that the export holds the rows that you expect."},
		},
		"items": {
			Say:  text.Text{FR: "Le fichier ne contient aucune ligne : sa liste est vide.", EN: "The file holds no row: its list is empty."},
			Hint: text.Text{FR: "Vérifiez que l'export contient bien les lignes attendues.", EN: "Make sure that the export holds the rows that you expect."},
		},
	},
	Table: func(*schemas.Schema) validate.State { return &rowCount{} },
}

// A rowCount counts the rows that are not blank.
type rowCount struct{ N int }

func init() { gob.Register(&rowCount{}) }

func (s *rowCount) Row(r *validate.Row) {
	if !r.Blank {
		s.N++
	}
}

func (s *rowCount) Seal(*validate.Pass) {}

func (s *rowCount) Merge(_ *validate.Pass, next validate.State) { s.N += next.(*rowCount).N }

func (s *rowCount) Finish(p *validate.Pass) {
	if s.N == 0 && !p.Job.File.Empty() {
		if f := p.FileFault(validate.None, -1, -1); p.Job.File.Items {
			f.Because("items")
		}
	}
}
