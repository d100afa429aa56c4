package checks

import (
	"cmp"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
)

var balCommune = &validate.Check{
	Code:     "bal-commune",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : code de commune inconnu", EN: "Local address base: unknown code of a commune"},
	Why: text.Text{
		FR: "Le code INSEE désigne la commune de l'adresse ; à Paris, Lyon et Marseille, l'arrondissement. Une commune qui n'existe plus est remplacée par celle dont elle fait partie. Le code d'une commune déléguée peut être celui d'une ancienne commune ; s'il est inconnu, ce n'est un avertissement que depuis le format 1.3.",
		EN: "The INSEE code names the commune of the address; in Paris, Lyon and Marseille, the arrondissement. A commune that no longer exists is replaced by the one that it is part of. The code of a delegated commune may be that of a former commune; where it is unknown, that is a mere warning since format 1.3.",
	},
	Mend: text.Text{
		FR: "Cherchez le code sur insee.fr (Code officiel géographique) : ce n'est pas le code postal. Mettez la colonne au format Texte pour garder le zéro de tête.",
		EN: "Look the code up on insee.fr (Code officiel géographique): it is not the postal code. Set the column to Text to keep the leading zero.",
	},
	Bad:  "commune_insee;numero\n31999;9",
	Good: "commune_insee;numero\n31591;9",
	Messages: map[string]validate.Message{
		"": balSay("« {value} » n'est pas le code INSEE d'une commune.", `"{value}" is not the INSEE code of a commune.`,
			"Le code se trouve sur insee.fr ; ce n'est pas le code postal.", "The code is on insee.fr; it is not the postal code."),
		"postal": balSay("« {value} » est un code postal ; il faut le code INSEE de la commune.", `"{value}" is a postal code; the INSEE code of the commune is needed.`,
			"Cherchez le code de la commune sur insee.fr.", "Look the code of the commune up on insee.fr."),
		"postal-of": balSay("« {value} » est le code postal de la commune {commune} ; son code INSEE est {code}.", `"{value}" is the postal code of {commune}; its INSEE code is {code}.`),
		"zero":      balSay("« {value} » n'a que quatre chiffres : le tableur a supprimé le zéro au début du code de la commune {commune}.", `"{value}" has only four digits: the spreadsheet removed the leading zero of the code of {commune}.`),
		"districts": balSay("« {value} » est le code de toute la ville ; l'adresse porte celui de son arrondissement.", `"{value}" is the code of the whole city; an address has that of its arrondissement.`,
			"De {from} à {to} selon l'arrondissement.", "From {from} to {to}, by arrondissement."),
		"old-commune": balSay("« {value} » est le code d'une commune qui n'existe plus, réunie à une autre : {commune} ({code}).", `"{value}" is the code of a commune that no longer exists, merged with another: {commune} ({code}).`,
			"L'ancien code a sa place dans commune_deleguee_insee.", "The old code belongs in commune_deleguee_insee."),
		"delegated": balSay("« {value} » n'est le code d'aucune commune, ancienne ou actuelle.", `"{value}" is the code of no commune, former or present.`,
			"Mettez-y le code INSEE que la commune déléguée avait, ou videz la cellule.", "Put the INSEE code there that the delegated commune had, or empty the cell."),
	},
	Row: balCells("bal-commune", map[string]balWeight{
		"": balError, "postal": balError, "postal-of": balError, "zero": balError, "districts": balError, "old-commune": balWarnFrom3, "delegated": balErrorTo2,
	}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
		commune, into := balCommuneOf(raw)
		switch field := c.Field.Index; {
		case commune != nil:
		case field == rule.deleguee && into == nil:
			rule.explainDelegated(r, field, raw)
		case field == rule.deleguee:
		case into != nil:
			rule.fault(r, field, "old-commune").With("commune", into.Name).With("code", into.Code).Write(into.Code)
		default:
			rule.explainCommune(r, field, raw)
		}
	}),
}

// explainDelegated reports a code that no commune has nor had.
func (rule *balRule) explainDelegated(r balRow, field int, raw []byte) {
	code := "0" + string(raw)
	name := ""
	if commune, ok := cog.Find([]byte(code)); ok {
		name = commune.Name
	} else if old, _, _, ok := cog.FindOld(code); ok {
		name = cmp.Or(old.Name, code)
	}
	if name == "" || len(raw) != 4 {
		rule.fault(r, field, "delegated")
		return
	}
	rule.fault(r, field, "zero").With("commune", name).Write(code)
}

// explainCommune reports a code that no commune has, with its likely reading.
func (rule *balRule) explainCommune(r balRow, field int, raw []byte) {
	for _, d := range balDistricts {
		if string(raw) == d.city {
			rule.fault(r, field, "districts").With("from", d.from).With("to", d.to)
			return
		}
	}
	if len(raw) == 4 {
		if c, ok := cog.Find(append([]byte("0"), raw...)); ok {
			rule.fault(r, field, "zero").With("commune", c.Name).Write(c.Code)
			return
		}
	}
	switch served := cog.ByPostalCode(raw); len(served) {
	case 0:
		rule.fault(r, field, "")
	case 1:
		rule.fault(r, field, "postal-of").With("commune", served[0].Name).With("code", served[0].Code).Write(served[0].Code)
	default:
		rule.fault(r, field, "postal")
	}
}

// balDistricts are the cities whose addresses have the code of an arrondissement.
var balDistricts = []struct{ city, from, to string }{{"75056", "75101", "75120"}, {"69123", "69381", "69389"}, {"13055", "13201", "13216"}}
