package validate

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/socle-commun/socle/schemas"
)

// randomColumns are columns of all modes, that remember some texts.
func randomColumns(r *rand.Rand, some [][]byte) []columnSpace {
	var edges Edges
	for c := range edges {
		edges[c] = uint8(r.IntN(2*anywhere)) | anywhere&^AtStart | uint8(r.IntN(2)) // most places are for any
	}
	columns := make([]columnSpace, 1+r.IntN(20))
	for c := range columns {
		column := &columns[c]
		column.mode = columnMode(r.IntN(2 * int(recalling)))
		if r.IntN(4) > 0 {
			column.field = &schemas.Field{Index: c}
		}
		if r.IntN(3) == 0 {
			column.glance = Glance{Least: edgeBytes + r.IntN(3), Most: 10 + r.IntN(60), Edges: &edges}
		}
		column.kept = new(texts)
		for _, text := range some {
			if r.IntN(2) == 0 {
				column.keep(text, []CellState{Valid, Missing}[r.IntN(2)])
			}
		}
	}
	return columns
}

// The way of a cell in assembly and that in Go come to the same.
func TestRecogniseByBothWays(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	same := cmp.Options{cmp.AllowUnexported(columnSpace{}, memo{}, texts{}), cmpopts.IgnoreFields(recognition{}, "cells", "columns", "unknown"), cmp.AllowUnexported(recognition{})}
	known := 0
	for range 3_000 {
		var some [][]byte
		for range 1 + r.IntN(12) {
			text := make([]byte, r.IntN(70))
			for i := range text {
				text[i] = "ab+\xc3\xa9 "[r.IntN(6)]
			}
			some = append(some, text)
			if len(text) > 0 { // one that differs from it in one byte
				near := slices.Clone(text)
				near[r.IntN(len(near))] ^= 1
				some = append(some, near)
			}
		}
		columns := randomColumns(r, some)
		cells := make([]Cell, 1+r.IntN(len(columns)))
		for c := range cells {
			cells[c] = Cell{Raw: some[r.IntN(len(some))], Field: columns[c].field, JSON: JSONKind(r.IntN(8) / 7 * r.IntN(int(JSONNull)+1))}
			if r.IntN(30) == 0 {
				cells[c].Field = &schemas.Field{}
			}
		}
		otherColumns, otherCells := slices.Clone(columns), slices.Clone(cells)
		unknown, otherUnknown := make([]int, len(cells)), make([]int, len(cells))
		a := recognition{cells: &cells[0], columns: &columns[0], unknown: &unknown[0], n: len(cells)}
		b := recognition{cells: &otherCells[0], columns: &otherColumns[0], unknown: &otherUnknown[0], n: len(cells)}
		for range len(cells) + 1 {
			passKnown(&a)
			passKnownInGo(&b)
			if a.next < a.n {
				cells[a.next].Field = columns[a.next].field
			}
			if b.next < b.n {
				otherCells[b.next].Field = otherColumns[b.next].field
			}
			if diff := cmp.Diff(b, a, same); diff != "" {
				t.Fatalf("(-Go +assembly)\n%s", diff)
			}
		}
		known += len(cells) - a.left
		if diff := cmp.Diff(otherUnknown[:b.left], unknown[:a.left]); diff != "" {
			t.Fatalf("(-Go +assembly)\n%s", diff)
		}
		if diff := cmp.Diff(otherCells, cells); diff != "" {
			t.Fatalf("(-Go +assembly)\n%s", diff)
		}
		for c := range columns {
			if a, b := columns[c], otherColumns[c]; a.filled != b.filled || a.asked != b.asked {
				t.Fatalf("column %d: %d filled, asked %d times; in Go %d and %d", c, a.filled, a.asked, b.filled, b.asked)
			}
		}
	}
	if known < 3_000 {
		t.Errorf("only %d cells are known", known)
	}
}

// What is remembered is known again, and nothing else is.
func TestMemo(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		column := columnSpace{memo: memo{kept: new(texts)}, mode: recalling}
		kept := map[string]CellState{}
		for range 300 {
			text := make([]byte, 1+r.IntN(longestKept+5))
			for i := range text {
				text[i] = "ab"[r.IntN(2)]
			}
			if r.IntN(2) == 0 {
				state := []CellState{Valid, Missing}[r.IntN(2)]
				if _, has := kept[string(text)]; !has {
					kept[string(text)] = state
					column.keep(text, state)
				}
			}
			cells, unknown := []Cell{{Raw: text}}, []int{0}
			got := CellState(0)
			if unknown, _ := recognise(cells, []columnSpace{column}, unknown); len(unknown) == 0 {
				got = cells[0].State
			} else if len(text) <= longestKept {
				got = column.recall(text)
			}
			if got != 0 && got != kept[string(text)] {
				t.Fatalf("%q is known as %d, and is %d", text, got, kept[string(text)])
			}
		}
		text := []byte("Comité des fêtes")
		column.keep(text, Valid)
		if unknown, _ := recognise([]Cell{{Raw: text}}, []columnSpace{column}, []int{0}); len(unknown) > 0 {
			t.Fatal("the text that was kept last is not known")
		}
	}
}
