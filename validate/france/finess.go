package france

// IsFINESS says whether b is a FINESS number, of a hospital, a pharmacy or a
// social service: a department in two signs, 2A and 2B for Corsica, six digits,
// and one that makes the Luhn sum a multiple of ten, where A counts 1 and B 2.
// Source: the DREES, répertoire FINESS.
func IsFINESS(b []byte) bool {
	if len(b) != 9 {
		return false
	}
	var number [9]byte
	copy(number[:], b)
	if b[0] == '2' && (b[1] == 'A' || b[1] == 'B') {
		number[1] = b[1] - 'A' + '1'
	}
	return digits(number[:]) && luhn(number[:])
}

// ExplainFINESS says why s is not a FINESS number. Of one it says nothing.
func ExplainFINESS(s string) Explanation {
	e := explainLettered(s, 9, IsFINESS, func(int) bool { return false })
	t := tidy(s)
	if e.Reason != "" && e.Reason != WrongLength || t == "" || IsFINESS([]byte(s)) {
		return e
	}
	shape := []byte(t)
	if len(t) > 1 && t[0] == '2' && (t[1] == 'A' || t[1] == 'B') {
		shape[1] = '0'
	}
	switch {
	case !digits(shape) && len(t) == 9:
		return Explanation{Reason: WrongShape}
	case len(t) == 9:
		return Explanation{Reason: WrongKey}
	case len(t) == 8 && IsFINESS([]byte("0"+t)):
		return Explanation{Reason: LostZeros, Digits: len(t), Fix: "0" + t}
	}
	return e
}
