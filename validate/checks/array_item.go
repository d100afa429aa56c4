package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var arrayItem = &validate.Check{
	Code:     "array-item",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Élément de liste non conforme", EN: "Item of a list not as demanded"},
	Why: text.Text{
		FR: "La cellule contient une liste, et le schéma demande quelque chose à chacun de ses éléments : une longueur, une forme, une valeur parmi d'autres… L'un d'eux ne s'y tient pas.",
		EN: "The cell holds a list, and the schema demands something of each of its items: a length, a form, one value of several… One of them does not keep to it.",
	},
	Mend: text.Text{
		FR: "Corrigez l'élément, sans toucher aux crochets, aux virgules ni aux guillemets de la liste.",
		EN: "Correct the item, leaving the brackets, commas and quotes of the list as they are.",
	},
	Bad:  "etiquettes\n\"[\"\"vélo\"\",\"\"trottinette\"\"]\"",
	Good: "etiquettes\n\"[\"\"vélo\"\",\"\"bus\"\"]\"",
	Messages: map[string]validate.Message{
		"":          itemMessage("« {item} » n'a pas la forme que le schéma demande à chaque élément", `"{item}" does not have the form that the schema asks of each item`),
		"required":  itemMessage("un élément est vide, et le schéma n'en admet pas", "an item is empty, which the schema does not allow"),
		"enum":      itemMessage("« {item} » ne fait pas partie des éléments possibles : {expected}", `"{item}" is not one of the possible items: {expected-en}`),
		"too-small": itemMessage("« {item} » est trop petit : chaque élément est borné par {expected}", `"{item}" is too small: each item is bounded by {expected}`),
		"too-large": itemMessage("« {item} » est trop grand : chaque élément est borné par {expected}", `"{item}" is too large: each item is bounded by {expected}`),
		"too-short": itemMessage("« {item} » est trop court : la longueur minimale d'un élément est {expected}", `"{item}" is too short: the least length of an item is {expected}`),
		"too-long":  itemMessage("« {item} » est trop long : la longueur maximale d'un élément est {expected}", `"{item}" is too long: the greatest length of an item is {expected}`),
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		items := f.Constraints.Items
		if items == nil {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			for _, broken := range items.Broken(f.Type, c.Raw) {
				reason := itemReasons[broken.Constraint]
				finding := p.Fault(c).Because(reason).With("item", broken.Item).With("constraint", broken.Constraint)
				if list := broken.Of.Enum; reason == "enum" {
					finding.With("expected", listed(list.Values, "«\u00a0", "\u00a0»", ", "))
					finding.With("expected-en", listed(list.Values, `"`, `"`, ", "))
				} else {
					finding.With("expected", broken.Of.Said(broken.Constraint))
				}
			}
		}
	},
}

func itemMessage(fr, en string) validate.Message {
	return validate.Message{
		Say:  text.Text{FR: "Dans la liste de la cellule {cell}, " + fr + ".", EN: "In the list of cell {cell}, " + en + "."},
		Hint: text.Text{FR: "Corrigez cet élément, ou supprimez-le avec sa virgule.", EN: "Correct that item, or remove it with its comma."},
	}
}

// itemReasons are the reasons for the constraints of items; others have the
// plain message.
var itemReasons = map[string]string{
	"required": "required", "enum": "enum",
	"minimum": "too-small", "exclusiveMinimum": "too-small", "maximum": "too-large", "exclusiveMaximum": "too-large",
	"minLength": "too-short", "maxLength": "too-long",
}
