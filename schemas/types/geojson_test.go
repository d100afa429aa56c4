package types

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var geojsonCells = []struct {
	format string
	cells  map[string]bool
}{
	{"default", map[string]bool{
		`{"type":"Point","coordinates":[1,2]}`:                                               true,
		`{"type":"Point","coordinates":[1,2,3]}`:                                             true,
		`{"type":"Point","coordinates":[200,100]}`:                                           true,
		` {"coordinates":[1,2],"type":"Point","extra":{}} `:                                  true,
		`{"type":"Point","coordinates":[1]}`:                                                 false,
		`{"type":"Point","coordinates":["1","2"]}`:                                           false,
		`{"type":"Point","coordinates":[[1,2]]}`:                                             false,
		`{"type":"Point","coordinates":[1,null]}`:                                            false,
		`{"type":"Point"}`:                                                                   false,
		`{"type":"point","coordinates":[1,2]}`:                                               false,
		`{"type":"Point","coordinates":[1,2],"bbox":[1,2,1,2]}`:                              true,
		`{"type":"Point","coordinates":[1,2],"bbox":[1,2,1]}`:                                false,
		`{"type":"MultiPoint","coordinates":[]}`:                                             true,
		`{"type":"LineString","coordinates":[[1,2],[3,4]]}`:                                  true,
		`{"type":"LineString","coordinates":[[1,2]]}`:                                        false,
		`{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}`:                           true,
		`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0.0]]]}`:                     true,
		`{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}`:                             false,
		`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[5,5]]]}`:                       false,
		`{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}`:                true,
		`{"type":"GeometryCollection","geometries":[]}`:                                      true,
		`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}`:  true,
		`{"type":"GeometryCollection","geometries":[{"type":"Feature"}]}`:                    false,
		`{"type":"GeometryCollection","geometries":[1]}`:                                     false,
		`{"type":"GeometryCollection"}`:                                                      false,
		`{"type":"Feature","geometry":null,"properties":null}`:                               true,
		`{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{}}`: true,
		`{"type":"Feature","id":"a","geometry":null,"properties":{}}`:                        true,
		`{"type":"Feature","id":{},"geometry":null,"properties":{}}`:                         false,
		`{"type":"Feature","geometry":null,"properties":[]}`:                                 false,
		`{"type":"Feature","geometry":1,"properties":{}}`:                                    false,
		`{"type":"Feature","properties":{}}`:                                                 false,
		`{"type":"FeatureCollection","features":[]}`:                                         true,
		`{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]}`:     false,
		`{"type":"FeatureCollection","features":[null]}`:                                     false,
		`{"type":"FeatureCollection"}`:                                                       false,
		`{"type":"Topology","objects":{},"arcs":[]}`:                                         false,
		`{}`: false, `[]`: false, `null`: false, `x`: false, `{"type":"Point","coordinates":[1,2]`: false,
		strings.Repeat(`{"type":"GeometryCollection","geometries":[`, 100) + strings.Repeat(`]}`, 100): false,
	}},
	{"topojson", map[string]bool{
		`{"type":"Topology","objects":{},"arcs":[]}`: true,
		`{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[[0,-1]]},"b":{"type":null}},"arcs":[[[0,0],[1,1]]]}`:                 true,
		`{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}},"arcs":[]}`: true,
		`{"type":"Topology","objects":{"a":{"type":"LineString","arcs":[0.5]}},"arcs":[]}`:                                                false,
		`{"type":"Topology","objects":{"a":{"type":"Polygon","arcs":[0]}},"arcs":[]}`:                                                     false,
		`{"type":"Topology","objects":{"a":{"type":"Circle","arcs":[0]}},"arcs":[]}`:                                                      false,
		`{"type":"Topology","objects":{"a":{}},"arcs":[]}`:                                                                                false,
		`{"type":"Topology","objects":{},"arcs":[[[0,0]]]}`:                                                                               false,
		`{"type":"Topology","objects":{}}`:                                                                                                false,
		`{"type":"Point","coordinates":[1,2]}`:                                                                                            false,
	}},
}

func TestGeojson(t *testing.T) {
	for _, test := range geojsonCells {
		typ := must(t, Spec{Type: "geojson", Format: test.format})
		got := map[string]bool{}
		for cell := range test.cells {
			got[cell] = typ.Valid([]byte(cell))
		}
		if diff := cmp.Diff(test.cells, got); diff != "" {
			t.Errorf("%s: %s", test.format, diff)
		}
	}
}
