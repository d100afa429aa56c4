package checks

import (
	"bytes"

	"github.com/socle-commun/socle/schemas/swar"
)

// An interopKey is the parts of an interoperability key, as they are written.
type interopKey struct{ commune, street, number []byte }

// readKey cuts a key into its parts. It is not ok where there are fewer than
// three, or an empty one among them.
func readKey(raw []byte) (key interopKey, ok bool) {
	var rest []byte
	key.commune, rest, _ = bytes.Cut(raw, balUnderscore)
	key.street, rest, _ = bytes.Cut(rest, balUnderscore)
	key.number, rest, ok = bytes.Cut(rest, balUnderscore)
	if len(key.commune) == 0 || len(key.street) == 0 || len(key.number) == 0 {
		return key, false
	}
	return key, !ok || len(rest) > 0 && rest[0] != '_' && rest[len(rest)-1] != '_' && !bytes.Contains(rest, []byte("__"))
}

var balUnderscore = []byte("_")

// usualKey is readKey for a key as nearly all are written: a commune of five
// bytes, a street of four, a number of five digits, and one part more or none.
// It is not ok for any other.
func usualKey(raw []byte) (key interopKey, ok bool) {
	const street, number, suffix = 6, 11, 16
	if len(raw) < suffix {
		return key, false
	}
	first, second := wordAt(raw, 0), wordAt(raw, 8)
	digits := among(second, '0', '9') >> 24 << 24
	if among(first, '_', '_') != 0x80<<40 || among(second, '_', '_') != 0x80<<16 || digits != swar.Highs>>24<<24 {
		return key, false
	}
	if len(raw) > suffix && (raw[suffix] != '_' || len(raw) == suffix+1 || bytes.IndexByte(raw[suffix+1:], '_') >= 0) {
		return key, false
	}
	return interopKey{raw[:street-1], raw[street : number-1], raw[number:suffix]}, true
}

// isCleanKey says of a key that there is nothing to say: true only of usual ones.
func isCleanKey(raw []byte) bool {
	key, ok := usualKey(raw)
	if !ok || !isPlainSmall(raw) || key.noStreet() {
		return false
	}
	commune, _ := balCommuneOf(key.commune)
	return commune != nil
}

// noStreet says whether the code of the street is one of those that stand for none.
func (k interopKey) noStreet() bool {
	return string(k.street) == "0000" || k.street[0]|0x20 == 'x' && bytes.EqualFold(k.street, []byte("xxxx"))
}

// key gives the interoperability key of a row. It is not ok where it has none,
// or one whose number is none.
func (rule *balRule) key(r balRow) (key interopKey, ok bool) {
	raw := r.text(rule.balNames.key)
	if raw == nil {
		return key, false
	}
	if key, ok = usualKey(raw); ok {
		return key, true
	}
	key, ok = readKey(raw)
	return key, ok && allDigits(key.number)
}
