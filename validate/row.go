package validate

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate/geometry"
)

// A CellState tells what a cell holds, before its constraints are judged.
type CellState uint8

// The states of a cell. A check names those it wants to see.
const (
	Valid   CellState = 1 << iota // filled, of the field's type
	Invalid                       // filled, not of the field's type
	Missing                       // empty, or one of the schema's missing values
	Absent                        // the row or the file has no such cell
)

// A JSONKind says what a value of JSON is.
type JSONKind uint8

// The kinds of JSON values. A cell of a table is none of them.
const (
	TextCell JSONKind = iota // of a table
	JSONString
	JSONNumber
	JSONBool
	JSONArray
	JSONObject
	JSONNull // Raw is empty, as of an absent property
)

// A Cell is lent for the time of a call, as its Row is.
type Cell struct {
	Raw    []byte         // the text, unquoted and in UTF-8
	Key    []byte         // canonical value (types.Type.Key), where the state is Valid: for the checks of the cell of a field that compares values, and of what Check.Keys names
	Field  *schemas.Field // nil for a column that the schema does not know
	Column int            // column in the file, from 0
	Start  int            // offset of the cell's first byte in Row.Record
	State  CellState
	Quoted bool // written in quotes

	JSON    JSONKind // of a property: what its value is; Raw is the text of a string, and the JSON of another value
	Derived bool     // made from the feature's geometry: there is no such property
}

// A FaultKind says what a reader noticed while it cut a record into cells.
type FaultKind uint8

// What readers notice. They describe; checks judge.
const (
	FaultUnclosedQuote FaultKind = iota + 1 // a quote opens a cell and is never closed
	FaultTooLong                            // the record exceeds MaxRecord and was passed over
	FaultEncoding                           // a cell's bytes are not of the file's encoding
	FaultReplaced                           // a cell holds U+FFFD, put there for a character that was lost
	FaultControl                            // a cell holds characters that are Hidden
	FaultStrayQuote                         // a cell's closing quote was never opened, or text follows it

	FaultJSONSyntax      // what stands there is not JSON; Text says what was met
	FaultJSONComma       // a comma with nothing behind it
	FaultJSONNumber      // NaN, Infinity, +1, 01 or the like; Text is what is written
	FaultJSONQuote       // a string in other quotes than "
	FaultJSONCharacter   // a control character, or half of a pair, in a string
	FaultJSONDuplicate   // a member that stands twice; Text is its name
	FaultJSONDeep        // nested deeper than anybody means
	FaultJSONTruncated   // the file ends within this record
	FaultJSONBehind      // something follows what was the whole document
	FaultNoFeature       // a record that is no feature; Text is its "type", or what it is
	FaultNoProperties    // a feature whose "properties" are absent, or no object
	FaultPropertiesEmpty // a feature whose "properties" are null
	FaultNoGeometry      // a feature without a member "geometry"
	FaultJSONNoComma     // no comma between two values
	FaultJSONName        // a member's name that is no string; Text is what is written
	FaultJSONEscape      // a backslash before what it cannot stand before; Text is both
	FaultJSONComment     // a comment; Text is its beginning
	FaultJSONUnclosed    // something that opens there is never closed, and the next record follows; Text is its first byte
	FaultMisplaced       // a member of a feature that RFC 7946 keeps for another object; Text is its name
	FaultFeatureID       // a feature whose "id" is neither a text nor a number; Text is what it is
)

// A Fault is something a reader noticed in a record.
type Fault struct {
	Kind   FaultKind
	Column int    // from 0; -1 where no cell is meant
	At     int    // of JSON: offset in Row.Record
	Text   string // of JSON: what the kind says
}

// MaxRecord is the longest record that is judged, in bytes. A longer one is a
// finding, and the rest of the file is judged.
const MaxRecord = 1 << 20

// MaxItem is MaxRecord for a feature or an object of JSON: a polygon of a
// million vertices takes 40 MB.
const MaxItem = 256 << 20

// A Row is one record, lent for the time of a call: its cells' bytes belong
// to the chunk. Its cells stand in the file's order; Of finds them by field.
type Row struct {
	Pos    Position
	Cells  []Cell
	Record []byte // the physical bytes of the record, without its line end
	Inner  int    // line ends within the record
	Single bool   // each byte of Record is a character: the file is not in Unicode
	Faults []Fault
	Blank  bool // every cell is empty or a missing value

	// Accented says that the row has characters beyond ASCII in UTF-8. It is
	// told only where File.Doubtful is.
	Accented bool

	// Sparse says that in no cell two characters side by side are beyond ASCII. A
	// reader that does not know leaves it false.
	Sparse bool

	// What a feature of GeoJSON has besides its properties; nil for what is absent,
	// and for rows of tables.
	Shape   *geometry.Shape // never nil for a feature
	ShapeAt int             // offset of the geometry in Record; -1 without one
	ID      []byte          // the JSON of its "id"
	BBox    []byte          // the JSON of its "bbox"
	BBoxAt  int             // offset of that in Record

	List string // of JSON: the names on the way to the list it stands in, with points between them; "" where it stands in none that has a name

	columns []int // by field: its column in the file, or -1
	width   int   // columns of the header
	last    place // that At gave
	stirred bool  // some cell is not calm, as Check.Calm has it
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
	List  string    // as Row.List, of all its records
	First bool      // the first of its records is the first of that list
	Fault FaultKind // FaultTooLong: Bytes is the beginning of one record that was passed over
	Free  func()    // gives the bytes back to the reader; nil where there is nothing to do
}
