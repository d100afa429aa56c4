package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// nomenclatureActeNames are the names of the check in schema documents: the
// present one, and Validata's former ones.
var nomenclatureActeNames = []string{"nomenclature-acte", "nomenclature-actes", "nomenclature-acte-value", "nomenclature-actes-value"}

var nomenclatureActe = &validate.Check{
	Code:     "nomenclature-acte",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Matière hors de la nomenclature des actes", EN: "Subject not in the nomenclature of acts"},
	Why: text.Text{
		FR: "La matière d'une délibération se dit selon la nomenclature des actes : l'un de ses neuf domaines, une barre oblique sans espace, puis le sujet.",
		EN: "The subject of a deliberation is told by the nomenclature of acts: one of its nine domains, a slash without spaces, then the subject.",
	},
	Mend: text.Text{
		FR: "Commencez par l'un des neuf domaines : " + listed(acteDomains, "« ", " »", ", ") + ".",
		EN: "Begin with one of the nine domains: " + listed(acteDomains, `"`, `"`, ", ") + ".",
	},
	Bad:  "matiere\nFinances locales / Subventions",
	Good: "matiere\nFinances locales/Subventions",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » ne commence pas par un domaine de la nomenclature des actes.", EN: `"{value}" does not begin with a domain of the nomenclature of acts.`},
			Hint: text.Text{FR: "Écrivez l'un des domaines, une barre oblique, puis le sujet. Domaines : {expected}.", EN: "Write one of the domains, a slash, then the subject. Domains: {expected-en}."},
		},
		"similar": {
			Say:  text.Text{FR: "« {value} » ne commence pas par un domaine de la nomenclature des actes.", EN: `"{value}" does not begin with a domain of the nomenclature of acts.`},
			Hint: text.Text{FR: "Vouliez-vous écrire « {similar} » ?", EN: `Did you mean "{similar}"?`},
		},
		"no-slash": {
			Say:  text.Text{FR: "« {value} » : il manque, après le domaine, la barre oblique et le sujet de l'acte.", EN: `"{value}": the slash and the subject of the act are missing after the domain.`},
			Hint: text.Text{FR: "Écrivez par exemple « Finances locales/Subventions ».", EN: `Write for instance "Finances locales/Subventions".`},
		},
		"spaces":    say("« {value} » : la barre oblique s'écrit sans espace, ni avant ni après.", `"{value}": the slash is written without spaces, neither before nor after it.`),
		"separator": say("« {value} » : le domaine et le sujet de l'acte se séparent par une barre oblique, sans espace.", `"{value}": a slash without spaces separates the domain and the subject of the act.`),
		"spelling":  say("« {value} » : le domaine de l'acte ne s'écrit pas tout à fait ainsi.", `"{value}": the domain of the act is not quite spelled that way.`),
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		if !f.HasCheck(nomenclatureActeNames...) {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if isActe(c.Raw) {
				return
			}
			if finding := p.Fault(c); finding != nil {
				explainActe(finding, string(c.Raw[:min(len(c.Raw), validate.MaxValue)]))
			}
		}
	},
}

var (
	spacedSlash = lazyregexp.New(`\s*/\s*`)
	otherSlash  = lazyregexp.New(`\s*[-–—>→:|\\,;]\s*`)
	acteNumber  = lazyregexp.New(`^\d(?:[.-]\d+)*[.\s-]*`)
)

// explainActe completes the finding on a wrong subject of an act.
func explainActe(f *validate.Finding, value string) {
	f.With("expected", listed(acteDomains, "«\u00a0", "\u00a0»", ", ")).With("expected-en", listed(acteDomains, `"`, `"`, ", "))
	trimmed := strings.TrimSpace(value)
	closed := spacedSlash.ReplaceAllString(trimmed, "/")
	switch {
	case isActe([]byte(trimmed)):
		f.Because("spelling").Write(trimmed)
		return
	case isActe([]byte(closed)):
		f.Because("spaces").Write(closed)
		return
	}
	domain, subject, slashed := strings.Cut(closed, "/")
	if !slashed {
		if isActeDomain([]byte(trimmed)) {
			f.Because("no-slash")
			return
		}
		for _, at := range otherSlash.FindAllStringIndex(trimmed, -1) {
			if isActeDomain([]byte(trimmed[:at[0]])) && at[1] < len(trimmed) {
				f.Because("separator").Write(trimmed[:at[0]] + "/" + trimmed[at[1]:])
				return
			}
		}
	}
	domain = acteNumber.ReplaceAllString(domain, "")
	if known := alike(acteDomains)[singular(domain)]; known != "" && slashed {
		f.Because("spelling").Write(known + "/" + subject)
	} else if similar := near(domain, acteDomains); similar != "" {
		if !slashed {
			subject = "…"
		}
		similar += "/" + subject
		f.Because("similar").With("similar", similar)
	}
}
