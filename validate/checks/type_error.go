package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/schemas/types"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/axis"
)

var typeError = &validate.Check{
	Code:     "type-error",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Nombre, date ou autre valeur mal écrite", EN: "Number, date or other value badly written"},
	Why: text.Text{
		FR: "Le schéma attend dans cette colonne un nombre, une date, un oui ou un non… et la valeur ne se lit pas ainsi. Les programmes qui réutilisent les données s'arrêteraient là.",
		EN: "The schema expects a number, a date, a yes or no… in this column, and the value does not read as one. The programs that reuse the data would stop here.",
	},
	Mend: text.Text{
		FR: "Écrivez la valeur dans la forme attendue : le point pour les décimales, aucune espace dans les nombres, les dates en année-mois-jour.",
		EN: "Write the value in the expected form: a point for decimals, no spaces within numbers, dates as year-month-day.",
	},
	Bad:      "montant,date\n\"40 000,00\",12/03/2023",
	Good:     "montant,date\n40000.00,2023-03-12",
	Messages: typeMessages,
	On:       validate.Invalid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		plain := f.Type.Name
		if _, said := typeMessages[plain+"/"+f.Type.Format]; said {
			plain += "/" + f.Type.Format
		} else {
			plain = reasonFor(f.Type, plain)
		}
		what, _ := axis.Of(f)
		degrees := what != axis.Neither
		return func(p *validate.Pass, c *validate.Cell) {
			finding := p.Fault(c)
			if finding == nil {
				return
			}
			if c.JSON > validate.JSONString && !ofKind(f, c) {
				wrongKind(f, c, finding.With("expected", f.Type.Name))
				return
			}
			reason, fix := f.Type.Explain(c.Raw)
			reason = reasonFor(f.Type, reason)
			if _, said := typeMessages[reason]; reason == "" || !said {
				reason = plain
			}
			if degrees && reason == "number-ambiguous" {
				// no coordinate is a thousand
				if reason = "decimal-comma"; accepts(f, strings.Replace(string(c.Raw), ",", ".", 1)) {
					fix = strings.Replace(string(c.Raw), ",", ".", 1)
				}
			}
			if reason == "date-excel-serial" && fix != "" {
				finding.With("day", fix)
				fix = "" // it may as well be another number
			}
			if reason == "formula" {
				fix = constantOf(f, c.Raw)
			}
			if reason == "coordinates-out-of-range" {
				if at := metresOf(f, c.Raw); at.siting == sitedInMetres {
					reason, fix = "coordinates-in-metres", point(f, sixDecimals(at.lon), sixDecimals(at.lat))
					finding.With("system", at.system)
				}
			}
			finding.Because(reason).Write(fix).With("expected", f.Type.Name)
			if f.Type.Name == "boolean" {
				if strings.Contains(reason, "boolean") && (len(f.TrueValues) == 0 || len(f.FalseValues) == 0) {
					finding.Because(oneAnswer(f))
				}
				finding.With("yes", listed(f.TrueValues, "«\u00a0", "\u00a0»", " ou ")).With("no", listed(f.FalseValues, "«\u00a0", "\u00a0»", " ou "))
				finding.With("yes-en", listed(f.TrueValues, `"`, `"`, " or ")).With("no-en", listed(f.FalseValues, `"`, `"`, " or "))
			}
			if f.Type.Format != "default" {
				finding.With("form", dateFormFR.Replace(f.Type.Format)).With("form-en", dateFormEN.Replace(f.Type.Format))
			}
		}
	},
}

// reasonFor chooses among the reasons of typeMessages. Where the schema wants
// dates in a form of its own, what the type says of the standard form is not
// the point; other reasons are told more precisely for some types.
func reasonFor(t *types.Type, reason string) string {
	switch t.Name {
	case "date", "time", "datetime":
		switch reason {
		case "", "blank", "spaces", "invisible-character", "leading-apostrophe", "spreadsheet-error", "formula", "date-impossible", "time-impossible":
			return reason
		}
		switch t.Format {
		case "default":
			return reason
		case "any":
			return t.Name + "/any"
		}
		return t.Name + "/own"
	}
	if _, said := typeMessages[reason+"/"+t.Name]; said {
		return reason + "/" + t.Name
	}
	return reason
}

// The directives of strptime that schemas use, as people write a form.
var (
	dateFormFR = strings.NewReplacer("%Y", "aaaa", "%y", "aa", "%m", "mm", "%d", "jj", "%H", "hh", "%I", "hh", "%M", "mm", "%S", "ss",
		"%B", "(mois)", "%b", "(mois)", "%A", "(jour)", "%a", "(jour)")
	dateFormEN = strings.NewReplacer("%Y", "yyyy", "%y", "yy", "%m", "mm", "%d", "dd", "%H", "hh", "%I", "hh", "%M", "mm", "%S", "ss",
		"%B", "(month)", "%b", "(month)", "%A", "(weekday)", "%a", "(weekday)")
)

// constantOf gives the value of a formula that reckons nothing, such as =12.5 or
// ="2023-03-12", where the field accepts it; else "". Without quotes, a date
// would be a subtraction.
func constantOf(f *schemas.Field, formula []byte) string {
	value := string(formula[1:])
	bare := strings.TrimSuffix(strings.TrimPrefix(value, `"`), `"`)
	if quoted := len(value)-len(bare) == 2; !quoted && f.Type.Name != "number" && f.Type.Name != "integer" || !accepts(f, bare) {
		return ""
	}
	return bare
}

// oneAnswer is the reason for a field that has no word for yes, or none for no.
func oneAnswer(f *schemas.Field) string {
	switch {
	case len(f.TrueValues) > 0:
		return "boolean-yes"
	case len(f.FalseValues) > 0:
		return "boolean-no"
	}
	return "boolean-none"
}
