package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// codeCommuneNames are the names of the check in schema documents: that of
// fr-format's class, as Validata writes such names.
var codeCommuneNames = []string{"code-commune-insee"}

var codeCommuneInsee = &validate.Check{
	Code:     "code-commune-insee",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code INSEE de commune inconnu", EN: "Unknown INSEE code of a commune"},
	Why: text.Text{
		FR: "Le code INSEE désigne une commune, en cinq signes : 35238 pour Rennes, 2A004 pour Ajaccio. Ce n'est pas le code postal. Les codes des arrondissements de Paris, Lyon et Marseille, des communes déléguées ou associées et des collectivités d'outre-mer sont admis.",
		EN: "The INSEE code names a commune, in five signs: 35238 for Rennes, 2A004 for Ajaccio. It is not the postal code. The codes of the arrondissements of Paris, Lyon and Marseille, of delegated and associated communes and of overseas collectivities are accepted.",
	},
	Mend: text.Text{
		FR: "Cherchez le code sur insee.fr (Code officiel géographique), et mettez la colonne au format Texte pour garder le zéro de tête.",
		EN: "Look the code up on insee.fr (Code officiel géographique), and set the column to Text to keep the leading zero.",
	},
	Bad:  "code_insee\n1001",
	Good: "code_insee\n01001",
	Messages: map[string]validate.Message{
		"": advise("« {value} » n'est pas le code INSEE d'une commune.", `"{value}" is not the INSEE code of a commune.`,
			"Le code se trouve sur insee.fr ; ce n'est pas le code postal.", "The code is on insee.fr; it is not the postal code."),
		"merged": say("« {value} » est le code d'une commune qui n'existe plus : elle a fusionné dans {commune} ({code}).", `"{value}" is the code of a commune that no longer exists: it was merged into {commune} ({code}).`),
		"zero":   say("« {value} » n'a que quatre signes : le tableur a supprimé le zéro au début du code INSEE ({commune}).", `"{value}" has only four signs: the spreadsheet removed the leading zero of the INSEE code ({commune}).`),
		"postal-of": say("« {value} » est le code postal d'une commune, {commune} ; son code INSEE est {code}.",
			`"{value}" is the postal code of a commune, {commune}; its INSEE code is {code}.`),
		"postal": advise("« {value} » est un code postal ; il faut le code INSEE de la commune.", `"{value}" is a postal code; the INSEE code of the commune is needed.`,
			"Ce code postal est celui de plusieurs communes : cherchez leur code sur insee.fr.", "This postal code is that of several communes: look their codes up on insee.fr."),
		"name":     say("« {value} » est le nom d'une commune ; il faut son code INSEE, {code}.", `"{value}" is the name of a commune; its INSEE code, {code}, is needed.`),
		"spelling": say("Le code INSEE « {value} » s'écrit d'un seul tenant, en cinq signes, avec une majuscule pour la Corse.", `The INSEE code "{value}" is written in one piece, with five signs, and a capital letter for Corsica.`),
	},
	On:   validate.Valid,
	Cell: onCells(codeCommuneNames, isCommuneCode, explainCommuneCode),
}

// isCommuneCode says whether the official geographical code has b: as a
// commune, an arrondissement, or a delegated or associated commune, which
// fr-format accepts too. What it had in the year that a schema asks for counts.
func isCommuneCode(b []byte, vintage string) bool {
	if cog.Is(b) {
		return true
	}
	if len(b) != 5 {
		return false
	}
	old, _, _, ok := cog.FindOld(string(b))
	return ok && old.Kind != cog.Merged || nomenclature.InVintage(b, vintage)
}

// explainCommuneCode completes the finding on a wrong code.
func explainCommuneCode(f *validate.Finding, value string) {
	tidied := tidyCode(value)
	about := func(reason string, c *cog.Commune) {
		f.Because(reason).With("commune", c.Name).With("code", c.Code).Write(c.Code)
	}
	_, into, _, old := cog.FindOld(tidied)
	served := cog.ByPostalCode([]byte(tidied))
	named := cog.ByName(cog.Fold(value))
	_, is := cog.Find([]byte(tidied))
	zeroed, fits := cog.Find([]byte("0" + tidied))
	switch {
	case is || old && isCommuneCode([]byte(tidied), ""):
		f.Because("spelling").Write(tidied)
	case old:
		about("merged", into)
	case len(tidied) == 4 && fits:
		about("zero", zeroed)
	case len(served) == 1:
		about("postal-of", served[0])
	case len(served) > 1:
		f.Because("postal")
	case len(named) == 1:
		about("name", named[0])
	}
}

// tidyCode takes off a code what spreadsheets and people put around it: spaces,
// the ".0" of a decimal number, small letters.
func tidyCode(value string) string {
	value = strings.Join(strings.Fields(strings.Trim(value, "'\u200b\ufeff")), "")
	return strings.ToUpper(strings.TrimSuffix(strings.TrimSuffix(value, ".0"), ",0"))
}
