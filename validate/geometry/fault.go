package geometry

// A FaultKind says what is wrong.
type FaultKind uint8

// What Decode notices.
const (
	Syntax        FaultKind = iota + 1 // the text is not JSON
	TooDeep                            // more nesting than any geometry needs; the rest was not read
	NotGeometry                        // the member is neither an object nor null
	NoType                             // there is no type
	TypeNotText                        // the type is not a text
	UnknownType                        // the type is none of RFC 7946; Near is what may be meant
	FeatureType                        // the type is Feature or FeatureCollection
	Repeated                           // a member stands twice; the last one counts
	NoCoordinates                      // there are no coordinates; or, of a collection, no geometries
	NotList                            // the coordinates, or the geometries, are no list
	WrongDepth                         // the coordinates are those of another type, Near; Unknown where they are those of none
	NotPosition                        // another value where a list is expected
	FewNumbers                         // a position of one number or none
	NotNumber                          // a position holds something else than a number
	TooLarge                           // a number exceeds what a computer can hold
	ManyNumbers                        // a position of more than three numbers
	MixedHeights                       // some positions have a height, others have none
	Empty                              // nothing where positions are expected
	ShortLine                          // a line of one position
	ShortRing                          // a ring of less than four positions
	OpenRing                           // a ring that does not end where it starts
	OutOfRange                         // longitude beyond 180° or latitude beyond 90°
	Precise                            // more than MaxDecimals decimals; Worst is the most
	Twice                              // a position is that before it
	NoLength                           // all positions of a line are the same
	LongSegment                        // a segment over more than 180° of longitude
	Foreign                            // a member that must not stand within a geometry
	OwnCRS                             // a member "crs", which has no meaning any more
	Nested                             // a collection within a collection

	// What Analyse notices.

	RingCrosses     // a ring crosses itself
	RingTouches     // a ring touches itself
	Spike           // a ring turns back on itself
	Flat            // all positions of a ring lie on one line
	RingsCross      // two rings of a polygon cross
	RingsOverlap    // two rings of a polygon share a segment or a piece of one
	RingTwice       // a ring is another one again
	PolygonsOverlap // two polygons of a MultiPolygon cross, or one holds the other
	PolygonsBorder  // two polygons of a MultiPolygon share a segment or a piece of one
	PolygonTwice    // a polygon has the outer ring of another one
	HoleOutside     // a hole lies outside of its outer ring
	HoleInHole      // a hole lies within another one
	Disconnected    // the holes cut the polygon into pieces
	Clockwise       // an outer ring turns clockwise, or a hole counter-clockwise
	TooComplex      // the analysis was given up: polygons are not known to be right

	kinds = TooComplex + 1
)

// MaxDecimals is how many decimals of a degree have a use: the seventh is a
// centimetre on the ground.
const MaxDecimals = 7

// A Fault is something that is wrong with a shape. Each kind is noted once, at
// its first place.
type Fault struct {
	Kind  FaultKind
	At    int  // offset in Shape.Raw of the first place
	End   int  // offset behind it, where the text there tells something; else At
	N     int  // how many places there are
	More  bool // N is where counting stopped
	Worst int  // of Precise: the most decimals
	Near  Kind // of UnknownType and WrongDepth: what may be meant; else None
	Where Place
	Other Place   // of two that are at odds: the second
	X, Y  float64 // where on Earth, if Where names a vertex
}

// A Place says where in a geometry something is, all numbers from 1; 0 where
// none is meant.
type Place struct {
	Part    int // of a GeometryCollection
	Polygon int // of a MultiPolygon; line of a MultiLineString
	Ring    int // of a polygon: 1 is the outer one
	Vertex  int // of the line or ring; of a segment its first one
}

// Fault gives the fault of a kind, nil where there is none. It is lent.
func (s *Shape) Fault(k FaultKind) *Fault {
	if n := s.fault[k]; n > 0 {
		return &s.Faults[n-1]
	}
	return nil
}

// Text is what is written at the place of a fault, lent by Raw.
func (s *Shape) Text(f *Fault) []byte { return s.Raw[f.At:f.End] }

// note counts a fault. It gives the fault to be completed where it is the first
// of its kind, else nil.
func (s *Shape) note(k FaultKind, at int) *Fault {
	if n := s.fault[k]; n > 0 {
		s.Faults[n-1].N++
		return nil
	}
	s.Faults = append(s.Faults, Fault{Kind: k, At: at, End: at, N: 1})
	s.fault[k] = int8(len(s.Faults))
	return &s.Faults[len(s.Faults)-1]
}

// noteText is note for a fault whose text tells something.
func (s *Shape) noteText(k FaultKind, at, end int) *Fault {
	f := s.note(k, at)
	if f != nil {
		f.End = end
	}
	return f
}

// noteVertex is note for a position: its number among all of the shape, and
// the path in which it is.
func (s *Shape) noteVertex(k FaultKind, p *path, i int) *Fault {
	f := s.note(k, 0)
	if f != nil {
		f.At = int(s.at[i])
		f.End = f.At
		f.X, f.Y = s.points[i][0], s.points[i][1]
		f.Where = s.vertex(p, i)
	}
	return f
}

// notePath is note for a line or a ring as a whole.
func (s *Shape) notePath(k FaultKind, p *path) *Fault {
	f := s.note(k, p.at)
	if f != nil {
		f.Where = s.place(p)
		if p.first < p.end {
			f.X, f.Y = s.points[p.first][0], s.points[p.first][1]
		}
	}
	return f
}

// vertex names a position as people count. That of a Point needs no number.
func (s *Shape) vertex(p *path, i int) Place {
	w := s.place(p)
	if s.parts[p.part].kind != Point {
		w.Vertex = i - p.first + 1
	}
	return w
}

// place names a path as people count.
func (s *Shape) place(p *path) Place {
	var w Place
	if s.Kind == GeometryCollection {
		w.Part = p.part + 1
	}
	switch s.parts[p.part].kind {
	case MultiLineString:
		w.Polygon = p.ring + 1
	case MultiPolygon:
		w.Polygon, w.Ring = p.polygon+1, p.ring+1
	case Polygon:
		w.Ring = p.ring + 1
	}
	return w
}

// PlaceOf says where in the shape a position is, by its number.
func (s *Shape) PlaceOf(i int) Place {
	for n := range s.paths {
		if p := &s.paths[n]; i < p.end {
			return s.vertex(p, i)
		}
	}
	return Place{}
}
