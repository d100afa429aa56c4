package geojson

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// maxColumns is how many properties get columns of their own.
const maxColumns = 1000

// columns are the properties that have a column.
type columns struct {
	keys     []string // by column: the name as it is written, escapes resolved
	byName   map[string]int
	learning bool // a new name gets a column: in the look ahead
}

func (c *columns) add(key string) int {
	c.byName[key] = len(c.keys)
	c.keys = append(c.keys, key)
	return len(c.keys) - 1
}

// learn gives a new property its column, -1 where there are too many.
func (p *parser) learn(name []byte) int {
	if len(p.columns.keys) >= maxColumns {
		return -1
	}
	column := p.columns.add(string(name))
	p.cells = append(p.cells, validate.Cell{Column: column})
	p.filled = append(p.filled, 0)
	return column
}

// Expect gives columns to the fields of a schema that no property of the look
// ahead is bound to: those that come late, and those that the geometry holds. By a
// JSON Schema it turns to the items that this describes.
func (in *Input) Expect(s *schemas.Schema) {
	if s.Kind == schemas.JSON {
		in.aimBy(s)
	}
	bound := validate.Bind(s, in.file.Labels, false)
	if in.file.Late == nil {
		in.file.Late = make([]bool, len(in.file.Labels))
	}
	for f, column := range bound.Fields {
		name := s.Fields[f].Name
		if _, known := in.columns.byName[name]; column >= 0 || known {
			continue
		}
		in.columns.add(name)
		in.file.Labels = append(in.file.Labels, name)
		in.file.Padded = append(in.file.Padded, false)
		in.file.Late = append(in.file.Late, true)
	}
	if in.features {
		in.derived = derivedOf(s, in.columns.byName)
	}
}

// label is a property's name as a label.
func label(key string) string { return strings.TrimSpace(key) }

// maxLate is how many late properties are named; one more is remembered, to tell
// that there are more.
const maxLate = 100

// late gathers the properties that come too late to have a column.
type late struct {
	mutex sync.Mutex
	items int            // that have such
	first map[string]nth // by name: where it first came
}

// A nth is an item, and the number of the name within it.
type nth struct{ row, nth int }

func (l *late) add(items int, names map[string]nth) {
	if items == 0 {
		return
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.items += items
	if l.first == nil {
		l.first = map[string]nth{}
	}
	for name, at := range names {
		if old, known := l.first[name]; !known || at.before(old) {
			l.first[name] = at
		}
	}
	if len(l.first) > 2*maxLate {
		for _, name := range l.names()[maxLate+1:] {
			delete(l.first, name)
		}
	}
}

func (a nth) before(b nth) bool { return a.row < b.row || a.row == b.row && a.nth < b.nth }

// names lists the names in the order of the file.
func (l *late) names() []string {
	return slices.SortedFunc(maps.Keys(l.first), func(a, b string) int {
		x, y := l.first[a], l.first[b]
		return cmp.Or(cmp.Compare(x.row, y.row), cmp.Compare(x.nth, y.nth))
	})
}

// note tells of them; ok says that there are any.
func (l *late) note() (n validate.Note, ok bool) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	names := l.names()
	more := len(names) > maxLate
	if more {
		names = names[:maxLate]
	}
	said := strings.Join(names, ", ")
	if more {
		said += "…"
	}
	return validate.Note{Kind: "late-properties", N: l.items, Text: said}, l.items > 0
}
