package checks

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var formulaCell = &validate.Check{
	Code:     "formula-cell",
	Severity: validate.Notice,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Cellule qu'un tableur prend pour une formule", EN: "Cell that a spreadsheet takes for a formula"},
	Why: text.Text{
		FR: "La cellule commence par =, @, +, - ou une tabulation. Un tableur qui ouvre le fichier la calcule au lieu de la montrer : le lecteur voit une erreur ou une autre valeur, et un fichier malveillant peut ainsi faire exécuter une commande. Les nombres et les numéros de téléphone qui ont un signe ne sont pas concernés, ni les valeurs que le schéma refuse déjà.",
		EN: "The cell begins with =, @, +, - or a tab. A spreadsheet that opens the file reckons with it instead of showing it: the reader sees an error or another value, and a malicious file can have a command run. Signed numbers and phone numbers are not concerned, nor values that the schema refuses already.",
	},
	Mend: text.Text{
		FR: "Écrivez la valeur sans ce signe au début. Si c'est le résultat d'une formule qui est attendu, recopiez-le en collant les valeurs seules.",
		EN: "Write the value without that sign in front. If the result of a formula is meant, copy it by pasting values only.",
	},
	Bad:  "note\n=SOMME(A1:A3)",
	Good: "note\n42",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "« {value} » sera pris pour une formule par le tableur de qui ouvrira le fichier.", EN: `"{value}" will be taken for a formula by the spreadsheet of whoever opens the file.`},
		Hint: text.Text{FR: "Écrivez la valeur sans ce signe au début.", EN: "Write the value without that sign in front."},
	}},
	Calm:   calmCells,
	Glance: calmEdges,
	After: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		demanded := -1 // the field whose values begin so by their format: "@c:… @v:… @a:…"
		if slices.ContainsFunc(s.Checks, func(c schemas.CustomCheck) bool { return strings.HasPrefix(c.Name, "bal-") }) {
			demanded = newBALNames(s).uid
		}
		return func(p *validate.Pass, r *validate.Row) {
			for i := range r.Cells {
				c := &r.Cells[i]
				if len(c.Raw) < 2 || !beginsFormula[c.Raw[0]] || c.State != validate.Valid || !text.IsFormula(c.Raw) {
					continue
				}
				if c.Field != nil && c.Field.Type.Name != "string" && c.Field.Type.Name != "any" {
					continue // a number may have its sign
				}
				if c.Field == nil || c.Field.Index != demanded && !p.Told(c.Field.Index) {
					p.Fault(c)
				}
			}
		}
	},
}

// beginsFormula tells nearly every cell that is none by its first byte.
var beginsFormula = [256]bool{'=': true, '@': true, '+': true, '-': true, '\t': true, '\r': true}
