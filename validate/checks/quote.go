package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var quote = &validate.Check{
	Code:     "quote",
	Severity: validate.Warning,
	Strict:   validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Apostrophes au lieu de guillemets", EN: "Apostrophes in place of quotes"},
	Why: text.Text{
		FR: "Les cellules sont entourées d'apostrophes. socle les lit ainsi, mais le format CSV ne connaît que le guillemet droit : ailleurs, les apostrophes resteraient dans les valeurs.",
		EN: "The cells stand within apostrophes. socle reads them so, but the CSV format knows only the double quote: elsewhere the apostrophes would stay within the values.",
	},
	Mend: text.Text{
		FR: "Enregistrez le fichier avec le guillemet droit comme délimiteur de texte.",
		EN: "Save the file with the double quote as text delimiter.",
	},
	Bad:  "'nom','objet'\n'Alfa','fête d''été'\n'Bravo','bal'",
	Good: "\"nom\",\"objet\"\n\"Alfa\",\"fête d'été\"\n\"Bravo\",\"bal\"",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "Les cellules sont entourées d'apostrophes et non de guillemets droits.", EN: "The cells stand within apostrophes, not double quotes."},
		Hint: text.Text{FR: "Dans LibreOffice : Enregistrer sous, CSV, délimiteur de chaîne « \" ».", EN: "In LibreOffice: Save as, CSV, string delimiter \"."},
	}},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			if f.Quote == "'" && !f.Declared {
				p.FileFault(validate.None, -1, -1)
			}
		}
	},
}
