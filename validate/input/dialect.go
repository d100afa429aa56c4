package input

import "bytes"

// A Dialect says how records and cells are written.
type Dialect struct {
	Delimiter byte
	Quote     byte // 0 where quotes mean nothing
}

// delimiters are those that are recognised. Of two that cut a sample equally
// well the first is taken: commas stand within cells more often than the others.
var delimiters = []byte{';', '\t', '|', ','}

// sampledRecords is how many records decide the separator.
const sampledRecords = 200

// detectDelimiter finds the separator of a sample that starts with the
// header: the one that cuts the most records into as many cells as the header
// has, and into more than one. Without any, it is a comma.
func detectDelimiter(sample []byte, quote byte, whole bool) byte {
	best, score := byte(','), 0.0
	for _, delimiter := range delimiters {
		if s := scoreDelimiter(Dialect{delimiter, quote}, sample, whole); s > score {
			best, score = delimiter, s
		}
	}
	return best
}

// scoreDelimiter says how well a dialect cuts the sample, from 0 to 1.
func scoreDelimiter(d Dialect, sample []byte, whole bool) float64 {
	columns, agree, records := 0, 0, 0
	for len(sample) > 0 && records < sampledRecords {
		end, next, found := d.record(sample, whole)
		if found == needMore || found == tooLong {
			if records > 0 {
				break // the sample ends within a record
			}
			end, next = len(sample), len(sample)
		}
		if record := sample[:end]; len(bytes.TrimSpace(record)) > 0 {
			n := d.width(record)
			if columns == 0 {
				columns = n
			}
			records++
			if n == columns {
				agree++
			}
		}
		sample = sample[next:]
	}
	if columns < 2 {
		return 0
	}
	return float64(agree) / float64(records) * (1 - 1/float64(columns))
}

// width counts the cells of a record.
func (d Dialect) width(record []byte) int {
	cells, _ := d.split(record, nil, nil)
	return len(cells)
}
