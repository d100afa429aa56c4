package geometry

import "github.com/paulmach/orb"

// quick reads a Point whose type stands before its coordinates, with nothing
// else: most of what is published. It says false, and leaves the shape as it
// was, of anything else.
func (s *Shape) quick(raw []byte) bool {
	c := cursor{raw, 0}
	if !c.byte('{') || !c.word(`"type"`) || !c.byte(':') || !c.word(`"Point"`) || !c.byte(',') ||
		!c.word(`"coordinates"`) || !c.byte(':') || !c.byte('[') {
		return false
	}
	at := c.i - 1
	c.space()
	x, n, places := readNumber(raw[c.i:])
	xAt, xEnd := c.i, c.i+n
	c.i = xEnd
	if n == 0 || !c.byte(',') {
		return false
	}
	c.space()
	y, n, morePlaces := readNumber(raw[c.i:])
	yAt, yEnd := c.i, c.i+n
	c.i = yEnd
	if n == 0 || !c.byte(']') || !c.byte('}') {
		return false
	}
	if c.space(); c.i < len(raw) || !inRange(x, y) {
		return false
	}
	s.Kind, s.Type = Point, kindNames[Point]
	s.short = 1
	s.points = append(s.points, orb.Point{x, y})
	s.at = append(s.at, uint32(at))
	s.paths = append(s.paths, path{first: 0, end: 1, at: at})
	s.parts = append(s.parts, part{kind: Point, first: 0, end: 1})
	s.numbers = [4]int{xAt, xEnd, yAt, yEnd}
	s.Extent = orb.Bound{Min: orb.Point{x, y}, Max: orb.Point{x, y}}
	if places = max(places, morePlaces); places > MaxDecimals {
		s.noteText(Precise, xAt, yEnd).Worst = places
	}
	return true
}

// inRange says whether that is a place in degrees.
func inRange(x, y float64) bool { return x >= -180 && x <= 180 && y >= -90 && y <= 90 }

// A cursor reads words that follow one another, with spaces before them.
type cursor struct {
	b []byte
	i int
}

func (c *cursor) space() {
	for c.i < len(c.b) && (c.b[c.i] == ' ' || c.b[c.i] == '\n' || c.b[c.i] == '\t' || c.b[c.i] == '\r') {
		c.i++
	}
}

func (c *cursor) byte(want byte) bool {
	c.space()
	if c.i < len(c.b) && c.b[c.i] == want {
		c.i++
		return true
	}
	return false
}

func (c *cursor) word(want string) bool {
	c.space()
	if end := c.i + len(want); end <= len(c.b) && string(c.b[c.i:end]) == want {
		c.i = end
		return true
	}
	return false
}
