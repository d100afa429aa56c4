package workload

import (
	"bufio"
	"fmt"
	"math/rand/v2"
)

// NoteSchema is that of Notes.
const NoteSchema = `{"name": "avis", "fields": [
  {"name": "reference", "type": "string", "constraints": {"required": true, "pattern": "^AV-\\d{8}$"}},
  {"name": "titre", "type": "string", "constraints": {"required": true, "maxLength": 120}},
  {"name": "date", "type": "date", "constraints": {"required": true}},
  {"name": "avis", "type": "string", "constraints": {"required": true, "minLength": 10}},
  {"name": "montant", "type": "number", "constraints": {"required": true, "minimum": 0}},
  {"name": "adresse", "type": "string", "constraints": {"required": true}},
  {"name": "publie", "type": "boolean", "constraints": {"required": true}},
  {"name": "remarque", "type": "string", "constraints": {"required": true}}
]}
`

var lines = []string{"Le conseil a délibéré,\nà l'unanimité", "Vu le code général\ndes collectivités territoriales", "Dit \"\"favorable\"\"\nsous réserve des travaux", "Reporté ; voir\nla séance suivante"}

// Notes writes rows of which half of the cells are quoted and hold new lines. One
// in a thousand has an amount below zero.
func Notes(w *bufio.Writer, rows int) error {
	w.WriteString("reference,titre,date,avis,montant,adresse,publie,remarque\n")
	r := rand.New(rand.NewPCG(15, 16))
	for i := range rows {
		amount := r.IntN(1e6)
		if Bad(i, Rare) {
			amount = -1 - amount
		}
		_, err := fmt.Fprintf(w, "AV-%08d,\"Avis n° %d\n%s\",%s,\"%s,\n%s\",%d.%02d,\"%d rue de l'Église\n%s\",%t,\"%s,\n%s\"\n", i, i, of(r, lines), Day(r), of(r, lines), of(r, lines),
			amount, r.IntN(100), 1+r.IntN(200), of(r, towns), r.IntN(2) == 0, of(r, lines), of(r, lines))
		if err != nil {
			return err
		}
	}
	return nil
}
