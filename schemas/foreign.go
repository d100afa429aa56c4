package schemas

import "github.com/socle-commun/socle/schemas/text"

// expected ends the sentence that says what a document is instead of a schema.
var expected = text.Text{
	FR: " ; socle attend un schéma : un Table Schema (avec une liste « fields »), un JSON Schema ou un Data Package.",
	EN: `; socle expects a schema: a Table Schema (with a list "fields"), a JSON Schema or a Data Package.`,
}

// foreign gives the kind of a schema document, or says what a document is
// that is no schema.
func foreign(doc any) (Kind, *Problem) {
	what := text.Text{FR: "ce document n'a pas de liste « fields »", EN: `this document has no list "fields"`}
	switch doc := doc.(type) {
	case []any:
		what = text.Text{FR: "ce document est une liste, et non un objet", EN: "this document is a list, not an object"}
	case map[string]any:
		kind, known, other := kindOf(doc)
		if known {
			return kind, nil
		}
		if !other.Empty() {
			what = text.Text{FR: "ce document est " + other.FR, EN: "this document is " + other.EN}
		}
	default:
		what = text.Text{FR: "ce document n'est qu'une valeur (" + clip(shown(doc)) + ")", EN: "this document is a mere value (" + clip(shown(doc)) + ")"}
	}
	return 0, &Problem{Say: text.Text{FR: what.FR + expected.FR, EN: what.EN + expected.EN}}
}
