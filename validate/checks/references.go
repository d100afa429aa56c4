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
	Key     int     // position in Schema.ForeignKeys
	Targets keyList // unsealed: the keys that rows bear, their hashes alone
	Waiting keyList // rows whose reference no row has answered yet; the text is that of each cell, with its length before it

	here    *firsts // sealed: the keys that rows bear, of this table
	many    int     // sealed: how many wait before it is seen who has been answered since
	others  *KeySet // the keys of another table; nil for this one
	fields  []int
	own     []int
	text    []bool // by field of the key: texts are compared, not values
	scratch []byte
	cells   []byte
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
			k.Targets.hash(hash)
		}
	}
	hash, ok := k.hash(r, k.fields)
	if !ok || k.others != nil && k.others.keys.has(hash) {
		return
	}
	k.cells = k.cells[:0]
	for _, f := range k.fields {
		raw := r.Of(f).Raw
		if len(raw) > validate.MaxValue {
			raw = []byte(validate.Clip(raw))
		}
		k.cells = binary.AppendUvarint(k.cells, uint64(len(raw)))
		k.cells = append(k.cells, raw...)
	}
	pos := r.Place(r.Of(k.fields[0]))
	k.Waiting.add(hash, shortRow(pos.Row), pos, k.cells)
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
		targets, waiting := k.Targets, k.Waiting
		k.Targets, k.Waiting, k.here, k.many = keyList{}, keyList{}, newFirsts(), manyWaiting
		k.take(&targets, &waiting)
	}
}

func (s *references) Merge(_ *validate.Pass, next validate.State) {
	for i, k := range s.Keys {
		other := next.(*references).Keys[i]
		if k.here != nil {
			k.take(&other.Targets, &other.Waiting)
		} else {
			k.Targets.join(&other.Targets)
			k.Waiting.join(&other.Waiting)
		}
		other.Targets.free()
		other.Waiting.free()
	}
}

// manyWaiting is how many rows may wait without a look at who has been
// answered.
const manyWaiting = 1 << 16

// take enters the rows that follow into a sealed state: the keys that they
// bear, and those who wait.
func (k *reference) take(targets, waiting *keyList) {
	for i, hash := range targets.Hashes {
		if i%warmHashes == 0 {
			k.here.warm(targets.Hashes[i:min(i+warmHashes, len(targets.Hashes))])
		}
		k.here.meet(hash, 1)
	}
	k.wait(waiting)
	if len(k.Waiting.Hashes) >= k.many {
		all := k.Waiting
		k.Waiting = keyList{}
		k.wait(&all)
		all.free()
		k.many = max(manyWaiting, 2*len(k.Waiting.Hashes))
	}
}

// wait appends those of a list whom no row has answered to those who wait.
func (k *reference) wait(list *keyList) {
	told := list.told()
	for i, hash := range list.Hashes {
		if i%warmHashes == 0 {
			k.here.warm(list.Hashes[i:min(i+warmHashes, len(list.Hashes))])
		}
		if !k.here.has(hash) {
			pos, cells := told.at(i)
			k.Waiting.add(hash, list.Rows[i], pos, cells)
		}
	}
}

// Finish reports the rows whose reference no row has answered.
func (s *references) Finish(p *validate.Pass) {
	for _, k := range s.Keys {
		told := k.Waiting.told()
		for i, hash := range k.Waiting.Hashes {
			if !k.here.has(hash) {
				pos, cells := told.at(i)
				k.report(p, pos, cells)
			}
		}
	}
}

// report tells of a row that refers to nothing.
func (k *reference) report(p *validate.Pass, pos validate.Position, cells []byte) {
	key := p.Job.Schema.ForeignKeys[k.Key]
	field := standing(p, key.Fields)
	finding := p.LateFault(pos, p.Job.Header.Fields[field], field)
	if finding == nil {
		return
	}
	texts := make([]string, len(key.Fields))
	for i := range texts {
		n, size := binary.Uvarint(cells)
		cells = cells[size:]
		texts[i], cells = string(cells[:n]), cells[n:]
	}
	values, _ := json.Marshal(texts)   // texts can always be written
	_ = json.Unmarshal(values, &texts) // and read; their wrong bytes are gone then
	finding.Value = strings.Join(texts, " | ")
	targets := strings.Join(key.Targets, ", ")
	if key.Resource != "" {
		targets = key.Resource + " : " + targets
	}
	finding.With("key", fieldNames(p.Job.Schema, key.Fields)).With("targets", targets).
		With("foreign-key", strconv.Itoa(k.Key)).With("values", string(values))
}
