package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/types"
	"github.com/socle-commun/socle/validate"
)

// compareColumnsNames are the names of the check in schema documents: ours,
// and Validata's.
var compareColumnsNames = []string{"compare-columns", "compare-columns-value"}

var compareColumns = &validate.Check{
	Code:     "compare-columns",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Deux colonnes qui se contredisent", EN: "Two columns that contradict each other"},
	Why: text.Text{
		FR: "Le schéma demande que, sur chaque ligne où les deux cellules sont remplies, l'une ne dépasse pas l'autre ou lui soit égale : la date de réception en préfecture n'est pas avant celle de la délibération, par exemple.",
		EN: "The schema asks that, in each row where both cells are filled, one do not exceed the other or equal it: the prefecture does not receive a deliberation before its date, for instance.",
	},
	Mend: text.Text{FR: "Vérifiez les deux cellules et corrigez celle qui est fausse.", EN: "Look at both cells and correct the wrong one."},
	Bad:  "recu,vote\n2024-01-05,15/01/2024",
	Good: "recu,vote\n2024-01-25,15/01/2024",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » ({field}) doit être {relation} « {against} » ({other}).", EN: `"{value}" ({field}) must be {relation-en} "{against}" ({other}).`},
			Hint: text.Text{FR: "Corrigez celle des deux valeurs qui est fausse.", EN: "Correct whichever of the two values is wrong."},
		},
		"date": {
			Say:  text.Text{FR: "La date « {value} » ({field}) doit être {relation} « {against} » ({other}).", EN: `The date "{value}" ({field}) must be {relation-en} "{against}" ({other}).`},
			Hint: text.Text{FR: "Corrigez celle des deux dates qui est fausse.", EN: "Correct whichever of the two dates is wrong."},
		},
		"not-comparable": {
			Say:  text.Text{FR: "« {value} » ({field}) ne peut pas se comparer à « {against} » ({other}) : l'un est un nombre, une date ou un texte, l'autre est d'une autre sorte.", EN: `"{value}" ({field}) cannot be compared with "{against}" ({other}): one is a number, a date or a text, the other is of another kind.`},
			Hint: text.Text{FR: "Écrivez les deux valeurs sous la même forme.", EN: "Write both values in the same form."},
		},
		"operator": {
			Say:  text.Text{FR: "Le schéma compare « {field} » et « {other} » par le signe « {operator} », que socle ne connaît pas : ces colonnes n'ont pas été comparées.", EN: `The schema compares "{field}" and "{other}" by the sign "{operator}", which socle does not know: these columns were not compared.`},
			Hint: text.Text{FR: "Écrivez dans le schéma l'un des signes > >= == <= <.", EN: "Write one of the signs > >= == <= < in the schema."},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		all := comparisons(s)
		return func(p *validate.Pass, _ *validate.File) {
			for _, c := range all {
				if c.holds == nil {
					p.FileFault(validate.Warning, -1, c.first.field.Index).Because("operator").With("operator", c.operator).With("other", c.second.field.Name)
				}
			}
		}
	},
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		all := comparisons(s)
		if len(all) == 0 {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			for i := range all {
				if all[i].holds != nil {
					all[i].judge(p, r)
				}
			}
		}
	},
}

// A comparison is what a schema asks of two fields.
type comparison struct {
	first, second operand
	operator      string
	holds         func(order int) bool // nil for an unknown operator
	relation      text.Text
	kind          likeness
	dates         bool
}

func isDate(t *types.Type) bool { return t.Name == "date" || t.Name == "datetime" }

// operators are the signs of Validata: what they ask of the order of the two
// values, negative where the first is less, and how that is said of numbers
// and texts, and of dates.
var operators = map[string]struct {
	holds          func(order int) bool
	relation, date text.Text
}{
	">": {func(o int) bool { return o > 0 },
		text.Text{FR: "plus grand que", EN: "more than"}, text.Text{FR: "postérieure à", EN: "later than"}},
	">=": {func(o int) bool { return o >= 0 },
		text.Text{FR: "au moins égal à", EN: "at least"}, text.Text{FR: "égale ou postérieure à", EN: "the same as or later than"}},
	"==": {func(o int) bool { return o == 0 },
		text.Text{FR: "égal à", EN: "equal to"}, text.Text{FR: "la même que", EN: "the same as"}},
	"<=": {func(o int) bool { return o <= 0 },
		text.Text{FR: "au plus égal à", EN: "at most"}, text.Text{FR: "égale ou antérieure à", EN: "the same as or earlier than"}},
	"<": {func(o int) bool { return o < 0 },
		text.Text{FR: "plus petit que", EN: "less than"}, text.Text{FR: "antérieure à", EN: "earlier than"}},
}

// comparisons lists those that the schema asks for.
func comparisons(s *schemas.Schema) []comparison {
	var all []comparison
	for i := range s.Checks {
		check := &s.Checks[i]
		if !named(check, compareColumnsNames) {
			continue
		}
		fields := fieldsOf(s, check, "column", "column2")
		if len(fields) != 2 {
			continue
		}
		operator, dates := operators[check.Column("op")], isDate(fields[0].Type)
		if dates {
			operator.relation = operator.date
		}
		all = append(all, comparison{
			first: operandOf(fields[0]), second: operandOf(fields[1]),
			operator: check.Column("op"), holds: operator.holds, relation: operator.relation,
			kind: likenessOf(fields[0].Type, fields[1].Type), dates: dates,
		})
	}
	return all
}

// judge compares the two cells of a row, where both are filled and of their
// types.
func (c *comparison) judge(p *validate.Pass, r *validate.Row) {
	first, second := r.Of(c.first.field.Index), r.Of(c.second.field.Index)
	if first.State != validate.Valid || second.State != validate.Valid {
		return
	}
	order, ok := c.kind.compare(&c.first, &c.second, first.Raw, second.Raw)
	if ok && c.holds(order) {
		return
	}
	finding := p.Fault(first)
	if finding == nil {
		return
	}
	finding.With("other", c.second.field.Name).With("against", validate.Clip(second.Raw))
	finding.With("relation", c.relation.FR).With("relation-en", c.relation.EN)
	switch {
	case !ok:
		finding.Because("not-comparable")
	case c.dates:
		finding.Because("date")
	}
}
