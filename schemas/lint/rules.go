package lint

import "github.com/socle-commun/socle/schemas/text"

// words is what is said of a fault, and what to write instead.
type words struct{ say, hint text.Text }

// A rule is one fault: how grave it is, and its words by reason. Where package
// schemas says what is wrong, only the hint is ours.
type rule struct {
	severity Severity
	say      map[string]words
}

// only is the words of a fault that has one reason.
func only(sayFR, sayEN, hintFR, hintEN string) map[string]words {
	return map[string]words{"": {text.Text{FR: sayFR, EN: sayEN}, text.Text{FR: hintFR, EN: hintEN}}}
}

// hint is the words of a fault that package schemas tells.
func hint(fr, en string) map[string]words { return only("", "", fr, en) }

// with adds the words of another reason.
func with(m map[string]words, reason, sayFR, sayEN, hintFR, hintEN string) map[string]words {
	m[reason] = words{text.Text{FR: sayFR, EN: sayEN}, text.Text{FR: hintFR, EN: hintEN}}
	return m
}

// rules are all faults, by code.
var rules = merged(documentRules, typeRules, fieldRules, valueRules)

func merged(tables ...map[string]rule) map[string]rule {
	all := map[string]rule{}
	for _, table := range tables {
		for code, r := range table {
			all[code] = r
		}
	}
	return all
}

// documentRules are about the document as a whole.
var documentRules = map[string]rule{
	"json-syntax": {Error, with(hint("Corrigez ce signe ; il manque souvent une virgule ou un guillemet juste avant, ou il y a une virgule de trop.",
		"Mend this sign; often a comma or a quote is missing just before it, or there is a comma too many."),
		"encoding", "", "", "Choisissez l'encodage UTF-8, sans BOM, en enregistrant le fichier ; vérifiez ensuite ses lettres accentuées.",
		"Choose the encoding UTF-8, without BOM, as you save the file; then look at its accented letters.")},
	"not-a-schema":    {Error, hint("Donnez à ce document une liste « fields », avec un objet par colonne.", `Give this document a list "fields", with one object for each column.`)},
	"huge-number":     {Error, hint("Écrivez un nombre plus court.", "Write a shorter number.")},
	"unusable":        {Error, hint("", "")},
	"resource":        {Error, hint("", "")},
	"byte-order-mark": {Warning, only("le fichier commence par une marque d'ordre des octets (BOM), que bien des lecteurs de JSON refusent.", "the file begins with a byte order mark (BOM), which many readers of JSON refuse.", "Enregistrez-le en « UTF-8 » et non en « UTF-8 avec BOM ».", `Save it as "UTF-8", not as "UTF-8 with BOM".`)},
	"duplicate-member": {Warning, only("« {name} » est écrit deux fois dans le même objet : seul le dernier compte.", `"{name}" is written twice in one object: only the last one counts.`,
		"Gardez-en un seul.", "Keep one of them.")},
	"profile": {Error, with(hint("", ""), "boolean", "", "", "Écrivez true ou false, sans guillemets.", "Write true or false, without quotes.")},
	"unknown-member": {Warning, only("« {name} » est inconnu et reste sans effet.", `"{name}" is unknown and has no effect.`,
		"Écrivez « {near} », si c'est ce que vous voulez dire.", `Write "{near}", if that is what you mean.`)},
	"missing-name":        {Warning, only("le schéma n'a pas de nom.", "the schema has no name.", `Ajoutez "name": un mot court, en minuscules.`, `Add "name": a short word, in small letters.`)},
	"missing-version":     {Warning, only("le schéma n'a pas de version.", "the schema has no version.", `Ajoutez "version": "1.0.0", et augmentez-la à chaque publication.`, `Add "version": "1.0.0", and raise it with each publication.`)},
	"missing-title":       {Notice, only("le schéma n'a pas de titre.", "the schema has no title.", `Ajoutez "title": ce que contiennent les fichiers, en quelques mots.`, `Add "title": what the files hold, in a few words.`)},
	"missing-description": {Notice, only("le schéma n'a pas de description.", "the schema has no description.", `Ajoutez "description": à quoi servent les fichiers, et ce qu'est une ligne.`, `Add "description": what the files are for, and what a row is.`)},
	"key":                 {Error, hint("Écrivez le nom d'un champ exactement comme dans « fields ».", `Write the name of a field exactly as in "fields".`)},
	"check-column":        {Warning, hint("Écrivez le nom d'un champ exactement comme dans « fields ».", `Write the name of a field exactly as in "fields".`)},
	"duplicate-check":     {Warning, only("le contrôle « {name} » est demandé deux fois à l'identique.", `the check "{name}" is asked for twice in the same way.`, "Gardez-en un seul.", "Keep one of them.")},
	"unknown-check": {Warning, with(only("le contrôle « {name} » est inconnu de socle : il ne sera pas fait.", `the check "{name}" is unknown to socle: it will not be done.`,
		"Vérifiez son nom.", "Look at its name."), "near", "le contrôle « {name} » est inconnu de socle : il ne sera pas fait.", `the check "{name}" is unknown to socle: it will not be done.`, "Écrivez « {near} ».", `Write "{near}".`)},
	"check-parameter": {Warning, with(only("le contrôle « {name} » n'a pas de paramètre « {param} » : il ne sera pas fait.", `the check "{name}" has no parameter "{param}": it will not be done.`,
		`Ajoutez "{param}" dans « params », avec un nom de champ.`, `Add "{param}" to "params", with the name of a field.`),
		"near", "le contrôle « {name} » n'a pas de paramètre « {param} », mais un paramètre « {near} » : il ne sera pas fait.", `the check "{name}" has no parameter "{param}", but a parameter "{near}": it will not be done.`, "Écrivez « {param} ».", `Write "{param}".`)},
}

