package checks

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var foreignKey = ForeignKeys(nil)

// ForeignKeys makes the check of foreign keys. tables gives the keys of other
// tables: nil for one that is not at hand, an error for one that cannot be
// read. What refers to such a table is told as not checked. It is asked once
// for each key; a nil tables has none. The code is the same whatever the
// tables, so that a plan takes one of these checks in the place of the one in
// All.
func ForeignKeys(tables func(schemas.ForeignKey) (*KeySet, error)) *validate.Check {
	table := askedOnce(tables)
	return &validate.Check{
		Code:     "foreign-key",
		Severity: validate.Error,
		Since:    "0.2.0",
		Title:    text.Text{FR: "Référence introuvable", EN: "Reference not found"},
		Why: text.Text{
			FR: "Une colonne, ou plusieurs ensemble, renvoie à une ligne d'une table par son identifiant, et aucune ligne ne porte celui-ci.",
			EN: "A column, or several together, refers to a row of a table by its key, and no row bears this one.",
		},
		Mend: text.Text{
			FR: "Corrigez l'identifiant, ou ajoutez la ligne à laquelle il renvoie.",
			EN: "Correct the key, or add the row that it refers to.",
		},
		Bad:      "id,parent\n1,\n2,9",
		Good:     "id,parent\n1,\n2,1",
		Messages: foreignKeyMessages,
		Keys:     foreignKeyFields,
		File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
			return func(p *validate.Pass, _ *validate.File) {
				severity := validate.Warning
				if p.Strict() {
					severity = validate.Error
				}
				for _, k := range s.ForeignKeys {
					keys, err := table(k)
					switch {
					case k.Resource == "" || keys != nil:
					case err != nil:
						why := reasonOf(err)
						p.FileFault(validate.Error, -1, -1).Because("unreadable").With("key", fieldNames(s, k.Fields)).
							With("table", k.Resource).With("why", why.FR).With("why-en", why.EN)
					default:
						p.FileFault(severity, -1, -1).Because("elsewhere").With("key", fieldNames(s, k.Fields)).With("table", k.Resource)
					}
				}
			}
		},
		Table: func(s *schemas.Schema) validate.State {
			var states references
			for i, k := range s.ForeignKeys {
				if others, _ := table(k); k.Resource == "" || others != nil {
					states.Keys = append(states.Keys, newReference(s, i, others))
				}
			}
			if states.Keys == nil {
				return nil
			}
			return &states
		},
	}
}

// reasonOf says why a table cannot be read, without the point at the end.
func reasonOf(err error) text.Text {
	var failure *validate.Failure
	if errors.As(err, &failure) {
		return text.Text{FR: strings.TrimSuffix(failure.Say.FR, "."), EN: strings.TrimSuffix(failure.Say.EN, ".")}
	}
	return text.Text{FR: err.Error(), EN: err.Error()}
}

// askedOnce remembers what tables says of each key.
func askedOnce(tables func(schemas.ForeignKey) (*KeySet, error)) func(schemas.ForeignKey) (*KeySet, error) {
	type answer struct {
		keys *KeySet
		err  error
	}
	var mu sync.Mutex
	known := map[string]answer{}
	return func(k schemas.ForeignKey) (*KeySet, error) {
		if tables == nil || k.Resource == "" {
			return nil, nil
		}
		mu.Lock()
		defer mu.Unlock()
		name := fmt.Sprintf("%q %q %d", k.Resource, k.Targets, k.Fields)
		a, ok := known[name]
		if !ok {
			a.keys, a.err = tables(k)
			known[name] = a
		}
		return a.keys, a.err
	}
}

var foreignKeyMessages = map[string]validate.Message{
	"": {
		Say:  text.Text{FR: "« {value} » ({key}) ne renvoie à aucune ligne : aucune ne porte cette valeur dans « {targets} ».", EN: `"{value}" ({key}) refers to no row: none bears that value in "{targets}".`},
		Hint: text.Text{FR: "Corrigez l'identifiant, ou ajoutez la ligne à laquelle il renvoie.", EN: "Correct the key, or add the row that it refers to."},
	},
	"unreadable": {
		Say:  text.Text{FR: "Selon le schéma, « {key} » renvoie à la table « {table} », qui ne peut pas être lue ({why}) : ces références n'ont pas été vérifiées.", EN: `By the schema, "{key}" refers to the table "{table}", which cannot be read ({why-en}): these references were not checked.`},
		Hint: text.Text{FR: "Réparez cette table, puis recommencez.", EN: "Mend that table, then start again."},
	},
	"elsewhere": {
		Say:  text.Text{FR: "Selon le schéma, « {key} » renvoie à la table « {table} », qui n'est pas donnée : ces références n'ont pas été vérifiées.", EN: `By the schema, "{key}" refers to the table "{table}", which is not given: these references were not checked.`},
		Hint: text.Text{FR: "Vérifiez-les à la main : le résultat ne dit rien d'elles.", EN: "Check them by hand: the result says nothing of them."},
	},
}

// foreignKeyFields lists the fields whose values foreign keys compare.
func foreignKeyFields(s *schemas.Schema) []int {
	var fields []int
	for _, k := range s.ForeignKeys {
		fields = append(append(fields, k.Fields...), k.Own...)
	}
	return fields
}

// fieldNames lists fields, given by their positions, for a sentence.
func fieldNames(s *schemas.Schema, fields []int) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = s.Fields[f].Name
	}
	return strings.Join(names, ", ")
}
