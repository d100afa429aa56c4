// Package geojson reads features of GeoJSON, and objects of JSON, as rows whose
// columns are their properties.
//
// A file is looked at first, as far as a mebibyte of its items goes: which [layout]
// it has, and which properties. Then one goroutine cuts it into chunks of whole items
// by strings and brackets alone (scanner), and workers read the items of a chunk
// (parser). What is no JSON is cut all the same, where a reader would take it to
// end, and read as far as it can be; what was noticed are the faults of its row.
// Where an item ends does not depend on where chunks do: scanner.item alone decides
// it, in the cutter and in the parser.
//
// What stands beside the items (other members of the collection, of any size) is
// passed over by a walker, which keeps little of it.
package geojson

import (
	"fmt"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// failure makes a Failure from sentences with the same values.
func failure(code, fr, en string, args ...any) *validate.Failure {
	return &validate.Failure{Code: code, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}}
}
