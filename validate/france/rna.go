package france

import "strings"

// overseasRNA are the letters of the registers of overseas France: that of
// Saint-Barthélemy and Saint-Martin, Guyane, Wallis-et-Futuna, Guadeloupe,
// Martinique, Nouvelle-Calédonie, Polynésie, La Réunion,
// Saint-Pierre-et-Miquelon and Mayotte.
const overseasRNA = "BCFGMNPRST"

// IsRNA says whether b is a number of the Répertoire national des
// associations: W and nine digits, the second of which is a letter overseas.
func IsRNA(b []byte) bool {
	if len(b) != 10 || b[0] != 'W' || b[1]-'0' > 9 || !digits(b[3:]) {
		return false
	}
	return b[2]-'0' <= 9 || b[1] == '9' && strings.IndexByte(overseasRNA, b[2]) >= 0
}

// ExplainRNA says why s is not an RNA number. Of one it says nothing.
func ExplainRNA(s string) Explanation {
	e := explainLettered(s, 10, IsRNA, func(i int) bool { return i == 0 })
	if t := tidy(s); e.Reason == WrongLength && len(t) == 9 && IsRNA([]byte("W"+t)) {
		return Explanation{Reason: KeyMissing}
	} else if e.Reason == "" && len(t) == 10 && !IsRNA([]byte(s)) {
		return Explanation{Reason: WrongShape}
	}
	return e
}
