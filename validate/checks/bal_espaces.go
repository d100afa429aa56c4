package checks

import (
	"bytes"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balEspaces = &validate.Check{
	Code:     "bal-espaces",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : espaces autour de la valeur", EN: "Local address base: spaces around the value"},
	Why: text.Text{
		FR: "Une cellule commence ou finit par des espaces : qui compare les adresses ne la reconnaît plus. C'est une erreur dans le suffixe et dans le code de la commune depuis le format 1.3, un avertissement dans les autres colonnes.",
		EN: "A cell begins or ends with spaces: whoever compares addresses no longer recognises it. It is an error in the suffix and in the code of the commune since format 1.3, a warning in the other columns.",
	},
	Mend: text.Text{FR: "Supprimez ces espaces : dans un tableur, la fonction SUPPRESPACE le fait.", EN: "Remove these spaces: the function TRIM of a spreadsheet does it."},
	Bad:  "numero;voie_nom\n9; Rue des Lilas",
	Good: "numero;voie_nom\n9;Rue des Lilas",
	Messages: map[string]validate.Message{
		"": balSay("« {value} » commence ou finit par des espaces.", `"{value}" begins or ends with spaces.`),
		"blank": balSay("La cellule ne contient que des espaces.", "The cell holds only spaces.",
			"Videz-la, ou remplissez-la.", "Empty it, or fill it."),
		"strict": balSay("« {value} » commence ou finit par des espaces, ce que le format interdit dans « {field} ».",
			`"{value}" begins or ends with spaces, which the format forbids in "{field}".`),
		"slight": balSay("« {value} » commence ou finit par des espaces inutiles.", `"{value}" begins or ends with useless spaces.`),
	},
	Row: balRows("bal-espaces", map[string]balWeight{"": balWarnFrom3, "blank": balWarnFrom3, "strict": balErrorFrom3, "slight": balNote}, func(rule *balRule, r balRow) {
		for _, f := range rule.fields {
			c := r.Of(f.Index)
			if c.State != validate.Valid || !balSpaced(c.Raw) {
				continue
			}
			trimmed, reason := bytes.TrimSpace(c.Raw), ""
			switch {
			case f.Name == "toponyme" || f.Name == "certification_commune" || f.Index == rule.idCommune || f.Index == rule.idVoie || f.Index == rule.idAdresse:
				reason = "slight"
			case len(trimmed) == 0:
				reason = "blank"
			case f.Name == "suffixe" || f.Name == "commune_insee":
				reason = "strict"
			}
			rule.fault(r, f.Index, reason).Write(string(trimmed))
		}
	}),
}

// balSpaced says whether a text begins or ends with a space of any kind.
func balSpaced(text []byte) bool {
	if len(text) == 0 {
		return false
	}
	first, last := text[0], text[len(text)-1]
	if first > ' ' && first < 0x80 && last > ' ' && last < 0x80 {
		return false
	}
	return len(bytes.TrimSpace(text)) < len(text)
}
