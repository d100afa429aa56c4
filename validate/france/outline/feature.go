package outline

import (
	"bytes"
	"encoding/json"
	"errors"
	"time"

	"github.com/paulmach/orb"
)

// A feature is an outline as GeoJSON writes it, from the API and in the cache.
type feature struct {
	Type       string     `json:"type"`
	Properties properties `json:"properties"`
	Geometry   *shape     `json:"geometry"`
}

type properties struct {
	Code     string     `json:"code"`
	Name     string     `json:"nom"`
	Source   string     `json:"source,omitempty"`
	ETag     string     `json:"etag,omitempty"`
	Modified string     `json:"last_modified,omitempty"`
	Fetched  *time.Time `json:"fetched,omitempty"`
}

type shape struct {
	Type        string          `json:"type"`
	Coordinates json.RawMessage `json:"coordinates"`
}

var errNoOutline = errors.New("no outline")

// decode reads the outlines of an answer: a feature, or a collection of them.
// Features that have no land are passed over.
func decode(data []byte) ([]*Outline, error) {
	var document struct {
		feature
		Features []feature `json:"features"`
	}
	if err := json.Unmarshal(data, &document); err != nil {
		return nil, err
	}
	features := document.Features
	switch document.Type {
	case "Feature":
		features = []feature{document.feature}
	case "FeatureCollection":
	default:
		return nil, errNoOutline
	}
	var outlines []*Outline
	for _, f := range features {
		if o, err := f.outline(); err == nil {
			outlines = append(outlines, o)
		}
	}
	return outlines, nil
}

// outline reads one feature.
func (f feature) outline() (*Outline, error) {
	p := f.Properties
	o := &Outline{Code: p.Code, Name: p.Name, Source: p.Source, ETag: p.ETag, Modified: p.Modified}
	if p.Fetched != nil {
		o.Fetched = *p.Fetched
	}
	if f.Geometry == nil || !isCode(o.Code) {
		return nil, errNoOutline
	}
	var polygons [][][][]float64
	switch f.Geometry.Type {
	case "Polygon":
		polygons = make([][][][]float64, 1)
		if json.Unmarshal(f.Geometry.Coordinates, &polygons[0]) != nil {
			return nil, errNoOutline
		}
	case "MultiPolygon":
		if json.Unmarshal(f.Geometry.Coordinates, &polygons) != nil {
			return nil, errNoOutline
		}
	}
	for _, rings := range polygons {
		var polygon orb.Polygon
		for _, places := range rings {
			ring := make(orb.Ring, len(places))
			for i, place := range places {
				if len(place) < 2 {
					return nil, errNoOutline
				}
				ring[i] = orb.Point{place[0], place[1]}
			}
			polygon = append(polygon, ring)
		}
		o.Land = append(o.Land, polygon)
	}
	if !check(o.Land) {
		return nil, errNoOutline
	}
	return o, nil
}

// encode writes the file of an outline: one line.
func (o *Outline) encode() ([]byte, error) {
	coordinates, err := json.Marshal(o.Land)
	if err != nil {
		return nil, err
	}
	f := feature{Type: "Feature", Geometry: &shape{"MultiPolygon", coordinates}}
	f.Properties = properties{Code: o.Code, Name: o.Name, Source: o.Source, ETag: o.ETag, Modified: o.Modified, Fetched: &o.Fetched}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(f); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// isCode says whether a text may be an INSEE code, and so the name of a file.
func isCode(code string) bool {
	if len(code) != 5 {
		return false
	}
	for i, c := range []byte(code) {
		corsican := i == 1 && (c == 'A' || c == 'B')
		if c-'0' > 9 && !corsican {
			return false
		}
	}
	return true
}
