package checks

import (
	"bytes"

	"github.com/socle-commun/socle/validate/france/cog"
)

// A streetKeys writes the keys of names of streets: names that people hold to
// be one street have one key. "Av. Gal de Gaulle" and "avenue du Général de
// Gaulle" have, and so have "Rue du 8 mai" and "rue du Huit Mai". Its space is
// used again for each name.
type streetKeys struct{ folded, key []byte }

// of gives the key of a name, valid until the next call: words in small
// letters without accents, abbreviations and numbers written out, articles left
// out. It is empty for a name of nothing else.
func (k *streetKeys) of(name []byte) []byte {
	k.folded, k.key = cog.AppendFold(k.folded[:0], name), k.key[:0]
	rest := bytes.TrimPrefix(k.folded, []byte("lieu dit "))
	if !bytes.Contains(rest, []byte(" ")) && len(rest) < len(k.folded) {
		rest = k.folded // "lieu-dit" and one word: the whole is the name
	}
	if street, ok := bytes.CutPrefix(rest, []byte("rue ")); ok && endsInStreet(street) {
		rest = street
	}
	for first := true; len(rest) > 0; first = false {
		var word []byte
		word, rest = cutStreetWord(rest)
		if isArticle(word) {
			continue
		}
		if len(k.key) > 0 {
			k.key = append(k.key, ' ')
		}
		k.key = appendStreetWord(k.key, word, first)
	}
	return k.key
}

// cutStreetWord cuts the first word off: letters or digits, up to a space or where
// one kind meets the other, as in "1er".
func cutStreetWord(s []byte) (word, rest []byte) {
	end := 1
	for end < len(s) && s[end] != ' ' && balDigit(s[end]) == balDigit(s[0]) {
		end++
	}
	return s[:end], bytes.TrimPrefix(s[end:], []byte(" "))
}

func balDigit(c byte) bool { return c >= '0' && c <= '9' }

// endsInStreet says whether one of the words ends in "rue", as in "Rue Grande
// Rue".
func endsInStreet(words []byte) bool {
	return bytes.HasSuffix(words, []byte("rue")) || bytes.Contains(words, []byte("rue "))
}

// isArticle says whether a word tells no street from another.
func isArticle(word []byte) bool {
	switch string(word) {
	case "la", "le", "les", "l", "d", "du", "de", "des", "dos", "las", "los", "sur", "sous", "a", "par", "et", "au", "aux":
		return true
	}
	return false
}

// appendStreetWord writes a word in full.
func appendStreetWord(dst, word []byte, first bool) []byte {
	if balDigit(word[0]) {
		return appendFrench(dst, word)
	}
	if long := longStreetWord(word); long != "" {
		return append(dst, long...)
	}
	if first {
		if long := longStreet(word); long != "" {
			return append(dst, long...)
		}
	}
	return append(dst, word...)
}

func longStreetWord(word []byte) string {
	switch string(word) {
	case "st":
		return "saint"
	case "ste":
		return "sainte"
	case "gal":
		return "general"
	case "mal":
		return "marechal"
	}
	return ""
}

// longStreet gives what an abbreviation stands for at the beginning of a name.
func longStreet(word []byte) string {
	switch string(word) {
	case "r":
		return "rue"
	case "av", "ave":
		return "avenue"
	case "bd", "bld", "boul":
		return "boulevard"
	case "pl":
		return "place"
	case "sq":
		return "square"
	case "che", "chem", "ch":
		return "chemin"
	case "rte":
		return "route"
	case "all":
		return "allee"
	case "imp":
		return "impasse"
	case "pas":
		return "passage"
	case "qu":
		return "quai"
	case "ham":
		return "hameau"
	case "lot":
		return "lotissement"
	case "res":
		return "residence"
	case "rle":
		return "ruelle"
	case "car":
		return "carrefour"
	}
	return ""
}
