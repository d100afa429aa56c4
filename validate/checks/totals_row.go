package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var totalsRow = &validate.Check{
	Code:     "totals-row",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Ligne de total parmi les données", EN: "Row of totals among the data"},
	Why: text.Text{
		FR: "Une ligne de total n'est pas une donnée : qui additionne la colonne compte tout deux fois. Ses cellules ne suivent pas le schéma ; elles ne sont pas signalées une à une.",
		EN: "A row of totals is no data: whoever adds up the column counts everything twice. Its cells do not follow the schema; they are not reported one by one.",
	},
	Mend: text.Text{
		FR: "Supprimez la ligne : les totaux se recalculent.",
		EN: "Remove the row: totals can be computed again.",
	},
	Bad:  "nom,montant,date\nLes Amis,100,2023-01-05\nTOTAL,100,",
	Good: "nom,montant,date\nLes Amis,100,2023-01-05",
	Messages: map[string]validate.Message{"": {
		Say:  text.Text{FR: "La ligne {row} est un total (« {label} ») et non une donnée.", EN: `Row {row} is a total ("{label}"), not data.`},
		Hint: text.Text{FR: "Supprimez-la.", EN: "Remove it."},
	}},
	After: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if p.Strict() || !p.Faulty() {
				return
			}
			label, ok := totalOf(r)
			if !ok {
				return
			}
			p.Retract()
			p.FaultAt(-1, -1).With("label", label)
		}
	},
}

// isTotal knows what stands before a total. A name that merely begins so, such
// as that of an oil company, has other words behind it.
var isTotal = lazyregexp.New(`(?i)^\s*(?:sous[- ]total\b.*|(?:total|totaux)(?:\s+(?:g[ée]n[ée]ral|global|de la page|des?\b.*|par\b.*|[0-9]{4}))?|somme)\s*:?\s*$`)

// isAmount knows a number as people write one.
var isAmount = lazyregexp.New(`(?i)^\s*[-+]?[0-9][0-9\s.,\x{a0}\x{202f}]*(?:[€%]|k€|eur|euros?)?\s*$`)

// longestTotal is how long the words before a total are, in bytes.
const longestTotal = 60

// totalOf finds the cell that calls the row a total: it is one of the first
// two that are filled, a number stands somewhere behind it, and half of the
// row's cells or more are empty.
func totalOf(r *validate.Row) (label string, ok bool) {
	filled, numbers := 0, 0
	for i := range r.Cells {
		if holds(&r.Cells[i]) {
			filled++
		}
	}
	if 2*filled > len(r.Cells)+1 {
		return "", false
	}
	first := 2 // of the filled cells: those in which the label may stand
	for i := range r.Cells {
		c := &r.Cells[i]
		if !holds(c) {
			continue
		}
		first--
		switch {
		case label == "" && first >= 0 && len(c.Raw) <= longestTotal && isTotal.Match(c.Raw):
			label = validate.Clip(c.Raw)
		case isAmount.Match(c.Raw):
			numbers++
		}
	}
	return label, label != "" && numbers > 0
}

// holds says whether a cell is filled.
func holds(c *validate.Cell) bool { return c.State != validate.Missing && len(c.Raw) > 0 }
