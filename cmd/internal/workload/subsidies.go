package workload

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"strconv"
)

// SubsidyHeader is that of scdl/subventions 2.1.1 without its last, optional
// column: fifteen columns, as most communes publish.
const SubsidyHeader = "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,objet," +
	"montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention\n"

// Receivers are names of what gets subsidies.
var Receivers = []string{"Association sportive de la Fontonne - Football", "Les Petits Débrouillards Bretagne", "Comité des fêtes",
	"Fédération des œuvres laïques du Lot", "Amicale des coureurs cyclistes et anciens coureurs de la Vienne"}

var (
	givers   = []string{"Ville de Rennes", "Département de la Somme", "Communauté de communes du Pays Fertois", "Région Bretagne"}
	giverIDs = []string{"21350238800019", "22800001400016", "20007267600014", "23350001600040"}
	objects  = []string{"Fonctionnement", "Soutien à l'organisation de la dixième édition du festival",
		"Subvention d'équipement pour la rénovation de la salle polyvalente", `"Organisation du tournoi ""jeunes"", saison 2023"`}
	natures    = []string{"aide en numéraire", "aide en nature", "aide en numéraire;aide en nature"}
	conditions = []string{"unique", "échelonné", "versement en deux fois, après la remise du bilan"}
)

// Subsidies writes rows of subsidies. One in a thousand has its amount written as
// in a French spreadsheet.
func Subsidies(w *bufio.Writer, rows int) error {
	return subsidies(w, rows, func(i int) int {
		if Bad(i, Rare) {
			return frenchAmount
		}
		return 0
	})
}

// BadSubsidies writes rows of subsidies of which each has one fault, of several
// kinds in turn.
func BadSubsidies(w *bufio.Writer, rows int) error {
	return subsidies(w, rows, func(i int) int { return 1 + i%kindsOfFault })
}

// The faults of a subsidy. None is 0.
const (
	frenchAmount = 1 + iota
	frenchDate
	otherNature
	capitalYes
	shareInPercent
	noObject
	unboundPeriod
	kindsOfFault = iota
)

func subsidies(w *bufio.Writer, rows int, fault func(i int) int) error {
	w.WriteString(SubsidyHeader)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range rows {
		if err := subsidy(w, r, i, fault(i)); err != nil {
			return err
		}
	}
	return nil
}

// subsidy writes one row.
func subsidy(w *bufio.Writer, r *rand.Rand, i, fault int) error {
	giver := r.IntN(len(givers))
	date := Day(r)
	siret, rna := siret(r), ""
	if i%10 == 0 {
		siret, rna = "", "W"+Pad(r.IntN(1e9), 9)
	}
	amount := strconv.Itoa(100+r.IntN(200_000)) + "." + Pad(r.IntN(100), 2)
	if fault == frenchAmount {
		amount = fmt.Sprintf(`"%d 000,00"`, 1+r.IntN(99))
	}
	period := date
	if i%3 == 0 {
		period += "/" + date[:2] + Pad(25+r.IntN(5), 2) + date[4:]
	}
	condition := of(r, conditions)
	if i%4 == 0 {
		condition = `"` + conditions[2] + `"`
	} else if condition == conditions[2] {
		condition = conditions[0]
	}
	fields := [...]string{
		givers[giver], giverIDs[giver], date, "DEL-2023-" + Pad(i%10000, 4), of(r, Receivers), siret, rna,
		of(r, objects), amount, of(r, natures), condition, period, "",
		[]string{"oui", "non"}[r.IntN(2)], "0." + Pad(1+r.IntN(99), 2),
	}
	switch fault {
	case frenchDate:
		fields[2] = date[8:] + "/" + date[5:7] + "/" + date[:4]
	case otherNature:
		fields[9] = "Numéraire"
	case capitalYes:
		fields[13] = "Oui"
	case shareInPercent:
		fields[14] = "45"
	case noObject:
		fields[7] = ""
	case unboundPeriod:
		fields[11] = date + " au " + date
	}
	for k, field := range fields {
		if k > 0 {
			w.WriteByte(',')
		}
		w.WriteString(field)
	}
	return w.WriteByte('\n')
}
