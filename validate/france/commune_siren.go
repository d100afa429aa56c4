package france

import "github.com/socle-commun/socle/validate/france/cog"

// IsCommuneSIREN says whether b is the SIREN of a commune of today.
func IsCommuneSIREN(b []byte) bool { return cog.BySIREN(b) != nil }

// IsEPCISIREN says whether b is the SIREN of an EPCI with a tax of its own, or
// of a public territorial body of the Métropole du Grand Paris.
func IsEPCISIREN(b []byte) bool { return cog.EPCIBySIREN(b) != nil }

// ExplainCommuneSIREN says why s is not the SIREN of a commune. Of one it says
// nothing.
func ExplainCommuneSIREN(s string) Explanation {
	return explainTerritory(s, IsCommuneSIREN, IsEPCISIREN, OfEPCI)
}

// ExplainEPCISIREN says why s is not the SIREN of an EPCI. Of one it says
// nothing.
func ExplainEPCISIREN(s string) Explanation {
	return explainTerritory(s, IsEPCISIREN, IsCommuneSIREN, OfCommune)
}

func explainTerritory(s string, is, isOther func([]byte) bool, ofOther Reason) Explanation {
	e := ExplainSIREN(s)
	switch {
	case is([]byte(s)):
		return Explanation{}
	case e.Fix != "" && !is([]byte(e.Fix)):
		return Explanation{Reason: NotInList}
	case e.Reason != "" || !IsSIREN([]byte(s)):
		return e
	case isOther([]byte(s)):
		return Explanation{Reason: ofOther}
	}
	return Explanation{Reason: NotInList}
}
