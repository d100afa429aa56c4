package nomenclature

import (
	_ "embed"
	"strings"
	"sync"
)

// A Country has its two codes of ISO 3166 and its French name. Some
// territories have a name and no codes, and two codes have no name here.
type Country struct{ ISO2, ISO3, Name string }

//go:embed countries.txt
var countriesText string

// only2023 are the codes of territories that INSEE gave in 2023 and no longer
// in 2024, those of overseas France among them.
const only2023 = "AI AN AS BL BM BV CC CX FK GF GG GP GS GU HM IM JE KY MF MP MQ MS NC NF PF PM PR RE SJ TC TF TK VG VI WF XK YT " +
	"AIA ASM ATF BLM BMU BVT CCK CXR CYM FLK GGY GLP GUF GUM HMD IMN JEY MAF MNP MSR MTQ MYT NCL NFK PRI PYF REU SGS SJM SPM TCA TKL VGB VIR WLF"

type countryIndex struct {
	all       []Country
	places    map[string]int // by code, or by name
	of2023    map[string]bool
	onlyNames []string
}

var theCountries = sync.OnceValue(func() countryIndex {
	x := countryIndex{places: map[string]int{}, of2023: map[string]bool{}}
	for i, line := range lines(countriesText) {
		parts := strings.SplitN(line, ";", 3)
		c := Country{parts[0], parts[1], parts[2]}
		x.all = append(x.all, c)
		for _, key := range parts {
			if key != "" {
				x.places[key] = i
			}
		}
		if c.Name != "" {
			x.onlyNames = append(x.onlyNames, c.Name)
		}
	}
	for _, code := range strings.Fields(only2023) {
		x.of2023[code] = true
	}
	return x
})

// Countries are all of them, in the order of their names. The slice is shared.
func Countries() []Country { return theCountries().all }

// CountryNames are the names of those that have one. The slice is shared.
func CountryNames() []string { return theCountries().onlyNames }

// IsCountry says whether b is the French name of a country or a foreign
// territory, as INSEE writes it, with either apostrophe.
func IsCountry(b []byte) bool {
	var straight [64]byte
	b = Straight(straight[:], b)
	c := find(b)
	return c != nil && c.Name == string(b)
}

// IsISO2 says whether b is a country's code of two capital letters. A code
// that INSEE gave until 2023 only counts where the year is 2023.
func IsISO2(b []byte, year string) bool { return len(b) == 2 && isISO(b, year) }

// IsISO3 says the same of a code of three capital letters.
func IsISO3(b []byte, year string) bool { return len(b) == 3 && isISO(b, year) }

func isISO(b []byte, year string) bool {
	return find(b) != nil || year == "2023" && theCountries().of2023[string(b)]
}

// FindCountry gives the country that has the code of two or three letters, or
// the name; nil where there is none.
func FindCountry(key string) *Country { return find([]byte(key)) }

func find(key []byte) *Country {
	x := theCountries()
	if i, ok := x.places[string(key)]; ok && len(key) > 0 {
		return &x.all[i]
	}
	return nil
}
