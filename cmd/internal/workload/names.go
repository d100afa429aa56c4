package workload

import (
	"bufio"
	"math/rand/v2"
	"strconv"
)

var firstNames = []string{"Adam", "Marie-Jeanne", "Zoé", "N'Deye", "Éloïse", "Jean-Baptiste", "Léo", "Inès", "Gaël", "Anaïs", "Noah", "Chloé"}

// FirstNames writes first names of the new-born: six short columns. One in a
// thousand was given to no child.
func FirstNames(w *bufio.Writer, rows int) error {
	w.WriteString("COMMUNE_NOM,COLL_INSEE,ENFANT_SEXE,ENFANT_PRENOM,NOMBRE_OCCURRENCES,ANNEE\n")
	r := rand.New(rand.NewPCG(11, 12))
	for i := range rows {
		town, n := r.IntN(len(towns)), 1+r.IntN(400)
		if Bad(i, Rare) {
			n = 0
		}
		w.WriteString(towns[town] + "," + townCodes[town] + "," + []string{"F", "M"}[r.IntN(2)] + "," + of(r, firstNames) + "," +
			strconv.Itoa(n) + "," + strconv.Itoa(2000+r.IntN(25)))
		if err := w.WriteByte('\n'); err != nil {
			return err
		}
	}
	return nil
}
