package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
)

// header is that of scdl/subventions 2.1.1 without its last, optional column:
// fifteen columns, as most communes publish.
const header = "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,objet," +
	"montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention\n"

var (
	givers    = []string{"Ville de Rennes", "Département de la Somme", "Communauté de communes du Pays Fertois", "Région Bretagne"}
	giverIDs  = []string{"21350238800019", "22800001400016", "20007267600014", "23350001600040"}
	receivers = []string{"Association sportive de la Fontonne - Football", "Les Petits Débrouillards Bretagne", "Comité des fêtes",
		"Fédération des œuvres laïques du Lot", "Amicale des coureurs cyclistes et anciens coureurs de la Vienne"}
	objects = []string{"Fonctionnement", "Soutien à l'organisation de la dixième édition du festival",
		"Subvention d'équipement pour la rénovation de la salle polyvalente", `"Organisation du tournoi ""jeunes"", saison 2023"`}
	natures    = []string{"aide en numéraire", "aide en nature", "aide en numéraire;aide en nature"}
	conditions = []string{"unique", "échelonné", "versement en deux fois, après la remise du bilan"}
)

// badRows is how many rows there are for one that has a fault.
const badRows = 1000

// isBad says whether a row has a fault.
func isBad(i int) bool { return i%badRows == badRows/2 }

// faults is how many of the first rows have one.
func faults(rows int) int { return (rows + badRows/2 - 1) / badRows }

// generate writes rows of subsidies, always the same ones, and gives how many
// have a fault.
func generate(path string, rows int) (bad int, err error) {
	f, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString(header)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range rows {
		if isBad(i) {
			bad++
		}
		writeRow(w, r, i, isBad(i))
	}
	if err := w.Flush(); err != nil {
		f.Close()
		return 0, err
	}
	return bad, f.Close()
}

// writeRow writes one row. A faulty one has its amount written as in a French
// spreadsheet.
func writeRow(w *bufio.Writer, r *rand.Rand, i int, faulty bool) {
	giver := r.IntN(len(givers))
	date := day(r)
	siret, rna := siret(r), ""
	if i%10 == 0 {
		siret, rna = "", "W"+pad(r.IntN(1e9), 9)
	}
	amount := strconv.Itoa(100+r.IntN(200_000)) + "." + pad(r.IntN(100), 2)
	if faulty {
		amount = fmt.Sprintf(`"%d 000,00"`, 1+r.IntN(99))
	}
	period := date
	if i%3 == 0 {
		period += "/" + date[:2] + pad(25+r.IntN(5), 2) + date[4:]
	}
	condition := conditions[r.IntN(len(conditions))]
	if i%4 == 0 {
		condition = `"` + conditions[2] + `"`
	} else if condition == conditions[2] {
		condition = conditions[0]
	}
	fields := []string{
		givers[giver], giverIDs[giver], date, "DEL-2023-" + pad(i%10000, 4), receivers[r.IntN(len(receivers))], siret, rna,
		objects[r.IntN(len(objects))], amount, natures[r.IntN(len(natures))], condition, period, "",
		[]string{"oui", "non"}[r.IntN(2)], "0." + pad(1+r.IntN(99), 2),
	}
	for k, field := range fields {
		if k > 0 {
			w.WriteByte(',')
		}
		w.WriteString(field)
	}
	w.WriteByte('\n')
}

func day(r *rand.Rand) string {
	return "20" + pad(15+r.IntN(10), 2) + "-" + pad(1+r.IntN(12), 2) + "-" + pad(1+r.IntN(28), 2)
}

func pad(n, width int) string { return fmt.Sprintf("%0*d", width, n) }

// siret makes a number whose two check digits are right.
func siret(r *rand.Rand) string {
	siren := withKey(pad(300_000_00+r.IntN(500_000_00), 8))
	return withKey(siren + pad(r.IntN(100), 4))
}

// withKey appends the digit that makes the Luhn sum a multiple of ten.
func withKey(digits string) string {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}
