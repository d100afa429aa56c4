package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balCleNumero = &validate.Check{
	Code:     "bal-cle-numero",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : numéro différent de celui de la clé", EN: "Local address base: number unlike that of the key"},
	Why: text.Text{
		FR: "Le troisième élément de la clé d'interopérabilité est le numéro de l'adresse. S'ils diffèrent, on ne sait pas de quelle adresse il s'agit.",
		EN: "The third part of the interoperability key is the number of the address. Where they differ, nobody knows which address is meant.",
	},
	Mend: text.Text{FR: "Corrigez le numéro ou la clé : souvent une ligne a été copiée et l'un des deux oublié.", EN: "Correct the number or the key: often a row was copied and one of the two forgotten."},
	Bad:  "cle_interop;numero\n31591_0040_00009;11",
	Good: "cle_interop;numero\n31591_0040_00009;9",
	Messages: map[string]validate.Message{"": balSay("Le numéro est « {value} », mais la clé d'interopérabilité dit « {found} ».", `The number is "{value}", but the interoperability key says "{found}".`,
		"Corrigez celui des deux qui est faux.", "Correct whichever of the two is wrong.")},
	Row: balRows("bal-cle-numero", map[string]balWeight{"": balError}, func(rule *balRule, r balRow) {
		n, ok := rule.numero(r)
		if !ok || n == 0 {
			return
		}
		key, ok := rule.key(r)
		if !ok {
			return
		}
		if m, ok := balNumero(key.number); !ok || m != n {
			found := string(key.number)
			if ok {
				found = strconv.Itoa(m)
			}
			rule.fault(r, rule.balNames.numero, "").With("found", found)
		}
	}),
}
