package validate

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// A Check is one rule. It looks at what it has a function for, mostly one of
// File, Cell, Row, After and Table; each is compiled once against the schema, and
// gives nil where the schema asks for nothing.
type Check struct {
	Code     string // public, never renamed; the word of Frictionless or Validata where the fault is theirs too
	Severity Severity
	Strict   Severity // under --strict; None where it is the same
	Since    string   // the version of socle that brought it

	Title    text.Text          // a short label
	Why      text.Text          // what it finds, and why that is bad
	Mend     text.Text          // how to mend it
	Bad      string             // an example that it finds
	Good     string             // the same, mended
	Messages map[string]Message // by reason; "" is the plain one

	On    CellState // the states that Cell wants to see
	File  func(*schemas.Schema) func(*Pass, *File)
	Cell  func(*schemas.Field) func(*Pass, *Cell) // whether it reports depends on the cell alone: one of a text that had nothing is not shown to it again
	Row   func(*schemas.Schema) func(*Pass, *Row)
	After func(*schemas.Schema) func(*Pass, *Row) // as Row, of rows that are not blank, once their cells are judged: Pass.Told says which have findings
	Shape func(*schemas.Schema) func(*Pass, *Row) // as After, of features of GeoJSON
	Table func(*schemas.Schema) State
	Keys  func(*schemas.Schema) []int // the fields whose canonical values (Cell.Key) Table compares; nil for none

	// Irregular says that Row only looks at rows that are irregular: blank ones,
	// those in which the reader noticed something (Row.Faults), that span several
	// lines, or that do not have the header's number of cells, or, in strict
	// reading, the schema's. It is shown no others.
	Irregular bool
	// Calm, of an After that looks at valid cells one by one, says at a glance of a
	// filled cell of a field, nil being that of an unknown column, that there is
	// nothing about it to report. A row of calm cells alone is not shown to After.
	// Calm may give nil for a field all of whose cells are calm.
	Calm func(*schemas.Schema) func(*schemas.Field) func(raw []byte) bool
	// Right, of a Cell that looks at valid cells, says of the text of one that Cell
	// has nothing to say of it. It is nil, or gives nil, where only Cell knows.
	Right func(*schemas.Field) func(raw []byte) bool
	// Glance describes filled texts of a field, nil being an unknown column, that
	// are right and calm. It is asked where Cell or Calm has something for the field;
	// nil for no such texts.
	Glance func(*schemas.Schema) func(*schemas.Field) *Glance
}

// A State is what a Table check remembers of the rows of one chunk. Its
// exported fields can be encoded with gob and sent elsewhere.
type State interface {
	// Row takes one row of the chunk, in order. The row is lent.
	Row(*Row)
	// Seal tells the state that no rows come before its own, so that it may
	// forget what only a merge into earlier rows would need, and report
	// from now on.
	Seal(*Pass)
	// Merge takes the state of the rows that follow. next is given away. A
	// sealed state reports the faults of next's rows.
	Merge(p *Pass, next State)
	// Finish reports what only the whole table shows.
	Finish(*Pass)
}

// A Chooser is a State that has no use for some rows of a file: it is not shown
// them.
type Chooser interface{ Chooses(*File) Rows }

// Rows are those that a State is shown.
type Rows uint8

// What a Chooser may choose. Irregular rows are those of Check.Irregular.
const (
	AllRows    Rows = iota
	BorderRows      // the first of a chunk, irregular ones, and the next behind each of these
	IrregularRows
	NoRows
)

// Message gives the message for a reason, the plain one where there is none.
func (c *Check) Message(reason string) Message {
	if m, ok := c.Messages[reason]; ok {
		return m
	}
	return c.Messages[""]
}
