package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// codeFantoirNames are the names of the check in schema documents.
var codeFantoirNames = []string{"code-fantoir"}

var codeFantoir = &validate.Check{
	Code:     "code-fantoir",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code FANTOIR incorrect", EN: "Wrong FANTOIR code"},
	Why: text.Text{
		FR: "Le code FANTOIR d'une voie, que donnent les impôts, a quatre signes puis une lettre de contrôle : 1360C. Cette lettre dépend aussi de la commune : elle n'est pas vérifiée.",
		EN: "The FANTOIR code of a street, which the tax office gives, has four signs, then a check letter: 1360C. That letter depends on the commune too: it is not verified.",
	},
	Mend: text.Text{FR: "Recopiez le code depuis le fichier FANTOIR (data.gouv.fr).", EN: "Copy the code from the FANTOIR file (data.gouv.fr)."},
	Bad:  "voie\n1360",
	Good: "voie\n1360C",
	Messages: map[string]validate.Message{
		"":            say("« {value} » n'est pas un code FANTOIR : il faut quatre signes puis une lettre majuscule, comme 1360C.", `"{value}" is not a FANTOIR code: it takes four signs, then a capital letter, as in 1360C.`),
		"spelling":    say("Le code FANTOIR « {value} » s'écrit en majuscules, d'un seul tenant.", `The FANTOIR code "{value}" is written in capitals and in one piece.`),
		"key-missing": say("« {value} » : il manque au code FANTOIR la lettre de contrôle qui le termine.", `"{value}": the check letter at the end of the FANTOIR code is missing.`),
		"commune":     say("« {value} » : le code FANTOIR s'écrit ici sans le code de la commune.", `"{value}": the FANTOIR code is written here without the code of the commune.`),
		"unknown":     say("« {value} » a la forme d'un code FANTOIR, mais la liste des voies de France ne l'a pas.", `"{value}" has the shape of a FANTOIR code, but the list of the streets of France does not have it.`),
	},
	On:   validate.Valid,
	Cell: onCells(codeFantoirNames, func(raw []byte, _ string) bool { return isFantoir(raw) }, explainFantoir),
}

func isFantoir(b []byte) bool { return france.IsFANTOIR(b) && nomenclature.IsStreetCode(b[:4]) }

// explainFantoir completes the finding on a wrong code.
func explainFantoir(f *validate.Finding, value string) {
	why := france.ExplainFANTOIR(value)
	switch {
	case france.IsFANTOIR([]byte(value)):
		f.Because("unknown")
	case why.Fix != "" && !isFantoir([]byte(why.Fix)):
	case why.Reason == france.WrongLength && why.Fix != "":
		f.Because("commune").Write(why.Fix)
	case why.Reason == france.Spelling:
		f.Because("spelling").Write(why.Fix)
	case why.Reason == france.KeyMissing:
		f.Because("key-missing")
	}
}
