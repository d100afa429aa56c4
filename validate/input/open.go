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

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/shelf"
)

// Options say what to assume instead of detecting it. The zero value detects
// everything.
type Options struct {
	Declared  bool   // the encoding is declared where the data is described, as a Data Package does
	Encoding  string // one of Encodings
	Claimed   string // the encoding that a server claims, in any spelling: it decides where bytes alone do not
	Delimiter byte
	Quote     byte     // '"' or '\''; 0 to find out
	NoQuote   bool     // quotes mean nothing
	HeaderRow int      // row of the header, from 1; it counts more than the dialect's
	Dialect   *Dialect // of a dialect document; what the members above say counts more
	FirstRow  bool     // the header is the first row that is not blank, whatever follows
	ChunkSize int      // bytes judged at once
	Sheet     string   // of a workbook: the sheet's name, or its number from 1
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

// Read reads a table from r, which it closes in the end. path is what reports
// call it. The error is a *validate.Failure.
func Read(path string, r io.ReadCloser, o Options) (validate.Input, error) {
	in, err := read(path, r, -1, o)
	if err != nil {
		r.Close()
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
	if p := packingOf(sample); p != nil {
		return readPacked(p, path, f, io.MultiReader(bytes.NewReader(sample), from), o)
	}
	name, mark := utf16Of(sample)
	if o.Encoding != "" {
		name = o.Encoding
	}
	if name == UTF16LE || name == UTF16BE {
		return readUTF16(path, f, size, io.MultiReader(bytes.NewReader(sample[mark:]), from), name, mark > 0, o)
	}
	if isJSON(sample, o) {
		return newJSON(path, f, size, sample, from, n < sampleSize, o)
	}
	if kind := notText(sample); kind != nil {
		return nil, notATable(path, *kind)
	}
	in, err := newCSV(path, f, size, sample, from, n < sampleSize, o)
	if err != nil {
		return nil, err
	}
	if failure := notJSON(in.File(), o); failure != nil {
		return nil, failure
	}
	return in, nil
}

// readPacked reads the table that a file holds packed.
func readPacked(p *packing, path string, f io.ReadCloser, from io.Reader, o Options) (validate.Input, error) {
	if _, within := f.(*unpacker); within {
		return nil, nestedFailure()
	}
	u, err := newUnpacker(p, from, f)
	if err != nil {
		return nil, err
	}
	in, err := read(path, u, -1, o)
	if err != nil {
		return nil, err // the caller closes f
	}
	in.File().Packed = p.name
	return in, nil
}

// readUTF16 reads a text in UTF-16. Places in it are told in bytes of UTF-8.
func readUTF16(path string, f io.Closer, size int64, text io.Reader, name string, mark bool, o Options) (validate.Input, error) {
	from := fromUTF16(text, name)
	sample := make([]byte, sampleSize)
	n, err := io.ReadFull(from, sample)
	sample = sample[:n]
	if err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, openFailure(path, err)
	}
	if isJSON(sample, o) {
		o.Encoding = UTF8
		in, err := newJSON(path, f, size, sample, from, n < sampleSize, o)
		if err == nil {
			in.File().Encoding, in.File().BOM = name, mark
		}
		return in, err
	}
	if kind := notText(sample); kind != nil {
		return nil, notATable(path, *kind)
	}
	asked := o.Encoding != ""
	o.Encoding = UTF8
	in, err := newCSV(path, f, size, sample, from, n < sampleSize, o)
	if err != nil {
		return nil, err
	}
	in.file.Encoding, in.file.BOM = name, mark
	in.file.Reasons[0] = utf16Reason(name, mark, asked)
	return in, nil
}

// newCSV finds out how delimited text is written and reads its header.
func newCSV(path string, f io.Closer, size int64, sample []byte, rest io.Reader, all bool, o Options) (*csvInput, error) {
	in := &csvInput{closer: f, parsers: shelf.New[parser](), file: validate.File{Path: path, Format: "csv", Size: size}}
	if all && size < 0 {
		in.file.Size = int64(len(sample))
	}
	at := validate.Position{Line: 1, Row: 1, Char: 1}
	if bytes.HasPrefix(sample, bom) {
		in.file.BOM, sample, at.Byte = true, sample[len(bom):], int64(len(bom))
	}
	guess := guessEncoding(sample, all)
	if guess.doubtful && !all && o.Encoding == "" {
		guess = guess.later(f, size)
	}
	in.file.Encoding, in.file.Doubtful = guess.name, guess.doubtful
	if in.file.Encoding != UTF8 && !in.file.BOM {
		in.file.Encoding = claimed(o.Claimed, in.file.Encoding)
	}
	if o.Encoding != "" {
		in.file.Encoding, in.file.Doubtful = o.Encoding, false
	}
	in.charmap = charmaps[in.file.Encoding]
	in.dialect, in.file.Declared = o.dialect(), o.Dialect != nil
	in.file.EncodingDeclared = o.Declared
	in.file.AnyCase = in.dialect.AnyCase
	in.free.wrap = o.Dialect == nil && !o.NoQuote
	in.free.quote = in.free.wrap && o.Quote == 0
	rest, found, err := in.readHeader(sample, rest, all, at, o.FirstRow)
	if err != nil {
		return nil, err
	}
	in.file.Reasons = in.reasons(guess, found, o)
	in.cutter = &cutter{dialect: in.dialect, in: rest, size: max(o.ChunkSize, 16), at: in.body, spare: make(chan []byte, 16)}
	if o.ChunkSize == 0 {
		in.cutter.size = chunkSize
	}
	return in, nil
}

// dialect is what the options say of how records and cells are written.
func (o Options) dialect() Dialect {
	d := Dialect{Quote: '"'}
	if o.Dialect != nil {
		d = *o.Dialect
	}
	if o.Delimiter != 0 {
		d.Delimiter = o.Delimiter
	}
	if o.Quote != 0 {
		d.Quote = o.Quote
	}
	if o.NoQuote {
		d.Quote = 0
	}
	if o.HeaderRow > 0 {
		d.HeaderRows, d.NoHeader = []int{o.HeaderRow}, false
	}
	return d
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
		err = failure("shrunk", "Le fichier s'est raccourci pendant sa lecture : nombre d'octets manquants : %d.",
			"The file became shorter while it was read: number of missing bytes: %d.", w.left)
	}
	return n, err
}

// openFailure says why a file cannot be opened or read.
func openFailure(path string, err error) *validate.Failure {
	var known *validate.Failure
	switch {
	case errors.As(err, &known):
		return known
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
