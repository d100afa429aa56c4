package sheet

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"
)

// BenchmarkXLSX turns a sheet of 15 columns into CSV; its bytes are those of
// the CSV.
func BenchmarkXLSX(b *testing.B) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i := range 5000 {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		row := make([]any, 15)
		for c := range row {
			row[c] = any(float64(i) / 4)
			if c%2 == 0 {
				row[c] = "Commune de Saint-Étienne"
			}
		}
		if err := w.SetRow(cell, row); err != nil {
			b.Fatal(err)
		}
	}
	var book bytes.Buffer
	if err := errors.Join(w.Flush(), f.Write(&book)); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		x, _, err := parse(bytes.NewReader(book.Bytes()), int64(book.Len()))
		if err != nil {
			b.Fatal(err)
		}
		n := &notes{}
		r, err := x.open(0, n)
		if err != nil {
			b.Fatal(err)
		}
		size, err := io.Copy(io.Discard, &stream{rows: r, closer: r, notes: n, ration: ration{packed: int64(book.Len())}})
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(size)
	}
}
