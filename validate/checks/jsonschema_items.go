package checks

import (
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/jsonschema"
)

var jsonExtra = &validate.Check{
	Code:     "json-extra",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Propriété inconnue", EN: "Unknown property"},
	Why: text.Text{
		FR: "Le schéma n'admet ici que les propriétés qu'il décrit, et celle-ci n'en est pas.",
		EN: "The schema allows only the properties that it describes here, and this is none of them.",
	},
	Mend: text.Text{
		FR: "Corrigez le nom de la propriété, ou retirez-la.",
		EN: "Correct the property's name, or take it out.",
	},
	Bad:  `[{"Montants": 1200}]`,
	Good: `[{"montant": 1200}]`,
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "La propriété « {place} » de la ligne {row} n'est pas prévue par le schéma.", EN: `The schema has no property "{place-en}", row {row}.`},
			Hint: text.Text{FR: "Retirez-la, ou corrigez son nom.", EN: "Take it out, or correct its name."},
		},
		"similar": {
			Say:  text.Text{FR: "La propriété « {place} » de la ligne {row} n'est pas prévue par le schéma.", EN: `The schema has no property "{place-en}", row {row}.`},
			Hint: text.Text{FR: "Vouliez-vous écrire « {similar} » ?", EN: `Did you mean "{similar}"?`},
		},
		"name": say("Le nom de la propriété « {place} », ligne {row}, n'est pas de ceux que le schéma admet.",
			`The name of the property "{place-en}", row {row}, is none that the schema allows.`),
		"unchecked": say("Le schéma ne dit rien de la propriété « {name} » : elle n'est pas vérifiée.",
			`The schema says nothing of the property "{name}": it is not checked.`),
		"misspelt": {
			Say:  text.Text{FR: "Le schéma ne dit rien de la propriété « {name} » : elle n'est pas vérifiée.", EN: `The schema says nothing of the property "{name}": it is not checked.`},
			Hint: text.Text{FR: "Vouliez-vous écrire « {similar} » ?", EN: `Did you mean "{similar}"?`},
		},
	},
	File: tellUnknown,
}

