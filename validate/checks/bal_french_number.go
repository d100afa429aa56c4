package checks

// The words of French numbers, without accents.
var (
	frenchUnits = [20]string{"", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
		"treize", "quatorze", "quinze", "seize", "dix sept", "dix huit", "dix neuf"}
	frenchTens = [10]string{"", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre vingt", "quatre vingt"}
)

// appendFrench appends a number of digits in French words, without accents,
// hyphens and "et": 1918 is "mille neuf cent dix huit". From a million on, the
// digits stay.
func appendFrench(dst, digits []byte) []byte {
	n := 0
	for _, c := range digits {
		if n = n*10 + int(c-'0'); n >= 1_000_000 {
			return append(dst, digits...)
		}
	}
	if n == 0 {
		return append(dst, "zero"...)
	}
	start := len(dst)
	if thousands := n / 1000; thousands > 0 {
		if thousands > 1 {
			dst = appendHundreds(dst, thousands)
		}
		dst = append(dst, "mille "...)
	}
	dst = appendHundreds(dst, n%1000)
	if len(dst) > start && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// appendHundreds appends a number below a thousand, each word with a space
// behind it.
func appendHundreds(dst []byte, n int) []byte {
	word := func(w string) {
		if w != "" {
			dst = append(append(dst, w...), ' ')
		}
	}
	if hundreds := n / 100; hundreds > 0 {
		if hundreds > 1 {
			word(frenchUnits[hundreds])
		}
		word("cent")
	}
	n %= 100
	if n < 20 {
		word(frenchUnits[n])
		return dst
	}
	word(frenchTens[n/10])
	if tens := n / 10; tens == 7 || tens == 9 {
		word(frenchUnits[10+n%10])
	} else {
		word(frenchUnits[n%10])
	}
	return dst
}
