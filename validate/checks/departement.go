package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// departementNames are the names of the check in schema documents.
var departementNames = []string{"departement"}

var departement = &validate.Check{
	Code:     "departement",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Nom de département inconnu", EN: "Unknown name of a department"},
	Why: text.Text{
		FR: "Le nom d'un département s'écrit comme dans le Code officiel géographique : Ille-et-Vilaine, Côtes-d'Armor. Ceux des collectivités d'outre-mer sont admis.",
		EN: "The name of a department is written as in the official geographical code: Ille-et-Vilaine, Côtes-d'Armor. Those of overseas collectivities are accepted.",
	},
	Mend:     text.Text{FR: "Recopiez le nom depuis insee.fr (Code officiel géographique).", EN: "Copy the name from insee.fr (Code officiel géographique)."},
	Bad:      "departement\nille et vilaine",
	Good:     "departement\nIlle-et-Vilaine",
	Messages: placeMessages("d'un département", "du département", "a department", "the department", "", ""),
	On:       validate.Valid,
	Cell:     onCells(departementNames, departementList.has, departementList.explain),
}

var departementList = &placeList{
	has: func(name []byte, _ string) bool {
		var straight [64]byte
		name = nomenclature.Straight(straight[:], name)
		_, ok := departmentCodes()[string(name)]
		return ok || string(name) == "Wallis-et-Futuna" // as INSEE writes it; the list of communes has no hyphens
	},
	names: func() *nameIndex { return departmentNames() },
	ofCode: func(code string) string {
		if d := cog.FindDepartment(code); d != nil {
			return d.Name
		}
		return ""
	},
}
