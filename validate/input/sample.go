package input

import "slices"

// What a look ahead reads at most: rows, and bytes of them.
const (
	sampleRows  = 100
	sampleBytes = 256 << 10
)

// lookAhead gives the cells of the first rows that are at hand, blank ones left
// out, so that the values of a file may speak for its schema. all says that the
// file ends where text does.
func (in *csvInput) lookAhead(text []byte, all bool) [][]string {
	if len(text) > sampleBytes {
		text, all = text[:sampleBytes], false
	}
	var rows [][]string
	for len(rows) < sampleRows && len(text) > 0 {
		end, next, found := in.dialect.record(text, all)
		if found == needMore || found == tooLong {
			break
		}
		row := in.alone(text[:end], found)
		text = text[next:]
		cells := make([]string, min(len(row.Cells), len(in.file.Labels)))
		for c := range cells {
			cells[c] = string(row.Cells[c].Raw)
		}
		if slices.ContainsFunc(cells, func(cell string) bool { return cell != "" }) {
			rows = append(rows, cells)
		}
	}
	return rows
}