// typeRules are about the type of a field and what it allows.
var typeRules = map[string]rule{
	"unknown-type": {Error, hint("Écrivez l'un de ces types.", "Write one of these types.")},
	"bad-format":   {Error, hint("Corrigez « format », ou retirez-le.", `Mend "format", or take it away.`)},
	"unknown-format": {Warning, hint("Retirez « format », ou écrivez-en un de ce type ; une forme libre se décrit dans « constraints » par « pattern ».",
		`Take "format" away, or write one of this type; a form of your own is described in "constraints" by "pattern".`)},
	"literal-format": {Error, hint("Écrivez le format avec des signes %, par exemple %Y-%m-%d, ou retirez-le : les dates s'écrivent alors 2024-03-12.",
		"Write the format with % signs, such as %Y-%m-%d, or take it away: dates are then written 2024-03-12.")},
	"boolean-words":   {Warning, hint("Ne gardez cette écriture que d'un côté.", "Keep this text on one side only.")},
	"number-signs":    {Error, hint("Écrivez un signe différent pour les décimales et pour les milliers.", "Write different signs for decimals and for thousands.")},
	"constraint-type": {Error, hint("Retirez cette contrainte, ou changez le type du champ.", "Take this constraint away, or change the type of the field.")},
	"constraint-value": {Error, hint("Écrivez une valeur que le type et le format du champ admettent.",
		"Write a value that the type and the format of the field allow.")},
	"enum-value": {Error, with(hint("Écrivez une valeur que le type et le format du champ admettent, ou changez le type.",
		"Write a value that the type and the format of the field allow, or change the type."),
		"fraction", "{value} n'est pas un nombre entier : aucune cellule ne peut prendre cette valeur.", "{value} is not a whole number: no cell can have this value.",
		`Corrigez la valeur, ou écrivez "type": "number".`, `Mend the value, or write "type": "number".`)},
	"pattern-syntax": {Error, hint("Corrigez l'expression ; une parenthèse ou un signe à prendre tel quel se précède d'une barre oblique inverse.",
		"Mend the expression; a bracket or a sign that is to be taken as it is has a backslash before it.")},
	"pattern-type": {Warning, hint(`Écrivez "type": "string", ou retirez « pattern » : d'autres outils refusent ce schéma.`,
		`Write "type": "string", or take "pattern" away: other tools refuse this schema.`)},
	"json-schema": {Error, hint("Corrigez ce JSON Schema, ou retirez-le.", "Mend this JSON Schema, or take it away.")},
	"unknown-constraint": {Warning, with(with(hint("Écrivez « {name} », si c'est ce que vous voulez dire.", `Write "{name}", if that is what you mean.`),
		"unknown", "", "", "Retirez-la, ou écrivez une contrainte de Table Schema.", "Take it away, or write a constraint of Table Schema."),
		"outside", "", "", "Ce n'est pas une contrainte : écrivez ce membre à côté de « type ».", `It is no constraint: write this member beside "type".`)},
	"stray-member": {Warning, with(hint("Écrivez « {name} » dans l'objet « constraints » du champ.", `Write "{name}" inside the object "constraints" of the field.`),
		"item", "« {name} » n'est pas écrit dans « constraints » et reste sans effet.", `"{name}" is not written inside "constraints" and has no effect.`,
		"Écrivez « {name} » dans un objet « constraints » de « arrayItem ».", `Write "{name}" inside an object "constraints" of "arrayItem".`)},
	"misspelt-constraints": {Warning, hint("Écrivez « constraints », après avoir relu ces contraintes : elles n'ont jamais été appliquées.",
		`Write "constraints", after reading these constraints again: they have never been applied.`)},
	"misplaced-member": {Warning, only("« {name} » est sans effet sur un champ de type {type}.", `"{name}" has no effect on a field of type {type}.`,
		"Retirez-le, ou donnez au champ le type {types}.", "Take it away, or give the field the type {types}.")},
	"date-format": {Notice, with(with(with(only("le format de date « {format} » n'est pas celui de la norme ISO 8601, que les autres jeux de données emploient.", `the date format "{format}" is not that of ISO 8601, which other datasets use.`,
		"Retirez « format », ou écrivez %Y-%m-%d : les dates s'écrivent alors 2024-03-12.", `Take "format" away, or write %Y-%m-%d: dates are then written 2024-03-12.`),
		"any", "le format « any » laisse chacun écrire ses dates à sa manière : 03/12/2024 peut être le 3 décembre ou le 12 mars.", `the format "any" lets everybody write dates in their own way: 03/12/2024 may be 3 December or March 12.`,
		"Retirez « format » : les dates s'écrivent alors 2024-03-12.", `Take "format" away: dates are then written 2024-03-12.`),
		"century", "le format « {format} » n'écrit que deux chiffres de l'année : le siècle est deviné.", `the format "{format}" writes two digits of the year only: the century is guessed.`,
		"Écrivez %Y au lieu de %y.", "Write %Y instead of %y."),
		"partial", "le format « {format} » ne donne pas une date entière.", `the format "{format}" does not give a whole date.`,
		"Prenez le type year ou yearmonth, ou écrivez %Y-%m-%d.", "Take the type year or yearmonth, or write %Y-%m-%d.")},
}
