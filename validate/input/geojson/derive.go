package geojson

import (
	"bytes"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/axis"
	"github.com/socle-commun/socle/validate/geometry"
)

// A derived column takes its cells from the geometry of features.
type derived struct {
	column int
	from   source
}

// A source is what a derived cell holds.
type source uint8

const (
	fromLongitude source = iota // of a point, as it is written
	fromLatitude
	fromPair    // of a point: longitude,latitude
	fromList    // of a point: its coordinates
	fromObject  // of a point: {"lon":…,"lat":…}
	fromPoint   // a point, as GeoJSON
	fromSurface // any other geometry, as GeoJSON
	sources     // how many there are
)

// derivedOf finds the fields of a schema that GeoJSON holds in its geometry,
// where a feature has no property for them: longitude and latitude, two by two,
// points and shapes.
// Of a schema with several places none is derived, for it is not known which
// of them the geometry is.
func derivedOf(s *schemas.Schema, columns map[string]int) []derived {
	var found [sources][]*schemas.Field
	for i := range s.Fields {
		f := &s.Fields[i]
		if lat := axis.LatitudeOf(s, f); lat != nil {
			found[fromLongitude], found[fromLatitude] = append(found[fromLongitude], f), append(found[fromLatitude], lat)
			continue
		}
		if from, ok := shapeSource(f); ok {
			found[from] = append(found[from], f)
		}
	}
	var list []derived
	for from, fields := range found {
		points := from >= int(fromPair) && from <= int(fromObject)
		if len(fields) != 1 || points && len(found[fromPair])+len(found[fromList])+len(found[fromObject]) > 1 {
			continue
		}
		if c, ok := columns[fields[0].Name]; ok {
			list = append(list, derived{c, source(from)})
		}
	}
	return list
}

// shapeSource tells what a field of points or shapes takes from a geometry.
func shapeSource(f *schemas.Field) (from source, ok bool) {
	switch {
	case f.Type.Name == "geopoint" && f.Type.Format == "array":
		return fromList, true
	case f.Type.Name == "geopoint" && f.Type.Format == "object":
		return fromObject, true
	case f.Type.Name == "geopoint":
		return fromPair, true
	case f.Type.Name == "geojson" && f.Type.Format != "topojson" && strings.Contains(strings.ToLower(f.Name), "point"):
		return fromPoint, true
	case f.Type.Name == "geojson" && f.Type.Format != "topojson":
		return fromSurface, true
	}
	return 0, false
}

// derive fills the cells of a feature without the properties that its geometry
// stands for.
func (p *parser) derive(row *validate.Row) {
	for _, d := range p.in.derived {
		cell := &p.cells[d.column]
		if cell.JSON != validate.TextCell && cell.JSON != validate.JSONNull {
			continue
		}
		if d.from >= fromPoint {
			shape := row.Shape.Kind
			if shape < geometry.Point || (shape == geometry.Point) != (d.from == fromPoint) {
				continue
			}
			cell.Raw, cell.JSON = row.Shape.Raw, validate.JSONObject
			cell.Start, cell.Derived = row.ShapeAt, true
			continue
		}
		x, y, at, ok := row.Shape.PointText()
		if !ok {
			continue
		}
		cell.Start, cell.Derived = row.ShapeAt+at, true
		switch d.from {
		case fromLongitude:
			cell.Raw, cell.JSON = x, validate.JSONNumber
		case fromLatitude:
			cell.Start += len(x) + bytes.Index(row.Shape.Raw[at+len(x):], y)
			cell.Raw, cell.JSON = y, validate.JSONNumber
		case fromPair:
			cell.Raw, cell.JSON = p.join("", x, ",", y, ""), validate.JSONString
		case fromList:
			cell.Raw, cell.JSON = p.join("[", x, ",", y, "]"), validate.JSONArray
		case fromObject:
			cell.Raw, cell.JSON = p.join(`{"lon":`, x, `,"lat":`, y, "}"), validate.JSONObject
		}
	}
}

// join writes two numbers with what stands before, between and behind them.
func (p *parser) join(before string, x []byte, between string, y []byte, behind string) []byte {
	start := len(p.scratch)
	p.scratch = append(append(p.scratch, before...), x...)
	p.scratch = append(append(p.scratch, between...), y...)
	p.scratch = append(p.scratch, behind...)
	return p.scratch[start:len(p.scratch):len(p.scratch)]
}
