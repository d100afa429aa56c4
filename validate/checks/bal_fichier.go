package checks

import (
	"cmp"
	"encoding/gob"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balFichier = &validate.Check{
	Code:     "bal-fichier",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : fichier mal enregistré", EN: "Local address base: file saved wrongly"},
	Why: text.Text{
		FR: "Une Base Adresse Locale est un fichier CSV en UTF-8, dont les colonnes sont séparées par des points-virgules, avec une adresse au moins : la Base Adresse Nationale refuse tout autre fichier. L'avertissement général « delimiter » sur les points-virgules ne la concerne pas.",
		EN: "A local address base is a CSV file in UTF-8 whose columns are separated by semicolons, with one address at least: the national address base refuses any other file. The general warning \"delimiter\" about semicolons does not apply to it.",
	},
	Mend: text.Text{
		FR: "Dans LibreOffice : Enregistrer sous, CSV, jeu de caractères Unicode (UTF-8), séparateur de champ « ; ». Dans Excel en français : « CSV UTF-8 ».",
		EN: `In LibreOffice: Save as, CSV, character set Unicode (UTF-8), field delimiter ";".`,
	},
	Bad:  "numero,voie_nom\n9,Rue des Lilas",
	Good: "numero;voie_nom\n9;Rue des Lilas",
	Messages: map[string]validate.Message{
		"": balSay("Les colonnes sont séparées par « {delimiter} » ; une Base Adresse Locale les sépare par des points-virgules.",
			`The columns are separated by "{delimiter}"; a local address base separates them by semicolons.`,
			"Enregistrez le fichier avec le point-virgule comme séparateur.", "Save the file with the semicolon as separator."),
		"comma": balSay("Les colonnes sont séparées par des virgules ; une Base Adresse Locale les sépare par des points-virgules.",
			"The columns are separated by commas; a local address base separates them by semicolons.",
			"Enregistrez le fichier avec le point-virgule comme séparateur.", "Save the file with the semicolon as separator."),
		"tab": balSay("Les colonnes sont séparées par des tabulations ; une Base Adresse Locale les sépare par des points-virgules.",
			"The columns are separated by tabs; a local address base separates them by semicolons.",
			"Enregistrez le fichier avec le point-virgule comme séparateur.", "Save the file with the semicolon as separator."),
		"encoding": balSay("Le fichier est encodé en {encoding} ; une Base Adresse Locale s'écrit en UTF-8.",
			"The file is encoded in {encoding}; a local address base is written in UTF-8.",
			"Enregistrez-le au format « CSV UTF-8 ».", `Save it as "CSV UTF-8".`),
		"rows": balSay("Le fichier n'a aucune adresse : seul l'en-tête est là.", "The file has no address: only the header is there.",
			"Vérifiez que l'export contient bien les adresses de la commune.", "Make sure that the export holds the addresses of the commune."),
	},
	File: balFile("bal-fichier", balFichierWeights, func(rule *balRule, p *validate.Pass, f *validate.File) {
		switch f.Delimiter {
		case "", ";":
		case ",":
			rule.report(p, -1, "comma")
		case "\t":
			rule.report(p, -1, "tab")
		default:
			rule.report(p, -1, "").With("delimiter", f.Delimiter)
		}
	}),
	Table: func(s *schemas.Schema) validate.State {
		rules := balRules(s, "bal-fichier", balFichierWeights)
		if len(rules) == 0 {
			return nil
		}
		return &balFileRows{Profile: rules[0].profile}
	},
}

var balFichierWeights = map[string]balWeight{"": balError, "comma": balError, "tab": balError, "encoding": balError, "rows": balErrorFrom3}

// balFileRows remembers what only the rows tell of the file.
type balFileRows struct {
	Profile   int
	Rows      rowCount
	Encodings encodings
}

func init() { gob.Register(&balFileRows{}) }

func (s *balFileRows) Row(r *validate.Row) {
	s.Rows.Row(r)
	s.Encodings.Row(r)
}

func (s *balFileRows) Seal(*validate.Pass) {}

func (s *balFileRows) Merge(p *validate.Pass, next validate.State) {
	n := next.(*balFileRows)
	s.Rows.Merge(p, &n.Rows)
	s.Encodings.Merge(p, &n.Encodings)
}

func (s *balFileRows) Finish(p *validate.Pass) {
	rule := &balRule{profile: s.Profile, weights: balFichierWeights}
	name := p.Job.File.Encoding
	if p.Job.File.Doubtful && s.Encodings.Wrong > 0 && s.Encodings.Right == 0 {
		name = input1252
	}
	if name != "" && name != "utf-8" {
		rule.report(p, -1, "encoding").With("encoding", cmp.Or(validate.EncodingName(name), name))
	}
	if s.Rows.N == 0 && !p.Job.File.Empty() {
		rule.report(p, -1, "rows")
	}
}
