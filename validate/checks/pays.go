package checks

import (
	"sync"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// paysNames are the names of the check in schema documents.
var paysNames = []string{"pays"}

var pays = &validate.Check{
	Code:     "pays",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Nom de pays inconnu", EN: "Unknown name of a country"},
	Why: text.Text{
		FR: "Le nom d'un pays s'écrit en français, comme dans la liste de l'Insee : « Royaume-Uni », « Corée du Sud », « Émirats arabes unis ».",
		EN: "The name of a country is written in French, as in INSEE's list: \"Royaume-Uni\", \"Corée du Sud\", \"Émirats arabes unis\".",
	},
	Mend:     text.Text{FR: "Recopiez le nom depuis insee.fr (liste des pays et territoires étrangers).", EN: "Copy the name from insee.fr (list of countries and foreign territories)."},
	Bad:      "pays\nDE",
	Good:     "pays\nAllemagne",
	Messages: placeMessages("d'un pays", "du pays", "a country", "the country", "", ""),
	On:       validate.Valid,
	Cell:     onCells(paysNames, paysList.has, paysList.explain),
}

var paysList = &placeList{
	has:   func(name []byte, _ string) bool { return nomenclature.IsCountry(name) },
	names: sync.OnceValue(func() *nameIndex { return newNameIndex(nomenclature.CountryNames()) }),
	ofCode: func(code string) string {
		if c := nomenclature.FindCountry(code); c != nil {
			return c.Name
		}
		return ""
	},
}
