package checks

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/geometry"
)

// shapeReasons says which faults of a shape a check tells, and by which of its
// messages: those of Decode, and those of Analyse.
type shapeReasons map[geometry.FaultKind]string

// analysed are the faults that only the analysis of polygons finds.
func (s shapeReasons) analysed() bool {
	for k := range s {
		if k >= geometry.RingCrosses {
			return true
		}
	}
	return false
}

// judgeFaults makes the Shape part of a check that tells faults of a shape as they
// are.
func judgeFaults(reasons shapeReasons) func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
	kinds := make([]geometry.FaultKind, 0, len(reasons))
	for k := range reasons {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	analysed := reasons.analysed()
	return func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			if analysed {
				if !meaningful(r.Shape) {
					return
				}
				r.Shape.Analyse()
			}
			if len(r.Shape.Faults) == 0 {
				return
			}
			for _, k := range kinds {
				if f := r.Shape.Fault(k); f != nil {
					tellShape(p, r, f).Because(reasons[k])
				}
			}
		}
	}
}

// tellShape reports a fault of a shape at its place. The finding is nil where the
// fault is only counted.
func tellShape(p *validate.Pass, r *validate.Row, f *geometry.Fault) *validate.Finding {
	return describe(p.FaultIn(r.ShapeAt+f.At, -1), r, f)
}

// tellShapeAs is tellShape for a finding that weighs what its check does not.
func tellShapeAs(s validate.Severity, p *validate.Pass, r *validate.Row, f *geometry.Fault) *validate.Finding {
	return describe(p.FaultOf(s, &validate.Cell{Column: -1, Start: r.ShapeAt + f.At}), r, f)
}

// describe completes a finding, which may be nil, with what is known of a fault.
func describe(finding *validate.Finding, r *validate.Row, f *geometry.Fault) *validate.Finding {
	if finding == nil {
		return nil
	}
	finding.Value = strings.Join(strings.Fields(validate.Clip(r.Shape.Text(f))), " ")
	finding.With("n", strconv.Itoa(f.N)).With("found", strconv.Itoa(f.Worst)).With("point", pointWords(f.X, f.Y))
	fr, en := placeWords(f.Where)
	finding.With("where", fr).With("where-en", en)
	fr, en = placeWords(f.Other)
	finding.With("beside", fr).With("beside-en", en)
	fr, en = alikeWords(f.N)
	finding.With("alike", fr).With("alike-en", en)
	if f.Near >= geometry.Point {
		finding.With("expected", f.Near.String())
	}
	return finding
}

// rounded is a number to so many parts of one; what is too large for that stays.
func rounded(x, parts float64) float64 {
	if math.Abs(x) > 1e9 {
		return x
	}
	return math.Round(x*parts) / parts
}

// pointWords names a place on Earth to a centimetre, in French and in English; or
// in a plane, where neither number is one of degrees.
func pointWords(x, y float64) string {
	if math.Abs(x) > 1e3 && math.Abs(y) > 1e3 {
		return "x " + shortest(rounded(x, 1e3)) + ", y " + shortest(rounded(y, 1e3))
	}
	return "longitude " + shortest(rounded(x, 1e7)) + ", latitude " + shortest(rounded(y, 1e7))
}

// placeWords names a place in a shape, in brackets behind a space; "" for the
// shape as a whole.
func placeWords(w geometry.Place) (fr, en string) {
	var french, english []string
	add := func(n int, inFrench, inEnglish string) {
		if n > 0 {
			french = append(french, inFrench+" "+strconv.Itoa(n))
			english = append(english, inEnglish+" "+strconv.Itoa(n))
		}
	}
	add(w.Vertex, "sommet", "vertex")
	switch {
	case w.Ring == 1:
		french, english = append(french, "contour extérieur"), append(english, "outer ring")
	case w.Ring > 1:
		add(w.Ring-1, "trou", "hole")
	}
	if w.Ring > 0 {
		add(w.Polygon, "polygone", "polygon")
	} else {
		add(w.Polygon, "tracé", "line")
	}
	add(w.Part, "géométrie", "geometry")
	if len(french) == 0 {
		return "", ""
	}
	return " (" + strings.Join(french, ", ") + ")", " (" + strings.Join(english, ", ") + ")"
}

// meaningful says whether coordinates of a shape may be judged as places: they are
// degrees, or few are not. Those of a shape in metres, or of which all lie out
// of range, are told once.
func meaningful(s *geometry.Shape) bool {
	f := s.Fault(geometry.OutOfRange)
	return f == nil || 2*f.N < s.Positions()
}
