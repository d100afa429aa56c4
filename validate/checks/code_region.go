package checks

import (
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// codeRegionNames are the names of the check in schema documents.
var codeRegionNames = []string{"code-region"}

var codeRegion = &validate.Check{
	Code:     "code-region",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code de région inconnu", EN: "Unknown code of a region"},
	Why: text.Text{
		FR: "Le code d'une région a deux chiffres : 53 pour la Bretagne, 04 pour La Réunion. Les régions d'avant 2016 ont d'autres codes, admis si le schéma demande la liste de 2015.",
		EN: "The code of a region has two digits: 53 for Bretagne, 04 for La Réunion. The regions of before 2016 have other codes, which are accepted where the schema asks for the list of 2015.",
	},
	Mend: text.Text{
		FR: "Écrivez le code que l'Insee donne à la région, et mettez la colonne au format Texte pour garder le zéro de tête.",
		EN: "Write the code that INSEE gives to the region, and set the column to Text to keep the leading zero.",
	},
	Bad:  "region\n41",
	Good: "region\n44",
	Messages: map[string]validate.Message{
		"":         say("« {value} » n'est pas le code d'une région.", `"{value}" is not the code of a region.`),
		"zero":     say("« {value} » n'a qu'un chiffre : le tableur a supprimé le zéro au début du code de région.", `"{value}" has only one digit: the spreadsheet removed the leading zero of the region's code.`),
		"old":      say("« {value} » est l'ancien code de la région {other}, qui fait partie depuis 2016 de la région {home} ({code}).", `"{value}" is the former code of the region {other}, since 2016 part of the region {home} ({code}).`),
		"name":     say("« {value} » est le nom d'une région ; il faut son code, {code}.", `"{value}" is the name of a region; its code, {code}, is needed.`),
		"spelling": say("Le code de région « {value} » s'écrit en deux chiffres.", `The region's code "{value}" is written in two digits.`),
	},
	On:   validate.Valid,
	Cell: onCells(codeRegionNames, isRegionCode, explainRegionCode),
}

// isRegionCode says whether b is the code of a region, of those of 2015 where
// the schema asks for them.
func isRegionCode(b []byte, vintage string) bool {
	if len(b) != 2 {
		return false
	}
	if vintage == "2015" {
		return strings.Contains(regionsKept, string(b)) || nomenclature.FindFormerRegion(string(b)) != nil
	}
	return cog.FindRegion(string(b)) != nil
}

// regionsKept are the codes that did not change in 2016.
const regionsKept = "01 02 03 04 06 11 24 52 53 93 94"

// explainRegionCode completes the finding on a wrong code.
func explainRegionCode(f *validate.Finding, value string) {
	tidied := tidyCode(value)
	old := nomenclature.FindFormerRegion(tidied)
	switch name := regionNames().same(value); {
	case cog.FindRegion(tidied) != nil && tidied != value:
		f.Because("spelling").Write(tidied)
	case len(tidied) == 1 && cog.FindRegion("0"+tidied) != nil:
		f.Because("zero").Write("0" + tidied)
	case old != nil && old.Code == tidied:
		f.Because("old").With("other", old.Name).With("home", cog.FindRegion(old.Into).Name).With("code", old.Into).Write(old.Into)
	case name != "":
		code := regionCodes()[name]
		f.Because("name").With("code", code).Write(code)
	}
}

// regionCodes has the code of each region by its name.
var regionCodes = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for _, r := range cog.Regions() {
		codes[r.Name] = r.Code
	}
	return codes
})

var regionNames = sync.OnceValue(func() *nameIndex {
	var names []string
	for name := range regionCodes() {
		names = append(names, name)
	}
	return newNameIndex(names)
})
