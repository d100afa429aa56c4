package checks

import (
	"bytes"
	"os"
	"testing"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// Judging a valid feature by a JSON Schema costs no allocation.
func TestJSONSchemaDoesNotAllocate(t *testing.T) {
	s, err := schemas.Find("etalab/schema-amenagements-cyclables")
	if err != nil {
		t.Fatal(err)
	}
	document, err := os.ReadFile("../../testdata/examples/etalab/schema-amenagements-cyclables/valide.geojson")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := bytes.Cut(document, []byte("[\n"))
	feature, _, _ := bytes.Cut(list, []byte(",\n"))
	row, judge := &validate.Row{Record: feature}, judgeItems(s)
	if n := testing.AllocsPerRun(100, func() { judge(nil, row) }); n >= 1 {
		t.Errorf("%v allocations", n)
	}
}
