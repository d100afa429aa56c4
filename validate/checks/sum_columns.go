package checks

import (
	"math"
	"math/big"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// sumColumnsNames are the names of the check in schema documents: ours, and
// Validata's.
var sumColumnsNames = []string{"sum-columns", "sum-columns-value"}

var sumColumns = &validate.Check{
	Code:     "sum-columns",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Total qui n'est pas la somme", EN: "Total that is not the sum"},
	Why: text.Text{
		FR: "Le schéma demande qu'une colonne soit la somme de plusieurs autres, par exemple le nombre de votants celle des voix pour, des voix contre et des abstentions.",
		EN: "The schema asks that a column be the sum of several others, such as the number of voters that of the votes for, the votes against and the abstentions.",
	},
	Mend: text.Text{
		FR: "Recomptez : corrigez le total, ou celle des cellules additionnées qui est fausse.",
		EN: "Count again: correct the total, or whichever of the cells added up is wrong.",
	},
	Bad:  "votants,pour,contre\n20,15,4",
	Good: "votants,pour,contre\n19,15,4",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {field} » vaut {value}, alors que la somme de {terms} est {sum}.", EN: `"{field}" is {value}, but the sum of {terms-en} is {sum}.`},
			Hint: text.Text{FR: "Si le total est faux, écrivez {sum} ; sinon, corrigez l'une des cellules additionnées.", EN: "If the total is wrong, write {sum}; otherwise correct one of the cells added up."},
		},
		"not-a-number": {
			Say:  text.Text{FR: "« {value} » n'est pas un nombre avec lequel on puisse compter : la somme de {terms} n'a pas été vérifiée.", EN: `"{value}" is not a number that can be reckoned with: the sum of {terms-en} was not checked.`},
			Hint: text.Text{FR: "Écrivez un nombre, en chiffres.", EN: "Write a number, in digits."},
		},
		"not-numbers": {
			Say:  text.Text{FR: "Le schéma demande une somme où entre « {field} », qui n'est pas une colonne de nombres : elle n'a pas été vérifiée.", EN: `The schema asks for a sum with "{field}", which is not a column of numbers: it was not checked.`},
			Hint: text.Text{FR: "Corrigez le schéma : une somme se fait de nombres.", EN: "Correct the schema: a sum is made of numbers."},
		},
	},
	File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		sums := sumsOf(s)
		return func(p *validate.Pass, _ *validate.File) {
			for i := range sums {
				if odd := sums[i].odd; odd != nil {
					p.FileFault(validate.Warning, -1, odd.Index).Because("not-numbers")
				}
			}
		}
	},
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		sums := sumsOf(s)
		if len(sums) == 0 {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			for i := range sums {
				if sums[i].odd == nil {
					sums[i].judge(p, r)
				}
			}
		}
	},
}

// A sum is a total and what it is the sum of.
type sum struct {
	total          operand
	terms          []operand
	odd            *schemas.Field // a field that holds neither numbers nor texts, or nil
	names, namesEN string         // of the terms, for messages
}

func sumsOf(s *schemas.Schema) []sum {
	var sums []sum
	for i := range s.Checks {
		check := &s.Checks[i]
		if !named(check, sumColumnsNames) {
			continue
		}
		fields := fieldsOf(s, check, "column", "columns")
		if len(fields) < 2 {
			continue
		}
		one := sum{total: operandOf(fields[0])}
		var names []string
		for _, field := range fields {
			if !isNumeric(field.Type) && !field.Type.Text {
				one.odd = field
			}
		}
		for _, field := range fields[1:] {
			one.terms = append(one.terms, operandOf(field))
			names = append(names, field.Name)
		}
		one.names, one.namesEN = quotedFR(names), quotedEN(names)
		sums = append(sums, one)
	}
	return sums
}

// judge adds up a row in which the total and all terms are filled and of
// their types.
func (s *sum) judge(p *validate.Pass, r *validate.Row) {
	total := r.Of(s.total.field.Index)
	if total.State != validate.Valid {
		return
	}
	want, short := s.total.micros(total.Raw)
	var got int64
	for i := range s.terms {
		c := r.Of(s.terms[i].field.Index)
		if c.State != validate.Valid {
			return
		}
		term, fits := s.terms[i].micros(c.Raw)
		if !fits || got > farFromOverflow || got < -farFromOverflow {
			short = false
		}
		got += term
	}
	switch {
	case !short:
		s.judgeExactly(p, r)
	case got != want:
		s.fault(p, r, decimal{big.NewInt(got), decimalDigits})
	}
}

// farFromOverflow is a sum of millionths to which one more can be added.
const farFromOverflow = math.MaxInt64 / 4

// judgeExactly adds up numbers of any size.
func (s *sum) judgeExactly(p *validate.Pass, r *validate.Row) {
	want, ok := s.read(p, r, &s.total)
	if !ok {
		return
	}
	got := decimal{new(big.Int), 0}
	for i := range s.terms {
		term, ok := s.read(p, r, &s.terms[i])
		if !ok {
			return
		}
		got = got.plus(term)
	}
	if !got.equals(want) {
		s.fault(p, r, got)
	}
}

// read gives a cell's number, or reports that it has none.
func (s *sum) read(p *validate.Pass, r *validate.Row, o *operand) (decimal, bool) {
	c := r.Of(o.field.Index)
	d, ok := o.exact(c.Raw)
	if !ok {
		p.Fault(c).Because("not-a-number").With("terms", s.names).With("terms-en", s.namesEN)
	}
	return d, ok
}

func (s *sum) fault(p *validate.Pass, r *validate.Row, got decimal) {
	if finding := p.Fault(r.Of(s.total.field.Index)); finding != nil {
		finding.With("terms", s.names).With("terms-en", s.namesEN).With("sum", s.total.spell(got))
	}
}

// spell writes a number as the field's cells are written, or in plain digits
// where their sign is not known.
func (o *operand) spell(d decimal) string {
	plain := d.String()
	for _, sign := range []string{".", ","} {
		if text := strings.Replace(plain, ".", sign, 1); o.means([]byte(text), []byte(plain)) {
			return text
		}
	}
	return plain
}
