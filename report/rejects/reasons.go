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
// the column where there is one, and the sentence. Where nothing is left but
// the group, it is what the check is about.
func (w *writer) reasons(g validate.Group, among []validate.Finding) []string {
	check, field := w.job.Checks[g.Check], ""
	if g.Field >= 0 {
		field = w.job.Schema.Fields[g.Field].Name
	}
	head := check.Code
	if field != "" {
		head += " (" + report.Show(field, 0) + ")"
	}
	head += text.Text{FR: " : ", EN: ": "}.In(w.lang)
	var said []string
	for i := range among {
		f := &among[i]
		if f.Code != check.Code || f.Field != field || f.Severity != validate.Error || len(said) == mostReasons {
			continue
		}
		message, _ := report.Message(&validate.Result{Checks: w.job.Checks}, w.result, f, w.lang)
		said = append(said, head+message)
	}
	if said == nil && among == nil {
		return []string{head + check.Title.In(w.lang)}
	}
	return said
}
