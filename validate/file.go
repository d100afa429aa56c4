package validate

import (
	"iter"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// An Input is an opened dataset. Chunks is read by one goroutine, Rows by many.
type Input interface {
	// File is all that is known before the first row.
	File() *File
	// Chunks gives the file in order, whole records at a time. A yielded
	// error ends it: what came before was read rightly.
	Chunks() iter.Seq2[Chunk, error]
	// Rows gives the records of a chunk. A Row is valid until the next one.
	Rows(Chunk) iter.Seq[*Row]
	// Close closes what was opened.
	Close() error
}

// A File is what is known of a dataset before its first row.
type File struct {
	Path             string // as the user gave it; of the web: without name and password
	Name             string // the file's own name, where Path does not end with it: a server calls it so; else ""
	Resource         string // of a Data Package: the name that its document gives the resource; else ""
	Format           string // "csv"
	Size             int64  // bytes; -1 where it is not known
	Packed           string // "gzip", "zstd": how the file is packed; "" where it is not
	Encoding         string // "utf-8", "windows-1252"…
	BOM              bool
	Delimiter        string // "," ";" "\t" "|" ":"
	Quote            string // "\"" or "'"; "" where quotes mean nothing
	LineEnds         string // "doubled": CR CR LF; "mixed": not all alike; "" where nothing is wrong with them
	Wrapped          string // "records", "header": these are quoted again as a whole; "" where none is
	HeaderRow        int    // 0 where there is no header
	HeaderRows       []int  // the rows that were asked for as the header and found; nil where none was asked for
	NoHeader         bool   // the file starts with data: its columns stand in the order of the schema's fields
	Header           Position
	Above            []string    // what rows above the header say, one text for each that is not blank
	Units            []string    // what a row of units right beneath the header says, one text for each filled cell; nil without one
	UnitsAt          Position    // where that row is
	Reasons          []text.Text // how it was found out how the file is written, one sentence each
	Labels           []string    // the header's cells, without the spaces around them
	Padded           []bool      // by label: there were such spaces
	Faults           []Fault     // what the reader noticed in the header
	Sample           [][]string  // the cells of the first rows, as far as there is a column for them: a look ahead, not to be judged
	Asked            bool        // the header's row was asked for, not found
	Declared         bool        // a dialect document says how the file is written
	EncodingDeclared bool        // a Data Package says how the data is encoded
	AnyCase          bool        // and that the letter case of labels does not count
	// Doubtful says that the sample which decided the encoding was plain
	// ASCII: a later byte may show that the file is Windows-1252.
	Doubtful bool
	Sheet    string // of a workbook: the name of the sheet that is read; else ""
	JSONFile
	Notes func() []Note // what the reader noticed besides the cells: whole once every row was read; nil where it notices nothing
}

// JSONFile is what is known of a file of JSON besides what tables have too.
type JSONFile struct {
	// Items says that the rows are features, or objects, of JSON and not
	// lines of a table: their columns are properties, and they have no header.
	Items  bool
	Layout string   // "collection", "feature", "lines", "sequence", "array", "object": how the items stand in the file
	Late   []bool   // by label: a field of the schema of which the look ahead has seen no property
	CRS    []byte   // the JSON of the collection's "crs", as far as it stands before the features
	CRSAt  Position // where
	BBox   []byte   // the JSON of the collection's "bbox", likewise
	BBoxAt Position
	Names  []string         // of a file that holds its items in a list: what the members of its object are called, as far as the look ahead goes
	Beside func() *Document // what stands beside the items: whole once every row was read; nil for tables
}

// A Document is what a file of JSON has beside its items.
type Document struct {
	Lists   []string // the lists of items, as Row.List has them
	Members []Member // in the order of the file: of its object, and of the objects in it that hold a list
	Whole   bool     // that is all of it, and nothing was too long to be kept
	Ended   bool     // it was read to its end
}

// A Member is a value beside the items.
type Member struct {
	Path []string // the names on the way to it: one or two
	Raw  []byte   // its JSON; "{}" of an object whose members follow
	At   Position // where the value begins; its Row is 0
}

// A Note is something that a reader noticed of a file as a whole.
type Note struct {
	Kind string   // "merged-cells", "hidden-rows"…: a reason of the check that tells it
	N    int      // how many there are
	Text string   // which, as the file names them, as far as they are few
	Pos  Position // where, of what stands at one place; else zero
}

// Empty says whether the file has nothing to judge, not even a header.
func (f *File) Empty() bool { return f.HeaderRow == 0 && !f.NoHeader && !f.Items }

// named is the file with the names of the schema's fields for labels.
func (f *File) named(s *schemas.Schema) *File {
	out := *f
	out.Labels, out.Padded = make([]string, len(s.Fields)), make([]bool, len(s.Fields))
	for i := range s.Fields {
		out.Labels[i] = s.Fields[i].Name
	}
	return &out
}
