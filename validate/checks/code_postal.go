package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
)

// codePostalNames are the names of the check in schema documents.
var codePostalNames = []string{"code-postal"}

var codePostal = &validate.Check{
	Code:     "code-postal",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code postal inconnu", EN: "Unknown postal code"},
	Why: text.Text{
		FR: "Un code postal a cinq chiffres et dessert au moins une commune. Les codes CEDEX, réservés à des entreprises et à des administrations, n'en sont pas : Validata les refuse aussi.",
		EN: "A postal code has five digits and serves at least one commune. CEDEX codes, kept for companies and administrations, are none: Validata refuses them too.",
	},
	Mend: text.Text{
		FR: "Cherchez le code postal de la commune sur laposte.fr, et mettez la colonne au format Texte pour garder le zéro de tête.",
		EN: "Look the postal code of the commune up on laposte.fr, and set the column to Text to keep the leading zero.",
	},
	Bad:  "code_postal\n1000",
	Good: "code_postal\n01000",
	Messages: map[string]validate.Message{
		"": advise("« {value} » n'est pas le code postal d'une commune.", `"{value}" is not the postal code of a commune.`,
			"Vérifiez-le sur laposte.fr. Si c'est un code CEDEX, écrivez celui de la commune.", "Check it on laposte.fr. If it is a CEDEX code, write that of the commune."),
		"zero": say("« {value} » n'a que quatre chiffres : le tableur a supprimé le zéro au début du code postal.", `"{value}" has only four digits: the spreadsheet removed the leading zero of the postal code.`),
		"insee-of": say("« {value} » est le code INSEE d'une commune, {commune} ; son code postal est {code}.",
			`"{value}" is the INSEE code of a commune, {commune}; its postal code is {code}.`),
		"insee": advise("« {value} » est le code INSEE d'une commune, {commune} ; il faut son code postal.", `"{value}" is the INSEE code of a commune, {commune}; its postal code is needed.`,
			"Cette commune en a plusieurs : {expected}.", "This commune has several: {expected}."),
		"spelling": say("Le code postal « {value} » s'écrit en cinq chiffres, d'un seul tenant.", `The postal code "{value}" is written in five digits, in one piece.`),
	},
	On: validate.Valid,
	Cell: onCells(codePostalNames, func(raw []byte, _ string) bool {
		return isPostalCode(raw)
	}, explainPostalCode),
}

// isPostalCode says whether La Poste's list has a code: that of package cog,
// Monaco, and the post offices of Nouvelle-Calédonie.
func isPostalCode(b []byte) bool {
	if cog.IsPostalCode(b) {
		return true
	}
	switch string(b) {
	case "98000", "98810", "98830", "98836", "98837", "98838", "98839", "98840", "98860",
		"98874", "98875", "98876", "98877", "98878", "98883", "98884", "98885", "98890":
		return true
	}
	return false
}

// explainPostalCode completes the finding on a wrong code.
func explainPostalCode(f *validate.Finding, value string) {
	tidied := tidyCode(value)
	c, is := cog.Find([]byte(tidied))
	switch {
	case isPostalCode([]byte(tidied)):
		f.Because("spelling").Write(tidied)
	case len(tidied) == 4 && isPostalCode([]byte("0"+tidied)):
		f.Because("zero").Write("0" + tidied)
	case is && len(c.PostalCodes) == 1:
		f.Because("insee-of").With("commune", c.Name).With("code", c.PostalCodes[0]).Write(c.PostalCodes[0])
	case is && len(c.PostalCodes) > 1:
		f.Because("insee").With("commune", c.Name).With("expected", listed(c.PostalCodes, "", "", ", "))
	}
}
