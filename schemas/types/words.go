package types

import (
	"cmp"
	"slices"
)

// monthNames are the months in English, whole and short, then in French, whole and short; the French ones that have
// accents come without them too.
var monthNames = [12][]string{
	{"January", "Jan", "janvier", "janv"},
	{"February", "Feb", "février", "févr", "fevrier", "fevr", "février", "fév"},
	{"March", "Mar", "mars", "mars"},
	{"April", "Apr", "avril", "avr"},
	{"May", "May", "mai", "mai"},
	{"June", "Jun", "juin", "juin"},
	{"July", "Jul", "juillet", "juil"},
	{"August", "Aug", "août", "août", "aout", "aout"},
	{"September", "Sep", "septembre", "sept"},
	{"October", "Oct", "octobre", "oct"},
	{"November", "Nov", "novembre", "nov"},
	{"December", "Dec", "décembre", "déc", "decembre", "dec"},
}

// dayNames are the days from Monday, in the same order.
var dayNames = [7][]string{
	{"Monday", "Mon", "lundi", "lun"},
	{"Tuesday", "Tue", "mardi", "mar"},
	{"Wednesday", "Wed", "mercredi", "mer"},
	{"Thursday", "Thu", "jeudi", "jeu"},
	{"Friday", "Fri", "vendredi", "ven"},
	{"Saturday", "Sat", "samedi", "sam"},
	{"Sunday", "Sun", "dimanche", "dim"},
}

// A word stands for a number.
type word struct {
	text  string
	bytes []byte
	value int
}

var (
	longMonths  = index(monthNames[:], 0)
	shortMonths = index(monthNames[:], 1)
	longDays    = index(dayNames[:], 0)
	shortDays   = index(dayNames[:], 1)
	halves      = []word{{"AM", []byte("AM"), 1}, {"PM", []byte("PM"), 2}}
	zones       = []word{{"UTC", []byte("UTC"), 0}, {"GMT", []byte("GMT"), 0}}
)

// index lists every other name, from the first given, the longest first.
func index(names [][]string, first int) []word {
	var words []word
	for i, list := range names {
		for j := first; j < len(list); j += 2 {
			words = append(words, word{list[j], []byte(list[j]), i + 1})
		}
	}
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(len(b.text), len(a.text)) })
	return words
}
