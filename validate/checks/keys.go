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
	Rows    []keyed // unsealed: of each row in order; sealed: none
	Text    []byte  // what Rows say, one after the other

	seen    *firsts // sealed: the row where each key stands first
	scratch []byte
}

// A keyed is the key of one row.
type keyed struct {
	Hash     uint64
	Pos      validate.Position
	From, To int  // of the key as a person reads it, in Text
	Empty    bool // all cells of the key are empty
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
	from := len(k.Text)
	for i, f := range k.Fields {
		if i > 0 {
			k.Text = append(k.Text, " | "...)
		}
		if raw := r.Of(f).Raw; len(raw) <= validate.MaxValue {
			k.Text = append(k.Text, raw...)
		} else {
			k.Text = append(k.Text, validate.Clip(raw)...)
		}
	}
	k.Rows = append(k.Rows, keyed{
		Hash: xxhash.Sum64(k.scratch), Pos: r.Place(r.Of(k.Fields[0])), From: from, To: len(k.Text), Empty: empty,
	})
}

// Seal makes the states remember hashes and row numbers alone from now on.
func (s *keyStates) Seal(p *validate.Pass) {
	for _, k := range s.Keys {
		before := *k
		k.Rows, k.Text, k.seen = nil, nil, newFirsts()
		k.take(p, &before)
	}
}

func (s *keyStates) Merge(p *validate.Pass, next validate.State) {
	for i, k := range s.Keys {
		other := next.(*keyStates).Keys[i]
		if k.seen != nil {
			k.take(p, other)
			continue
		}
		for _, e := range other.Rows {
			e.From, e.To = e.From+len(k.Text), e.To+len(k.Text)
			k.Rows = append(k.Rows, e)
		}
		k.Text = append(k.Text, other.Text...)
	}
}

// take enters the rows of next into a sealed state and reports those whose key
// is already there.
func (k *keyState) take(p *validate.Pass, next *keyState) {
	for _, e := range next.Rows {
		first := 0
		if !e.Empty {
			if first = k.seen.enter(e.Hash, e.Pos.Row); first == e.Pos.Row {
				continue
			}
		}
		if e.Empty && p.Job.Schema.Fields[k.Fields[0]].Constraints.Required && !p.Strict() {
			continue // the check "required" says it
		}
		field := standing(p, k.Fields)
		finding := p.LateFault(e.Pos, p.Job.Header.Fields[field], field)
		if finding == nil {
			continue
		}
		if k.Primary || len(k.Fields) > 1 {
			finding.With("key", fieldNames(p.Job.Schema, k.Fields))
		}
		if !k.Primary && len(k.Fields) > 1 {
			finding.Because("together")
		}
		if e.Empty {
			finding.Because("empty")
			continue
		}
		finding.Value = string(next.Text[e.From:e.To])
		finding.With("first", strconv.Itoa(first))
	}
}

func (s *keyStates) Finish(*validate.Pass) {}
