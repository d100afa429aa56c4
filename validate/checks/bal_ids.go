package checks

import (
	"bytes"
	"strings"

	"github.com/cespare/xxhash/v2"
)

// balIDs are the identifiers of the national address base in a row: texts of
// 36 characters, nil where the row has none that is valid.
type balIDs struct{ commune, street, address []byte }

// any says whether the row has an identifier.
func (i balIDs) any() bool { return i.commune != nil || i.street != nil || i.address != nil }

// complete says whether a row has all the identifiers that it needs: a place
// name needs none of an address.
func (i balIDs) complete(place bool) bool {
	return i.commune != nil && i.street != nil && (i.address != nil || place)
}

// ids gives the identifiers of a row: those of their own columns, else those
// in uid_adresse, where formats before 1.4 have them.
func (rule *balRule) ids(r balRow) balIDs {
	ids := balIDs{rule.id(r, rule.idCommune), rule.id(r, rule.idVoie), rule.id(r, rule.idAdresse)}
	if raw := r.text(rule.uid); len(raw) > 0 {
		if inside, ok := readUID(raw); ok {
			ids.commune = balOrElse(ids.commune, inside.commune)
			ids.street = balOrElse(ids.street, inside.street)
			ids.address = balOrElse(ids.address, inside.address)
		}
	}
	return ids
}

func balOrElse(a, b []byte) []byte {
	if a == nil {
		return b
	}
	return a
}

func (rule *balRule) id(r balRow, field int) []byte {
	if raw := r.text(field); isUUID4(raw) {
		return raw
	}
	return nil
}

// readUID finds the identifiers in a text such as "@c:… @v:… @a:…". It is not
// ok where one of them is wrong.
func readUID(raw []byte) (ids balIDs, ok bool) {
	ok = true
	for _, part := range []struct {
		mark byte
		id   *[]byte
	}{{'c', &ids.commune}, {'v', &ids.street}, {'a', &ids.address}} {
		if id := markedID(raw, part.mark); id != nil {
			*part.id = id
			ok = ok && isUUID4(id)
		}
	}
	return ids, ok
}

// markedID gives what follows the mark "@m:" up to the next space, or nil.
func markedID(raw []byte, mark byte) []byte {
	for {
		at := bytes.IndexByte(raw, '@')
		if at < 0 || at+3 >= len(raw) {
			return nil
		}
		raw = raw[at+1:]
		if raw[0]|0x20 != mark || raw[1] != ':' {
			continue
		}
		id := raw[2:]
		if end := bytes.IndexAny(id, " \t\r\n\v\f"); end >= 0 {
			id = id[:end]
		}
		if len(id) > 0 {
			return id
		}
	}
}

// isUUID4 says whether a text is a UUID of version 4, with its hyphens and in
// any case.
func isUUID4(raw []byte) bool {
	if len(raw) != 36 || raw[8] != '-' || raw[13] != '-' || raw[18] != '-' || raw[23] != '-' || raw[14] != '4' {
		return false
	}
	hyphens := 0
	for _, c := range raw {
		switch uuidSigns[c] {
		case 0:
			return false
		case 2:
			hyphens++
		}
	}
	return hyphens == 4 && strings.IndexByte("89abAB", raw[19]) >= 0
}

// uuidSigns has 1 for hexadecimal digits and 2 for the hyphen.
var uuidSigns = func() (signs [256]uint8) {
	for _, c := range "0123456789abcdefABCDEF" {
		signs[c] = 1
	}
	signs['-'] = 2
	return signs
}()

// hashID hashes an identifier, whatever its case.
func hashID(id []byte) uint64 {
	var lower [36]byte
	for i := range lower {
		lower[i] = id[i] | 0x20 // of a digit and a hyphen, the same
	}
	return xxhash.Sum64(lower[:])
}
