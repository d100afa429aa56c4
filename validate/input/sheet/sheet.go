// Package sheet reads one sheet of a workbook, XLSX or ODS, as the CSV that it
// would be with typed values: numbers in plain decimals, dates in ISO 8601,
// texts as they are. It holds the shared texts of a workbook in memory, and of
// its rows no more than one.
package sheet

import (
	"archive/zip"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// An Info tells a sheet from the others of its workbook.
type Info struct {
	Name          string
	Hidden        bool
	Rows, Columns int // as far as something stands in them
}

// A workbook lists its sheets, and reads one of them at a time.
type workbook interface {
	sheets() []Info
	// heads gives the beginning of each sheet as CSV; of those beyond
	// maxProbed nothing.
	heads() ([][]byte, error)
	open(sheet int, n *notes) (rows, error)
}

// openWorkbook opens the workbook at path. closer is to be closed in the end.
func openWorkbook(path string) (book workbook, format string, size int64, closer io.Closer, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, "", 0, nil, failure("unreadable", "Le fichier %s ne peut pas être lu (%v).", "The file %s cannot be read (%v).", path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			err = damaged(err)
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return nil, "", 0, nil, err
	}
	book, format, err = parse(f, info.Size())
	return book, format, info.Size(), f, err
}

// parse finds out what a workbook is by its content, and reads what it says of
// its sheets.
func parse(f io.ReaderAt, size int64) (book workbook, format string, err error) {
	magic := make([]byte, len(oleMagic))
	if n, _ := f.ReadAt(magic, 0); n == len(magic) && string(magic) == oleMagic {
		return nil, "", oldWorkbook(io.NewSectionReader(f, 0, size))
	}
	z, err := zip.NewReader(f, size)
	if err != nil {
		return nil, "", err
	}
	if len(z.File) > maxParts {
		return nil, "", tooLarge()
	}
	switch format = formatOf(z); format {
	case "xlsx":
		book, err = openXLSX(z)
	case "ods":
		book, err = openODS(z)
	case "xlsb":
		err = binaryWorkbook()
	default:
		err = notAWorkbook()
	}
	if err != nil {
		return nil, "", err
	}
	if len(book.sheets()) == 0 {
		return nil, "", failure("no-sheet", "Ce classeur n'a aucune feuille de calcul.", "This workbook has no worksheet.")
	}
	return book, format, nil
}

// Sheets lists the sheets of the workbook at path, in its order. It reads each
// to its end. The error is a *validate.Failure.
func Sheets(path string) ([]Info, error) {
	book, _, _, closer, err := openWorkbook(path)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	infos := book.sheets()
	for i := range infos {
		r, err := book.open(i, &notes{})
		if err != nil {
			return nil, damaged(err)
		}
		infos[i].Rows, infos[i].Columns, err = extent(r)
		r.Close()
		if err != nil {
			return nil, damaged(err)
		}
	}
	return infos, nil
}

// Open opens a sheet of the workbook at path: the one that the options ask for
// by its name or its number, else the visible one with data that fit gives the
// most points, the first of several. Without fit each has none. What the
// options say of encodings and separators is of no account. The error is a
// *validate.Failure.
func Open(path string, o input.Options, fit func(*validate.File) float64) (validate.Input, error) {
	book, format, size, closer, err := openWorkbook(path)
	if err != nil {
		return nil, err
	}
	in, err := open(book, path, size, closer, o, fit)
	if err != nil {
		closer.Close()
		return nil, damaged(err)
	}
	in.File().Format = format
	return in, nil
}

func open(book workbook, path string, size int64, closer io.Closer, o input.Options, fit func(*validate.File) float64) (*sheetInput, error) {
	heads, err := book.heads()
	if err != nil {
		return nil, err
	}
	dialect := input.Dialect{}
	if o.Dialect != nil {
		dialect = *o.Dialect
	}
	dialect.Delimiter, dialect.Quote, dialect.Escape, dialect.Single, dialect.SkipSpace = ',', '"', 0, false, false
	o.Dialect, o.Encoding, o.Claimed, o.Delimiter, o.Quote, o.NoQuote = &dialect, input.UTF8, "", 0, 0, false
	c := choice{infos: book.sheets(), heads: heads, options: o, path: path}
	at, known, err := c.choose(fit)
	if err != nil {
		return nil, err
	}
	n := &notes{header: known.HeaderRow, others: c.others(at)}
	r, err := book.open(at, n)
	if err != nil {
		return nil, err
	}
	text := &stream{rows: r, closer: closer, notes: n, ration: ration{packed: size}, header: known.HeaderRow, width: len(known.Labels)}
	if x, ok := book.(*xlsx); ok {
		text.drain = x.texts.drain
	}
	in, err := input.Read(path, text, o)
	if err != nil {
		return nil, err
	}
	f := in.File()
	f.Sheet, f.Notes, f.Size = c.infos[at].Name, n.list, size
	f.Encoding, f.Delimiter, f.Doubtful = "", "", false
	f.Header.Line = f.Header.Row
	return &sheetInput{in}, nil
}

// A choice finds the sheet that is meant.
type choice struct {
	infos   []Info
	heads   [][]byte
	options input.Options
	path    string
}

// choose gives the place of the sheet that is meant, and what is known of it by
// its beginning.
func (c *choice) choose(fit func(*validate.File) float64) (int, *validate.File, error) {
	if asked := c.options.Sheet; asked != "" {
		at := c.named(asked)
		if at < 0 {
			return 0, nil, c.unknown(asked)
		}
		f, err := c.look(at)
		return at, f, err
	}
	best, known, most := -1, &validate.File{}, 0.0
	for _, hidden := range []bool{false, true} {
		for i := range c.infos {
			if c.infos[i].Hidden != hidden || len(c.heads[i]) == 0 {
				continue
			}
			f, err := c.look(i)
			if err != nil {
				continue
			}
			points := 0.0
			if fit != nil {
				points = fit(f)
			}
			if best < 0 || points > most {
				best, known, most = i, f, points
			}
		}
		if best >= 0 {
			return best, known, nil
		}
	}
	return 0, known, nil
}

// look reads the header of a sheet.
func (c *choice) look(at int) (*validate.File, error) {
	in, err := input.Read(c.path, io.NopCloser(strings.NewReader(string(c.heads[at]))), c.options)
	if err != nil {
		return nil, err
	}
	in.File().Sheet = c.infos[at].Name
	return in.File(), in.Close()
}

// named finds a sheet by its name, in any case, or by its number from 1; -1
// where there is none.
func (c *choice) named(asked string) int {
	folded, number := -1, -1
	for i, info := range c.infos {
		switch {
		case info.Name == asked:
			return i
		case folded < 0 && schemas.Fold(info.Name) == schemas.Fold(asked):
			folded = i
		case strconv.Itoa(i+1) == asked:
			number = i
		}
	}
	if folded >= 0 {
		return folded
	}
	return number
}

func (c *choice) unknown(asked string) *validate.Failure {
	names := make([]string, len(c.infos))
	for i, info := range c.infos {
		names[i] = info.Name
	}
	list := shorten(names, len(names))
	return failure("unknown-sheet", "Ce classeur n'a pas de feuille « %s ». Il y a : %s.", "This workbook has no sheet \"%s\". There are: %s.", asked, list)
}

// others names the sheets with data besides one.
func (c *choice) others(at int) []string {
	var names []string
	for i, info := range c.infos {
		if i != at && (len(c.heads[i]) > 0 || i >= maxProbed) {
			names = append(names, info.Name)
		}
	}
	return names
}
