package territory

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/validate/france/cog"
)

// kindWords are the words that may stand before a colon, without accents.
var kindWords = map[string]Kind{
	"commune": Commune, "com": Commune, "ville": Commune, "insee": Commune, "city": Commune,
	"epci": EPCI, "ept": EPCI, "interco": EPCI, "intercommunalite": EPCI, "metropole": EPCI, "agglomeration": EPCI,
	"departement": Department, "dep": Department, "dept": Department, "department": Department,
	"region": Region, "reg": Region,
}

// maxAsked is the longest text that is compared with names, in bytes.
const maxAsked = 200

// Parse finds the territory that a text names: an INSEE code of a commune, the
// SIREN of an EPCI or a commune, or a SIRET of one; the code of a department; a
// name that only one territory has. Before any of them may stand "commune:",
// "epci:", "departement:" or "region:", without which the code of a region is
// a department's. The error is a *ParseError.
func Parse(s string) (*Declared, error) {
	asked := strings.TrimSpace(s)
	wanted := &ParseError{Asked: asked}
	only := everyKind
	rest := asked
	if word, after, found := strings.Cut(asked, ":"); found {
		if kind, ok := kindWords[cog.Fold(clip(word))]; ok {
			wanted.Kind, only, rest = kind.String(), 1<<kind, strings.TrimSpace(after)
		}
	}
	if rest == "" {
		return nil, wanted
	}
	if c, ok := byCode(rest, only); ok {
		return declare(c), nil
	}
	if wanted.explainCode(rest, only) {
		return nil, wanted
	}
	named := byName(cog.Fold(clip(rest)), only)
	switch {
	case len(named) == 1:
		return declare(named[0]), nil
	case len(named) > 1:
		if t := sameLand(named); t != nil {
			return t, nil
		}
		wanted.Reason = Ambiguous
		wanted.offer(named)
	default:
		wanted.explainName(cog.Fold(clip(rest)), only)
	}
	return nil, wanted
}

// sameLand gives the first of some territories where all have the same
// communes: Paris is a commune and a department.
func sameLand(choices []Choice) *Declared {
	if len(choices) > mostChoices {
		return nil
	}
	first := declare(choices[0])
	for _, c := range choices[1:] {
		if !slices.Equal(first.communes, declare(c).communes) {
			return nil
		}
	}
	return first
}

// A kindSet has one bit a kind.
type kindSet uint8

const everyKind kindSet = 1<<Commune | 1<<EPCI | 1<<Department | 1<<Region

func (s kindSet) has(k Kind) bool { return s&(1<<k) != 0 }

// clip cuts a text that is longer than any name.
func clip(s string) string {
	if len(s) <= maxAsked {
		return s
	}
	end := maxAsked
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// byCode finds what has a code.
func byCode(s string, only kindSet) (Choice, bool) {
	code := strings.ToUpper(strings.Join(strings.Fields(clip(s)), ""))
	switch len(code) {
	case 2, 3:
		if d := cog.FindDepartment(code); d != nil && only.has(Department) {
			return ofDepartment(d), true
		}
		if r := cog.FindRegion(code); r != nil && only.has(Region) {
			return ofRegion(r), true
		}
	case 5:
		if c, ok := cog.Find([]byte(code)); ok && only.has(Commune) {
			return ofCommune(c), true
		}
	case 9, 14:
		siren := []byte(code[:9])
		if c := cog.BySIREN(siren); c != nil && only.has(Commune) {
			return ofCommune(c), true
		}
		if e := cog.EPCIBySIREN(siren); e != nil && only.has(EPCI) {
			return ofEPCI(e), true
		}
	}
	return Choice{}, false
}

// explainCode says whether a text is a code that is not one of today's
// communes, and completes the error.
func (e *ParseError) explainCode(s string, only kindSet) bool {
	code := strings.ToUpper(strings.Join(strings.Fields(clip(s)), ""))
	if len(code) != 5 || !only.has(Commune) {
		return false
	}
	if _, into, _, ok := cog.FindOld(code); ok {
		e.Reason = Part
		e.offer([]Choice{ofCommune(into)})
		return true
	}
	served := cog.ByPostalCode([]byte(code))
	if len(served) == 0 {
		return false
	}
	e.Reason = Postal
	choices := make([]Choice, len(served))
	for i, c := range served {
		choices[i] = ofCommune(c)
	}
	e.offer(choices)
	return true
}
