package input

import "github.com/socle-commun/socle/validate"

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

	Wrapped bool // a record that is one quoted cell holds the true record: it was quoted again as a whole
	Doubled bool // lines end with CR CR LF: what stands between a CR and a CR LF is no row
}

// width counts the cells of a record.
func (d *Dialect) width(record []byte) int {
	cells, _ := d.cells(record, nil, nil)
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
