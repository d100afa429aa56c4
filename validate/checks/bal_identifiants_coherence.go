package checks

import (
	"encoding/binary"
	"encoding/gob"
	"strconv"

	"github.com/cespare/xxhash/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

const balIdentifiantsCoherenceCode = "bal-identifiants-coherence"

var balIdentifiantsCoherence = &validate.Check{
	Code:     balIdentifiantsCoherenceCode,
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : un identifiant BAN pour deux choses", EN: "Local address base: one BAN identifier for two things"},
	Why: text.Text{
		FR: "Un identifiant de voie va à un seul nom de voie, et un nom de voie à un seul identifiant ; de même pour les adresses. Les noms se comparent aux accents, aux articles et aux abréviations près ; un nom fautif est laissé à sa propre règle. Chaque paire fautive est dite une fois, à la première ligne où elle se trouve.",
		EN: "An identifier of a street goes with one name of a street, and a name with one identifier; the same holds for addresses. Names are compared but for accents, articles and abbreviations; a wrong name is left to its own rule. Each wrong pair is told once, at the first row where it stands.",
	},
	Mend: text.Text{FR: "Corrigez le nom ou l'identifiant : souvent une ligne a été copiée avec l'identifiant d'une autre.", EN: "Correct the name or the identifier: often a row was copied with the identifier of another."},
	Bad:  "numero;voie_nom;id_ban_toponyme\n9;Rue des Lilas;8a3bab10-f329-4ce3-9c7d-280d91a8053a\n11;Rue des Roses;8a3bab10-f329-4ce3-9c7d-280d91a8053a",
	Good: "numero;voie_nom;id_ban_toponyme\n9;Rue des Lilas;8a3bab10-f329-4ce3-9c7d-280d91a8053a\n11;Rue des Roses;0d2b0a4c-6b0e-4c36-9d0f-3f4e5a6b7c8d",
	Messages: map[string]validate.Message{
		"": balSay("L'identifiant de voie « {value} » est déjà celui d'une voie d'un autre nom, à la ligne {first}.", `The identifier of a street "{value}" is already that of a street of another name, in row {first}.`,
			"Corrigez le nom de la voie ou son identifiant.", "Correct the name of the street or its identifier."),
		"street": balSay("La même voie a un autre identifiant que « {value} » à la ligne {first}.", `The same street has another identifier than "{value}" in row {first}.`,
			"Donnez un seul identifiant à la voie.", "Give the street one identifier."),
		"address": balSay("L'identifiant d'adresse « {value} » est déjà celui d'une autre adresse, à la ligne {first}.", `The identifier of an address "{value}" is already that of another address, in row {first}.`,
			"Donnez son propre identifiant à chaque adresse.", "Give each address an identifier of its own."),
		"same-address": balSay("La même adresse a un autre identifiant que « {value} » à la ligne {first}.", `The same address has another identifier than "{value}" in row {first}.`,
			"Donnez un seul identifiant à l'adresse, sur chacune de ses positions.", "Give the address one identifier, at each of its positions."),
	},
	Table: func(s *schemas.Schema) validate.State {
		rules := balRules(s, balIdentifiantsCoherenceCode, balTieWeights)
		if len(rules) == 0 {
			return nil
		}
		return &balTies{Profile: rules[0].profile, rule: rules[0]}
	},
}

var balTieWeights = map[string]balWeight{"": balWarnFrom4, "street": balWarnFrom4, "address": balWarnFrom4, "same-address": balWarnFrom4}

// balTies remembers which identifiers go with which streets and addresses, by
// 64-bit hashes.
type balTies struct {
	Profile int
	Ties    []balTie // unsealed: of the rows in order; sealed: none
	Text    []byte   // the identifiers of Ties, one after the other

	seen *[2]tiesSeen // sealed: of streets and of addresses

	rule   *balRule
	keys   streetKeys
	last   []byte // the name whose key is named
	named  uint64
	thing  []byte // space
	street balTie // the last one of a street
}

// tiesSeen are the rows where identifiers, names and pairs of both stand first.
type tiesSeen struct{ ids, names, pairs *firsts }

// A balTie is an identifier and what it goes with in one row.
type balTie struct {
	Address bool   // of an address, not a street
	ID      uint64 // the identifier
	Thing   uint64 // what the identifier must always go with
	Name    uint64 // what must always go with the identifier
	Pos     validate.Position
	Column  int // of the identifier, from 0
	To      int // where the identifier ends in Text
}

func init() { gob.Register(&balTies{}) }

func (s *balTies) Row(row *validate.Row) {
	if row.Blank || len(row.Cells) == 0 {
		return
	}
	r := balRow{nil, row}
	ids, name := s.rule.ids(r), r.text(s.rule.voie)
	if ids.street == nil && ids.address == nil || !isStreetName(name) {
		return
	}
	n, hasNumber := s.rule.numero(r)
	street := s.nameHash(name)
	if ids.street != nil {
		s.tieStreet(r, ids.street, street, hasNumber && n == placeNumber)
	}
	suffix := r.text(s.rule.suffixe)
	if ids.address != nil && hasNumber && n != placeNumber && isSuffix(suffix) {
		s.thing = binary.BigEndian.AppendUint64(s.thing[:0], street)
		s.thing = binary.BigEndian.AppendUint32(s.thing, uint32(n))
		s.thing = append(append(s.thing, suffix...), 0)
		s.thing = append(s.thing, r.text(s.rule.deleguee)...)
		hash := xxhash.Sum64(s.thing)
		s.tie(r, s.rule.idAdresse, ids.address, balTie{Address: true, ID: hashID(ids.address), Thing: hash, Name: hash})
	}
}

// nameHash hashes the key of a street's name. Streets mostly fill many rows in
// a run.
func (s *balTies) nameHash(name []byte) uint64 {
	if string(name) != string(s.last) {
		s.last = append(s.last[:0], name...)
		s.named = xxhash.Sum64(s.keys.of(name))
	}
	return s.named
}

// tieStreet ties the identifier of a street. A street is the name together
// with the code in the key, where it has one; a street and a place of one name
// may have an identifier each.
func (s *balTies) tieStreet(r balRow, id []byte, name uint64, isPlace bool) {
	s.thing = binary.BigEndian.AppendUint64(s.thing[:0], name)
	if key, ok := s.rule.key(r); ok && len(key.street) == 4 && !key.noStreet() {
		for _, c := range key.street {
			s.thing = append(s.thing, c|0x20)
		}
	}
	t := balTie{ID: hashID(id), Thing: xxhash.Sum64(s.thing)}
	if isPlace {
		s.thing = append(s.thing, "place"...)
	}
	t.Name = xxhash.Sum64(s.thing)
	if t == s.street {
		return
	}
	s.street = t
	s.tie(r, s.rule.idVoie, id, t)
}

func (s *balTies) tie(r balRow, field int, id []byte, t balTie) {
	c := r.cell(field)
	if c.State == validate.Absent {
		c = r.cell(s.rule.uid)
	}
	s.Text = append(s.Text, id...)
	t.Pos, t.Column, t.To = r.Place(c), c.Column, len(s.Text)
	s.Ties = append(s.Ties, t)
}

// Seal makes the state remember hashes and row numbers alone from now on.
func (s *balTies) Seal(p *validate.Pass) {
	before := *s
	s.Ties, s.Text, s.seen = nil, nil, new([2]tiesSeen)
	for i := range s.seen {
		s.seen[i] = tiesSeen{newFirsts(), newFirsts(), newFirsts()}
	}
	s.take(p, &before)
}

func (s *balTies) Merge(p *validate.Pass, next validate.State) {
	n := next.(*balTies)
	if s.seen != nil {
		s.take(p, n)
		return
	}
	for _, t := range n.Ties {
		t.To += len(s.Text)
		s.Ties = append(s.Ties, t)
	}
	s.Text = append(s.Text, n.Text...)
}

// take enters the ties of next into a sealed state, and reports the first of
// each pair that goes against an earlier one.
func (s *balTies) take(p *validate.Pass, next *balTies) {
	rule := &balRule{profile: s.Profile, weights: balTieWeights, balNames: newBALNames(p.Job.Schema)}
	for i := range next.Ties {
		t := &next.Ties[i]
		row, seen, byThing, byName, field := t.Pos.Row, &s.seen[0], "", "street", rule.idVoie
		if t.Address {
			seen, byThing, byName, field = &s.seen[1], "address", "same-address", rule.idAdresse
		}
		newThing := seen.pairs.enter(pairHash(t.ID, t.Thing), row) == row
		newName := newThing
		if t.Name != t.Thing {
			newName = seen.pairs.enter(pairHash(t.Name, t.ID), row) == row
		}
		if first := seen.ids.enter(t.ID, row); newThing && first != row {
			s.report(p, rule, field, t, next, byThing, first)
		}
		if first := seen.names.enter(t.Name, row); newName && first != row {
			s.report(p, rule, field, t, next, byName, first)
		}
	}
}

// report tells of the tie t of next, which goes against that of the row first.
func (s *balTies) report(p *validate.Pass, rule *balRule, field int, t *balTie, next *balTies, reason string, first int) {
	if field < 0 {
		field = rule.uid
	}
	if f := rule.report(p, field, reason); f != nil {
		f.Pos, f.Column, f.Value = t.Pos, t.Column+1, string(next.Text[t.To-36:t.To])
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

func (s *balTies) Finish(*validate.Pass) {}
