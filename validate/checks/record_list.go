package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var recordList = &validate.Check{
	Code:     "record-list",
	Severity: validate.Notice,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Liste vérifiée", EN: "List that was checked"},
	Why: text.Text{
		FR: "Un fichier JSON peut contenir plusieurs listes. Celles que le schéma décrit sont vérifiées ; sinon une seule l'est : la première qui contient des objets.",
		EN: "A JSON file may hold several lists. Those that the schema describes are checked; otherwise only one is: the first that holds objects.",
	},
	Mend: text.Text{
		FR: "Rien à corriger si c'est la bonne. Sinon, publiez chaque liste dans un fichier à part.",
		EN: "There is nothing to mend if it is the right one. Otherwise publish each list in a file of its own.",
	},
	Messages: map[string]validate.Message{
		"":        say("Les données vérifiées sont celles de la liste « {value} ».", `The data that was checked is that of the list "{value}".`),
		"several": say("Les données vérifiées sont celles de {n} {n|liste|listes}, dont les fiches sont numérotées à la suite : {value}.", `The data that was checked is that of {n} {n|list|lists}, whose records are numbered through: {value}.`),
	},
	Table: func(*schemas.Schema) validate.State { return &jsonNotes{"path"} },
}
