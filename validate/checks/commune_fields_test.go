package checks

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

// The schemas of the catalogue whose code, name and postal code of a commune
// are held against each other, in their newest versions. A schema that comes in
// is to be read before it is listed here: are the fields about one commune?
func TestCommuneFieldsOfCatalogue(t *testing.T) {
	want := map[string][3]string{
		"LaMednum/standard-mediation-num":                {"code_insee", "commune", "code_postal"},
		"MTES-MCT/acceslibre-erp-base":                   {"code_insee", "commune", "postal_code"},
		"MTES-MCT/acceslibre-erp-bureau-de-vote":         {"code_insee", "commune", "postal_code"},
		"MTES-MCT/acceslibre-erp-etablissement-scolaire": {"code_insee", "commune", "postal_code"},
		"MTES-MCT/acceslibre-erp-grand-etablissement":    {"code_insee", "commune", "postal_code"},
		"MTES-MCT/acceslibre-erp-hebergement":            {"code_insee", "commune", "postal_code"},
		"MTES-MCT/acceslibre-erp-sante":                  {"code_insee", "commune", "postal_code"},
		"atlasante/schema-dae":                           {"com_insee", "com_nom", "com_cp"},
		"cnigfr/operation-amenagement":                   {"insee_commune", "nom_commune", ""},
		"cnigfr/sites-economiques-site-eco":              {"site_comm_insee", "site_comm_nom", ""},
		"etalab/schema-lieux-covoiturage":                {"insee", "com_lieu", ""},
		"socle/associations":                             {"adrs_codeinsee", "adrs_libcommune", "adrs_codepostal"},
		"socle/bibliotheques":                            {"code_insee_commune", "ville", "cp"},
		"socle/bureaux-vote":                             {"code_commune", "commune_reu", "cp_reu"},
		"socle/creches":                                  {"code_commune", "nom_commune", "code_postal"},
		"socle/dechets":                                  {"C_COMM", "L_VILLE_SITE", "CP_SITE"},
		"socle/ecoles":                                   {"code_commune", "nom_commune", "code_postal"},
		"socle/parcs-jardins":                            {"code_commune", "nom_commune", "code_postal"},
		"socle/salles-communales":                        {"code_commune", "nom_commune", "code_postal"},
	}
	got := map[string][3]string{}
	for _, entry := range schemas.Entries() {
		name := entry.Name
		s, err := schemas.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		found := communeFieldsOf(s)
		if found.code == nil || found.name == nil && found.postal == nil {
			continue
		}
		var names [3]string
		for i, f := range []*schemas.Field{found.code, found.name, found.postal} {
			if f != nil {
				names[i] = f.Name
			}
		}
		got[name] = names
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-listed +found)\n%s", diff)
	}
}
