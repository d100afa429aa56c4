package text

import "strconv"

// Number writes n with the thousands separator of lang: a narrow no-break
// space in French ("1 000 000"), a comma in English ("1,000,000").
func Number(lang Lang, n int) string {
	separator := "\u202f"
	if lang == English {
		separator = ","
	}
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	out := ""
	for len(digits) > 3 {
		out = separator + digits[len(digits)-3:] + out
		digits = digits[:len(digits)-3]
	}
	return sign + digits + out
}
