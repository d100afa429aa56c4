package types

import "encoding/json"

// geoDepth is how deep lists go around positions, by geometry.
var geoDepth = map[string]int{
	"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
}

func buildGeojson(t *Type, _ Spec) ([]string, error) {
	var valid func(map[string]any) bool
	switch t.Format {
	case defaultFormat:
		valid = isGeoJSON
	case "topojson":
		valid = isTopoJSON
	default:
		return nil, t.unknownFormat(defaultFormat, "topojson")
	}
	t.valid = func(raw []byte) bool {
		if !startsWith(raw, '{') {
			return false
		}
		v, ok := decodeJSON(raw)
		if !ok {
			return false
		}
		object, ok := v.(map[string]any)
		return ok && valid(object)
	}
	t.key = t.jsonKey
	t.value = t.jsonValue
	t.explain = t.explainJSON
	return nil, nil
}

// isGeoJSON judges by RFC 7946: the members that each type must have, positions of two numbers or more, lines of two
// positions and closed rings of four. Where on Earth they are, and how rings turn, is not asked.
func isGeoJSON(object map[string]any) bool {
	switch object["type"] {
	case "Feature":
		return isFeature(object)
	case "FeatureCollection":
		features, ok := object["features"].([]any)
		for _, v := range features {
			feature, _ := v.(map[string]any)
			ok = ok && feature["type"] == "Feature" && isFeature(feature)
		}
		return ok && isBbox(object)
	}
	return isGeometry(object, 0)
}

func isFeature(object map[string]any) bool {
	geometry, hasGeometry := object["geometry"]
	properties, hasProperties := object["properties"]
	if !hasGeometry || !hasProperties || !isBbox(object) {
		return false
	}
	if _, ok := properties.(map[string]any); !ok && properties != nil {
		return false
	}
	switch object["id"].(type) {
	case nil, string, json.Number:
	default:
		return false
	}
	if geometry == nil {
		return true
	}
	g, ok := geometry.(map[string]any)
	return ok && isGeometry(g, 0)
}

func isGeometry(object map[string]any, nesting int) bool {
	name, _ := object["type"].(string)
	if name == "GeometryCollection" {
		geometries, ok := object["geometries"].([]any)
		ok = ok && nesting < maxNesting
		for _, v := range geometries {
			if !ok {
				return false
			}
			g, _ := v.(map[string]any)
			ok = isGeometry(g, nesting+1)
		}
		return ok && isBbox(object)
	}
	depth, known := geoDepth[name]
	if !known || !isBbox(object) {
		return false
	}
	shape := ""
	switch name {
	case "LineString", "MultiLineString":
		shape = "line"
	case "Polygon", "MultiPolygon":
		shape = "ring"
	}
	return isCoordinates(object["coordinates"], depth, shape)
}

func isCoordinates(v any, depth int, shape string) bool {
	if depth == 0 {
		return isPosition(v)
	}
	list, ok := v.([]any)
	if !ok {
		return false
	}
	for _, item := range list {
		if !isCoordinates(item, depth-1, shape) {
			return false
		}
	}
	if depth > 1 {
		return true
	}
	switch shape {
	case "line":
		return len(list) >= 2
	case "ring":
		return len(list) >= 4 && samePosition(list[0], list[len(list)-1])
	}
	return true
}

func isPosition(v any) bool {
	list, ok := v.([]any)
	return ok && len(list) >= 2 && allNumbers(list)
}

func allNumbers(list []any) bool {
	for _, v := range list {
		if _, ok := v.(json.Number); !ok {
			return false
		}
	}
	return true
}

func samePosition(a, b any) bool { return string(appendJSON(nil, a)) == string(appendJSON(nil, b)) }

// isBbox judges the bounding box of an object, which it need not have.
func isBbox(object map[string]any) bool {
	box, has := object["bbox"]
	if !has {
		return true
	}
	list, ok := box.([]any)
	return ok && len(list) >= 4 && len(list)%2 == 0 && allNumbers(list)
}

// isTopoJSON judges a topology: its objects are named geometries, its arcs lists of positions.
func isTopoJSON(object map[string]any) bool {
	objects, ok := object["objects"].(map[string]any)
	if !ok || object["type"] != "Topology" || !isBbox(object) {
		return false
	}
	for _, v := range objects {
		g, _ := v.(map[string]any)
		if !isTopoGeometry(g, 0) {
			return false
		}
	}
	arcs, ok := object["arcs"].([]any)
	for _, arc := range arcs {
		ok = ok && isCoordinates(arc, 1, "line")
	}
	return ok
}

func isTopoGeometry(object map[string]any, nesting int) bool {
	name, named := object["type"].(string)
	if !named {
		typ, has := object["type"]
		return has && typ == nil
	}
	switch name {
	case "GeometryCollection":
		geometries, ok := object["geometries"].([]any)
		ok = ok && nesting < maxNesting
		for _, v := range geometries {
			if !ok {
				return false
			}
			g, _ := v.(map[string]any)
			ok = isTopoGeometry(g, nesting+1)
		}
		return ok
	case "Point", "MultiPoint":
		return isCoordinates(object["coordinates"], geoDepth[name], "")
	}
	depth, known := geoDepth[name]
	return known && isArcs(object["arcs"], depth)
}

// isArcs judges lists of arc numbers of a given depth.
func isArcs(v any, depth int) bool {
	if depth == 0 {
		n, ok := v.(json.Number)
		if !ok {
			return false
		}
		_, err := n.Int64()
		return err == nil
	}
	list, ok := v.([]any)
	for _, item := range list {
		ok = ok && isArcs(item, depth-1)
	}
	return ok
}
