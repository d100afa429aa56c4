package input

import (
	"bytes"

	"github.com/socle-commun/socle/validate"
)

// delimiters are those that are recognised. Of two that cut a sample equally
// well the first is taken: commas stand within cells more often than the
// others. Colons are tried where none of these cuts anything.
var delimiters = []byte{';', '\t', '|', ','}

// sampledRecords is how many records decide how cells are written.
const sampledRecords = 200

// A reading is a dialect held against the records of a sample that starts with
// the header.
type reading struct {
	Dialect
	columns int // cells of the header
	records int
	agree   int     // records that have as many cells
	score   float64 // how well all that fits, from 0 to 1

	cuts, weak int  // separators, and those that look like a part of a text or a number
	wrapped    int  // records that are quoted again as a whole
	header     bool // the header is one of them
	quoted     int  // cells in quotes
	ragged     int  // cells that open with a quote and do not end with one
	text       int  // cells that are filled and no number, where quotes are single ones
	double     int  // cells that start with a double quote, where quotes are single ones
	colons     colons

	cells              []validate.Cell // of the last record
	scratch, unwrapped []byte
}

// read holds a dialect against a sample. whole says that the file ends where
// the sample does.
func (d Dialect) read(sample []byte, whole bool) reading {
	r := reading{Dialect: d}
	for len(sample) > 0 && r.records < sampledRecords {
		end, next, found := d.record(sample, whole)
		if found == needMore || found == tooLong {
			if r.records > 0 {
				break // the sample ends within a record
			}
			end, next = len(sample), len(sample)
		}
		if record := sample[:end]; len(bytes.TrimSpace(record)) > 0 && !d.passedBy(record, 0) {
			r.take(record)
		}
		sample = sample[next:]
	}
	if r.columns > 1 {
		r.score = float64(r.agree) / float64(r.records) * (1 - 1/float64(r.columns))
		r.score *= 1 - float64(r.weak)/float64(2*max(r.cuts, 1))
	}
	return r
}

// take counts a record, the first of which is the header.
func (r *reading) take(record []byte) {
	inner, rest, wrapped := r.unwrap(record, r.unwrapped[:0])
	r.unwrapped = rest
	if wrapped {
		r.wrapped++
		r.header = r.header || r.records == 0
		record = inner
	}
	cells, scratch := r.split(record, r.scratch[:0], r.cells[:0])
	r.cells, r.scratch = cells, scratch
	if r.records == 0 {
		r.columns = len(cells)
	}
	r.records++
	if len(cells) == r.columns {
		r.agree++
	}
	if r.Delimiter == ':' {
		r.colons.take(record, cells, r.records == 1)
	}
	for c := range cells {
		end := len(record)
		if c+1 < len(cells) {
			end = cells[c+1].Start - 1
		}
		r.takeCell(record, &cells[c], end)
	}
}

// takeCell counts a cell that ends before end, and the separator before it.
func (r *reading) takeCell(record []byte, cell *validate.Cell, end int) {
	if start := cell.Start; start > 0 {
		r.cuts++
		spaced := start < len(record) && record[start] == ' '
		number := start > 1 && start < len(record) && isDigit(record[start-2]) && isDigit(record[start])
		if r.Delimiter == ',' && (spaced || number) {
			r.weak++
		}
	}
	written := record[cell.Start:end]
	if len(written) == 0 {
		return
	}
	if r.Quote == '\'' && !startsLikeValue(string(cell.Raw)) {
		r.text++
	}
	switch {
	case written[0] == '"' && r.Quote != '"':
		r.double++
	case r.Quote == 0 || written[0] != r.Quote:
	case cell.Quoted && len(written) > 1 && written[len(written)-1] == r.Quote:
		r.quoted++
	default:
		r.ragged++
	}
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// best gives the reading of a sample by the separator that cuts the most
// records into as many cells as the header has, and into more than one: by a
// comma without any, and by the dialect's where it has one.
func (d Dialect) best(sample []byte, whole bool) reading {
	if d.Delimiter != 0 {
		return d.read(sample, whole)
	}
	var best reading
	for i, delimiter := range delimiters {
		d.Delimiter = delimiter
		r := d.read(sample, whole)
		if r.score > best.score || best.score == 0 && i == len(delimiters)-1 {
			best = r
		}
	}
	if best.score == 0 {
		d.Delimiter = ':'
		if r := d.read(sample, whole); r.score > 0 && r.agree == r.records && r.records >= 3 && r.colons.separate() {
			return r
		}
	}
	return best
}

// A freedom says what nobody has decided of how cells are written, beside the
// separator.
type freedom struct {
	quote bool // quotes may be single ones
	wrap  bool // records may be quoted again as a whole
}

// detect finds out how the cells of a sample are written, as far as that is
// not known.
func (d Dialect) detect(sample []byte, whole bool, free freedom) reading {
	best := d.best(sample, whole)
	if free.quote && d.opens(sample, '\'') {
		single := d
		single.Quote = '\''
		if r := single.best(sample, whole); r.singleQuoted(best) {
			return r
		}
	}
	if free.wrap && opensRecord(sample, d.Quote) {
		d.Wrapped = true
		if r := d.best(sample, whole); r.wrapped > 0 && r.score > best.score && (r.columns > 2 || r.Delimiter != ',' || r.agree > r.wrapped) {
			return r
		}
	}
	return best
}

// opens says whether a quote stands in a sample where a cell may start.
func (d Dialect) opens(sample []byte, quote byte) bool {
	return d.unusual() || stands(sample, quote, func(before byte) bool {
		return before == d.Delimiter || before == ':' || bytes.IndexByte(delimiters, before) >= 0 || before == '\n' || before == '\r'
	})
}

// opensRecord says whether a quote stands in a sample where a record may start.
func opensRecord(sample []byte, quote byte) bool {
	return stands(sample, quote, func(before byte) bool { return before == '\n' || before == '\r' })
}

// stands says whether a byte stands at the beginning of a sample, or behind one
// of some others.
func stands(sample []byte, c byte, behind func(byte) bool) bool {
	for from := 0; ; {
		i := bytes.IndexByte(sample[from:], c)
		if i < 0 {
			return false
		}
		if i += from; i == 0 || behind(sample[i-1]) {
			return true
		}
		from = i + 1
	}
}

// singleQuoted says whether cells stand in single quotes, and are no texts that
// happen to start with an apostrophe: nearly all that open are closed, and they
// are most of the texts or hold the separator.
func (r *reading) singleQuoted(double reading) bool {
	if r.quoted < 2 || r.double > 0 || 10*r.ragged > r.quoted {
		return false
	}
	return 2*r.quoted >= r.text && r.score >= double.score || r.score > double.score
}
