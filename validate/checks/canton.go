package checks

import (
	"sync"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// cantonNames are the names of the check in schema documents.
var cantonNames = []string{"canton"}

var canton = &validate.Check{
	Code:     "canton",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Nom de canton inconnu", EN: "Unknown name of a canton"},
	Why: text.Text{
		FR: "Le nom d'un canton s'écrit comme dans le Code officiel géographique de 2024 : Gex, Bourg-en-Bresse-1. Une ville partagée entre plusieurs cantons est admise sous son nom.",
		EN: "The name of a canton is written as in the official geographical code of 2024: Gex, Bourg-en-Bresse-1. A town that several cantons share is accepted under its name.",
	},
	Mend:     text.Text{FR: "Recopiez le nom depuis insee.fr (Code officiel géographique), sans le mot « canton ».", EN: `Copy the name from insee.fr (Code officiel géographique), without the word "canton".`},
	Bad:      "canton\nBourg en Bresse 1",
	Good:     "canton\nBourg-en-Bresse-1",
	Messages: cantonMessages(),
	On:       validate.Valid,
	Cell:     onCells(cantonNames, cantonList.has, cantonList.explain),
}

// cantonMessages are those of a name; fr-format has no codes of cantons.
func cantonMessages() map[string]validate.Message {
	messages := placeMessages("d'un canton", "du canton", "a canton", "the canton", "", "")
	delete(messages, "code")
	return messages
}

var cantonList = &placeList{
	has:    func(name []byte, _ string) bool { return nomenclature.IsCanton(name) },
	names:  sync.OnceValue(func() *nameIndex { return newNameIndex(nomenclature.Cantons()) }),
	ofCode: func(string) string { return "" },
}
