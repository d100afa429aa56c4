package checks

import (
	"encoding/gob"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/jsonschema"
)

// An itemList counts the items of a file and, where no two may be equal,
// remembers them: what a JSON Schema asks of the list that they are in.
type itemList struct {
	Rows  int
	Items []listItem // of a list that is not sealed, where it remembers

	list  *jsonschema.List
	first *firsts // of a list that is sealed
}

// A listItem is an item that may stand twice.
type listItem struct {
	Key uint64
	Pos validate.Position
}

func init() { gob.Register(&itemList{}) }

// newItemList gives what remembers the items of a schema's list, nil where
// nothing is asked of it.
func newItemList(s *schemas.Schema) validate.State {
	if s.Kind != schemas.JSON {
		return nil
	}
	judge, err := jsonschema.Compile(s)
	if err != nil || len(judge.Lists()) != 1 {
		return nil
	}
	list := judge.Lists()[0]
	if list.MinItems < 0 && list.MaxItems < 0 && !list.Unique {
		return nil
	}
	return &itemList{list: list}
}

// Row counts an item.
func (l *itemList) Row(r *validate.Row) {
	l.Rows++
	if l.list.Unique {
		if key, ok := jsonschema.Key(r.Record); ok {
			l.Items = append(l.Items, listItem{key, r.Pos})
		}
	}
}

// Seal makes room for the first of equal items.
func (l *itemList) Seal(p *validate.Pass) {
	l.first = newFirsts()
	l.tell(p, l.Items)
	l.Items = nil
}

// Merge takes the items that follow.
func (l *itemList) Merge(p *validate.Pass, next validate.State) {
	n := next.(*itemList)
	l.Rows += n.Rows
	if l.first == nil {
		l.Items = append(l.Items, n.Items...)
		return
	}
	l.tell(p, n.Items)
}

// tell reports the items that stand before.
func (l *itemList) tell(p *validate.Pass, items []listItem) {
	for _, item := range items {
		if row := l.first.enter(item.Key, item.Pos.Row); row != item.Pos.Row {
			p.LateFault(item.Pos, -1, -1).Because("again").With("first", strconv.Itoa(row))
		}
	}
}

// Finish reports a list that is too short or too long.
func (l *itemList) Finish(p *validate.Pass) {
	count := func(reason string, wrong bool, limit int) {
		if wrong {
			p.FileFault(validate.None, -1, -1).Because(reason).With("n", strconv.Itoa(l.Rows)).With("expected", strconv.Itoa(limit))
		}
	}
	count("few-rows", l.list.MinItems >= 0 && l.Rows < l.list.MinItems, l.list.MinItems)
	count("many-rows", l.list.MaxItems >= 0 && l.Rows > l.list.MaxItems, l.list.MaxItems)
}
