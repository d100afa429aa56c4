package checks

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france"
)

// codeRNANames are the names of the check in schema documents: that of
// fr-format's class, as Validata writes such names.
var codeRNANames = []string{"code-rna"}

var codeRNA = &validate.Check{
	Code:     "code-rna",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Numéro RNA incorrect", EN: "Wrong RNA number"},
	Why: text.Text{
		FR: "Le numéro RNA identifie une association dans le répertoire national : la lettre W, puis neuf chiffres. Pour l'outre-mer, le W est suivi de 9 et d'une lettre (W9R pour La Réunion), puis de sept chiffres.",
		EN: "The RNA number identifies an association in the national register: the letter W, then nine digits. Overseas, the W is followed by 9 and a letter (W9R for Réunion), then seven digits.",
	},
	Mend: text.Text{
		FR: "Recopiez le numéro depuis le récépissé de l'association ou l'annuaire des entreprises (annuaire-entreprises.data.gouv.fr).",
		EN: "Copy the number from the association's receipt or from the national directory (annuaire-entreprises.data.gouv.fr).",
	},
	Bad:  "rna\nw35 1234567",
	Good: "rna\nW351234567",
	Messages: map[string]validate.Message{
		"":           say("« {value} » n'est pas un numéro RNA : il faut la lettre W puis neuf chiffres.", `"{value}" is not an RNA number: it takes the letter W and nine digits.`),
		"spelling":   say("Le numéro RNA « {value} » s'écrit avec un W majuscule, d'un seul tenant.", `The RNA number "{value}" is written with a capital W and in one piece.`),
		"letter":     say("« {value} » : si c'est un numéro RNA, il y manque la lettre W.", `"{value}": if this is an RNA number, the letter W is missing before it.`),
		"siret":      say("« {value} » est un numéro SIREN ou SIRET ; on attend ici un numéro RNA, la lettre W puis neuf chiffres.", `"{value}" is a SIREN or SIRET number; an RNA number is expected here, the letter W and nine digits.`),
		"length":     say("« {value} » n'est pas un numéro RNA : il y a {digits} {digits|signe|signes} après le W au lieu de neuf.", `"{value}" is not an RNA number: there are {digits} {digits|sign|signs} after the W instead of nine.`),
		"prefecture": say("« {value} » est l'ancien numéro de préfecture d'une association ; son numéro RNA commence par W.", `"{value}" is an association's former number at its prefecture; its RNA number begins with W.`),
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.HasCheck(codeRNANames...) {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if france.IsRNA(c.Raw) {
				return
			}
			if finding := p.Fault(c); finding != nil {
				explainRNA(finding, string(c.Raw))
			}
		}
	},
}

// explainRNA completes the finding on a wrong RNA number.
func explainRNA(f *validate.Finding, value string) {
	compact := strings.ToUpper(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(".-_'\u200b\ufeff", r) {
			return -1
		}
		return r
	}, value))
	after, lettered := strings.CutPrefix(compact, "W")
	switch {
	case france.IsRNA([]byte(compact)):
		f.Because("spelling").Write(compact)
	case france.IsSIREN([]byte(compact)), france.IsSIRET([]byte(compact)):
		f.Because("siret")
	case france.IsRNA([]byte("W" + compact)):
		f.Because("letter")
	case lettered && after != "" && len(after) != 9 && onlyDigits(after):
		f.Because("length").With("digits", strconv.Itoa(len(after)))
	case len(compact) == 14 && onlyDigits(compact[4:]) && compact[3] == 'S':
		f.Because("prefecture")
	}
}

func onlyDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
