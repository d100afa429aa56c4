package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var delimiter = &validate.Check{
	Code:     "delimiter",
	Severity: validate.Warning,
	Strict:   validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Séparateur autre que la virgule", EN: "Separator other than the comma"},
	Why: text.Text{
		FR: "Le socle commun demande des colonnes séparées par des virgules. Certaines plateformes refusent les autres séparateurs.",
		EN: "The common base asks for columns separated by commas. Some portals refuse any other separator.",
	},
	Mend: text.Text{
		FR: "Dans LibreOffice : Enregistrer sous, CSV, séparateur de champ « , ». Dans Excel, le format « CSV UTF-8 » suit le séparateur de liste de Windows.",
		EN: `In LibreOffice: Save as, CSV, field delimiter ",". In Excel, the format "CSV UTF-8" follows the list separator of Windows.`,
	},
	Bad:  "nom;prenom",
	Good: "nom,prenom",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Les colonnes sont séparées par « {delimiter} » et non par une virgule.", EN: `The columns are separated by "{delimiter}", not by a comma.`},
			Hint: text.Text{FR: "Enregistrez le fichier avec la virgule comme séparateur.", EN: "Save the file with the comma as separator."},
		},
		"tab": {
			Say:  text.Text{FR: "Les colonnes sont séparées par des tabulations et non par des virgules.", EN: "The columns are separated by tabs, not by commas."},
			Hint: text.Text{FR: "Enregistrez le fichier avec la virgule comme séparateur.", EN: "Save the file with the comma as separator."},
		},
		"semicolon": {
			Say:  text.Text{FR: "Les colonnes sont séparées par des points-virgules et non par des virgules.", EN: "The columns are separated by semicolons, not by commas."},
			Hint: text.Text{FR: "Enregistrez le fichier avec la virgule comme séparateur.", EN: "Save the file with the comma as separator."},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		if s.HasCheck("bal-fichier") {
			return nil // the address format has a separator of its own
		}
		return func(p *validate.Pass, f *validate.File) {
			if f.Declared {
				return
			}
			switch f.Delimiter {
			case "", ",":
			case "\t":
				p.FileFault(validate.None, -1, -1).Because("tab")
			case ";":
				p.FileFault(validate.None, -1, -1).Because("semicolon")
			default:
				p.FileFault(validate.None, -1, -1).With("delimiter", f.Delimiter)
			}
		}
	},
}
