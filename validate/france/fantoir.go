package france

// IsFANTOIR says whether b has the shape of a street's code in the FANTOIR
// file: a digit or a capital letter, three more or digits, and the capital
// letter that checks them together with the commune's code. The DGFiP has not
// published how that letter is computed, so that any is taken. Package
// nomenclature has the list of codes.
func IsFANTOIR(b []byte) bool {
	if len(b) != 5 || !capital(b[4]) {
		return false
	}
	for _, c := range b[:4] {
		if c-'0' > 9 && !capital(c) {
			return false
		}
	}
	return true
}

func capital(c byte) bool { return 'A' <= c && c <= 'Z' }

// ExplainFANTOIR says why s has not the shape. Where it has it says nothing. A
// code that stands behind its commune's is cut off from it.
func ExplainFANTOIR(s string) Explanation {
	e := explainLettered(s, 5, IsFANTOIR, func(i int) bool { return i == 0 || i == 4 })
	t := tidy(s)
	switch {
	case e.Reason != WrongLength && e.Reason != OfOther:
		return e
	case len(t) == 4 && IsFANTOIR([]byte(t+"A")):
		return Explanation{Reason: KeyMissing}
	case len(t) == 10 && isCommuneShape(t[:5]) && IsFANTOIR([]byte(t[5:])):
		return Explanation{Reason: WrongLength, Digits: len(t), Fix: t[5:]}
	}
	return e
}

// isCommuneShape says whether s looks like the INSEE code of a commune.
func isCommuneShape(s string) bool {
	b := []byte(s)
	if len(b) == 5 && b[0] == '2' && (b[1] == 'A' || b[1] == 'B') {
		b[1] = '0'
	}
	return len(b) == 5 && digits(b)
}
