package hours

import (
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas"
)

// A kind says what a word of an agent's text is.
type kind uint8

const (
	unknown  kind = iota
	weekday       // Mo
	holidays      // PH, SH
	month         // Jan
	march         // mar, which is mardi or mars
	clock         // 09:00
	number        // 15, of which it is to be seen what it counts
	to            // a hyphen, or « au »
	and           // a comma, « et », an ampersand
	slash         // between times
	next          // a semicolon or a line end
	filler        // « du », « le », a colon: what adds nothing
	plus          // +
	state         // off, open
	remark        // "…"
	always        // 24/7
	allDay        // « 24h/24 »
	everyDay      // « 7j/7 »
)

// A word is one of an agent's text, with what stands for it in OpenStreetMap.
type word struct {
	kind  kind
	means string
}

// A language of the lexicon.
type language uint8

const (
	english language = iota + 1
	french
)

// lexicon knows words by how they read, folded.
func lexicon() map[string]word {
	known, _ := vocabulary()
	return known
}

// vocabulary has the lexicon, and the language of each of its words.
var vocabulary = sync.OnceValues(func() (map[string]word, map[string]language) {
	known, in := map[string]word{}, map[string]language{}
	add := func(k kind, means, inEnglish, inFrench string) {
		for l, spellings := range map[language]string{english: inEnglish, french: inFrench} {
			for _, s := range strings.Fields(spellings) {
				known[schemas.Fold(s)], in[schemas.Fold(s)] = word{k, means}, l
			}
		}
	}
	add(weekday, "Mo", "mo mon monday", "lu lun lundi lundis")
	add(weekday, "Tu", "tu tue tues tuesday", "ma mardi mardis")
	add(weekday, "We", "wed wednesday", "me mer mercredi mercredis")
	add(weekday, "Th", "th thu thur thurs thursday", "je jeu jeudi jeudis")
	add(weekday, "Fr", "fr fri friday", "ve ven vend vendredi vendredis")
	add(weekday, "Sa", "sa sat saturday", "sam samedi samedis")
	add(weekday, "Su", "su sun sunday", "di dim dimanche dimanches")
	add(weekday, "Sa,Su", "weekend weekends", "")
	add(everyDay, "Mo-Su", "daily", "quotidien quotidiennement")
	add(holidays, "PH", "ph", "férié fériés jf")
	add(holidays, "SH", "sh", "")
	add(march, "", "", "mar")
	add(month, "Jan", "jan january", "janv janvier")
	add(month, "Feb", "feb february", "fév févr février")
	add(month, "Mar", "march", "mars")
	add(month, "Apr", "apr april", "avr avril")
	add(month, "May", "may", "mai")
	add(month, "Jun", "jun june", "juin")
	add(month, "Jul", "jul july", "juil juillet")
	add(month, "Aug", "aug august", "août")
	add(month, "Sep", "sep sept september", "septembre")
	add(month, "Oct", "oct october", "octobre")
	add(month, "Nov", "nov november", "novembre")
	add(month, "Dec", "dec december", "déc décembre")
	add(to, "-", "to", "à au aux jusque jusqu")
	add(and, ",", "and", "et puis")
	add(filler, "", "from", "de du des d le la les l")
	add(clock, "12:00", "", "midi")
	add(clock, "00:00", "", "minuit")
	add(state, "off", "off closed", "fermé fermée fermés fermeture")
	add(state, "open", "open", "ouvert ouverte ouverts ouverture")
	return known, in
})

// phrases are known words of which some have spaces or signs, folded but for
// these; the longer ones come first.
var phrases = []struct {
	spelling string
	word     word
}{
	{"24h/24 et 7j/7", word{always, "24/7"}},
	{"24h/24 7j/7", word{always, "24/7"}},
	{"24h/24, 7j/7", word{always, "24/7"}},
	{"24h/24", word{allDay, ""}},
	{"24/24", word{allDay, ""}},
	{"h24", word{allDay, ""}},
	{"24/7", word{always, "24/7"}},
	{"7j/7", word{everyDay, "Mo-Su"}},
	{"7/7", word{everyDay, "Mo-Su"}},
	{"7 jours sur 7", word{everyDay, "Mo-Su"}},
	{"tous les jours", word{everyDay, "Mo-Su"}},
	{"vacances scolaires", word{holidays, "SH"}},
	{"jours feries", word{holidays, "PH"}},
	{"week-ends", word{weekday, "Sa,Su"}},
	{"week-end", word{weekday, "Sa,Su"}},
}

// isFrench says whether a word is one that OpenStreetMap writes in English.
func isFrench(text string) bool {
	_, spoken := vocabulary()
	return spoken[schemas.Fold(text)] == french
}
