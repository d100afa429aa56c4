package checks

import (
	"errors"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/socle-commun/socle/schemas"
	regex "github.com/socle-commun/socle/schemas/pattern"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
)

var pattern = &validate.Check{
	Code:     "pattern",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Forme inattendue", EN: "Unexpected form"},
	Why: text.Text{
		FR: "Le schéma impose une forme à cette colonne, par exemple quatorze chiffres ou une date suivie d'une barre oblique, et la valeur ne l'a pas.",
		EN: "The schema imposes a form on this column, such as fourteen digits or a date followed by a slash, and the value does not have it.",
	},
	Mend: text.Text{
		FR: "Écrivez la valeur sur le modèle de l'exemple donné par le schéma.",
		EN: "Write the value on the model of the example that the schema gives.",
	},
	Bad:  "code_commune\n5350",
	Good: "code_commune\n05350",
	Messages: refusedMessages(map[string]validate.Message{
		"lost-zero": {
			Say:  text.Text{FR: "« {value} » n'a pas la forme attendue dans la colonne « {field} ».", EN: `"{value}" does not have the form that the column "{field}" asks for.`},
			Hint: text.Text{FR: "Si le tableur a supprimé un zéro au début, écrivez {padded} ; sinon, corrigez sur ce modèle : {example}", EN: "If the spreadsheet removed a leading zero, write {padded}; otherwise correct it on this model: {example}"},
		},
		"": {
			Say:  text.Text{FR: "« {value} » n'a pas la forme attendue dans la colonne « {field} ».", EN: `"{value}" does not have the form that the column "{field}" asks for.`},
			Hint: text.Text{FR: "Écrivez la valeur sur ce modèle : {example}{rule}", EN: "Write the value like this: {example}"},
		},
		"undecided": {
			Say:  text.Text{FR: "« {value} » n'a pas pu être comparé à la forme attendue dans la colonne « {field} » : la règle du schéma demande trop de calculs.", EN: `"{value}" could not be held against the form that the column "{field}" asks for: the schema's rule takes too much reckoning.`},
			Hint: text.Text{FR: "Ce n'est pas une faute du fichier : signalez-le à l'auteur du schéma.", EN: "This is no fault of the file: tell the author of the schema."},
		},
		"no-model": {
			Say:  text.Text{FR: "« {value} » n'a pas la forme attendue dans la colonne « {field} ».", EN: `"{value}" does not have the form that the column "{field}" asks for.`},
			Hint: text.Text{FR: "Voyez ce que le schéma dit de la colonne{rule}.", EN: "Read what the schema says of the column."},
		},
		damageScientific: {
			Say:  text.Text{FR: "« {value} » est en notation scientifique : le tableur a pris le code pour un nombre, et des chiffres sont perdus.", EN: `"{value}" is in scientific notation: the spreadsheet took the code for a number, and digits are lost.`},
			Hint: text.Text{FR: "Mettez la colonne au format Texte dans le tableur, puis recopiez la valeur depuis sa source.", EN: "Set the column to Text in the spreadsheet, then copy the value from its source again."},
		},
		damageDecimal:   say("« {value} » : le tableur a transformé le code en nombre à virgule.", `"{value}": the spreadsheet turned the code into a decimal number.`),
		damageLostZeros: say("« {value} » : le tableur a supprimé un zéro au début du code.", `"{value}": the spreadsheet removed a zero at the start of the code.`),
		damageDate: {
			Say:  text.Text{FR: "« {value} » : le tableur a pris le code pour une date.", EN: `"{value}": the spreadsheet took the code for a date.`},
			Hint: text.Text{FR: "Mettez la colonne au format Texte dans le tableur, puis recopiez la valeur depuis sa source.", EN: "Set the column to Text in the spreadsheet, then copy the value from its source again."},
		},
		damageFormula: {
			Say:  text.Text{FR: "« {value} » est ce que le tableur montre quand il ne peut pas calculer ou afficher une valeur.", EN: `"{value}" is what the spreadsheet shows when it cannot compute or show a value.`},
			Hint: text.Text{FR: "Recopiez la valeur depuis sa source.", EN: "Copy the value from its source again."},
		},
	}),
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		expression := f.Constraints.Pattern
		if expression == nil {
			return nil
		}
		var lost atomic.Int32 // values that took too long
		said, rule := impliedBy(f), ""
		kind, identifier := kindOf(f)
		if f.Description != "" {
			rule = ". Le schéma dit : " + strings.TrimRight(f.Description, " .") // whose stop the message has
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if said && !p.Strict() {
				return
			}
			right, err := false, errGivenUp
			if lost.Load() < givenUpAfter {
				right, err = expression.MatchErr(c.Raw)
			}
			if right {
				return
			}
			if err != nil {
				lost.Add(1)
				p.Fault(c).With("pattern", expression.String()).Because("undecided")
				return
			}
			finding := p.Fault(c).With("pattern", expression.String())
			if finding == nil {
				return
			}
			finding.With("rule", rule)
			if f.Model == "" {
				finding.Because("no-model")
			}
			value := string(c.Raw)
			if explainRefused(finding, f, value) || explainDamage(finding, f, kind, identifier, value) {
				return
			}
			if fix := respell(f, value); fix != "" {
				finding.Write(fix)
			} else if padded := "0" + value; isCodeOfCommune(f, padded) {
				finding.Because(damageLostZeros).Write(padded)
			} else if f.Model != "" && expression.Match([]byte(padded)) {
				finding.Because("lost-zero").With("padded", padded)
			}
		}
	},
	Right: func(f *schemas.Field) func(raw []byte) bool {
		if expression := f.Constraints.Pattern; expression.Engine() == regex.EngineDFA {
			return expression.Matcher()
		}
		return nil // it may come to no verdict
	},
}

// givenUpAfter is how many values of a column may take a pattern too long
// before the rest of them is left undecided.
const givenUpAfter = 20

var errGivenUp = errors.New("the pattern took too long before")

// isCodeOfCommune says whether the field is called as that of an INSEE code, or
// of a postal code, is, and accepts this one, which exists.
func isCodeOfCommune(f *schemas.Field, code string) bool {
	if len(code) != len("01053") || !accepts(f, code) {
		return false
	}
	name := unsigned(f.Name)
	if slices.Contains(communeWords[0], name) {
		_, ok := cog.Find([]byte(code))
		return ok
	}
	return slices.Contains(communeWords[2], name) && len(cog.ByPostalCode([]byte(code))) > 0
}

// impliedBy says whether a check of French identifiers says all that the
// pattern would, and says it better.
func impliedBy(f *schemas.Field) bool {
	switch f.Constraints.Pattern.String() {
	case `^\d{14}$`, `\d{14}`, `^[0-9]{14}$`:
		return f.HasCheck(siretNames...)
	case `^\d{9}$`, `\d{9}`, `^[0-9]{9}$`:
		return f.HasCheck(sirenNames...)
	}
	return false
}
