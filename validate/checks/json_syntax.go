package checks

import (
	"bytes"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var jsonSyntax = &validate.Check{
	Code:     "json-syntax",
	Severity: validate.Error,
	Since:    "0.4.0",
	Title:    text.Text{FR: "Faute d'écriture JSON", EN: "Fault in the JSON"},
	Why: text.Text{
		FR: "Le fichier ne respecte pas l'écriture du JSON (RFC 8259). La plupart des logiciels refuseront de l'ouvrir, même pour une seule virgule de trop. Ce qui entoure la faute est vérifié quand même.",
		EN: "The file does not follow the notation of JSON (RFC 8259). Most programs will refuse to open it, if only for one comma too many. What stands around the fault is checked nonetheless.",
	},
	Mend: text.Text{
		FR: "Corrigez à l'endroit indiqué. Un fichier exporté par un logiciel (QGIS, uMap) n'a pas ces fautes : mieux vaut l'exporter à nouveau que le retoucher à la main.",
		EN: "Mend it at the place that is told. A file that a program exports (QGIS, uMap) has no such faults: export it again rather than retouch it by hand.",
	},
	Bad:       `{"type": "Feature", "properties": {"nom": "Mairie",}, "geometry": null}`,
	Good:      `{"type": "Feature", "properties": {"nom": "Mairie"}, "geometry": null}`,
	Messages:  jsonSyntaxMessages,
	Irregular: true,
	Row: func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			for _, f := range r.Faults {
				if reason, ok := jsonReason(f); ok {
					tellSyntax(p.FaultIn(f.At, -1), reason, f.Text)
				}
			}
		}
	},
	Table: func(*schemas.Schema) validate.State { return &jsonNotes{"syntax"} },
}

var jsonSyntaxMessages = map[string]validate.Message{
	"": advise("« {value} » n'a pas sa place ici : ce n'est pas du JSON.", `"{value}" has no place here: it is not JSON.`,
		"Vérifiez les guillemets, les virgules et les accolades juste avant cet endroit.", "Look at the quotes, the commas and the brackets just before this place."),
	"comma": advise("Une virgule est de trop : rien ne la suit.", "There is one comma too many: nothing follows it.",
		"Supprimez-la.", "Remove it."),
	"no-comma": advise("Une virgule manque avant cet endroit.", "A comma is missing before this place.",
		"Ajoutez-la.", "Add it."),
	"number": advise("« {value} » ne s'écrit pas ainsi en JSON.", `"{value}" is not written so in JSON.`,
		"Écrivez {fix}.", "Write {fix}."),
	"not-a-number": advise("« {value} » n'existe pas en JSON.", `"{value}" does not exist in JSON.`,
		"Si la valeur n'est pas connue, écrivez null.", "If the value is not known, write null."),
	"word": advise("« {value} » n'est pas une valeur en JSON.", `"{value}" is no value in JSON.`,
		"Un texte s'écrit entre guillemets droits.", "A text is written between straight quotes."),
	"word-fix": advise("« {value} » ne s'écrit pas ainsi en JSON.", `"{value}" is not written so in JSON.`,
		"Écrivez {fix}.", "Write {fix}."),
	"quote": advise("Ce texte est entre apostrophes.", "This text stands between apostrophes.",
		"Entourez-le de guillemets droits.", "Put straight quotes around it."),
	"name": advise("Le nom « {value} » n'est pas entre guillemets.", `The name "{value}" has no quotes around it.`,
		`Écrivez "{value}".`, `Write "{value}".`),
	"character": advise("Un texte contient un caractère de contrôle ({value}), comme en laissent la touche Entrée et la tabulation.", "A text holds a control character ({value}), as the keys Enter and Tab leave them.",
		`Supprimez-le, ou écrivez \n à sa place (\t pour une tabulation).`, `Remove it, or write \n in its place (\t for a tab).`),
	"half": advise("« {value} » n'est que la moitié d'un caractère : l'autre manque.", `"{value}" is only half of a character: the other one is missing.`,
		"Retapez ce caractère.", "Type this character again."),
	"escape": advise("« {value} » ne veut rien dire en JSON.", `"{value}" has no meaning in JSON.`,
		`Pour une barre oblique inversée, écrivez-en deux : \\.`, `For a backslash, write two: \\.`),
	"inner-quote": advise("Un guillemet au milieu d'un texte y met fin.", "A quote within a text ends it.",
		`Écrivez \" au lieu de ".`, `Write \" instead of ".`),
	"comment": advise("JSON n'admet pas de commentaire (« {value} »).", `JSON knows no comments ("{value}").`,
		"Supprimez-le.", "Remove it."),
	"deep": say("Plus de cent niveaux sont imbriqués ici : la suite de l'entité n'a pas été lue.", "More than a hundred levels are nested here: the rest of the feature was not read."),
	"unclosed": advise("Ce qui s'ouvre ici par « {value} » n'est pas fermé.", `What opens here with "{value}" is not closed.`,
		"Ajoutez « {sign} » là où il manque.", `Add "{sign}" where it is missing.`),
	"unclosed-text": advise("Le texte qui commence ici n'a pas de guillemet à la fin.", "The text that begins here has no quote at its end.",
		"Ajoutez le guillemet.", "Add the quote."),
	"truncated": advise("Le fichier s'arrête avant la fin de ce qui s'ouvre ici par « {value} » : il est incomplet.", `The file ends before what opens here with "{value}" is closed: it is incomplete.`,
		"Téléchargez-le ou exportez-le à nouveau.", "Download or export it again."),
	"cut": advise("Le fichier s'arrête avant la fin de la liste : il est incomplet.", "The file ends before its list does: it is incomplete.",
		"Téléchargez-le ou exportez-le à nouveau. S'il est complet, ajoutez les signes ]} à la fin.", "Download or export it again. If it is complete, add the signs ]} at the end."),
	"behind": advise("Du texte suit la fin de l'entité : « {value} ».", `Text follows the end of the feature: "{value}".`,
		"Supprimez-le, ou ôtez le signe de fermeture qui est de trop.", "Remove it, or remove the closing sign that is one too many."),
	"after": advise("Le fichier continue après sa fin : « {value} ». Cette suite n'a pas été vérifiée.", `The file goes on behind its end: "{value}". That was not checked.`,
		"Vérifiez qu'aucun signe ] ou } n'est de trop, et ne gardez qu'une seule collection par fichier.", "Make sure that no sign ] or } is one too many, and keep a single collection a file."),
}

