package checks

import (
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// idRNBNames are the names of the check in schema documents.
var idRNBNames = []string{"id-rnb"}

var idRNB = &validate.Check{
	Code:     "id-rnb",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Identifiant RNB incorrect", EN: "Wrong RNB identifier"},
	Why: text.Text{
		FR: "L'identifiant d'un bâtiment au Référentiel national des bâtiments a douze signes : des chiffres de 1 à 9 et des majuscules, sans I, L, O ni U, que l'on confond avec d'autres. Il n'a pas de clé : que le bâtiment existe n'est pas vérifié.",
		EN: "The identifier of a building in the national register of buildings has twelve signs: digits from 1 to 9 and capital letters, without I, L, O and U, which are taken for others. It has no key: whether the building exists is not verified.",
	},
	Mend: text.Text{FR: "Recopiez l'identifiant depuis la carte de rnb.beta.gouv.fr, sans espace ni tiret.", EN: "Copy the identifier from the map of rnb.beta.gouv.fr, without spaces or hyphens."},
	Bad:  "batiment\nQBAA-Y2XN-2E7N",
	Good: "batiment\nQBAAY2XN2E7N",
	Messages: map[string]validate.Message{
		"":         say("« {value} » n'est pas un identifiant RNB : il faut douze signes, des chiffres de 1 à 9 et des majuscules.", `"{value}" is not an RNB identifier: it takes twelve signs, digits from 1 to 9 and capital letters.`),
		"spelling": say("L'identifiant RNB « {value} » s'écrit en majuscules, d'un seul tenant.", `The RNB identifier "{value}" is written in capitals and in one piece.`),
		"length":   say("« {value} » n'est pas un identifiant RNB : il a {digits} {digits|signe|signes} au lieu de douze.", `"{value}" is not an RNB identifier: it has {digits} {digits|sign|signs} instead of twelve.`),
		"letter": advise("« {value} » n'est pas un identifiant RNB : « {word} » n'y figure jamais.", `"{value}" is not an RNB identifier: "{word}" never occurs in one.`,
			"Le zéro et les lettres I, L, O et U sont exclus, parce qu'on les confond avec d'autres signes.", "Zero and the letters I, L, O and U are left out, because they are taken for other signs."),
	},
	On:   validate.Valid,
	Cell: onCells(idRNBNames, func(raw []byte, _ string) bool { return isRNB(raw) }, explainRNB),
}

const (
	rnbLength = 12
	rnbSigns  = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
)

func isRNB(b []byte) bool {
	if len(b) != rnbLength {
		return false
	}
	for _, c := range b {
		if strings.IndexByte(rnbSigns, c) < 0 {
			return false
		}
	}
	return true
}

// explainRNB completes the finding on a wrong identifier.
func explainRNB(f *validate.Finding, value string) {
	tidied := strings.NewReplacer("-", "", "_", "", "\u2010", "", "\u2013", "").Replace(tidyCode(value))
	stray := strings.IndexFunc(tidied, func(r rune) bool { return !strings.ContainsRune(rnbSigns, r) })
	switch count := len([]rune(tidied)); {
	case isRNB([]byte(tidied)):
		f.Because("spelling").Write(tidied)
	case stray >= 0 && strings.ContainsAny(tidied[stray:stray+1], "0ILOU") && count == rnbLength:
		f.Because("letter").With("word", tidied[stray:stray+1])
	case stray < 0 && count > 0:
		f.Because("length").With("digits", strconv.Itoa(count))
	}
}
