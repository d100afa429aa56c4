package main

import (
	"bufio"
	"errors"
	"io"
	"os"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
)

// A fit says how well a sheet of a workbook fits what is asked for.
type fit func(*validate.File) float64

// fit is how many columns of a sheet are columns of the schema that was asked
// for, or else how near the nearest schema is.
func (c *chooser) fit(f *validate.File) float64 {
	if c.asked == nil {
		return likeness(f)
	}
	bound := 0
	for _, column := range validate.Bind(c.asked, f.Labels, false).Fields {
		if column >= 0 {
			bound++
		}
	}
	return float64(bound)
}

// likeness is how near the nearest schema of the catalogue is to a file.
func likeness(f *validate.File) float64 {
	candidates := schemas.Detect(nameOf(f), f.Labels, f.Sample)
	if len(candidates) == 0 {
		return 0
	}
	return candidates[0].Score
}

// openFile opens a file, or a sheet of a workbook, by its content.
func (a *app) openFile(path string, o input.Options, best fit) (validate.Input, error) {
	switch {
	case path == "-":
		return a.openStdin(o, best)
	case sheet.Is(path):
		return sheet.Open(path, o, best)
	}
	return input.Open(path, a.stdin, o)
}

// maxPiped is the largest workbook that is taken from standard input, in bytes.
const maxPiped = 512 << 20

// openStdin opens standard input. A workbook can be read only where it can be
// leafed through: it is copied to a file of its own for as long as it is read.
func (a *app) openStdin(o input.Options, best fit) (validate.Input, error) {
	stdin := bufio.NewReader(a.stdin)
	if magic, _ := stdin.Peek(4); !sheet.Begins(magic) {
		return input.Open("-", stdin, o)
	}
	copied, err := os.CreateTemp("", "socle-*")
	if err != nil {
		return nil, err
	}
	in := &piped{path: copied.Name()}
	n, err := io.Copy(copied, io.LimitReader(stdin, maxPiped+1))
	if closed := copied.Close(); err == nil {
		err = closed
	}
	switch {
	case err != nil:
	case n > maxPiped:
		err = tooLongToPipe
	case sheet.Is(in.path):
		in.Input, err = sheet.Open(in.path, o, best)
	default:
		in.Input, err = openAsStdin(in.path, o)
	}
	if err != nil {
		os.Remove(in.path)
		return nil, err
	}
	in.File().Path = "-"
	return in, nil
}

// openAsStdin opens what was copied, under the name of standard input.
func openAsStdin(path string, o input.Options) (validate.Input, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return input.Read("-", f, o)
}

// A piped input is read from a copy, which goes away with it.
type piped struct {
	validate.Input
	path string
}

// Close closes the copy and removes it.
func (p *piped) Close() error { return errors.Join(p.Input.Close(), os.Remove(p.path)) }

var tooLongToPipe = &validate.Failure{Code: "too-large", Say: text.Text{
	FR: "Ce classeur est trop grand pour passer par l'entrée standard : donnez le nom du fichier.",
	EN: "This workbook is too large to come through standard input: give the name of the file.",
}}
