package checks

import (
	"sync"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// communeNames are the names of the check in schema documents.
var communeNames = []string{"commune"}

var commune = &validate.Check{
	Code:     "commune",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Nom de commune inconnu", EN: "Unknown name of a commune"},
	Why: text.Text{
		FR: "Le nom d'une commune s'écrit comme dans le Code officiel géographique, avec son article, ses accents et ses traits d'union : L'Haÿ-les-Roses. Les noms des communes déléguées ou associées sont admis.",
		EN: "The name of a commune is written as in the official geographical code, with its article, accents and hyphens: L'Haÿ-les-Roses. The names of delegated and associated communes are accepted.",
	},
	Mend:     text.Text{FR: "Recopiez le nom depuis insee.fr (Code officiel géographique).", EN: "Copy the name from insee.fr (Code officiel géographique)."},
	Bad:      "commune\nL'HAY LES ROSES",
	Good:     "commune\nL'Haÿ-les-Roses",
	Messages: placeMessages("d'une commune", "de la commune", "a commune", "the commune", "Le nom officiel se trouve sur insee.fr (Code officiel géographique).", "The official name is on insee.fr (Code officiel géographique)."),
	On:       validate.Valid,
	Cell:     onCells(communeNames, communeList.has, communeList.explain),
}

var communeList = &placeList{
	has: func(name []byte, vintage string) bool {
		var straight, folded [64]byte
		name = nomenclature.Straight(straight[:], name)
		key := cog.AppendFold(folded[:0], name)
		for _, list := range [][]*cog.Commune{cog.ByName(key), cog.ByOldName(key)} {
			for _, c := range list {
				if c.Name == string(name) {
					return true
				}
			}
		}
		return nomenclature.InVintage(name, vintage) && len(name) > 0 && name[0] > '9'
	},
	names: sync.OnceValue(func() *nameIndex {
		var names []string
		for i := range cog.Communes() {
			names = append(names, cog.Communes()[i].Name)
		}
		return newNameIndex(names)
	}),
	ofCode: func(code string) string {
		if c, ok := cog.Find([]byte(code)); ok {
			return c.Name
		}
		return ""
	},
}
