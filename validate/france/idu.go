package france

// IsIDU says whether b has the shape of the identifiant unique of a parcel of
// the land register, fourteen signs: the INSEE code of the commune, three
// digits for a former commune or 000, the section in two signs, a capital
// letter last or two digits, and the number in four digits.
func IsIDU(b []byte) bool {
	if len(b) != 14 || !digits(b[5:8]) || !digits(b[10:]) {
		return false
	}
	if b[1]-'0' > 9 && (b[0] != '2' || b[1] != 'A' && b[1] != 'B') {
		return false
	}
	first, second := b[8], b[9]
	section := second-'0' <= 9 && first-'0' <= 9 || capital(second) && (first == '0' || capital(first))
	return section && b[0]-'0' <= 9 && digits(b[2:5])
}

// ExplainIDU says why s has not the shape. Where it has it says nothing. Of
// thirteen signs, the zero that is missing may be that of the department or that
// of the section: there is a correction where only one of them fits.
func ExplainIDU(s string) Explanation {
	e := explainLettered(s, 14, IsIDU, func(i int) bool { return i == 1 || i == 8 || i == 9 })
	t := tidy(s)
	if len(t) == 13 {
		department, section := "0"+t, t[:8]+"0"+t[8:]
		switch first, second := IsIDU([]byte(department)), IsIDU([]byte(section)); {
		case first && !second:
			return Explanation{Reason: LostZeros, Digits: len(t), Fix: department}
		case second && !first:
			return Explanation{Reason: LostZeros, Digits: len(t), Fix: section}
		}
	}
	if e.Reason == "" && len(t) == 14 && !IsIDU([]byte(s)) {
		return Explanation{Reason: WrongShape}
	}
	return e
}
