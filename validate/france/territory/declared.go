package territory

import (
	"slices"

	"github.com/socle-commun/socle/validate/france/cog"
)

// Kind says what a declared territory is.
type Kind uint8

// The kinds, in the order in which people are shown them.
const (
	Commune    Kind = iota // or a municipal arrondissement, or an overseas commune
	EPCI                   // a public body that communes have formed
	Department             // or an overseas collectivity
	Region
)

// String is the word that stands before a code to say what it is a code of.
func (k Kind) String() string { return [...]string{"commune", "epci", "departement", "region"}[k] }

// A Declared is a territory that the user says his data are about. It never
// changes and is shared by all goroutines.
type Declared struct {
	Kind Kind
	// Code is the INSEE code of a commune, department or region, or the SIREN
	// of an EPCI.
	Code string
	Name string // as the official geographical code writes it

	communes []*cog.Commune
	codes    map[string]bool
	sirens   map[string]bool
	postal   map[string]bool
}

// Ref names the territory so that Parse finds it: "commune:59350".
func (t *Declared) Ref() string { return t.Kind.String() + ":" + t.Code }

// Write is the shortest text that Parse takes for the territory: "59350",
// "region:32".
func (t *Declared) Write() string { return Choice{Kind: t.Kind, Code: t.Code}.Write() }

// Communes are the communes of today, in the order of their codes. Of an
// arrondissement it is the arrondissement itself. The slice is shared.
func (t *Declared) Communes() []*cog.Commune { return t.communes }

// HasCommune says whether an INSEE code is that of a commune of the territory,
// of an arrondissement, a delegated or an associated commune of one, or one
// that such a commune had. The letter of Corsica may be small. It does not
// allocate.
func (t *Declared) HasCommune(code []byte) bool {
	var upper [5]byte
	if copy(upper[:], code) != len(code) {
		return false
	}
	if c := upper[1]; c == 'a' || c == 'b' {
		upper[1] = c - 'a' + 'A'
	}
	return t.codes[string(upper[:len(code)])]
}

// HasSIREN says whether a SIREN, or the SIREN at the beginning of a SIRET, is
// that of the EPCI or of a commune of the territory. It does not allocate.
func (t *Declared) HasSIREN(number []byte) bool {
	if len(number) == 14 {
		number = number[:9]
	}
	return t.sirens[string(number)]
}

// HasPostalCode says whether a postal code serves a commune of the territory.
// CEDEX codes are not known. It does not allocate.
func (t *Declared) HasPostalCode(code []byte) bool { return t.postal[string(code)] }

// Codes are the INSEE codes that HasCommune knows, in rising order.
func (t *Declared) Codes() []string { return sorted(t.codes) }

// SIRENs are the numbers that HasSIREN knows, in rising order.
func (t *Declared) SIRENs() []string { return sorted(t.sirens) }

// PostalCodes are the codes that HasPostalCode knows, in rising order.
func (t *Declared) PostalCodes() []string { return sorted(t.postal) }

func sorted(set map[string]bool) []string {
	list := make([]string, 0, len(set))
	for s := range set {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}

// declare makes the territory of what a choice names.
func declare(c Choice) *Declared {
	t := &Declared{Kind: c.Kind, Code: c.Code, Name: c.Name, codes: map[string]bool{}, sirens: map[string]bool{}, postal: map[string]bool{}}
	members := map[string]bool{}
	if c.Kind == EPCI {
		e := cog.EPCIBySIREN([]byte(c.Code))
		t.sirens[e.SIREN] = true
		for _, code := range e.Members {
			members[code] = true
		}
	}
	for i := range cog.Communes() {
		commune := &cog.Communes()[i]
		in := false
		switch c.Kind {
		case Commune:
			in = commune.Code == c.Code
		case EPCI:
			in = members[commune.Code]
		case Department:
			in = commune.Department == c.Code && commune.Parent == ""
		case Region:
			in = commune.Region == c.Code && commune.Parent == ""
		}
		if in {
			t.add(commune)
		}
	}
	t.addParts()
	return t
}

// add takes in a commune of today.
func (t *Declared) add(c *cog.Commune) {
	t.communes = append(t.communes, c)
	t.codes[c.Code] = true
	for _, code := range c.PostalCodes {
		t.postal[code] = true
	}
	siren := c.SIREN
	if city, ok := cog.Find([]byte(c.Parent)); ok {
		siren = city.SIREN // an arrondissement is no organisation of its own
	}
	if siren != "" {
		t.sirens[siren] = true
	}
}

// addParts takes in the arrondissements, the parts and the former communes of
// the communes that add took.
func (t *Declared) addParts() {
	whole := make(map[string]bool, len(t.communes))
	for _, c := range t.communes {
		whole[c.Code] = c.Parent == ""
	}
	for i := range cog.Communes() {
		if c := &cog.Communes()[i]; whole[c.Parent] {
			t.codes[c.Code] = true
			for _, code := range c.PostalCodes {
				t.postal[code] = true
			}
		}
	}
	for i := range cog.Parts() {
		if c := &cog.Parts()[i]; whole[c.Parent] {
			t.codes[c.Code] = true
		}
	}
	for _, f := range cog.FormerCodes() {
		if whole[f.Into] {
			t.codes[f.Code] = true
		}
	}
}
