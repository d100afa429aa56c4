package checks_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// Rows may refer to rows that come much later: very many wait then, are
// answered, and those whom nobody answers are told.
func TestReferencesThatWait(t *testing.T) {
	const schema = `{"fields": [{"name": "id"}, {"name": "parent"}], "foreignKeys": [{"fields": "parent", "reference": {"resource": "", "fields": "id"}}]}`
	const rows = 150_000
	var b strings.Builder
	var want []string
	b.WriteString("id,parent\n")
	for i := range rows {
		parent := rows - 1 - i
		if i%50_000 == 7 {
			parent = -1
			want = append(want, fmt.Sprintf("foreign-key error %d:%d:%d parent -1", i+2, i+2, len(strconv.Itoa(i))+2))
		}
		fmt.Fprintf(&b, "%d,%d\n", i, parent)
	}
	for _, chunk := range []int{1 << 12, 1 << 17, 8 << 20} {
		if diff := cmp.Diff(want, judged(t, schema, b.String(), validate.Options{}, chunk)); diff != "" {
			t.Errorf("chunks of %d bytes (-want +got):\n%s", chunk, diff)
		}
	}
}

// A reference to nothing is told as it is written, cell by cell, and as a whole.
func TestReferenceAsWritten(t *testing.T) {
	const schema = `{"fields": [{"name": "id"}, {"name": "a"}, {"name": "b"}], "foreignKeys": [{"fields": ["a", "b"], "reference": {"resource": "", "fields": ["id", "b"]}}]}`
	long := strings.Repeat("x", validate.MaxValue+1)
	r := judge(t, write(t, "id,a,b\n1,<9>,\"é\"\"\"\n2,"+long+",z\n"), parsed(t, schema), validate.Options{}, input.Options{ChunkSize: 16}, 2)
	var got [][2]string
	for _, f := range r.Findings {
		if f.Code == "foreign-key" {
			values, _ := f.Arg("values")
			got = append(got, [2]string{f.Value, values})
		}
	}
	clipped := long[:validate.MaxValue] + "…"
	want := [][2]string{{`<9> | é"`, `["\u003c9\u003e","é\""]`}, {clipped + " | z", `["` + clipped + `","z"]`}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}
