package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// nomRegionNames are the names of the check in schema documents.
var nomRegionNames = []string{"region"}

var region = &validate.Check{
	Code:     "region",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Nom de région inconnu", EN: "Unknown name of a region"},
	Why: text.Text{
		FR: "Le nom d'une région s'écrit comme dans le Code officiel géographique : Centre-Val de Loire, La Réunion. Les régions d'avant 2016 sont admises si le schéma demande la liste de 2015, et celles de 2016 de même.",
		EN: "The name of a region is written as in the official geographical code: Centre-Val de Loire, La Réunion. The regions of before 2016 are accepted where the schema asks for the list of 2015, and those of 2016 likewise.",
	},
	Mend:     text.Text{FR: "Recopiez le nom depuis insee.fr (Code officiel géographique).", EN: "Copy the name from insee.fr (Code officiel géographique)."},
	Bad:      "region\nAlsace",
	Good:     "region\nGrand Est",
	Messages: regionMessages(),
	On:       validate.Valid,
	Cell: onCells(nomRegionNames, regionList.has, func(f *validate.Finding, value string) {
		if old := nomenclature.FindFormerRegion(value); old != nil && old.Name == value {
			into := cog.FindRegion(old.Into)
			f.Because("old").With("home", into.Name).Write(into.Name)
			return
		}
		regionList.explain(f, value)
	}),
}

func regionMessages() map[string]validate.Message {
	messages := placeMessages("d'une région", "de la région", "a region", "the region", "", "")
	messages["old"] = say("« {value} » n'est plus le nom d'une région depuis 2016 : c'est aujourd'hui {home}.", `"{value}" is no longer the name of a region since 2016: today it is {home}.`)
	return messages
}

var regionList = &placeList{
	has: func(name []byte, vintage string) bool {
		var straight [64]byte
		name = nomenclature.Straight(straight[:], name)
		old := nomenclature.FindFormerRegion(string(name))
		code, ok := regionCodes()[string(name)]
		kept := ok && code != "24" && strings.Contains(regionsKept, code)
		switch of2016 := old != nil && old.Code == old.Into && old.Code != "24"; vintage {
		case "2015":
			return kept || old != nil && old.Name == string(name) && !of2016
		case "2016":
			// Four of the merged regions had their present names at once.
			return kept || of2016 && old.Name == string(name) || ok && strings.Contains("24 27 28 84", code)
		}
		return ok
	},
	names: func() *nameIndex { return regionNames() },
	ofCode: func(code string) string {
		if r := cog.FindRegion(code); r != nil {
			return r.Name
		}
		return ""
	},
}
