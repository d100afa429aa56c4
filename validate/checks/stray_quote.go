package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var strayQuote = &validate.Check{
	Code:     "stray-quote",
	Severity: validate.Warning,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Guillemet égaré", EN: "Stray quote"},
	Why: text.Text{
		FR: "La cellule finit par un guillemet que rien n'ouvre, ou du texte suit le guillemet qui la ferme. Chaque logiciel le lit à sa façon : le guillemet reste dans la valeur, ou la suite de la ligne est perdue.",
		EN: "The cell ends with a quote that nothing opens, or text follows the quote that closes it. Every program reads that in its own way: the quote stays within the value, or the rest of the row is lost.",
	},
	Mend: text.Text{
		FR: "Supprimez le guillemet. S'il fait partie du texte, mettez la cellule entre guillemets et doublez celui du texte.",
		EN: "Remove the quote. Where it is part of the text, put the cell in quotes and double the one of the text.",
	},
	Bad:  "nom,objet\nAlfa,fête du village\"",
	Good: "nom,objet\nAlfa,fête du village",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La cellule finit par un guillemet que rien n'ouvre : {value}", EN: "The cell ends with a quote that nothing opens: {value}"},
			Hint: text.Text{FR: "Supprimez ce guillemet, ou doublez-le dans une cellule entre guillemets.", EN: "Remove that quote, or double it in a cell that stands in quotes."},
		},
		"behind": {
			Say:  text.Text{FR: "Du texte suit le guillemet qui ferme la cellule ; on y lit « {value} ».", EN: `Text follows the quote that closes the cell; it reads "{value}".`},
			Hint: text.Text{FR: "Fermez le guillemet à la fin de la cellule, et doublez ceux du texte.", EN: "Close the quote at the end of the cell, and double those of the text."},
		},
	},
	File: func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			for _, fault := range f.Faults {
				if fault.Kind == validate.FaultStrayQuote {
					finding := p.FileFault(validate.None, fault.Column, p.Job.Header.Columns[fault.Column].Field)
					if !strings.HasSuffix(f.Labels[fault.Column], f.Quote) {
						finding.Because("behind")
					}
				}
			}
		}
	},
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				if f.Kind != validate.FaultStrayQuote {
					continue
				}
				c := &r.Cells[f.Column]
				finding := p.Fault(c)
				switch value := string(c.Raw); {
				case c.Quoted:
					finding.Because("behind")
				case len(value) > validate.MaxValue:
				case c.Field == nil:
					finding.Write(strings.TrimSuffix(value, p.Job.File.Quote))
				default:
					writeIf(finding, c.Field, strings.TrimSuffix(value, p.Job.File.Quote))
				}
			}
		}
	},
}
