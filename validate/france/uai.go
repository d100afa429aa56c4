package france

// uaiLetters are the keys of a UAI: the alphabet without I, O and Q.
const uaiLetters = "ABCDEFGHJKLMNPRSTUVWXYZ"

// IsUAI says whether b is a UAI, the number of a school: seven digits, and the
// letter that stands for the rest of their division by 23. The number is that
// of the former répertoire national des établissements.
func IsUAI(b []byte) bool {
	return len(b) == 8 && digits(b[:7]) && b[7] == uaiLetters[remainder(b[:7])]
}

// remainder divides a number by 23.
func remainder(number []byte) int {
	n := 0
	for _, c := range number {
		n = (n*10 + int(c-'0')) % len(uaiLetters)
	}
	return n
}

// ExplainUAI says why s is not a UAI. Of a UAI it says nothing.
func ExplainUAI(s string) Explanation {
	e := explainLettered(s, 8, IsUAI, func(i int) bool { return i == 7 })
	t := tidy(s)
	if e.Reason != "" && e.Reason != WrongLength || t == "" || IsUAI([]byte(s)) {
		return e
	}
	last := len(t) - 1
	switch {
	case len(t) == 7 && digits([]byte(t)):
		return Explanation{Reason: KeyMissing}
	case len(t) == 7 && digits([]byte(t[:last])) && IsUAI([]byte("0"+t)):
		return Explanation{Reason: LostZeros, Digits: len(t), Fix: "0" + t}
	case len(t) == 8 && digits([]byte(t[:last])) && t[last] >= 'A' && t[last] <= 'Z':
		return Explanation{Reason: WrongKey}
	case len(t) == 8:
		return Explanation{Reason: WrongShape}
	}
	return e
}
