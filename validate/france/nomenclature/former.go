package nomenclature

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed former.txt
var formerText string

var theFormer = sync.OnceValue(func() map[string]string {
	last := map[string]string{}
	for _, line := range lines(formerText) {
		year, key, _ := strings.Cut(line, ";")
		last[key] = year
	}
	return last
})

// InVintage says whether b, which the present geographical code has not, is
// the code or the name of a commune, or of a part of one, in that of a year:
// "2023" or "2024". For other years it says no.
func InVintage(b []byte, year string) bool {
	if year != "2023" && year != "2024" {
		return false
	}
	return theFormer()[string(b)] >= year
}

// A FormerRegion is one of those that were merged in 2016. Into is the code of
// the region of today.
type FormerRegion struct{ Code, Name, Into string }

// FormerRegions are those of the law of 16 January 2015.
var FormerRegions = []FormerRegion{
	{"21", "Champagne-Ardenne", "44"}, {"22", "Picardie", "32"}, {"23", "Haute-Normandie", "28"}, {"25", "Basse-Normandie", "28"},
	{"26", "Bourgogne", "27"}, {"31", "Nord-Pas-de-Calais", "32"}, {"41", "Lorraine", "44"}, {"42", "Alsace", "44"},
	{"43", "Franche-Comté", "27"}, {"54", "Poitou-Charentes", "75"}, {"72", "Aquitaine", "75"}, {"73", "Midi-Pyrénées", "76"},
	{"74", "Limousin", "75"}, {"82", "Rhône-Alpes", "84"}, {"83", "Auvergne", "84"}, {"91", "Languedoc-Roussillon", "76"},
	{"24", "Centre", "24"},
}

// namesOf2016 are those that the merged regions had for a year, by the code
// that they kept.
var namesOf2016 = map[string]string{
	"Nord-Pas-de-Calais-Picardie": "32", "Alsace-Champagne-Ardenne-Lorraine": "44", "Aquitaine-Limousin-Poitou-Charentes": "75",
	"Languedoc-Roussillon-Midi-Pyrénées": "76",
}

// FindFormerRegion gives the former region of a code or a name, or nil. The
// names that merged regions had in 2016 count.
func FindFormerRegion(key string) *FormerRegion {
	for i := range FormerRegions {
		if r := &FormerRegions[i]; r.Name == key || r.Code == key && r.Code != r.Into {
			return r
		}
	}
	if into := namesOf2016[key]; into != "" {
		return &FormerRegion{Code: into, Name: key, Into: into}
	}
	return nil
}
