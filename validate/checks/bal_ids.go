package checks

import (
	"bytes"
	"encoding/binary"

	"github.com/cespare/xxhash/v2"

	"github.com/socle-commun/socle/schemas/swar"
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

// A knownID is the last text that was found to be an identifier: those of a
// commune and of a street mostly fill many rows in a run.
type knownID []byte

// id gives a text that is an identifier, or nil.
func (k *knownID) id(raw []byte) []byte {
	if len(raw) != uuidSize {
		return nil
	}
	if string(raw) == string(*k) {
		return raw
	}
	if !isUUID4(raw) {
		return nil
	}
	*k = append((*k)[:0], raw...)
	return raw
}

// knownIDs are those of a commune and of a street.
type knownIDs struct{ commune, street knownID }

// ids gives the identifiers of a row: those of their own columns, else those
// in uid_adresse, where formats before 1.4 have them.
func (rule *balRule) ids(r balRow, known *knownIDs) balIDs {
	ids := balIDs{commune: known.commune.id(r.text(rule.idCommune)), street: known.street.id(r.text(rule.idVoie))}
	if raw := r.text(rule.idAdresse); isUUID4(raw) {
		ids.address = raw
	}
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

// hashID hashes an identifier, whatever its case.
func hashID(id []byte) uint64 {
	var lower [uuidSize + 4]byte
	for at := 0; at < uuidSize; at += 8 {
		from := min(at, uuidSize-8)
		binary.LittleEndian.PutUint64(lower[from:], wordAt(id, from)|0x20*swar.Ones) // of a digit and a hyphen, the same
	}
	return xxhash.Sum64(lower[:uuidSize])
}
