// Package input opens datasets: it finds out how a file is written and cuts it
// into rows. It describes; it never judges.
package input

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// Options say what to assume instead of detecting it. The zero value detects
// everything.
type Options struct {
	Encoding  string // UTF8 or Windows1252
	Delimiter byte
	Quote     byte // '"' by default
	NoQuote   bool // quotes mean nothing
	HeaderRow int  // row of the header, from 1
	ChunkSize int  // bytes judged at once
}

// sampleSize is how much of a file decides how it is written: enough for the
// longest record, so that the header is always at hand.
const sampleSize = validate.MaxRecord + 2

// Open opens a file, or standard input for "-". The error is a
// *validate.Failure.
func Open(path string, stdin io.Reader, o Options) (validate.Input, error) {
	if path == "-" {
		return read("-", io.NopCloser(stdin), -1, o)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, openFailure(path, err)
	}
	if info.IsDir() {
		return nil, failure("directory", "%s est un dossier.", "%s is a folder.", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, openFailure(path, err)
	}
	size := info.Size()
	if !info.Mode().IsRegular() {
		size = -1
	}
	in, err := read(path, f, size, o)
	if err != nil {
		f.Close()
		return nil, err
	}
	return in, nil
}

// read looks at the beginning of a file and chooses how it is read.
func read(path string, f io.ReadCloser, size int64, o Options) (validate.Input, error) {
	var from io.Reader = f
	if size >= 0 {
		from = &whole{f, size}
	}
	sample := make([]byte, sampleSize)
	n, err := io.ReadFull(from, sample)
	sample = sample[:n]
	switch {
	case err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF):
		from = bytes.NewReader(nil)
	case err != nil:
		return nil, openFailure(path, err)
	}
	if kind := notText(sample); kind != nil {
		return nil, notATable(path, *kind)
	}
	return newCSV(path, f, size, sample, from, n < sampleSize, o)
}

// newCSV finds out how delimited text is written and reads its header.
func newCSV(path string, f io.Closer, size int64, sample []byte, rest io.Reader, all bool, o Options) (validate.Input, error) {
	in := &csvInput{closer: f, file: validate.File{Path: path, Format: "csv", Size: size}}
	if all && size < 0 {
		in.file.Size = int64(len(sample))
	}
	at := validate.Position{Line: 1, Row: 1}
	if bytes.HasPrefix(sample, bom) {
		in.file.BOM, sample, at.Byte = true, sample[len(bom):], int64(len(bom))
	}
	in.file.Encoding, in.file.Doubtful = detectEncoding(sample, all)
	if o.Encoding != "" {
		in.file.Encoding, in.file.Doubtful = o.Encoding, false
	}
	in.eightBit = in.file.Encoding == Windows1252
	in.dialect = Dialect{Delimiter: o.Delimiter, Quote: '"'}
	if o.Quote != 0 {
		in.dialect.Quote = o.Quote
	}
	if o.NoQuote {
		in.dialect.Quote = 0
	}
	rest, err := in.readHeader(sample, rest, all, at, o)
	if err != nil {
		return nil, err
	}
	in.cutter = &cutter{dialect: in.dialect, in: rest, size: max(o.ChunkSize, 16), at: in.body, spare: make(chan []byte, 16)}
	if o.ChunkSize == 0 {
		in.cutter.size = chunkSize
	}
	return in, nil
}