// jsonReason gives the reason of a fault of a record; ok is false for what is
// no matter of syntax.
func jsonReason(f validate.Fault) (reason string, ok bool) {
	switch f.Kind {
	case validate.FaultJSONSyntax:
		return "", true
	case validate.FaultJSONComma:
		return "comma", true
	case validate.FaultJSONNoComma:
		return "no-comma", true
	case validate.FaultJSONNumber:
		return "number", true
	case validate.FaultJSONQuote:
		return "quote", true
	case validate.FaultJSONName:
		return "name", true
	case validate.FaultJSONCharacter:
		if strings.HasPrefix(f.Text, `\`) {
			return "half", true
		}
		return "character", true
	case validate.FaultJSONEscape:
		if f.Text == `"` {
			return "inner-quote", true
		}
		return "escape", true
	case validate.FaultJSONComment:
		return "comment", true
	case validate.FaultJSONDeep:
		return "deep", true
	case validate.FaultJSONUnclosed:
		if f.Text == `"` {
			return "unclosed-text", true
		}
		return "unclosed", true
	case validate.FaultJSONTruncated:
		return "truncated", true
	case validate.FaultJSONBehind:
		return "behind", true
	}
	return "", false
}

// tellSyntax completes a finding, which may be nil.
func tellSyntax(f *validate.Finding, reason, value string) {
	if f == nil {
		return
	}
	f.Value = value
	switch reason {
	case "":
		if fix, ok := jsonWords[strings.ToLower(value)]; ok {
			f.Write(fix)
			reason = "word-fix"
		} else if value != "" && (value[0]|0x20 >= 'a' && value[0]|0x20 <= 'z') {
			reason = "word"
		}
	case "number":
		if fix := jsonNumber(value); fix != "" {
			f.Write(fix)
		} else {
			reason = "not-a-number"
		}
	case "unclosed":
		f.With("sign", map[string]string{"{": "}", "[": "]", "'": `"`}[value])
	}
	f.Because(reason)
}

// jsonWords are words that other languages have for those of JSON.
var jsonWords = map[string]string{
	"true": "true", "false": "false", "null": "null", "none": "null", "nil": "null", "undefined": "null",
	"vrai": "true", "faux": "false", "oui": "true", "non": "false",
}

// jsonNumber writes a number as JSON wants it, "" where it is none.
func jsonNumber(raw string) string {
	s := []byte(strings.Replace(strings.TrimLeft(raw, "+"), ",", ".", 1))
	sign := ""
	if len(s) > 0 && s[0] == '-' {
		sign, s = "-", s[1:]
	}
	whole, decimals, pointed := bytes.Cut(s, []byte("."))
	for _, part := range [][]byte{whole, decimals} {
		if len(bytes.Trim(part, "0123456789")) > 0 {
			return ""
		}
	}
	if len(whole)+len(decimals) == 0 {
		return ""
	}
	if whole = bytes.TrimLeft(whole, "0"); len(whole) == 0 {
		whole = []byte("0")
	}
	if pointed && len(decimals) > 0 {
		return sign + string(whole) + "." + string(decimals)
	}
	return sign + string(whole)
}
