// Package france knows what France defines: the numbers that identify
// companies, associations and authorities, and, in time, its places.
package france

import "github.com/socle-commun/socle/schemas/swar"

// IsSIREN says whether b is a SIREN: nine digits whose Luhn sum is a multiple
// of ten. Source: INSEE, répertoire Sirene.
func IsSIREN(b []byte) bool { return len(b) == 9 && digits(b) && luhn(b) }

// IsSIRET says whether b is a SIRET: fourteen digits, the first nine of which
// are a SIREN, whose Luhn sum is a multiple of ten. The establishments of La
// Poste are an exception, granted by INSEE when its numbers ran out: the plain
// sum of their digits is a multiple of five. The head office keeps to Luhn.
func IsSIRET(b []byte) bool {
	if len(b) != 14 {
		return false
	}
	head, tail := swar.Of(b)^swar.Zeros, (swar.Of(b[6:])^swar.Zeros)>>16
	if swar.NoDigits(head)|swar.NoDigits(tail) != 0 || (luhnSum(head, odds)+tail&0xf)%10 != 0 {
		return false
	}
	if string(b[:9]) == laPoste && string(b) != laPosteHeadOffice {
		return sum(b)%5 == 0
	}
	return (luhnSum(head, evens)+luhnSum(tail, evens))%10 == 0
}

// Digits of a word, whose first one is in the lowest byte.
const (
	evens = 0x00ff00ff00ff00ff // the first digit, the third, …
	odds  = evens << 8
)

// luhnSum adds digits up, those of the mask doubled and reduced to one digit.
func luhnSum(digits, mask uint64) uint64 {
	digits += digits & mask
	digits -= swar.NoDigits(digits) >> 7 * 9
	return digits * swar.Ones >> 56
}

const (
	laPoste           = "356000000"
	laPosteHeadOffice = "35600000000048"
)

func digits(b []byte) bool {
	for _, c := range b {
		if c-'0' > 9 {
			return false
		}
	}
	return true
}

// luhn says whether the sum of the digits, every second one from the right
// doubled and reduced to one digit, is a multiple of ten.
func luhn(b []byte) bool {
	total := 0
	for i, c := range b {
		d := int(c - '0')
		if (len(b)-i)%2 == 0 {
			d = doubled[d]
		}
		total += d
	}
	return total%10 == 0
}

var doubled = [10]int{0, 2, 4, 6, 8, 1, 3, 5, 7, 9}

func sum(b []byte) int {
	total := 0
	for _, c := range b {
		total += int(c - '0')
	}
	return total
}
