package checks

import (
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
		if allBareEdges(r.Cells) {
			return
		}
		for i, at := range rule.places {
			c := r.Of(at)
			if bareEdges(c.Raw) || c.State != validate.Valid {
				continue
			}
			trimmed := balTrim(c.Raw)
			if len(trimmed) == len(c.Raw) {
				continue
			}
			f, reason := rule.fields[i], ""
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

// allBareEdges says that no cell of a row has spaces around it.
func allBareEdges(cells []validate.Cell) bool {
	for i := range cells {
		if raw := cells[i].Raw; !bareEdges(raw) && !accentedEdges(raw) {
			return false
		}
	}
	return true
}
