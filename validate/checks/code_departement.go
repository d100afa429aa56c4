package checks

import (
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
)

// codeDepartementNames are the names of the check in schema documents: the
// present one, and that of fr-format before 0.5.
var codeDepartementNames = []string{"code-departement", "numero-departement"}

var codeDepartement = &validate.Check{
	Code:     "code-departement",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code de département inconnu", EN: "Unknown code of a department"},
	Why: text.Text{
		FR: "Le code d'un département a deux signes, 01, 35 ou 2A, et trois outre-mer, 974. Ceux des collectivités d'outre-mer, de 975 à 989, sont admis.",
		EN: "The code of a department has two signs, 01, 35 or 2A, and three overseas, 974. Those of overseas collectivities, 975 to 989, are accepted.",
	},
	Mend: text.Text{
		FR: "Écrivez le code, et non le nom, et mettez la colonne au format Texte pour garder le zéro de tête.",
		EN: "Write the code, not the name, and set the column to Text to keep the leading zero.",
	},
	Bad:  "dep\n1",
	Good: "dep\n01",
	Messages: map[string]validate.Message{
		"":         say("« {value} » n'est pas le code d'un département.", `"{value}" is not the code of a department.`),
		"zero":     say("« {value} » n'a qu'un chiffre : le tableur a supprimé le zéro au début du code de département.", `"{value}" has only one digit: the spreadsheet removed the leading zero of the department's code.`),
		"name":     say("« {value} » est le nom d'un département ; il faut son code, {code}.", `"{value}" is the name of a department; its code, {code}, is needed.`),
		"corsica":  advise("« {value} » : la Corse a deux départements depuis 1976.", `"{value}": Corsica has had two departments since 1976.`, "Écrivez 2A (Corse-du-Sud) ou 2B (Haute-Corse).", "Write 2A (Corse-du-Sud) or 2B (Haute-Corse)."),
		"spelling": say("Le code de département « {value} » s'écrit d'un seul tenant, avec une majuscule pour la Corse.", `The department's code "{value}" is written in one piece, with a capital letter for Corsica.`),
	},
	On: validate.Valid,
	Cell: onCells(codeDepartementNames, func(raw []byte, _ string) bool {
		return isDepartmentCode(raw)
	}, func(f *validate.Finding, value string) {
		tidied := tidyCode(value)
		switch name := departmentNames().same(value); {
		case isDepartmentCode([]byte(tidied)):
			f.Because("spelling").Write(tidied)
		case len(tidied) == 1 && isDepartmentCode([]byte("0"+tidied)):
			f.Because("zero").Write("0" + tidied)
		case tidied == "20":
			f.Because("corsica")
		case len(tidied) == 3 && isDepartmentCode([]byte(strings.TrimPrefix(tidied, "0"))):
			f.Because("spelling").Write(tidied[1:])
		case name != "":
			code := departmentCodes()[name]
			f.Because("name").With("code", code).Write(code)
		}
	}),
}

func isDepartmentCode(b []byte) bool {
	return (len(b) == 2 || len(b) == 3) && cog.FindDepartment(string(b)) != nil
}

// departmentCodes has the code of each department and overseas collectivity
// by its name.
var departmentCodes = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for _, list := range [][]cog.Department{cog.Departments(), cog.Collectivities()} {
		for _, d := range list {
			codes[d.Name] = d.Code
		}
	}
	return codes
})

var departmentNames = sync.OnceValue(func() *nameIndex {
	var names []string
	for name := range departmentCodes() {
		names = append(names, name)
	}
	return newNameIndex(names)
})
