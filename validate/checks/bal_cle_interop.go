package checks

import (
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balCleInterop = &validate.Check{
	Code:     "bal-cle-interop",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : clé d'interopérabilité incorrecte", EN: "Local address base: wrong interoperability key"},
	Why: text.Text{
		FR: "La clé d'interopérabilité désigne l'adresse dans tous les fichiers : code INSEE de la commune, code de la voie sur quatre caractères, numéro sur cinq chiffres, puis le suffixe s'il y en a un, en minuscules et séparés par des tirets bas.",
		EN: "The interoperability key names the address in all files: INSEE code of the commune, code of the street in four characters, number in five digits, then the suffix if there is one, in small letters and separated by underscores.",
	},
	Mend: text.Text{
		FR: "Recomposez la clé : commune_voie_numéro, et _suffixe s'il y en a un, par exemple 31591_0040_00009_bis.",
		EN: "Put the key together again: commune_street_number, and _suffix if there is one, such as 31591_0040_00009_bis.",
	},
	Bad:  "cle_interop;numero\n31591_0040_9;9",
	Good: "cle_interop;numero\n31591_0040_00009;9",
	Messages: map[string]validate.Message{
		"": balSay("« {value} » n'est pas une clé d'interopérabilité : il faut au moins la commune, la voie et le numéro, séparés par des tirets bas.",
			`"{value}" is not an interoperability key: it takes at least the commune, the street and the number, separated by underscores.`,
			"Écrivez-la comme {example}.", "Write it like {example}."),
		"empty": balSay("La clé d'interopérabilité est vide.", "The interoperability key is empty.", "Composez-la comme {example}.", "Put it together like {example}."),
		"case":  balSay("La clé « {value} » a des majuscules ; elle s'écrit en minuscules.", `The key "{value}" has capitals; it is written in small letters.`),
		"commune": balSay("La clé « {value} » commence par « {code} », qui n'est pas le code d'une commune.", `The key "{value}" begins with "{code}", which is not the code of a commune.`,
			"Mettez-y le code INSEE de la commune, et non son code postal.", "Put the INSEE code of the commune there, not its postal code."),
		"old-commune": balSay("La clé « {value} » commence par le code d'une commune qui n'existe plus, réunie à une autre : {commune} ({code}).",
			`The key "{value}" begins with the code of a commune that no longer exists, merged with another: {commune} ({code}).`),
		"street": balSay("Dans la clé « {value} », le code de la voie « {code} » n'a pas quatre caractères.", `In the key "{value}", the code of the street "{code}" does not have four characters.`,
			"Mettez-y le code FANTOIR ou TOPO de la voie, ou xxxx si elle n'en a pas.", "Put the FANTOIR or TOPO code of the street there, or xxxx if it has none."),
		"no-street": balSay("Dans la clé « {value} », le code de la voie n'est pas renseigné.", `In the key "{value}", the code of the street is not given.`),
		"number": balSay("Dans la clé « {value} », le numéro « {code} » n'est pas fait de chiffres.", `In the key "{value}", the number "{code}" is not made of digits.`,
			"Le numéro est le troisième élément, sur cinq chiffres : 00009.", "The number is the third part, in five digits: 00009."),
		"padding": balSay("Dans la clé « {value} », le numéro n'est pas complété à cinq chiffres par des zéros.", `In the key "{value}", the number is not filled up to five digits by zeros.`),
		"digits": balSay("Dans la clé « {value} », le numéro « {code} » a plus de cinq chiffres.", `In the key "{value}", the number "{code}" has more than five digits.`,
			"Le numéro est le troisième élément, sur cinq chiffres : 00009.", "The number is the third part, in five digits: 00009."),
	},
	Row: balRows("bal-cle-interop", map[string]balWeight{
		"": balError, "empty": balError, "case": balError, "commune": balError, "old-commune": balWarnFrom3, "street": balErrorTo2,
		"no-street": {validate.Error, validate.Error, validate.Notice, validate.Notice, validate.Notice}, "number": balError, "padding": balError, "digits": balError,
	}, judgeKey),
}

func judgeKey(rule *balRule, r balRow) {
	for i, at := range rule.places {
		c := r.Of(at)
		raw := balTrim(c.Raw)
		switch {
		case c.State == validate.Missing && !rule.fields[i].Constraints.Required, c.State == validate.Valid && len(raw) == 0:
			rule.fault(r, at, "empty").With("example", exampleKey)
		case c.State == validate.Valid && !isCleanKey(raw):
			rule.judgeKey(r, at, raw)
		}
	}
}

// exampleKey shows what a key looks like.
const exampleKey = "31591_0040_00009"

func (rule *balRule) judgeKey(r balRow, field int, raw []byte) {
	if !balSmall(raw) {
		rule.fault(r, field, "case").Write(strings.ToLower(string(raw)))
	}
	key, ok := readKey(raw)
	if !ok {
		rule.fault(r, field, "").With("example", exampleKey)
		return
	}
	switch commune, into := balCommuneOf(key.commune); {
	case into != nil:
		rest := strings.ToLower(string(raw[len(key.commune):]))
		rule.fault(r, field, "old-commune").With("commune", into.Name).With("code", into.Code).Write(strings.ToLower(into.Code) + rest)
	case commune == nil:
		rule.fault(r, field, "commune").With("code", string(key.commune))
	}
	switch {
	case utf8.RuneCount(key.street) != 4:
		rule.fault(r, field, "street").With("code", string(key.street))
	case key.noStreet():
		rule.fault(r, field, "no-street")
	}
	switch {
	case !allDigits(key.number):
		rule.fault(r, field, "number").With("code", string(key.number))
	case len(key.number) < 5:
		from := len(key.commune) + len(key.street) + 2
		rule.fault(r, field, "padding").Write(strings.ToLower(string(raw[:from]) + "00000"[len(key.number):] + string(raw[from:])))
	case len(key.number) > 5:
		rule.fault(r, field, "digits").With("code", string(key.number))
	}
}
