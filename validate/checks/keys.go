package checks

import (
	"encoding/binary"
	"encoding/gob"
	"strconv"

	"github.com/cespare/xxhash/v2"

	"github.com/socle-commun/socle/validate"
)

// keyStates remembers the keys of the rows, one keyState for each key of the
// schema. Keys are compared by 64-bit hashes of their canonical values: two
// equal values always meet; that two others do has a chance of one in a
// billion in a file of two hundred thousand rows, and makes a false duplicate,
// never a missed one.
type keyStates struct{ Keys []*keyState }

// A keyState remembers one key.
type keyState struct {
	Fields  []int // positions in the schema
	Primary bool
	List    keyList // unsealed: of the rows, with their keys as a person reads them; sealed: none

	seen    *firsts // sealed: the row where each key stands first
	scratch []byte
	text    []byte
}

func init() { gob.Register(&keyStates{}) }

func newKeyState(fields []int) *keyState { return &keyState{Fields: fields} }

func (s *keyStates) Row(r *validate.Row) {
	if r.Blank || len(r.Cells) == 0 {
		return
	}
	for _, k := range s.Keys {
		k.row(r)
	}
}

// row takes the key of one row, unless a cell of it is absent or not of its
// type: missing-label, missing-cell and type-error say so. An empty cell has nothing to share, save in a
// primary key, where it is a value as any other beside one that is filled.
func (k *keyState) row(r *validate.Row) {
	empty := true
	k.scratch = k.scratch[:0]
	for _, i := range k.Fields {
		c := r.Of(i)
		switch c.State {
		case validate.Valid:
			if c.Field.Type.IsNaN(c.Key) {
				return // NaN is not even equal to itself
			}
			empty = false
			k.scratch = binary.AppendUvarint(k.scratch, uint64(len(c.Key)+1))
			k.scratch = append(k.scratch, c.Key...)
		case validate.Missing:
			if !k.Primary {
				return
			}
			k.scratch = append(k.scratch, 0)
		default:
			return
		}
	}
	pos := r.Place(r.Of(k.Fields[0]))
	if empty {
		k.List.add(0, 0, pos, nil)
		return
	}
	k.List.add(xxhash.Sum64(k.scratch), shortRow(pos.Row), pos, k.shown(r))
}

// shown gives the key of a row as a finding shows it.
func (k *keyState) shown(r *validate.Row) []byte {
	if raw := r.Of(k.Fields[0]).Raw; len(k.Fields) == 1 && len(raw) <= validate.MaxValue {
		return raw
	}
	k.text = k.text[:0]
	for i, f := range k.Fields {
		if i > 0 {
			k.text = append(k.text, " | "...)
		}
		k.text = appendClip(k.text, r.Of(f).Raw)
	}
	return k.text
}

// appendClip appends a cell's text as a finding keeps it.
func appendClip(to, raw []byte) []byte {
	if len(raw) <= validate.MaxValue {
		return append(to, raw...)
	}
	return append(to, validate.Clip(raw)...)
}

// Seal makes the states remember hashes and row numbers alone from now on.
func (s *keyStates) Seal(p *validate.Pass) {
	for _, k := range s.Keys {
		before := k.List
		k.List, k.seen = keyList{}, newFirsts()
		k.take(p, &before)
	}
}

func (s *keyStates) Merge(p *validate.Pass, next validate.State) {
	for i, k := range s.Keys {
		list := &next.(*keyStates).Keys[i].List
		if k.seen != nil {
			k.take(p, list)
		} else {
			k.List.join(list)
		}
		list.free()
	}
}

// take enters the keys of the rows that follow into a sealed state and reports
// those that are already there.
func (k *keyState) take(p *validate.Pass, next *keyList) {
	told := next.told()
	for i, hash := range next.Hashes {
		if i%warmHashes == 0 {
			k.seen.warm(next.Hashes[i:min(i+warmHashes, len(next.Hashes))])
		}
		empty := next.Rows[i] == 0
		var first uint32
		if !empty {
			known := false
			if first, known = k.seen.meet(hash, next.Rows[i]); !known {
				continue
			}
		}
		pos, value := told.at(i)
		k.report(p, pos, string(value), first, empty)
	}
}

// report tells of a key that is empty, or stands in the row first as well.
func (k *keyState) report(p *validate.Pass, pos validate.Position, value string, first uint32, empty bool) {
	if empty && p.Job.Schema.Fields[k.Fields[0]].Constraints.Required && !p.Strict() {
		return // the check "required" says it
	}
	field := standing(p, k.Fields)
	finding := p.LateFault(pos, p.Job.Header.Fields[field], field)
	if finding == nil {
		return
	}
	if k.Primary || len(k.Fields) > 1 {
		finding.With("key", fieldNames(p.Job.Schema, k.Fields))
	}
	if !k.Primary && len(k.Fields) > 1 {
		finding.Because("together")
	}
	if empty {
		finding.Because("empty")
		return
	}
	finding.Value = value
	finding.With("first", strconv.FormatUint(uint64(first), 10))
}

func (s *keyStates) Finish(*validate.Pass) {}
