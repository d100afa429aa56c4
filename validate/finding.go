package validate

import "github.com/socle-commun/socle/schemas/text"

// A Severity says what a finding means for publication.
type Severity uint8

// The severities, in growing order.
const (
	None    Severity = iota // no finding at all; for thresholds
	Notice                  // worth knowing
	Warning                 // to be mended, does not forbid publication
	Error                   // the file does not conform
)

var severityNames = [...]string{"none", "notice", "warning", "error"}

// String gives the severity's word in reports.
func (s Severity) String() string { return severityNames[s] }

// MarshalText writes the severity's word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// A Position is a place in a file, as machines, editors and people count it.
type Position struct {
	Byte int64 // offset in the file, from 0; of the decompressed bytes where it is compressed
	Line int   // physical line, from 1
	Char int   // character on the line, from 1; 0 where it is not known
	Row  int   // row as a spreadsheet shows it, from 1: the header counts, and so do blank lines
}

// A Finding is one fault at one place. It holds no sentence: the report
// chooses the words from the check's messages.
type Finding struct {
	Code     string // the check's
	Reason   string // which of the check's messages; "" is its plain one
	Severity Severity
	Pos      Position // of the cell, else of the row; zero for the whole file
	Column   int      // column in the file, from 1; 0 where no column is meant
	Width    int      // characters that the cell takes from Pos on, quotes included; 0 where that is not known or spans lines
	Field    string   // name of the schema's field, or ""
	Value    string   // the cell's text, at most MaxValue bytes of it
	Args     []string // names and values in turn, for the message
	Fix      string   // what to write instead, or ""
	Cells    []string // of the row, each as Value is: where Options.Cells asks for them, and the row is at hand
}

// MaxValue is how much of a cell's text a Finding keeps, in bytes.
const MaxValue = 1000

// With adds a named value for the message, and returns f. f may be nil, where
// only the count of a fault is wanted.
func (f *Finding) With(name, value string) *Finding {
	if f != nil {
		f.Args = append(f.Args, name, value)
	}
	return f
}

// Because sets the reason, and returns f. f may be nil.
func (f *Finding) Because(reason string) *Finding {
	if f != nil {
		f.Reason = reason
	}
	return f
}

// Write sets what to write instead, and returns f. f may be nil.
func (f *Finding) Write(instead string) *Finding {
	if f != nil {
		f.Fix = instead
	}
	return f
}

// Arg gives a named value of the finding.
func (f *Finding) Arg(name string) (string, bool) {
	for i := 0; i+1 < len(f.Args); i += 2 {
		if f.Args[i] == name {
			return f.Args[i+1], true
		}
	}
	return "", false
}

// A Message is what a check says of one reason.
type Message struct {
	Say  text.Text // what was found and what was expected
	Hint text.Text // how to mend it; may be empty
}
