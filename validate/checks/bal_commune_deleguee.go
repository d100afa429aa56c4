package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balCommuneDeleguee = &validate.Check{
	Code:     "bal-commune-deleguee",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : commune déléguée d'une autre commune", EN: "Local address base: delegated commune of another commune"},
	Why: text.Text{
		FR: "Le code de la commune déléguée est celui d'une ancienne commune qui fait partie de la commune de l'adresse, ou celui de cette commune même.",
		EN: "The code of the delegated commune is that of a former commune that is part of the commune of the address, or that of this commune itself.",
	},
	Mend: text.Text{FR: "Corrigez l'un des deux codes, ou videz la cellule de la commune déléguée.", EN: "Correct one of the two codes, or empty the cell of the delegated commune."},
	Bad:  "commune_insee;commune_deleguee_insee\n31591;01340",
	Good: "commune_insee;commune_deleguee_insee\n01015;01340",
	Messages: map[string]validate.Message{
		"": balSay("« {value} » n'est pas une commune déléguée de la commune {commune} ({code}).", `"{value}" is not a delegated commune of {commune} ({code}).`,
			"Corrigez l'un des deux codes, ou videz la cellule.", "Correct one of the two codes, or empty the cell."),
		"elsewhere": balSay("« {value} » ne fait pas partie de la commune {commune} ({code}) mais de la commune {home} ({home-code}).", `"{value}" is not part of {commune} ({code}) but of {home} ({home-code}).`,
			"Corrigez l'un des deux codes, ou videz la cellule.", "Correct one of the two codes, or empty the cell."),
	},
	Row: balRows("bal-commune-deleguee", map[string]balWeight{"": balWarnFrom3, "elsewhere": balWarnFrom3}, func(rule *balRule, r balRow) {
		code := r.text(rule.deleguee)
		if len(code) == 0 {
			return
		}
		commune := rule.communeOf(r)
		if commune == nil || sameCommuneCode(code, commune.Code) {
			return
		}
		switch delegated, into := balCommuneOf(code); {
		case delegated != nil:
			rule.fault(r, rule.deleguee, "").With("commune", commune.Name).With("code", commune.Code)
		case into != nil && into != commune:
			rule.fault(r, rule.deleguee, "elsewhere").With("commune", commune.Name).With("code", commune.Code).
				With("home", into.Name).With("home-code", into.Code)
		}
	}),
}
