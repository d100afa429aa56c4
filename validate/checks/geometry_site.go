package checks

import (
	"math"
	"slices"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/territory"
	"github.com/socle-commun/socle/validate/geometry"
)

// A site is what is said of where a shape lies: of its first position outside of
// France, which stands for all.
type site struct {
	position
	x, y  float64 // as they are written
	first int     // the number of that position
	n     int     // positions outside of France
}

// siteOf says where a shape lies.
func siteOf(s *geometry.Shape) site {
	n := s.Positions()
	if n == 0 {
		return site{}
	}
	if home := territory.At(s.Extent.Min[0], s.Extent.Min[1]); home != nil && home == territory.At(s.Extent.Max[0], s.Extent.Max[1]) {
		return site{} // in one rectangle
	}
	at := site{first: -1}
	for i := range n {
		if p, _ := s.Position(i); territory.At(p[0], p[1]) == nil {
			if at.n++; at.first < 0 {
				at.first, at.x, at.y = i, p[0], p[1]
			}
		}
	}
	if at.n > 0 {
		at.position = judgePlace(at.x, at.y)
	}
	return at
}

// judgeSites makes the Shape part of a check of places, which is given those of
// some sitings. What is out of range and no French metres is told elsewhere.
func judgeSites(report func(p *validate.Pass, r *validate.Row, at site), sitings ...siting) func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
	return func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
		return func(p *validate.Pass, r *validate.Row) {
			at := siteOf(r.Shape)
			if at.siting == sitedInFrance || !slices.Contains(sitings, at.siting) {
				return
			}
			if at.siting != sitedInMetres && (math.Abs(at.x) > 180 || math.Abs(at.y) > 90) {
				return
			}
			report(p, r, at)
		}
	}
}

// fault reports the site as a fault of the feature: an error where it is in
// metres, which GeoJSON forbids.
func (at site) fault(p *validate.Pass, r *validate.Row) *validate.Finding {
	_, offset := r.Shape.Position(at.first)
	var finding *validate.Finding
	if at.siting == sitedInMetres {
		finding = p.FaultOf(validate.Error, &validate.Cell{Column: -1, Start: r.ShapeAt + offset})
	} else {
		finding = p.FaultIn(r.ShapeAt+offset, -1)
	}
	if finding == nil {
		return nil
	}
	fr, en := placeWords(r.Shape.PlaceOf(at.first))
	finding.With("long", shortest(at.x)).With("lat", shortest(at.y))
	finding.With("where", fr).With("where-en", en)
	fr, en = alikeWords(at.n)
	return finding.With("alike", fr).With("alike-en", en)
}

// alikeWords say of how many other positions the same is true, of n in all; "" for
// none.
func alikeWords(n int) (fr, en string) {
	switch n--; {
	case n < 1:
		return "", ""
	case n == 1:
		return ", comme une autre position", ", like one other position"
	}
	return ", comme " + strconv.Itoa(n) + " autres positions", ", like " + strconv.Itoa(n) + " other positions"
}
