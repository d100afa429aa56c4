package rejects

import (
	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// mostReasons is how many sentences of one check and column are given for a
// row: a cell with a thousand items may have as many faults.
const mostReasons = 5

// reasons says the errors of a group that are among the findings: the code,
// the column where there is one, and the sentence. The first list that has any
// counts. Where none has, it is what the check is about.
func (w *writer) reasons(g validate.Group, row int, among ...[]validate.Finding) []string {
	check, field := w.job.Checks[g.Check], ""
	if g.Field >= 0 {
		field = w.job.FieldName(g.Field)
	}
	head := check.Code
	if field != "" {
		head += " (" + report.Show(field, 0) + ")"
	}
	head += text.Text{FR: " : ", EN: ": "}.In(w.lang)
	var said []string
	for _, findings := range among {
		for i := range findings {
			f := &findings[i]
			if f.Code == check.Code && f.Field == field && len(said) < mostReasons {
				said = append(said, head+w.message(f))
			}
		}
		if said != nil {
			return said
		}
	}
	if field == "" && row > 0 { // of the row as such: its number is all there is to say
		return []string{head + w.message(&validate.Finding{Code: check.Code, Pos: validate.Position{Row: row}})}
	}
	return []string{head + check.Title.In(w.lang)}
}

func (w *writer) message(f *validate.Finding) string {
	message, _ := report.Message(&validate.Result{Checks: w.job.Checks}, w.result, f, w.lang)
	return message
}
