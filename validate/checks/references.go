package checks

import (
	"encoding/binary"
	"encoding/gob"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/types"
	"github.com/socle-commun/socle/validate"
)

// references remembers the foreign keys of the rows, one reference for each
// foreign key that is judged.
type references struct{ Keys []*reference }

// A reference remembers one foreign key. Keys are compared by hashes, as
// keyStates does: that a reference to nothing passes has the chance of a false
// duplicate there.
type reference struct {
	Key     int      // position in Schema.ForeignKeys
	Targets []uint64 // unsealed: the keys that rows bear
	Waiting []keyed  // rows whose reference no row has answered yet
	Text    []byte   // what Waiting say, one after the other

	here    *firsts // sealed: the keys that rows bear, of this table
	others  *KeySet // the keys of another table; nil for this one
	fields  []int
	own     []int
	text    []bool // by field of the key: texts are compared, not values
	scratch []byte
}

func init() { gob.Register(&references{}) }

func newReference(s *schemas.Schema, key int, others *KeySet) *reference {
	k := s.ForeignKeys[key]
	r := &reference{Key: key, others: others, fields: k.Fields, own: k.Own, text: make([]bool, len(k.Fields))}
	for i, f := range k.Fields {
		if others != nil {
			r.text[i] = !sameKeys(s.Fields[f].Type, others.types[i])
		} else {
			r.text[i] = !sameKeys(s.Fields[f].Type, s.Fields[k.Own[i]].Type)
		}
	}
	return r
}

// sameKeys says whether the canonical values of two types can be compared.
func sameKeys(a, b *types.Type) bool {
	number := func(t *types.Type) bool { return t.Name == "number" || t.Name == "integer" }
	return a.Name == b.Name || number(a) && number(b)
}

func (s *references) Row(r *validate.Row) {
	if r.Blank || len(r.Cells) == 0 {
		return
	}
	for _, k := range s.Keys {
		k.row(r)
	}
}

// row takes what a row bears and what it refers to. A key of empty cells alone
// is none.
func (k *reference) row(r *validate.Row) {
	if k.others == nil {
		if hash, ok := k.hash(r, k.own); ok {
			k.Targets = append(k.Targets, hash)
		}
	}
	hash, ok := k.hash(r, k.fields)
	if !ok || k.others != nil && k.others.keys.has(hash) {
		return
	}
	from := len(k.Text)
	texts := make([]string, len(k.fields))
	for i, f := range k.fields {
		texts[i] = validate.Clip(r.Of(f).Raw)
	}
	written, _ := json.Marshal(texts) // texts can always be written
	k.Text = append(k.Text, written...)
	k.Waiting = append(k.Waiting, keyed{Hash: hash, Pos: r.Place(r.Of(k.fields[0])), From: from, To: len(k.Text)})
}

// hash is the key of some cells of a row. There is none where all are empty,
// or where one is absent or not of its type: other checks say so.
func (k *reference) hash(r *validate.Row, fields []int) (uint64, bool) {
	k.scratch = k.scratch[:0]
	filled := false
	for i, f := range fields {
		c := r.Of(f)
		switch c.State {
		case validate.Valid:
			filled = true
			value := c.Key
			if k.text[i] {
				value = c.Raw
			}
			k.scratch = binary.AppendUvarint(k.scratch, uint64(len(value)+1))
			k.scratch = append(k.scratch, value...)
		case validate.Missing:
			k.scratch = append(k.scratch, 0)
		default:
			return 0, false
		}
	}
	return xxhash.Sum64(k.scratch), filled
}

// Seal makes the states remember the keys that rows bear by their hashes, and
// the rows alone that nothing has answered yet.
func (s *references) Seal(p *validate.Pass) {
	for _, k := range s.Keys {
		before := *k
		k.Targets, k.Waiting, k.Text, k.here = nil, nil, nil, newFirsts()
		k.take(&before)
	}
}

func (s *references) Merge(_ *validate.Pass, next validate.State) {
	for i, k := range s.Keys {
		other := next.(*references).Keys[i]
		if k.here != nil {
			k.take(other)
			continue
		}
		k.Targets = append(k.Targets, other.Targets...)
		for _, e := range other.Waiting {
			k.wait(e, other)
		}
	}
}

// take enters the rows of next into a sealed state.
func (k *reference) take(next *reference) {
	for _, hash := range next.Targets {
		k.here.enter(hash, 1)
	}
	for _, e := range next.Waiting {
		if !k.here.has(e.Hash) {
			k.wait(e, next)
		}
	}
}

func (k *reference) wait(e keyed, from *reference) {
	start := len(k.Text)
	k.Text = append(k.Text, from.Text[e.From:e.To]...)
	e.From, e.To = start, len(k.Text)
	k.Waiting = append(k.Waiting, e)
}

// Finish reports the rows whose reference no row has answered.
func (s *references) Finish(p *validate.Pass) {
	for _, k := range s.Keys {
		for _, e := range k.Waiting {
			if !k.here.has(e.Hash) {
				k.report(p, e)
			}
		}
	}
}

func (k *reference) report(p *validate.Pass, e keyed) {
	key := p.Job.Schema.ForeignKeys[k.Key]
	field := standing(p, key.Fields)
	finding := p.LateFault(e.Pos, p.Job.Header.Fields[field], field)
	if finding == nil {
		return
	}
	values := string(k.Text[e.From:e.To])
	var texts []string
	if json.Unmarshal([]byte(values), &texts) == nil {
		finding.Value = strings.Join(texts, " | ")
	}
	targets := strings.Join(key.Targets, ", ")
	if key.Resource != "" {
		targets = key.Resource + " : " + targets
	}
	finding.With("key", fieldNames(p.Job.Schema, key.Fields)).With("targets", targets).
		With("foreign-key", strconv.Itoa(k.Key)).With("values", values)
}
