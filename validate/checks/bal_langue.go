package checks

import (
	"bytes"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balLangue = &validate.Check{
	Code:     "bal-langue",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : nom en langue régionale incorrect", EN: "Local address base: wrong name in a regional language"},
	Why: text.Text{
		FR: "Une colonne comme voie_nom_bre donne le nom de la voie dans une langue régionale, ici le breton. Le format l'admet sans la décrire ; le nom y suit les règles de la colonne voie_nom.",
		EN: "A column such as voie_nom_bre gives the name of the street in a regional language, here Breton. The format allows it without describing it; the name follows the rules of the column voie_nom.",
	},
	Mend: text.Text{FR: "Écrivez le nom en toutes lettres, ou videz la cellule.", EN: "Write the name in full, or empty the cell."},
	Bad:  "voie_nom;voie_nom_bre\nRue de l'Église;-",
	Good: "voie_nom;voie_nom_bre\nRue de l'Église;Straed an Iliz",
	Messages: map[string]validate.Message{
		"": balSay("Dans « {label} », le nom « {value} » a moins de trois caractères.", `In "{label}", the name "{value}" has fewer than three characters.`,
			"Écrivez-le en toutes lettres, ou videz la cellule.", "Write it in full, or empty the cell."),
		"long": balSay("Dans « {label} », le nom a plus de 200 caractères.", `In "{label}", the name has more than 200 characters.`, "N'y laissez que le nom.", "Leave only the name there."),
		"damaged": balSay("Dans « {label} », le nom « {value} » contient un caractère perdu à l'enregistrement (�).", `In "{label}", the name "{value}" holds a character that was lost when it was saved (�).`,
			"Reprenez le nom depuis sa source.", "Take the name from its source again."),
		"underscore": balSay("Dans « {label} », le nom « {value} » contient un tiret bas.", `In "{label}", the name "{value}" holds an underscore.`),
		"case": balSay("Dans « {label} », le nom « {value} » est tout en majuscules.", `In "{label}", the name "{value}" is all in capitals.`,
			"Écrivez-le comme on le lit, avec ses accents.", "Write it as it is read, with its accents."),
		"spaces": balSay("Dans « {label} », le nom « {value} » commence ou finit par des espaces.", `In "{label}", the name "{value}" begins or ends with spaces.`),
	},
	Row: balRows("bal-langue", map[string]balWeight{
		"": balWarnFrom3, "long": balWarnFrom3, "damaged": balErrorTo2, "underscore": balWarnFrom3, "case": balWarnFrom3, "spaces": {validate.Notice, validate.Notice, validate.Warning, validate.Warning, validate.Notice},
	}, func(rule *balRule, r balRow) {
		for i := range r.Cells[:min(len(r.Cells), len(r.Job.Header.Columns))] {
			if c := &r.Cells[i]; c.Field == nil && len(c.Raw) > 0 {
				rule.judgeLocal(r, c)
			}
		}
	}),
}

// balLanguages are the regional languages whose codes end such columns:
// ISO 639-3, and what the format adds to it.
var balLanguages = []string{
	"fra", "bre", "eus", "gsw", "cos", "gcr", "gcf", "rcf", "swb", "oci", "cat", "pcd", "oc-provenc", "oc-nicard", "vls",
	"fr-gallo", "aji", "dhv", "nen", "pri", "ty", "mrq", "pmt", "mrv", "frp",
}

// judgeLocal judges a cell that the schema does not know, where its column is
// one of the rule's with a language.
func (rule *balRule) judgeLocal(r balRow, c *validate.Cell) {
	label := r.Job.Header.Columns[c.Column].Label
	if !rule.isLocal(label) {
		return
	}
	raw := bytes.TrimSpace(c.Raw)
	if len(raw) < len(c.Raw) {
		rule.localFault(r, c, "spaces").With("label", label).Write(string(raw))
	}
	reason, wrong := nameFault(raw)
	if !wrong || len(raw) == 0 {
		return
	}
	f := rule.localFault(r, c, reason).With("label", label)
	if reason == "underscore" {
		f.Write(strings.ReplaceAll(string(raw), "_", " "))
	}
}

// isLocal says whether a label is the name of one of the rule's columns and a
// regional language.
func (rule *balRule) isLocal(label string) bool {
	for _, f := range rule.fields {
		if language, ok := strings.CutPrefix(label, f.Name); ok && isLanguage(language) {
			return true
		}
	}
	return false
}

// isLanguage says whether the end of a label is an underscore and a language.
func isLanguage(end string) bool {
	for _, l := range balLanguages {
		if len(end) == len(l)+1 && end[0] == '_' && end[1:] == l {
			return true
		}
	}
	return false
}

// localFault reports a fault of a cell whose column is no field.
func (rule *balRule) localFault(r balRow, c *validate.Cell, reason string) *validate.Finding {
	f := rule.report(r.Pass, -1, reason)
	if f != nil {
		rule.at(f, r, c)
	}
	return f
}
