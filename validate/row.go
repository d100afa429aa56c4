package validate

import "github.com/socle-commun/socle/schemas"

// A CellState tells what a cell holds, before its constraints are judged.
type CellState uint8

// The states of a cell. A check names those it wants to see.
const (
	Valid   CellState = 1 << iota // filled, of the field's type
	Invalid                       // filled, not of the field's type
	Missing                       // empty, or one of the schema's missing values
	Absent                        // the row or the file has no such cell
)

// A Cell is lent for the time of a call, as its Row is.
type Cell struct {
	Raw    []byte         // the text, unquoted and in UTF-8
	Key    []byte         // canonical value (types.Type.Key), where the field compares values and the state is Valid
	Field  *schemas.Field // nil for a column that the schema does not know
	Column int            // column in the file, from 0
	Start  int            // offset of the cell's first byte in Row.Record
	State  CellState
	Quoted bool // written in quotes
}

// A FaultKind says what a reader noticed while it cut a record into cells.
type FaultKind uint8

// What readers notice. They describe; checks judge.
const (
	FaultUnclosedQuote FaultKind = iota + 1 // a quote opens a cell and is never closed
	FaultTooLong                            // the record exceeds MaxRecord and was passed over
	FaultEncoding                           // a cell's bytes are not of the file's encoding
	FaultReplaced                           // a cell holds U+FFFD, put there for a character that was lost
)

// A Fault is something a reader noticed in a record.
type Fault struct {
	Kind   FaultKind
	Column int // from 0
}

// MaxRecord is the longest record that is judged, in bytes. A longer one is a
// finding, and the rest of the file is judged.
const MaxRecord = 1 << 20

// A Row is one record, lent for the time of a call: its cells' bytes belong
// to the chunk. Its cells stand in the file's order; Of finds them by field.
type Row struct {
	Pos    Position
	Cells  []Cell
	Record []byte // the physical bytes of the record, without its line end
	Inner  int    // line ends within the record
	Faults []Fault
	Blank  bool // every cell is empty or a missing value

	// Accented says that the row has characters beyond ASCII in UTF-8. It is
	// told only where File.Doubtful is.
	Accented bool

	columns []int // by field: its column in the file, or -1
	width   int   // columns of the header
}

var absent = Cell{Column: -1, State: Absent}

// Of gives the cell of the field at that position of the schema. Where the
// file or the row has none, its State is Absent.
func (r *Row) Of(field int) *Cell {
	if column := r.columns[field]; column >= 0 && column < len(r.Cells) {
		return &r.Cells[column]
	}
	return &absent
}

// Columns is how many columns the header has.
func (r *Row) Columns() int { return r.width }

// A Chunk is a run of whole records that knows where it starts, so that
// positions are true from birth.
type Chunk struct {
	Seq   int
	Start Position
	Bytes []byte
	Fault FaultKind // FaultTooLong: Bytes is the beginning of one record that was passed over
	Free  func()    // gives the bytes back to the reader; nil where there is nothing to do
}
