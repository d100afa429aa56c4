package checks

import (
	"encoding/binary"
	"strconv"

	"github.com/cespare/xxhash/v2"

	"github.com/socle-commun/socle/validate"
)

// takeStreet enters the tie of a street.
func (s *balTies) takeStreet(p *validate.Pass, rule *balRule, t *balTie) {
	row, seen := t.Pos.Row, &s.seen[0]
	newThing := seen.pairs.enter(pairHash(t.Hashes.ID, t.Hashes.Thing), row) == row
	newName := newThing
	if t.Hashes.Name != t.Hashes.Thing {
		newName = seen.pairs.enter(pairHash(t.Hashes.Name, t.Hashes.ID), row) == row
	}
	if first := seen.ids.enter(t.Hashes.ID, row); newThing && first != row {
		rule.reportTie(p, rule.idVoie, t, "", first)
	}
	if first := seen.names.enter(t.Hashes.Name, row); newName && first != row {
		rule.reportTie(p, rule.idVoie, t, "street", first)
	}
}

// takeAddress enters the tie of an address. An identifier and an address that
// stand first in the same row are those of that row, which has no others: such a
// pair need not be remembered.
func (s *balTies) takeAddress(p *validate.Pass, rule *balRule, t *balTie) {
	row, seen := t.Pos.Row, &s.seen[1]
	id, name := seen.ids.enter(t.Hashes.ID, row), seen.names.enter(t.Hashes.Name, row)
	if id == name || seen.pairs.enter(pairHash(t.Hashes.ID, t.Hashes.Name), row) != row {
		return
	}
	if id != row {
		rule.reportTie(p, rule.idAdresse, t, "address", id)
	}
	if name != row {
		rule.reportTie(p, rule.idAdresse, t, "same-address", name)
	}
}

// reportTie tells of a tie that goes against that of the row first.
func (rule *balRule) reportTie(p *validate.Pass, field int, t *balTie, reason string, first int) {
	if field < 0 {
		field = rule.uid
	}
	if f := rule.report(p, field, reason); f != nil {
		f.Pos, f.Column, f.Value = t.Pos, t.Column+1, string(t.Text[:])
		f.With("first", strconv.Itoa(first))
	}
}

// pairHash hashes two hashes in their order.
func pairHash(first, second uint64) uint64 {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], first)
	binary.BigEndian.PutUint64(b[8:], second)
	return xxhash.Sum64(b[:])
}
