package schemas

import (
	"bytes"
	_ "embed"
	"fmt"

	"github.com/xeipuuv/gojsonschema"
)

// shapes are the shapes of GeoJSON (RFC 7946) as a JSON Schema. Documents refer
// to them by the addresses of geojson.org, where each shape has its own.
//
//go:embed geojson.json
var shapes []byte

const shapesAddress = "https://geojson.org/schema/shapes.json"

// shapeNames are the shapes that have an address.
var shapeNames = []string{
	"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
	"GeometryCollection", "Geometry", "Feature", "FeatureCollection",
}

// addGeoJSON gives the loader of a document the shapes that it may refer to.
func addGeoJSON(loader *gojsonschema.SchemaLoader, document []byte) error {
	if !bytes.Contains(document, []byte("geojson.org/schema/")) {
		return nil
	}
	if err := loader.AddSchema(shapesAddress, gojsonschema.NewBytesLoader(shapes)); err != nil {
		return err
	}
	for _, name := range shapeNames {
		for _, scheme := range []string{"http", "https"} {
			address := fmt.Sprintf("%s://geojson.org/schema/%s.json", scheme, name)
			if !bytes.Contains(document, []byte(address)) {
				continue
			}
			ref := fmt.Sprintf(`{"$ref": %q}`, shapesAddress+"#/definitions/"+name)
			if err := loader.AddSchema(address, gojsonschema.NewStringLoader(ref)); err != nil {
				return err
			}
		}
	}
	return nil
}
