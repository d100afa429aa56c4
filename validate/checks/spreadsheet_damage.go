package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var spreadsheetDamage = &validate.Check{
	Code:     "spreadsheet-damage",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Valeur abîmée par un tableur", EN: "Value damaged by a spreadsheet"},
	Why: text.Text{
		FR: "Un tableur prend les codes pour des nombres ou des dates : il supprime les zéros au début, ajoute des décimales, passe à la notation scientifique, écrit un mois, ou montre une erreur de formule à la place de la valeur. Le schéma ne l'interdit pas ici, mais le code n'est plus le bon.",
		EN: "A spreadsheet takes codes for numbers or dates: it removes leading zeros, adds decimals, turns to scientific notation, writes a month, or shows the error of a formula in place of the value. The schema does not forbid it here, but the code is no longer the right one.",
	},
	Mend: text.Text{
		FR: "Mettez la colonne au format Texte dans le tableur avant d'y coller les données, puis reprenez les valeurs depuis leur source.",
		EN: "Set the column to Text in the spreadsheet before pasting the data, then take the values from their source again.",
	},
	Bad:      "code_postal\n1000",
	Good:     "code_postal\n01000",
	Messages: damageMessages(),
	Calm:     calmByOthers,
	After: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		var fields []watched
		for i := range s.Fields {
			if w, ok := watchedOf(&s.Fields[i]); ok {
				fields = append(fields, w)
			}
		}
		if fields == nil {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			for i := range fields {
				w := &fields[i]
				c := r.Of(w.field.Index)
				if c.State != validate.Valid || w.calm(c.Raw) || p.Told(w.field.Index) {
					continue
				}
				reason, fix := damage(w.kind, w.identifier, string(c.Raw))
				if reason == "" {
					continue
				}
				if reason == damageLostZeros {
					reason = "" // the plain case
				}
				writeIf(p.Fault(c).Because(reason), w.field, fix)
			}
		}
	},
}

// A watched field is one whose values a spreadsheet may take for something else.
type watched struct {
	field      *schemas.Field
	kind       *identifierKind
	identifier bool
}

// watchedOf says how a field, nil for none, is watched, if it is.
func watchedOf(f *schemas.Field) (w watched, ok bool) {
	if f == nil || f.Type.Name != "string" || f.Type.Format != "default" || f.Constraints.Enum != nil || len(f.Checks) > 0 {
		return w, false
	}
	w.field = f
	w.kind, w.identifier = kindOf(f)
	return w, true
}

// calm says at a glance that a spreadsheet did nothing to a cell.
func (w *watched) calm(raw []byte) bool {
	n := len(raw)
	if !w.identifier && n > 3 && raw[0] != '#' && raw[n-3] != '+' && raw[n-4] != '+' {
		return true // nearly all cells
	}
	return w.kind.unharmed(raw, w.identifier) || n > longestDamaged
}

// longestDamaged is the longest value, in bytes, that a spreadsheet may have made
// of a code.
const longestDamaged = 64

// damageMessages says what a spreadsheet did to a value, by reason.
func damageMessages() map[string]validate.Message {
	again := text.Text{
		FR: "Mettez la colonne au format Texte dans le tableur, puis recopiez la valeur depuis sa source.",
		EN: "Set the column to Text in the spreadsheet, then copy the value from its source again.",
	}
	messages := map[string]validate.Message{
		damageScientific: say("« {value} » est en notation scientifique : le tableur a pris le code pour un nombre, et des chiffres sont perdus.",
			`"{value}" is in scientific notation: the spreadsheet took the code for a number, and digits are lost.`),
		damageDecimal: say("« {value} » : le tableur a transformé le code en nombre à virgule.",
			`"{value}": the spreadsheet turned the code into a decimal number.`),
		"": say("« {value} » : le tableur a supprimé un zéro au début du code.",
			`"{value}": the spreadsheet removed a zero at the start of the code.`),
		damageDate: say("« {value} » : le tableur a pris le code pour une date.",
			`"{value}": the spreadsheet took the code for a date.`),
		damageFormula: say("« {value} » est ce que le tableur montre quand il ne peut pas calculer ou afficher une valeur.",
			`"{value}" is what the spreadsheet shows when it cannot compute or show a value.`),
	}
	for _, reason := range []string{damageScientific, damageDate, damageFormula} {
		m := messages[reason]
		m.Hint = again
		messages[reason] = m
	}
	return messages
}
