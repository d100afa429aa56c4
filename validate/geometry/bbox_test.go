package geometry

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadBBox(t *testing.T) {
	type result struct {
		Fault BBoxFault
		At    int
	}
	for raw, want := range map[string]result{
		`[1,41,10,51]`:         {BBoxGood, 0},
		` [ 1 , 41 , 10 ,51 ]`: {BBoxGood, 1},
		`[1,41,0,10,51,300]`:   {BBoxGood, 0},
		`[177,-20,-178,-16]`:   {BBoxGood, 0},
		`[1,51,10,41]`:         {BBoxSouth, 0},
		`[1,41,300,10,51,0]`:   {BBoxSouth, 0},
		`[1,41,10]`:            {BBoxLength, 0},
		`[1,2,3,4,5,6,7]`:      {BBoxLength, 0},
		`[]`:                   {BBoxLength, 0},
		`[1,"41",10,51]`:       {BBoxNotList, 3},
		`"1,41,10,51"`:         {BBoxNotList, 0},
		`null`:                 {BBoxNotList, 0},
		`[1,41`:                {BBoxNotList, 0},
		``:                     {BBoxNotList, 0},
		`[6e5,6e6,7e5,7e6]`:    {BBoxRange, 0},
		`[1,41,10,1e999]`:      {BBoxRange, 0},
	} {
		_, fault, at := ReadBBox([]byte(raw))
		if diff := cmp.Diff(want, result{fault, at}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", raw, diff)
		}
	}
}

// A position may lie outside of a box by as much as its numbers are rounded.
func TestOutside(t *testing.T) {
	for _, c := range []struct {
		box, line string
		want      int
	}{
		{`[1,41,2,42]`, `[[1,41],[2,42]]`, -1},
		{`[1,41,2,42]`, `[[1,41],[2.0001,42],[3,42]]`, 1},
		{`[1,41,2,42]`, `[[1,41],[1.5,40.9]]`, 1},
		{`[1.123,41,2,42]`, `[[1.122991,41],[2,42]]`, -1},
		{`[1.123456789,41,2,42]`, `[[1.1234567889,41],[2,42]]`, -1},
		{`[1.123456789,41,2,42]`, `[[1.1234567,41],[2,42]]`, 0},
		{`[177,-20,-178,-16]`, `[[178,-18],[-179,-17]]`, -1},
		{`[177,-20,-178,-16]`, `[[178,-18],[0,-17]]`, 1},
		{`[1,41,2,42]`, `[]`, -1},
	} {
		box, _, _ := ReadBBox([]byte(c.box))
		var s Shape
		s.Decode([]byte(`{"type":"LineString","coordinates":` + c.line + `}`))
		if got := box.Outside(&s); got != c.want {
			t.Errorf("%s in %s: %d, not %d", c.line, c.box, got, c.want)
		}
	}
}