// tellExtra looks for a property of a name that is near.
func (j *jsonFault) tellExtra() {
	beside := strings.TrimSuffix(j.Path, j.Name)
	var names []string
	for i := range j.schema.Properties {
		if name, ok := strings.CutPrefix(j.schema.Properties[i].Path, beside); ok {
			name, _, _ = strings.Cut(name, ".")
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if similar := nearName(j.Name, names); similar != "" {
		j.f.Because("similar").With("similar", similar)
	}
}

// nearName gives the name that was meant, "" where none is near.
func nearName(name string, names []string) string {
	if similar := schemas.Nearest(name, names); similar != "" && similar != name {
		return similar
	}
	return near(name, names)
}

// tellUnknown notices the properties of which the schema says nothing, where it
// allows them: one that is misspelt would go unseen.
func tellUnknown(s *schemas.Schema) func(*validate.Pass, *validate.File) {
	if s.Kind != schemas.JSON {
		return nil
	}
	judge, err := jsonschema.Compile(s)
	if err != nil {
		return nil
	}
	names := judge.Names()
	return func(p *validate.Pass, f *validate.File) {
		if judge.Closed() || len(names) == 0 {
			return
		}
		var absent []string
		for _, name := range names {
			if !slices.Contains(f.Labels, name) {
				absent = append(absent, name)
			}
		}
		for _, label := range f.Labels {
			if label == "" || slices.Contains(names, label) {
				continue
			}
			finding := p.FileFault(validate.Notice, -1, -1).Because("unchecked").With("name", label)
			if similar := nearName(label, absent); similar != "" {
				finding.Because("misspelt").With("similar", similar)
			}
		}
	}
}

var jsonItems = &validate.Check{
	Code:     "json-items",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Liste trop courte, trop longue ou avec un doublon", EN: "List too short, too long or with a duplicate"},
	Why: text.Text{
		FR: "Le schéma dit combien d'éléments cette liste peut avoir, ou qu'aucun ne s'y trouve deux fois.",
		EN: "The schema says how many items this list may have, or that none stands there twice.",
	},
	Mend: text.Text{
		FR: "Complétez la liste, abrégez-la ou retirez-en l'élément répété.",
		EN: "Complete the list, shorten it or take the repeated item out.",
	},
	Bad:  `[{"publics": ["familles", "familles"]}]`,
	Good: `[{"publics": ["familles"]}]`,
	Messages: map[string]validate.Message{
		"": say("La liste « {place} » de la ligne {row} a {found} {found|élément|éléments} ; il en faut au moins {expected}.",
			`The list "{place-en}" of row {row} has {found} {found|item|items}; it needs at least {expected}.`),
		"many": say("La liste « {place} » de la ligne {row} a {found} {found|élément|éléments} ; il en faut au plus {expected}.",
			`The list "{place-en}" of row {row} has {found} {found|item|items}; at most {expected} are allowed.`),
		"twice": say("La liste « {place} » de la ligne {row} contient deux fois le même élément, aux places {first} et {found}.",
			`The list "{place-en}" of row {row} has the same item twice: at places {first} and {found}.`),
		"again": {
			Say:  text.Text{FR: "La ligne {row} répète exactement la ligne {first}, et le schéma ne l'admet pas.", EN: "Row {row} repeats row {first} exactly, which the schema does not allow."},
			Hint: text.Text{FR: "Supprimez l'une des deux.", EN: "Remove one of the two."},
		},
		"few-rows":  say("Le fichier a {n} {n|ligne|lignes} ; le schéma en veut au moins {expected}.", "The file has {n} {n|row|rows}; the schema wants at least {expected}."),
		"many-rows": say("Le fichier a {n} {n|ligne|lignes} ; le schéma en veut au plus {expected}.", "The file has {n} {n|row|rows}; the schema wants at most {expected}."),
		"lacks": say("La liste « {place} » de la ligne {row} n'a aucun élément de la sorte que le schéma y veut.",
			`The list "{place-en}" of row {row} has no item of the kind that the schema wants in it.`),
	},
	Table: newItemList,
}

// tellTwice says which items are equal.
func (j *jsonFault) tellTwice() {
	j.f.Because("twice").With("first", strconv.Itoa(j.First))
}

var jsonChoice = &validate.Check{
	Code:     "json-choice",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Aucune des formes possibles", EN: "None of the possible forms"},
	Why: text.Text{
		FR: "Le schéma donne plusieurs formes possibles, ou en exclut une, et ce qui est écrit ne s'y tient pas.",
		EN: "The schema gives several possible forms, or rules one out, and what is written does not keep to that.",
	},
	Mend: text.Text{
		FR: "Choisissez l'une des formes possibles.",
		EN: "Choose one of the possible forms.",
	},
	Bad:  `[{"contact": {"nom": "Service presse"}}]`,
	Good: `[{"contact": {"nom": "Service presse", "email": "presse@exemple.fr"}}]`,
	Messages: map[string]validate.Message{
		"": say("« {place} », ligne {row}, doit avoir au moins l'une des propriétés {names}.",
			`"{place-en}", row {row}, needs at least one of the properties {names-en}.`),
		"several": say("« {place} », ligne {row}, a plusieurs des formes que le schéma donne au choix ; il n'en faut qu'une.",
			`"{place-en}", row {row}, has several of the forms that the schema offers; it must have one.`),
		"not": say("« {place} », ligne {row}, contient ce que le schéma exclut.",
			`"{place-en}", row {row}, holds what the schema rules out.`),
	},
}

// tellAny lists the members one of which must be there.
func (j *jsonFault) tellAny() { j.withList("names", j.Names) }
