package validate

import "iter"

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
	Path      string // as the user gave it
	Format    string // "csv"
	Size      int64  // bytes; -1 where it is not known
	Encoding  string // "utf-8", "windows-1252"…
	BOM       bool
	Delimiter string // "," ";" "\t" "|"
	HeaderRow int    // 0 where there is no header: the file is empty
	Header    Position
	Labels    []string // the header's cells, without the spaces around them
	Padded    []bool   // by label: there were such spaces
	Faults    []Fault  // what the reader noticed in the header
	Asked     bool     // the header's row was asked for, not found
	// Doubtful says that the sample which decided the encoding was plain
	// ASCII: a later byte may show that the file is Windows-1252.
	Doubtful bool
}

// Empty says whether the file has nothing to judge, not even a header.
func (f *File) Empty() bool { return f.HeaderRow == 0 }
