package territory

// A Shape says of places whether they lie within it.
type Shape interface {
	Has(lon, lat float64) bool
}

// Land is the ground of a declared territory, as far as it is known. It never
// changes and is shared by all goroutines.
type Land struct {
	*Declared
	// Outlined is how many communes of the territory have an outline; for the
	// others there are rectangles.
	Outlined int

	shape      Shape
	rectangles []Rectangle
}

// fewMissing is up to how many communes without an outline have a rectangle of
// their own; of more there are those of the whole territory.
const fewMissing = 64

// NewLand is the land of a territory whose communes have outlines, but for some,
// named by their codes. shape holds the outlines; it is nil where there are none.
func NewLand(t *Declared, shape Shape, missing []string) *Land {
	if shape == nil {
		return &Land{Declared: t, rectangles: t.Rectangles()}
	}
	l := &Land{Declared: t, shape: shape, Outlined: len(t.communes) - len(missing)}
	if len(missing) > fewMissing {
		l.rectangles = t.Rectangles()
		return l
	}
	without := map[string]bool{}
	for _, code := range missing {
		without[code] = true
	}
	for _, c := range t.communes {
		if without[c.Code] {
			l.rectangles = append(l.rectangles, aroundCommune(c)...)
		}
	}
	return l
}

// Has says whether a place, in degrees, lies in the land, or in a rectangle
// where there is no outline. It does not allocate.
func (l *Land) Has(lon, lat float64) bool {
	for i := range l.rectangles {
		if l.rectangles[i].Has(lon, lat) {
			return true
		}
	}
	return l.shape != nil && l.shape.Has(lon, lat)
}
