package checks

import (
	"encoding/binary"

	"github.com/cespare/xxhash/v2"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A tieReader makes the ties of rows. It remembers what mostly fills many of
// them in a run.
type tieReader struct {
	rule  *balRule
	keys  streetKeys
	known knownIDs
	thing []byte // space

	name   []byte // the last name of a street
	street bool   // it can be one
	named  uint64 // the hash of its key

	last, placed tieHashes // the last ones of a street and of an address
}

// read adds the ties of a row to those of a state.
func (t *tieReader) read(s *balTies, row *validate.Row) {
	r := balRow{nil, row}
	name := r.text(t.rule.voie)
	if !t.knows(name) {
		return
	}
	ids := t.rule.ids(r, &t.known)
	if ids.street == nil && ids.address == nil {
		return
	}
	n, hasNumber := t.rule.numero(r)
	if ids.street != nil {
		if tie := t.ofStreet(r, ids.street, hasNumber && n == placeNumber); tie != t.last {
			t.last = tie
			s.Streets = append(s.Streets, balTie{Hashes: tie})
			t.rule.place(&s.Streets[len(s.Streets)-1], r, t.rule.idVoie, ids.street)
		}
	}
	suffix := r.text(t.rule.suffixe)
	if ids.address == nil || !hasNumber || n == placeNumber || !isSuffix(suffix) {
		return
	}
	if tie := t.ofAddress(r, ids.address, n, suffix); tie != t.placed {
		t.placed = tie
		s.Addresses = append(s.Addresses, balTie{Hashes: tie})
		t.rule.place(&s.Addresses[len(s.Addresses)-1], r, t.rule.idAdresse, ids.address)
	}
}

// knows says whether a name can be that of a street, and hashes its key.
func (t *tieReader) knows(name []byte) bool {
	if string(name) != string(t.name) {
		t.name = append(t.name[:0], name...)
		if t.street = isStreetName(name); t.street {
			t.named = xxhash.Sum64(t.keys.of(name))
		}
	}
	return t.street
}

// ofStreet ties the identifier of a street. A street is the name together
// with the code in the key, where it has one; a street and a place of one name
// may have an identifier each.
func (t *tieReader) ofStreet(r balRow, id []byte, isPlace bool) tieHashes {
	t.thing = binary.BigEndian.AppendUint64(t.thing[:0], t.named)
	if key, ok := t.rule.key(r); ok && len(key.street) == 4 && !key.noStreet() {
		t.thing = binary.LittleEndian.AppendUint32(t.thing, binary.LittleEndian.Uint32(key.street)|0x20202020)
	}
	tie := tieHashes{ID: hashID(id), Thing: xxhash.Sum64(t.thing)}
	tie.Name = tie.Thing
	if isPlace {
		t.thing = append(t.thing, "place"...)
		tie.Name = xxhash.Sum64(t.thing)
	}
	return tie
}

// ofAddress ties the identifier of an address.
func (t *tieReader) ofAddress(r balRow, id []byte, n int, suffix []byte) tieHashes {
	t.thing = binary.BigEndian.AppendUint64(t.thing[:0], t.named)
	t.thing = binary.BigEndian.AppendUint32(t.thing, uint32(n))
	t.thing = append(append(t.thing, suffix...), 0)
	t.thing = append(t.thing, r.text(t.rule.deleguee)...)
	hash := xxhash.Sum64(t.thing)
	return tieHashes{hashID(id), hash, hash}
}

// place gives a tie its place: that of a field's cell, or of the cell that has
// all identifiers.
func (rule *balRule) place(t *balTie, r balRow, field int, id []byte) {
	c := r.cell(field)
	if c.State == validate.Absent {
		c = r.cell(rule.uid)
	}
	t.Pos, t.Column = placeOf(r.Row, c), c.Column
	copy(t.Text[:], id)
}

// placeOf is Row.Place for cells that mostly have nothing but ASCII before them.
func placeOf(row *validate.Row, c *validate.Cell) validate.Position {
	if row.Inner > 0 || row.Pos.Char == 0 || c.Start > len(row.Record) || !text.IsASCII(row.Record[:c.Start]) {
		return row.Place(c)
	}
	pos := row.Pos
	pos.Byte += int64(c.Start)
	pos.Char += c.Start
	return pos
}
