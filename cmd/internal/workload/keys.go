package workload

import (
	"bufio"
	"math/rand/v2"
)

// KeySchema is that of Keys.
const KeySchema = `{"name": "conventions", "primaryKey": ["reference"], "fields": [
  {"name": "reference", "type": "string", "constraints": {"required": true, "pattern": "^[0-9A-F]{4}-\\d{9}$"}},
  {"name": "nomBeneficiaire", "type": "string", "constraints": {"required": true}},
  {"name": "dateConvention", "type": "date", "constraints": {"required": true}},
  {"name": "montant", "type": "integer", "constraints": {"required": true, "minimum": 1}},
  {"name": "nature", "type": "string", "constraints": {"required": true, "enum": ["aide en numéraire", "aide en nature"]}},
  {"name": "notificationUE", "type": "boolean", "trueValues": ["oui"], "falseValues": ["non"], "constraints": {"required": true}}
]}
`

// Doubled is how many rows of Keys there are for one that has the key of the row
// before it.
const Doubled = 100_000

// Keys writes rows of which each has a key of its own, but for the few that repeat
// the one before them.
func Keys(w *bufio.Writer, rows int) error {
	w.WriteString("reference,nomBeneficiaire,dateConvention,montant,nature,notificationUE\n")
	r := rand.New(rand.NewPCG(17, 18))
	key := ""
	for i := range rows {
		if !Bad(i, Doubled) {
			// No sorted file: a factor that is prime to the modulus reaches every number once.
			key = []string{"0A1F", "2023", "FFEE", "7C00"}[i%4] + "-" + Pad(i*387_420_489%1_000_000_000, 9)
		}
		w.WriteString(key + "," + of(r, Receivers) + "," + Day(r) + "," + Pad(1+r.IntN(99_999), 1) + "," + natures[r.IntN(2)] + "," + []string{"oui", "non"}[r.IntN(2)])
		if err := w.WriteByte('\n'); err != nil {
			return err
		}
	}
	return nil
}
