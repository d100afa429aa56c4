package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var primaryKey = &validate.Check{
	Code:     "primary-key",
	Severity: validate.Error,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Identifiant en double ou absent", EN: "Duplicate or missing key"},
	Why: text.Text{
		FR: "La clé primaire, une colonne ou plusieurs ensemble, identifie chaque ligne : deux lignes ne peuvent pas avoir la même, et elle ne peut pas être vide.",
		EN: "The primary key, one column or several together, identifies each row: no two rows can have the same, and it cannot be empty.",
	},
	Mend: text.Text{
		FR: "Supprimez la ligne si elle est en double, ou donnez-lui son propre identifiant.",
		EN: "Remove the row if it is a duplicate, or give it a key of its own.",
	},
	Bad:  "id,nom\n1,Alfa\n1,Bravo",
	Good: "id,nom\n1,Alfa\n2,Bravo",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "L'identifiant « {value} » ({key}) est déjà celui de la ligne {first}.", EN: `The key "{value}" ({key}) is already that of row {first}.`},
			Hint: text.Text{FR: "Supprimez la ligne si elle est en double, ou donnez-lui son propre identifiant.", EN: "Remove the row if it is a duplicate, or give it a key of its own."},
		},
		"empty": {
			Say:  text.Text{FR: "L'identifiant de la ligne ({key}) est vide.", EN: "The key of the row ({key}) is empty."},
			Hint: text.Text{FR: "Remplissez-le : il distingue la ligne de toutes les autres.", EN: "Fill it: it tells the row from all others."},
		},
	},
	Keys: func(s *schemas.Schema) []int { return s.PrimaryKey },
	Table: func(s *schemas.Schema) validate.State {
		if len(s.PrimaryKey) == 0 {
			return nil
		}
		key := newKeyState(s.PrimaryKey)
		key.Primary = true
		return &keyStates{Keys: []*keyState{key}}
	},
}