// readHeader passes over blank lines, or to the row that the options name,
// and reads the labels. It gives what follows the header.
func (in *csvInput) readHeader(sample []byte, rest io.Reader, all bool, at validate.Position, o Options) (io.Reader, error) {
	guess := byte(0)
	for len(sample) > 0 {
		d, blank := in.dialect, blankLine(sample)
		isHeader := !blank
		if o.HeaderRow > 0 {
			isHeader = at.Row == o.HeaderRow
		}
		switch {
		case d.Delimiter != 0 || !isHeader && blank:
		case !isHeader && guess != 0: // of rows that are passed over, the first decides
			d.Delimiter = guess
		default:
			d.Delimiter = detectDelimiter(sample, d.Quote, all)
			guess = d.Delimiter
		}
		end, next, found := d.record(sample, all)
		switch found {
		case needMore:
			return nil, noHeader()
		case tooLong:
			return nil, failure("header-too-long",
				"Ligne %d : la ligne dépasse %d Mio, ce ne peut pas être un en-tête. Vérifiez que le fichier est bien un CSV.",
				"Row %d: the line exceeds %d MiB, it cannot be a header. Make sure that the file is CSV.", at.Row, validate.MaxRecord>>20)
		}
		record := sample[:end]
		lines := 1 + validate.Lines(record)
		header := at
		at.Byte, at.Line, at.Row, sample = at.Byte+int64(next), at.Line+lines, at.Row+1, sample[next:]
		if !isHeader {
			continue
		}
		in.dialect = d
		labels, padded, faults := in.labels(record, found)
		if o.HeaderRow == 0 && !slices.ContainsFunc(labels, func(l string) bool { return l != "" }) && len(sample) > 0 {
			in.dialect.Delimiter = o.Delimiter
			continue // a row of separators alone is as blank as a blank line
		}
		in.file.Delimiter = string(d.Delimiter)
		in.file.HeaderRow, in.file.Header = header.Row, header
		in.file.Labels, in.file.Padded, in.file.Faults, in.file.Asked = labels, padded, faults, o.HeaderRow > 0
		break
	}
	if in.file.Empty() && !all {
		return nil, noHeader()
	}
	in.body = at
	return io.MultiReader(bytes.NewReader(sample), rest), nil
}

// blankLine says whether a text starts with a line of nothing but blanks:
// nothing needs to be known of how cells are written to pass over it.
func blankLine(b []byte) bool {
	rest := bytes.TrimLeft(b, " \t")
	return len(rest) == 0 || rest[0] == '\r' || rest[0] == '\n'
}

// noHeader is the failure for a file that does not come to the point.
func noHeader() *validate.Failure {
	return failure("no-header", "On ne trouve pas d'en-tête dans le premier Mio du fichier (%d octets).",
		"There is no header in the first MiB of the file (%d bytes).", sampleSize)
}

// labels gives the cells of the header without the spaces around them, says
// which had any, and what else is to be noticed.
func (in *csvInput) labels(record []byte, found cutting) (labels []string, padded []bool, faults []validate.Fault) {
	var row validate.Row
	p := parser{in: in, lossy: in.lossy(record)}
	p.parse(&row, record, found)
	for _, cell := range row.Cells {
		label := strings.TrimSpace(string(cell.Raw))
		labels = append(labels, label)
		padded = append(padded, len(label) != len(cell.Raw))
	}
	return labels, padded, row.Faults
}

// whole reads a file of a known size, and fails where it ends before.
type whole struct {
	r    io.Reader
	left int64
}

func (w *whole) Read(b []byte) (int, error) {
	n, err := w.r.Read(b)
	w.left -= int64(n)
	if err == io.EOF && w.left > 0 {
		err = failure("shrunk", "Le fichier s'est raccourci pendant sa lecture : il manque %d octets.",
			"The file became shorter while it was read: %d bytes are missing.", w.left)
	}
	return n, err
}

// openFailure says why a file cannot be opened or read.
func openFailure(path string, err error) *validate.Failure {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failure("not-found", "Le fichier %s n'existe pas.", "The file %s does not exist.", path)
	case errors.Is(err, fs.ErrPermission):
		return failure("forbidden", "Le droit de lire %s manque.", "Permission to read %s is missing.", path)
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return &validate.Failure{Code: "unreadable", Say: text.Text{
		FR: "Le fichier " + path + " ne peut pas être lu (" + err.Error() + ").",
		EN: "The file " + path + " cannot be read (" + err.Error() + ").",
	}}
}

// Name is the file's name without its folder, for detection.
func Name(path string) string { return filepath.Base(filepath.FromSlash(path)) }
