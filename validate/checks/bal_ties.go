package checks

import (
	"encoding/gob"
	"sync"

	"github.com/socle-commun/socle/validate"
)

// balTies remembers which identifiers go with which streets and addresses, by
// 64-bit hashes.
type balTies struct {
	Profile   int
	Streets   []balTie // unsealed: of the rows in order; sealed: none
	Addresses []balTie // as Streets; their Name is their Thing

	seen   *[2]tiesSeen // sealed: of streets and of addresses
	reader *tieReader
}

// tiesSeen are the rows where identifiers, names and pairs of both stand first.
// A pair of an address whose two halves stand first in one row is not among the
// pairs: a row has one address.
type tiesSeen struct{ ids, names, pairs *firsts }

// A balTie is an identifier and what it goes with in one row.
type balTie struct {
	Hashes tieHashes
	Pos    validate.Position
	Column int // of the identifier, from 0
	Text   [uuidSize]byte
}

// tieHashes are the hashes of a tie.
type tieHashes struct {
	ID    uint64 // the identifier
	Thing uint64 // what the identifier must always go with
	Name  uint64 // what must always go with the identifier
}

// A tieSpace is what the ties of some rows take: space for those of others, once
// they were merged.
type tieSpace struct{ streets, addresses []balTie }

var tieSpaces = sync.Pool{New: func() any { return &tieSpace{addresses: make([]balTie, 0, 64)} }}

// mostSpareTies bounds the space that is kept for others.
const mostSpareTies = 1 << 16

func init() { gob.Register(&balTies{}) }

func (s *balTies) Row(row *validate.Row) {
	if row.Blank || len(row.Cells) == 0 {
		return
	}
	if s.Addresses == nil {
		space := tieSpaces.Get().(*tieSpace)
		s.Streets, s.Addresses = space.streets, space.addresses
	}
	s.reader.read(s, row)
}

// Seal makes the state remember hashes and row numbers alone from now on.
func (s *balTies) Seal(p *validate.Pass) {
	s.seen = new([2]tiesSeen)
	for i := range s.seen {
		s.seen[i] = tiesSeen{newFirsts(), newFirsts(), newFirsts()}
	}
	s.take(p, s)
}

func (s *balTies) Merge(p *validate.Pass, next validate.State) {
	n := next.(*balTies)
	if s.seen == nil {
		s.Streets, s.Addresses = append(s.Streets, n.Streets...), append(s.Addresses, n.Addresses...)
		n.spare()
		return
	}
	s.take(p, n)
}

// spare leaves the space of the ties to others.
func (s *balTies) spare() {
	if s.Addresses != nil && cap(s.Addresses) <= mostSpareTies && cap(s.Streets) <= mostSpareTies {
		tieSpaces.Put(&tieSpace{s.Streets[:0], s.Addresses[:0]})
	}
	s.Streets, s.Addresses = nil, nil
}

// take enters the ties of next into a sealed state, and reports the first of
// each pair that goes against an earlier one.
func (s *balTies) take(p *validate.Pass, next *balTies) {
	rule := &balRule{profile: s.Profile, weights: balTieWeights, balNames: newBALNames(p.Job.Schema)}
	for i := range next.Streets {
		s.takeStreet(p, rule, &next.Streets[i])
	}
	for i := range next.Addresses {
		s.takeAddress(p, rule, &next.Addresses[i])
	}
	next.spare()
}

func (s *balTies) Finish(*validate.Pass) {}
