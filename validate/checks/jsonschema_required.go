package checks

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var jsonRequired = &validate.Check{
	Code:     "json-required",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Propriété obligatoire absente", EN: "Required property is absent"},
	Why: text.Text{
		FR: "Le schéma veut que cette propriété soit toujours là, et elle n'y est pas.",
		EN: "The schema wants this property always to be there, and it is not.",
	},
	Mend: text.Text{
		FR: "Ajoutez la propriété, ou corrigez son nom, majuscules comprises.",
		EN: "Add the property, or correct its name, down to its capitals.",
	},
	Bad:  `[{"id_local": "44109AC001"}]`,
	Good: `[{"id_local": "44109AC001", "date_maj": "2025-04-02"}]`,
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "Il manque la propriété « {place} » à la ligne {row}.", EN: `The property "{place-en}" is missing from row {row}.`},
			Hint: text.Text{FR: "Ajoutez-la. Exemple : {example}", EN: "Add it. Example: {example}"},
		},
		"similar": {
			Say:  text.Text{FR: "Il manque la propriété « {place} » à la ligne {row}, qui a une propriété « {similar} ».", EN: `The property "{place-en}" is missing from row {row}, which has a property "{similar}".`},
			Hint: text.Text{FR: "Si c'est elle, nommez-la « {name} », exactement.", EN: `If that is it, name it "{name}", exactly.`},
		},
		"together": {
			Say:  text.Text{FR: "Il manque la propriété « {place} » à la ligne {row} : d'autres propriétés de cette ligne l'exigent.", EN: `The property "{place-en}" is missing from row {row}: other properties of that row ask for it.`},
			Hint: text.Text{FR: "Ajoutez-la. Exemple : {example}", EN: "Add it. Example: {example}"},
		},
	},
}

// tellRequired looks for the missing property under another name.
func (j *jsonFault) tellRequired() {
	var there map[string]json.RawMessage
	if j.End-j.At > validate.MaxRecord || json.Unmarshal(j.item[j.At:j.End], &there) != nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(there)) {
		if schemas.Fold(name) == schemas.Fold(j.Name) && schemas.Fold(name) != "" {
			j.f.Because("similar").With("similar", name).With("name", j.Name)
			return
		}
	}
}
