package validate

import (
	"strings"
	"testing"
)

func TestNear(t *testing.T) {
	for _, tt := range []struct {
		label, name string
		want        bool
	}{
		{"nombres", "nombre", true},
		{"montan", "montant", true},
		{"mnotant", "montant", true},
		{"idBeneficiare", "idBeneficiaire", true},
		{"nom_des_beneficaires", "nomBeneficiaire", true},
		{"NOM_BENEFICAIRE", "nomBeneficiaire", true},
		{"nombeneficiare", "nomBeneficiaire", true},
		{"datesperiodversement", "datesPeriodeVersement", true},
		{"Conditions de versment", "conditionsVersement", true},
		{"conditions_acces", "condition_acces", true},
		{"nombre_occurences", "NOMBRE_OCCURRENCES", true},
		{"nom_etablissement", "nom_de_l_etablissement", true},
		{"addresse_voie", "adresse_voie", true},
		{"comune_nom", "COMMUNE_NOM", true},
		{"réferance décision", "referenceDecision", true},
		{"code_insée", "code_insee_", true},
		// another word
		{"siret", "siren", false},
		{"siret_gestionnaire", "siren_gestionnaire", false},
		{"projection", "protection", false},
		{"altitude", "latitude", false},
		{"nb_hommes_beneficiaires", "nb_femmes_beneficiaires", false},
		{"nbBusM2GNV", "nbBusM2GPL", false},
		{"date_fin", "date_maj", false},
		{"debut", "debit", false},
		{"nom", "nomBeneficiaire", false},
		{"beneficiaire", "nomBeneficiaire", false},
		{"EQUIP_COUVERTURE", "EQUIP_OUVERTURE", false},
		{"places", "plages", false},
		{"coordonneesxy", "coordonnees", false},
		{"positionx", "position", false},
		{"station_x", "station", false},
		{"superficie_ha", "superficie", false},
		// digits
		{"adresse1", "adresse2", false},
		{"adresse", "adresse1", false},
		{"photos1", "photo1", true},
		// too short
		{"nmo", "nom", false},
		{"voies", "voie", false},
		{"", "nombre", false},
		{"?", "nombre", false},
		{strings.Repeat("montant", 50), strings.Repeat("montant", 50), false},
	} {
		label, name := spell(tt.label), spell(tt.name)
		if got := near(&label, &name); got != tt.want {
			t.Errorf("near(%q, %q) = %v", tt.label, tt.name, got)
		}
	}
}
