package cog

// codeNumbers is one more than the greatest number of a code.
const codeNumbers = 102_000

// codeNumber makes a number of an INSEE code, those of Corsica coming last.
func codeNumber[T string | []byte](code T) (int, bool) {
	if len(code) != 5 {
		return 0, false
	}
	if code[0] == '2' && (code[1] == 'A' || code[1] == 'B') {
		n, ok := number(code[2:])
		return 100_000 + 1000*int(code[1]-'A') + n, ok
	}
	return number(code)
}

// number reads digits, at most nine.
func number[T string | []byte](digits T) (int, bool) {
	n := 0
	for i := range len(digits) {
		d := digits[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = 10*n + int(d)
	}
	return n, 0 < len(digits) && len(digits) < 10
}

// codePlaces has, by number of a code, the place of its commune, from 1.
type codePlaces []uint16

// get finds a commune by its code among those that were put.
func get[T string | []byte](p codePlaces, among []Commune, code T) *Commune {
	n, ok := codeNumber(code)
	if !ok || p[n] == 0 {
		return nil
	}
	return &among[p[n]-1]
}

// put adds the commune at a place, from 0, whose code codeNumber reads.
func (p codePlaces) put(code string, place int) {
	n, _ := codeNumber(code)
	p[n] = uint16(place + 1)
}
