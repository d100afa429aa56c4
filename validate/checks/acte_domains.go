package checks

import (
	"bytes"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// acteDomains are the nine domains of the nomenclature of the acts that local
// authorities send to the prefecture.
var acteDomains = []string{
	"Commande publique", "Urbanisme", "Domaine et patrimoine", "Fonction publique", "Institutions et vie politique",
	"Libertés publiques et pouvoirs de police", "Finances locales", "Domaines de compétences par thèmes", "Autres domaines de compétences",
}

// isActe says whether b is a domain, a slash and a subject, which may be empty
// as in Validata. No slash has a space after it.
func isActe(b []byte) bool {
	slash := bytes.IndexByte(b, '/')
	return slash > 0 && isActeDomain(b[:slash]) && !bytes.Contains(b[slash:], []byte("/ "))
}

// isActeDomain says whether b is a domain of the nomenclature, whatever the
// case and the accents.
func isActeDomain(b []byte) bool {
	var plain [longestDomain]byte
	n := 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		b = b[size:]
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if r = unicode.ToLower(unaccented(r)); r >= utf8.RuneSelf || n == longestDomain {
			return false
		}
		plain[n] = byte(r)
		n++
	}
	return plainDomains()[string(plain[:n])]
}

// longestDomain is the length of the longest domain, in letters.
const longestDomain = len("Libertes publiques et pouvoirs de police")

// plainDomains are the domains in small letters without accents.
var plainDomains = sync.OnceValue(func() map[string]bool {
	domains := map[string]bool{}
	for _, domain := range acteDomains {
		plain := []byte{}
		for _, r := range domain {
			plain = append(plain, byte(unicode.ToLower(unaccented(r))))
		}
		domains[string(plain)] = true
	}
	return domains
})

// unaccented takes the accents off a letter.
func unaccented(r rune) rune {
	if r < utf8.RuneSelf || r >= extendedLatin {
		return r
	}
	return baseLetters()[r]
}

// extendedLatin is where the letters of the Latin alphabets end.
const extendedLatin = 0x250

// baseLetters are the letters without accents of the Latin alphabets.
var baseLetters = sync.OnceValue(func() *[extendedLatin]rune {
	var base [extendedLatin]rune
	for r := range base {
		base[r], _ = utf8.DecodeRuneInString(norm.NFD.String(string(rune(r))))
	}
	return &base
})
