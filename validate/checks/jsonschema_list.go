package checks

import (
	"encoding/gob"
	"slices"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/jsonschema"
)

// An itemList counts the items of a file and, where no two may be equal,
// remembers them: what a JSON Schema asks of the lists that they are in.
type itemList struct {
	Rows  []int      // by list of the schema
	Items []listItem // of lists that are not sealed, where they remember

	judge *jsonschema.Schema
	first []*firsts // by list, once they are sealed
}

// A listItem is an item that may stand twice.
type listItem struct {
	List int
	Key  uint64
	Pos  validate.Position
}

func init() { gob.Register(&itemList{}) }

// newItemList gives what remembers the items of a schema's list, nil where
// nothing is asked of it.
func newItemList(s *schemas.Schema) validate.State {
	if s.Kind != schemas.JSON {
		return nil
	}
	judge, err := jsonschema.Compile(s)
	if err != nil || !slices.ContainsFunc(judge.Lists(), asksOfItems) {
		return nil
	}
	return &itemList{Rows: make([]int, len(judge.Lists())), judge: judge}
}

// asksOfItems says whether a list may be too short, too long or hold an item twice.
func asksOfItems(l *jsonschema.List) bool { return l.MinItems >= 0 || l.MaxItems >= 0 || l.Unique }

// Row counts an item.
func (l *itemList) Row(r *validate.Row) {
	lists := l.judge.Lists()
	at := slices.IndexFunc(lists, func(list *jsonschema.List) bool { return list.Name() == r.List })
	if at < 0 && len(lists) > 1 {
		return
	}
	at = max(at, 0)
	l.Rows[at]++
	if lists[at].Unique {
		if key, ok := jsonschema.Key(r.Record); ok {
			l.Items = append(l.Items, listItem{at, key, r.Pos})
		}
	}
}

// Seal makes room for the first of equal items.
func (l *itemList) Seal(p *validate.Pass) {
	for range l.Rows {
		l.first = append(l.first, newFirsts())
	}
	l.tell(p, l.Items)
	l.Items = nil
}

// Merge takes the items that follow.
func (l *itemList) Merge(p *validate.Pass, next validate.State) {
	n := next.(*itemList)
	for i, rows := range n.Rows {
		l.Rows[i] += rows
	}
	if l.first == nil {
		l.Items = append(l.Items, n.Items...)
		return
	}
	l.tell(p, n.Items)
}

// tell reports the items that stand before.
func (l *itemList) tell(p *validate.Pass, items []listItem) {
	for _, item := range items {
		if row := l.first[item.List].enter(item.Key, item.Pos.Row); row != item.Pos.Row {
			p.LateFault(item.Pos, -1, -1).Because("again").With("first", strconv.Itoa(row))
		}
	}
}

// Finish reports the lists that are too short or too long. Of several lists, one
// that the file does not have is none of these.
func (l *itemList) Finish(p *validate.Pass) {
	count := func(reason string, wrong bool, rows, limit int) {
		if wrong {
			p.FileFault(validate.None, -1, -1).Because(reason).With("n", strconv.Itoa(rows)).With("expected", strconv.Itoa(limit))
		}
	}
	var there []string
	if beside := p.Job.File.Beside; beside != nil {
		there = beside().Lists
	}
	for i, list := range l.judge.Lists() {
		if rows := l.Rows[i]; len(l.Rows) == 1 || slices.Contains(there, list.Name()) {
			count("few-rows", rows < list.MinItems, rows, list.MinItems)
			count("many-rows", list.MaxItems >= 0 && rows > list.MaxItems, rows, list.MaxItems)
		}
	}
}
