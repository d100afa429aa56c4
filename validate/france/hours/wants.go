package hours

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// Wants is a set of what would have been understood at a place.
type Wants uint32

// What may be wanted, in the order in which it helps to be told: the first is
// the surest.
const (
	WantQuote Wants = 1 << iota
	WantRealDay
	WantLaterYear
	WantEndTime
	WantBracket
	WantParenthesis
	WantSpace
	WantRank
	WantWeekNumber
	WantEvent
	WantSign
	WantDays
	WantNumber
	WantText
	WantDay
	WantTime
	WantMonthDay
	WantMonth
	WantYear
	WantState
	WantSeparator
	WantWeek
	WantComment
	WantHyphen
	WantEnd
)

// optional is what may stand at so many places that it is told only where
// nothing else is wanted.
const optional = WantState | WantSeparator | WantWeek | WantComment | WantHyphen | WantEnd

// wanted says each of Wants in words, by its bit. What has no words is not told.
var wanted = [...]text.Text{
	{FR: `un guillemet droit (") qui ferme le commentaire`, EN: `a straight quote (") that closes the comment`},
	{FR: "un jour que ce mois possède", EN: "a day that this month has"},
	{FR: "une année qui suit la première", EN: "a year that follows the first"},
	{FR: "un trait d'union puis l'heure de fin, comme -12:00", EN: "a hyphen and the time of closing, such as -12:00"},
	{FR: "un crochet fermant", EN: "a closing bracket"},
	{FR: "une parenthèse fermante", EN: "a closing parenthesis"},
	{FR: "une espace", EN: "a space"},
	{FR: "un rang de 1 à 5", EN: "a rank from 1 to 5"},
	{FR: "un numéro de semaine de 01 à 53", EN: "the number of a week, from 01 to 53"},
	{FR: "sunrise, sunset, dawn ou dusk", EN: "sunrise, sunset, dawn or dusk"},
	{FR: "un signe + ou -", EN: "a sign + or -"},
	{FR: "une espace et le mot « day » ou « days »", EN: "a space and the word \"day\" or \"days\""},
	{FR: "un nombre", EN: "a number"},
	{FR: "un texte entre les guillemets", EN: "a text between the quotes"},
	{FR: "un jour (Mo, Tu, We, Th, Fr, Sa, Su ou PH)", EN: "a day (Mo, Tu, We, Th, Fr, Sa, Su or PH)"},
	{FR: "une heure comme 09:00", EN: "a time such as 09:00"},
	{FR: "un jour du mois", EN: "a day of the month"},
	{FR: "un mois comme Jan", EN: "a month such as Jan"},
	{FR: "une année", EN: "a year"},
	{},
	{FR: "la fin, ou un point-virgule suivi d'une espace", EN: "the end, or a semicolon and a space"},
}

// mostTold is how many things are told of those that are wanted.
const mostTold = 3

// Text says in words what is wanted, the surest things only.
func (w Wants) Text() text.Text {
	if w&^optional != 0 {
		w &^= optional
	}
	var fr, en []string
	for i, t := range wanted {
		if w&(1<<i) != 0 && !t.Empty() && len(fr) < mostTold {
			fr, en = append(fr, t.FR), append(en, t.EN)
		}
	}
	if fr == nil {
		return text.Text{FR: "la fin", EN: "the end"}
	}
	return text.Text{FR: joined(fr, " ou "), EN: joined(en, " or ")}
}

func joined(parts []string, last string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	return strings.Join(parts[:len(parts)-1], ", ") + last + parts[len(parts)-1]
}
