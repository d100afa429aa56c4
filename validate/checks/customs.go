package checks

import "strings"

// A custom is one custom check of schema documents that is done here: its
// names, the present one first, and its parameters that name a column or a
// list of columns.
type custom struct {
	names   []string
	columns []string
}

// customs lists the custom checks that are done. Each stands beside the rule
// that does it.
var customs = []custom{
	{siretNames, []string{"column"}},
	{sirenNames, []string{"column"}},
	{oneOfRequiredNames, []string{"column1", "column2"}},
	{codeRNANames, []string{"column"}},
	{nomenclatureActeNames, []string{"column"}},
	{yearIntervalNames, []string{"column"}},
	{phoneNumberNames, []string{"column"}},
	{openingHoursNames, []string{"column"}},
	{codeCommuneNames, []string{"column"}},
	{codePostalNames, []string{"column"}},
	{codeDepartementNames, []string{"column"}},
	{codeRegionNames, []string{"column"}},
	{communeNames, []string{"column"}},
	{departementNames, []string{"column"}},
	{nomRegionNames, []string{"column"}},
	{paysNames, []string{"column"}},
	{codePaysISO2Names, []string{"column"}},
	{codePaysISO3Names, []string{"column"}},
	{cantonNames, []string{"column"}},
	{codeFantoirNames, []string{"column"}},
	{idRNBNames, []string{"column"}},
	{latitudeL93Names, []string{"column"}},
	{longitudeL93Names, []string{"column"}},
	{frenchGPSNames, []string{"column"}},
	{cohesiveColumnsNames, []string{"column", "othercolumns"}},
	{compareColumnsNames, []string{"column", "column2"}},
	{sumColumnsNames, []string{"column", "columns"}},
	{[]string{"bal-colonnes"}, []string{"column"}},
	{[]string{"bal-espaces"}, []string{"column"}},
	{[]string{"bal-cle-interop"}, []string{"column"}},
	{[]string{"bal-uid-adresse"}, []string{"column"}},
	{[]string{"bal-voie-nom"}, []string{"column"}},
	{[]string{"bal-langue"}, []string{"column"}},
	{[]string{"bal-numero"}, []string{"column"}},
	{[]string{"bal-suffixe"}, []string{"column"}},
	{[]string{"bal-commune"}, []string{"column"}},
	{[]string{"bal-coordonnees"}, []string{"column"}},
	{[]string{"bal-parcelles"}, []string{"column"}},
	{[]string{"bal-cellule-vide"}, []string{"column"}},
	{[]string{"bal-date"}, []string{"column"}},
	{[]string{"bal-certification"}, []string{"column"}},
	{[]string{"bal-identifiant"}, []string{"column"}},
	{[]string{"bal-fichier"}, nil},
	{[]string{"bal-cle-numero"}, nil},
	{[]string{"bal-commune-nom"}, nil},
	{[]string{"bal-commune-deleguee"}, nil},
	{[]string{"bal-position"}, nil},
	{[]string{"bal-longlat"}, nil},
	{[]string{"bal-xy"}, nil},
	{[]string{"bal-lieu-dit"}, nil},
	{[]string{"bal-lieu-dit-declare"}, nil},
	{[]string{"bal-identifiants"}, nil},
	{[]string{"bal-identifiants-partout"}, nil},
	{[]string{"bal-identifiants-coherence"}, nil},
}

// customNamed gives the custom check of that name, or nil.
func customNamed(name string) *custom {
	for i := range customs {
		for _, n := range customs[i].names {
			if strings.EqualFold(n, name) {
				return &customs[i]
			}
		}
	}
	return nil
}
