package report

import "github.com/socle-commun/socle/validate"

// every writes each kept finding of a kind with its place, its sentence and
// what to write instead. n is how many there are.
func (t *textWriter) every(f *validate.FileResult, g *group, k *kind, indent string, n int, uncertain bool) {
	title := t.title(f, g.code) + " [" + Show(g.code, valueWidth) + "]"
	if uncertain {
		t.para(indent+"- ", title, nil, "")
	} else {
		count := t.count(g.severity, n)
		t.para(indent+"- ", count+t.fill(sayColon)+title, paintOf(g.severity), count)
	}
	for _, finding := range k.findings {
		message, _ := words(t.r, f, finding, t.lang)
		if place := t.where(f, finding); place != "" {
			message = place + t.fill(sayColon) + message
		}
		if finding.Fix != "" && !t.says(finding, "{fix}") {
			message += " " + t.fix("", finding.Fix) + "."
		}
		t.para(indent+"    ", message, nil, "")
	}
	if more := n - len(k.findings); more > 0 {
		t.para(indent+"    ", "… "+t.more(more, false), nil, "")
	}
}

// where names a finding's place in full: "C12", "ligne 12".
func (t *textWriter) where(file *validate.FileResult, f *validate.Finding) string {
	place := t.place(file, f)
	if f.Pos.Row > 0 && (f.Column == 0 || items(file)) {
		return t.fill(t.of(file, sayAtRow), "n", "1") + nb + place
	}
	return place
}
