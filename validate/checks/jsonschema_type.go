package checks

import (
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var jsonType = &validate.Check{
	Code:     "json-type",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Propriété d'une autre sorte", EN: "Property of another kind"},
	Why: text.Text{
		FR: "Le schéma attend ici un nombre, un texte, une liste, un oui ou non… et la valeur est d'une autre sorte. En JSON et en GeoJSON, un texte se met entre guillemets ; un nombre, true et false s'écrivent sans.",
		EN: "The schema expects a number, a text, a list, a yes or no… here, and the value is of another kind. In JSON and GeoJSON, a text stands between quotes; a number, true and false stand without.",
	},
	Mend: text.Text{
		FR: "Dans votre logiciel (QGIS, uMap…), donnez au champ le bon type puis exportez à nouveau, ou corrigez la valeur à l'endroit indiqué.",
		EN: "In your software (QGIS, uMap…), give the field the right type and export again, or correct the value at the place that is told.",
	},
	Bad:  `[{"trafic_vit": "50"}]`,
	Good: `[{"trafic_vit": 50}]`,
	Messages: map[string]validate.Message{
		"": say("La propriété « {place} » de la ligne {row} doit contenir {type}, et non {kind}.",
			`The property "{place-en}" of row {row} must hold {type-en}, not {kind-en}.`),
		"empty": {
			Say: text.Text{FR: "La propriété « {place} » de la ligne {row} est vide (null) ; on y attend {type}.",
				EN: `The property "{place-en}" of row {row} is empty (null); it must hold {type-en}.`},
			Hint: text.Text{FR: "Remplissez-la ou, si elle est facultative, retirez-la.", EN: "Fill it in or, if it is optional, leave it out."},
		},
		"quoted": {
			Say: text.Text{FR: "La propriété « {place} » de la ligne {row} contient le texte « {value} » ; on y attend {type}.",
				EN: `The property "{place-en}" of row {row} holds the text "{value}"; it must hold {type-en}.`},
			Hint: text.Text{FR: "Écrivez {fix}, sans guillemets.", EN: "Write {fix}, without quotes."},
		},
		"unquoted": {
			Say: text.Text{FR: "La propriété « {place} » de la ligne {row} contient {kind} ; on y attend {type}.",
				EN: `The property "{place-en}" of row {row} holds {kind-en}; it must hold {type-en}.`},
			Hint: text.Text{FR: "Écrivez {fix}, avec les guillemets ; si un zéro manque au début, rajoutez-le.", EN: "Write {fix}, with the quotes; if a leading zero is missing, put it back."},
		},
		"one-item": {
			Say: text.Text{FR: "La propriété « {place} » de la ligne {row} doit contenir une liste, même pour une seule valeur.",
				EN: `The property "{place-en}" of row {row} must hold a list, even of one value.`},
			Hint: text.Text{FR: "Écrivez {fix}, avec les crochets.", EN: "Write {fix}, with the brackets."},
		},
	},
	Row: judgeItems,
}

// jsonKinds says the types of JSON Schema to people.
var jsonKinds = map[string]text.Text{
	"string": {FR: "un texte", EN: "a text"}, "number": {FR: "un nombre", EN: "a number"}, "integer": {FR: "un nombre entier", EN: "a whole number"},
	"boolean": {FR: "true ou false (oui ou non)", EN: "true or false (yes or no)"}, "array": {FR: "une liste", EN: "a list"},
	"object": {FR: "un objet à plusieurs propriétés", EN: "an object of several properties"}, "null": {FR: "une valeur vide (null)", EN: "an empty value (null)"},
}

// tellType says what a value is, and what it should be.
func (j *jsonFault) tellType() {
	var fr, en []string
	for _, name := range []string{"string", "integer", "number", "boolean", "array", "object", "null"} {
		if word := jsonKinds[name]; slices.Contains(j.Types, name) {
			fr, en = append(fr, word.FR), append(en, word.EN)
		}
	}
	kind := jsonKinds[j.Kind]
	switch {
	case j.Kind == "integer":
		kind = jsonKinds["number"]
	case j.Kind == "number" && slices.Contains(j.Types, "integer"):
		kind = text.Text{FR: "un nombre à virgule", EN: "a number with decimals"}
	}
	j.f.With("type", strings.Join(fr, " ou ")).With("type-en", strings.Join(en, " or ")).With("kind", kind.FR).With("kind-en", kind.EN)
	takes := func(name string) bool { return slices.Contains(j.Types, name) }
	switch j.Kind {
	case "null":
		j.f.Because("empty")
	case "string":
		if fix := unquoted(j.value, takes); fix != "" {
			j.f.Because("quoted").Write(fix)
			return
		}
		j.oneItem(takes)
	case "number", "integer":
		if takes("string") {
			j.f.Because("unquoted").Write(strconv.Quote(j.value))
		}
	case "object":
		j.oneItem(takes)
	}
}

// oneItem proposes a list where one value stands, as far as it is short.
func (j *jsonFault) oneItem(takes func(string) bool) {
	if raw := string(j.item[j.At:j.End]); takes("array") && raw != `""` && len(raw) <= 100 {
		j.f.Because("one-item").Write("[" + raw + "]")
	}
}

// unquoted reads a text as the number, or the yes or no, that is expected;
// empty where it is none for certain.
func unquoted(value string, takes func(string) bool) string {
	if takes("boolean") {
		switch schemas.Fold(value) {
		case "oui", "true", "vrai", "yes":
			return "true"
		case "non", "false", "faux", "no":
			return "false"
		}
	}
	if !takes("number") && !takes("integer") {
		return ""
	}
	number := strings.Replace(strings.TrimSpace(value), ",", ".", 1)
	if whole, decimals, ok := strings.Cut(strings.TrimSpace(value), ","); ok && len(decimals) == 3 && len(whole) <= 3 && whole != "0" {
		return "" // 1,234 may be a thousand and more
	}
	if !isJSONNumber(number) || !takes("number") && strings.ContainsAny(number, ".eE") {
		return ""
	}
	return number
}
