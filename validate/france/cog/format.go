package cog

// The data file is text, and what a program asks for is read in its place: the
// communes of a department or two. Its first line is heading, its second what
// About says; then come sections, each a line with the name and the number of
// lines, and the lines, whose fields are parted by tabs:
//
//	regions      code, name
//	departments  code, name, region; no region for overseas collectivities
//	blocks       first two characters of codes, how many communes have them, bytes of their lines
//	postal       first two digits of postal codes, blocks that have communes with them, with spaces
//	epcis        SIREN, kind, name, members; members only of an EPT, with spaces,
//	             since communes name the EPCI that they are in
//	communes     code, name, place of the EPCI among epcis, SIREN, postal codes
//	             with spaces, population, parent (of arrondissements)
//	parts        code, name, A for associated or D for delegated, parent
//	former       code, code of the commune of today, year
//
// Lines stand in the order of their codes. Where a code is missing it is the
// number after the line before; a SIREN that is "=" is made of the code.
const heading = "socle-cog 2"

// maxCommunes is how many places an index can tell apart.
const maxCommunes = 1<<16 - 2

// usual is what stands for a SIREN that usualSIREN makes.
const usual = "="

// usualSIREN makes the SIREN that INSEE first gave a commune of metropolitan
// France: 21, the department, with 20 for all of Corsica, the commune's
// number in four digits, and Luhn's. New communes have others.
func usualSIREN(code string) (siren [9]byte) {
	if len(code) != 5 {
		return siren
	}
	copy(siren[:], "21")
	copy(siren[2:], code[:2])
	if c := siren[3]; c == 'A' || c == 'B' {
		siren[3] = '0'
	}
	siren[4] = '0'
	copy(siren[5:], code[2:])
	total := 0
	for i, c := range siren[:8] {
		n := int(c - '0')
		if i%2 == 1 {
			n = 2*n/10 + 2*n%10
		}
		total += n
	}
	siren[8] = '0' + byte((10-total%10)%10)
	return siren
}

// following makes the code after one that codeNumber reads, in the same
// department; after the 999th there is none.
func following(code string) (next [5]byte, ok bool) {
	if len(code) != len(next) {
		return next, false
	}
	copy(next[:], code)
	for i := 4; i >= 2; i-- {
		if next[i]++; next[i] <= '9' {
			return next, true
		}
		next[i] = '0'
	}
	return next, false
}
