package diff

import "bytes"

// closedList compares lists outside of which nothing is allowed: grown says
// what it means when values come.
func closedList(kind Kind, old, now []string, grown Direction) *Change {
	switch {
	case old == nil && now == nil:
		return nil
	case old == nil:
		return &Change{Kind: kind, After: now, Added: now, Direction: opposite(grown)}
	case now == nil:
		return &Change{Kind: kind, Before: old, Removed: old, Direction: grown}
	}
	return openList(kind, old, now, grown)
}

// openList compares lists by what they hold, whatever its order.
func openList(kind Kind, old, now []string, grown Direction) *Change {
	c := &Change{Kind: kind, Before: listOrNil(old), After: listOrNil(now), Added: without(now, old), Removed: without(old, now), Direction: Changed}
	switch {
	case len(c.Added)+len(c.Removed) == 0:
		return nil
	case len(c.Removed) == 0:
		c.Direction = grown
	case len(c.Added) == 0:
		c.Direction = opposite(grown)
	}
	return c
}

// without lists the texts of one list that are not in the other.
func without(list, other []string) []string {
	in := make(map[string]bool, len(other))
	for _, s := range other {
		in[s] = true
	}
	var out []string
	for _, s := range list {
		if !in[s] {
			out = append(out, s)
		}
	}
	return out
}

// boundKinds are the kinds of a column's bounds: the lower ones are even.
var boundKinds = [4]Kind{0: Minimum, 1: Maximum, 2: ExclusiveMinimum, 3: ExclusiveMaximum}

func bounds(kind Kind, old, now *column, i int) *Change {
	a, b := old.bounds[i], now.bounds[i]
	higher := [2]Direction{Tightened, Loosened}[i%2] // what it means when the bound rises
	switch {
	case a == nil && b == nil, a != nil && b != nil && a.Text == b.Text:
		return nil
	case a == nil:
		return &Change{Kind: kind, After: b.Text, Direction: Tightened}
	case b == nil:
		return &Change{Kind: kind, Before: a.Text, Direction: Loosened}
	}
	c := &Change{Kind: kind, Before: a.Text, After: b.Text, Direction: Changed}
	if old.kind != now.kind || old.format != now.format {
		return c
	}
	switch order := bytes.Compare(a.Key, b.Key); {
	case order == 0:
		return nil // 1.0 and 1
	case order < 0:
		c.Direction = higher
	default:
		c.Direction = opposite(higher)
	}
	return c
}

// lengths compares limits of length: higher says what it means when one rises.
func lengths(kind Kind, old, now int, higher Direction) *Change {
	c := &Change{Kind: kind, Before: old, After: now, Direction: higher}
	switch {
	case old == now:
		return nil
	case old < 0:
		c.Before, c.Direction = nil, Tightened
	case now < 0:
		c.After, c.Direction = nil, Loosened
	case now < old:
		c.Direction = opposite(higher)
	}
	return c
}

func shapes(old, now *column) *Change {
	c := sign(JSONSchema, old.shape, now.shape)
	switch {
	case c == nil:
	case c.Before == nil:
		c.Direction = Tightened
	case c.After == nil:
		c.Direction = Loosened
	}
	return c
}

func sign(kind Kind, old, now string) *Change {
	if old == now {
		return nil
	}
	return &Change{Kind: kind, Before: orNil(old), After: orNil(now), Direction: Changed}
}
