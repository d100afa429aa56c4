package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var recordTooLong = &validate.Check{
	Code:     "record-too-long",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Ligne démesurée", EN: "Oversized row"},
	Why: text.Text{
		FR: "Une ligne dépasse 1 Mo. C'est le signe d'un fichier abîmé, ou qui n'est pas un CSV. La ligne n'est pas jugée ; le reste du fichier l'est.",
		EN: "A row exceeds 1 MB. That is the sign of a damaged file, or of one that is not CSV. The row is not judged; the rest of the file is.",
	},
	Mend: text.Text{
		FR: "Vérifiez les fins de ligne et les guillemets à cet endroit du fichier.",
		EN: "Look at the line ends and the quotes at this place of the file.",
	},
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "La ligne {row} dépasse {limit} Mo : elle n'a pas été vérifiée.", EN: "Row {row} exceeds {limit} MB: it was not checked."},
		Hint: text.Text{FR: "Vérifiez les fins de ligne et les guillemets à cet endroit du fichier.", EN: "Look at the line ends and the quotes at this place of the file."},
	}},
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				if f.Kind == validate.FaultTooLong {
					limit := validate.MaxRecord
					if p.Job.File.Items {
						limit = validate.MaxItem
					}
					p.FaultAt(-1, -1).With("limit", strconv.Itoa(limit>>20))
				}
			}
		}
	},
}
