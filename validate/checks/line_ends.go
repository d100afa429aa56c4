package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var lineEnds = &validate.Check{
	Code:     "line-ends",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Fins de ligne anormales", EN: "Unusual line ends"},
	Why: text.Text{
		FR: "Chaque ligne finit par un retour chariot de trop : un tableur montre alors une ligne vide après chaque ligne. Cela vient d'un programme qui convertit deux fois les fins de ligne. socle passe ces lignes vides. Des fins de ligne de plusieurs sortes dans un même fichier ne sont qu'une remarque.",
		EN: "Each line ends with a carriage return too many: a spreadsheet then shows a blank row after each row. That comes from a program which converts line ends twice. socle passes over these blank rows. Line ends of several kinds in one file are but a notice.",
	},
	Mend: text.Text{
		FR: "Corrigez le programme qui écrit le fichier, ou ouvrez celui-ci dans un éditeur de texte et enregistrez-le avec les fins de ligne de Windows ou d'Unix.",
		EN: "Mend the program that writes the file, or open it in a text editor and save it with the line ends of Windows or Unix.",
	},
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Chaque ligne du fichier finit par un retour chariot de trop : un tableur y voit une ligne vide sur deux.", EN: "Each line of the file ends with a carriage return too many: to a spreadsheet every second row is blank."},
			Hint: text.Text{FR: "Enregistrez à nouveau le fichier avec des fins de ligne ordinaires.", EN: "Save the file again with ordinary line ends."},
		},
		"mixed": {
			Say:  text.Text{FR: "Les lignes ne finissent pas toutes de la même façon : le fichier vient sans doute de plusieurs sources.", EN: "Not all lines end alike: the file comes from several sources, it seems."},
			Hint: text.Text{FR: "Enregistrez à nouveau le fichier depuis un tableur.", EN: "Save the file again from a spreadsheet."},
		},
	},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			switch f.LineEnds {
			case "doubled":
				p.FileFault(validate.None, -1, -1)
			case "mixed":
				p.FileFault(validate.Notice, -1, -1).Because("mixed")
			}
		}
	},
}
