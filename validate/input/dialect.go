package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// A Dialect says how records and cells are written. Beyond the first two, its
// members come from a dialect document, or are left alone.
type Dialect struct {
	Delimiter byte
	Quote     byte // 0 where quotes mean nothing

	Escape      byte   // takes its meaning from the byte that follows; 0 without one
	SkipSpace   bool   // spaces behind a separator do not count
	Single      bool   // two quotes within quotes are not one
	Null        string // a cell of this text is empty; "" for none
	Comment     string // a record that starts so is no row; "" for none
	CommentRows []int  // rows that are none, from 1
	SkipBlank   bool   // records without a filled cell are no rows
	HeaderRows  []int  // rows that the header is made of, from 1; none to look for it
	HeaderJoin  string // what stands between them
	NoHeader    bool   // the file starts with data, in the order of the schema's fields
	AnyCase     bool   // the letter case of labels does not count
}

// delimiters are those that are recognised. Of two that cut a sample equally
// well the first is taken: commas stand within cells more often than the others.
var delimiters = []byte{';', '\t', '|', ','}

// sampledRecords is how many records decide the separator.
const sampledRecords = 200

// detectDelimiter finds the separator of a sample that starts with the
// header: the one that cuts the most records into as many cells as the header
// has, and into more than one. Without any, it is a comma.
func (d Dialect) detectDelimiter(sample []byte, whole bool) byte {
	best, score := byte(','), 0.0
	for _, delimiter := range delimiters {
		d.Delimiter = delimiter
		if s := d.score(sample, whole); s > score {
			best, score = delimiter, s
		}
	}
	return best
}

// score says how well a dialect cuts the sample, from 0 to 1.
func (d *Dialect) score(sample []byte, whole bool) float64 {
	columns, agree, records := 0, 0, 0
	for len(sample) > 0 && records < sampledRecords {
		end, next, found := d.record(sample, whole)
		if found == needMore || found == tooLong {
			if records > 0 {
				break // the sample ends within a record
			}
			end, next = len(sample), len(sample)
		}
		if record := sample[:end]; len(bytes.TrimSpace(record)) > 0 && !d.passedBy(record, 0) {
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
func (d *Dialect) width(record []byte) int {
	cells, _ := d.split(record, nil, nil)
	return len(cells)
}

// empty says whether no cell of a row is filled.
func empty(cells []validate.Cell) bool {
	for i := range cells {
		if len(cells[i].Raw) > 0 {
			return false
		}
	}
	return true
}
