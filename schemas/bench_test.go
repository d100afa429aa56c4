package schemas

import (
	"strings"
	"testing"
)

func BenchmarkDetect(b *testing.B) {
	labels := strings.Split("nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention", ";")
	row := strings.Split("Département du Lot;22460001500511;2017-12-21;CP 2017-11-13;Association des maires;77691142400012;Cotisation;1000;aide en numéraire;unique;2017-12-21;;non;1", ";")
	sample := make([][]string, 100)
	for i := range sample {
		sample[i] = row
	}
	b.ReportAllocs()
	for b.Loop() {
		Detect("subventions.csv", labels, sample)
	}
}
