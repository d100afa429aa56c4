package diff

import (
	"slices"

	"github.com/socle-commun/socle/schemas/pattern"
)

// compare tells what changed within a column.
func compare(old, now *column) []Change {
	changes := demands(old, now)
	for i := range changes {
		changes[i].Field = now.name
	}
	for _, text := range []struct {
		kind     Kind
		old, now string
	}{{Title, old.title, now.title}, {Description, old.description, now.description}, {Example, old.example, now.example}} {
		if text.old != text.now {
			changes = append(changes, Change{Kind: text.kind, Field: now.name, Before: orNil(text.old), After: orNil(text.now), Direction: Neutral})
		}
	}
	return changes
}

// demands tells what changed in what is asked of cells.
func demands(old, now *column) []Change {
	var out []Change
	add := func(c *Change) {
		if c != nil {
			out = append(out, *c)
		}
	}
	add(kinds(old, now))
	add(formats(old, now))
	add(flag(Required, old.required, now.required, Tightened))
	add(flag(Unique, old.unique, now.unique, Tightened))
	add(flag(Null, old.null, now.null, Loosened))
	add(patterns(old, now))
	add(closedList(Enum, old.enum, now.enum, Loosened))
	for i, kind := range boundKinds {
		add(bounds(kind, old, now, i))
	}
	add(lengths(MinLength, old.lengths[0], now.lengths[0], Tightened))
	add(lengths(MaxLength, old.lengths[1], now.lengths[1], Loosened))
	if old.kind == now.kind {
		add(openList(TrueValues, old.yes, now.yes, Loosened))
		add(openList(FalseValues, old.no, now.no, Loosened))
		add(sign(DecimalChar, old.decimal, now.decimal))
		add(sign(Delimiter, old.between, now.between))
		add(sign(ItemType, old.items, now.items))
		add(sign(GroupChar, old.group, now.group))
		add(flag(BareNumber, old.bare, now.bare, Tightened))
	}
	add(shapes(old, now))
	add(openList(MissingValues, old.missing, now.missing, Changed))
	return append(out, items(old, now)...)
}

// looser lists the types that take all values of another, and more.
var looser = map[string][]string{
	"integer": {"number", "string", "any"}, "number": {"string", "any"}, "year": {"integer", "number", "string", "any"},
	"yearmonth": {"string", "any"}, "date": {"string", "any"}, "time": {"string", "any"}, "datetime": {"string", "any"},
	"boolean": {"string", "any"}, "duration": {"string", "any"}, "geopoint": {"string", "any"}, "geojson": {"object", "string", "any"},
	"array": {"string", "any"}, "list": {"string", "any"}, "object": {"string", "any"}, "string": {"any"}, "any": {"string"},
}

func kinds(old, now *column) *Change {
	if old.kind == now.kind {
		return nil
	}
	c := &Change{Kind: Type, Before: orNil(old.kind), After: orNil(now.kind), Direction: Changed}
	up, down := slices.Contains(looser[old.kind], now.kind), slices.Contains(looser[now.kind], old.kind)
	plain := func(c *column) bool { return c.format == "" || c.format == "default" }
	switch {
	case old.typ == nil: // JSON has its own types
	case up && down:
		c.Direction = Neutral
	case up && plain(now):
		c.Direction = Loosened
	case down && plain(old):
		c.Direction = Tightened
	}
	return c
}

func formats(old, now *column) *Change {
	if old.format == now.format || old.kind != now.kind && (now.format == "default" || now.format == "") {
		return nil
	}
	c := &Change{Kind: Format, Before: orNil(old.format), After: orNil(now.format), Direction: Changed}
	text := old.kind == now.kind && old.kind == "string"
	iso := func(f string) bool { return f == "default" || f == "%Y-%m-%d" }
	switch {
	case old.kind == "date" && now.kind == "date" && iso(old.format) && iso(now.format):
		c.Direction = Neutral
	case text && (old.format == "default" || old.format == ""), now.kind == old.kind && old.format == "any":
		c.Direction = Tightened
	case text && (now.format == "default" || now.format == ""), now.kind == old.kind && now.format == "any":
		c.Direction = Loosened
	}
	return c
}

// flag compares what is either so or not: set says what it means to set it.
func flag(kind Kind, old, now bool, set Direction) *Change {
	if old == now {
		return nil
	}
	c := &Change{Kind: kind, Before: old, After: now, Direction: set}
	if !now {
		c.Direction = opposite(set)
	}
	return c
}

func opposite(d Direction) Direction {
	switch d {
	case Tightened:
		return Loosened
	case Loosened:
		return Tightened
	}
	return d
}

func patterns(old, now *column) *Change {
	if old.expr == now.expr {
		return nil
	}
	c := &Change{Kind: Pattern, Before: orNil(old.expr), After: orNil(now.expr), Direction: Changed, Example: now.model}
	switch {
	case old.expr == "":
		c.Direction = Tightened
	case now.expr == "":
		c.Direction, c.Example = Loosened, ""
	case old.compiled != nil && now.compiled != nil:
		c.Direction = relations[pattern.Compare(old.compiled, now.compiled)]
	}
	return c
}

var relations = map[pattern.Relation]Direction{
	pattern.Unknown: Changed, pattern.Crossing: Changed, pattern.Equal: Neutral,
	pattern.Narrower: Loosened, // the old one takes less
	pattern.Wider:    Tightened,
}

// items compares what arrays ask of their items.
func items(old, now *column) []Change {
	if old.item == nil && now.item == nil {
		return nil
	}
	free := func(like *column) *column {
		return &column{kind: like.kind, format: "default", lengths: [2]int{-1, -1}, bare: true}
	}
	a, b := old.item, now.item
	switch {
	case a == nil:
		a = free(b)
	case b == nil:
		b = free(a)
	}
	changes := demands(a, b)
	for i := range changes {
		changes[i].Item = true
	}
	return changes
}

func listOrNil(list []string) any {
	if list == nil {
		return nil
	}
	return list
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}
