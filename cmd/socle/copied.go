package main

import (
	"errors"
	"io"
	"os"
	"path"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
)

// A copied file is a temporary one that holds what can be read only once, or
// only from its beginning to its end.
type copied struct {
	path    string
	size    int64
	name    string // of the file, where that which reports show does not end with it
	claimed string // the encoding that the server claims
	temps   *temporaries
}

// maxWorkbook is the largest workbook or archive that is copied from standard
// input or out of an archive, in bytes.
const maxWorkbook = 512 << 20

// copyOf copies a stream, at most some bytes of it where most is above 0. It
// ends in extension.
func (a *app) copyOf(from *stream, extension string, most int64) (*copied, *validate.Failure) {
	f, err := a.temps.make(func() (*os.File, error) { return os.CreateTemp("", "socle-*"+extension) })
	if err != nil {
		return nil, unreadable(err)
	}
	c := &copied{path: f.Name(), name: from.name, claimed: from.claimed, temps: &a.temps}
	reader := io.Reader(from)
	if most > 0 {
		reader = io.LimitReader(from, most+1)
	}
	c.size, err = io.Copy(f, reader)
	if err = errors.Join(err, f.Close()); err == nil && most > 0 && c.size > most {
		err = tooLongToCopy
	}
	if err != nil {
		c.forget()
		return nil, asFailure(err)
	}
	return c, nil
}

// forget removes the copy.
func (c *copied) forget() { c.temps.remove(c.path) }

// openCopy reads a copy under the name that reports show. Of an archive it
// reads the only dataset.
func (a *app) openCopy(c *copied, shown string, o input.Options, best fit) (validate.Input, error) {
	switch {
	case sheet.Is(c.path):
		in, err := sheet.Open(c.path, o, best)
		if err != nil {
			return nil, err
		}
		in.File().Path, in.File().Name = shown, c.name
		return in, nil
	case input.IsZip(c.path):
		parts, err := a.expand(c.path, shown)
		switch {
		case err != nil:
			return nil, err
		case len(parts) > 1:
			return nil, severalMembers
		case parts[0].failure != nil:
			return nil, parts[0].failure
		case parts[0].table != nil:
			return parts[0].table.Read(o)
		}
		return a.openMember(parts[0].path, *parts[0].member, o, best)
	}
	f, err := os.Open(c.path)
	if err != nil {
		return nil, err
	}
	o.Claimed = c.claimed
	in, err := a.readText(shown, f, o)
	if err != nil {
		return nil, err
	}
	in.File().Name = c.name
	return in, nil
}

// openMember opens a dataset of an archive. A workbook can be read only where
// it can be leafed through: it is copied out of the archive for as long as it
// is read.
func (a *app) openMember(shown string, m input.Member, o input.Options, best fit) (validate.Input, error) {
	from, err := m.Open()
	if err != nil {
		return nil, err
	}
	name := ""
	if base := path.Base(m.Name); ownName(shown) != base {
		name = base
	}
	if !isWorkbook(m.Name) {
		in, err := a.readText(shown, from, o)
		if err == nil {
			in.File().Name = name
		}
		return in, err
	}
	defer from.Close()
	c, failure := a.copyOf(&stream{ReadCloser: from, name: name}, path.Ext(m.Name), maxWorkbook)
	if failure != nil {
		return nil, failure
	}
	return a.openForgetting(c, shown, o, best)
}

// A forgetting input removes its copy when it is closed.
type forgetting struct {
	validate.Input
	copy *copied
}

// Close closes the copy and removes it.
func (f forgetting) Close() error {
	err := f.Input.Close()
	f.copy.forget()
	return err
}

// Expect tells the copy's input which schema its columns are read by.
func (f forgetting) Expect(s *schemas.Schema) { validate.Expect(f.Input, s) }

// Progress is how much of the copy was read, as input.Progresser has it.
func (f forgetting) Progress() float64 { return progressOf(f.Input) }

// openForgetting opens a copy that is removed in the end.
func (a *app) openForgetting(c *copied, shown string, o input.Options, best fit) (validate.Input, error) {
	in, err := a.openCopy(c, shown, o, best)
	if err != nil {
		c.forget()
		return nil, err
	}
	return forgetting{in, c}, nil
}

func unreadable(err error) *validate.Failure {
	return &validate.Failure{Code: "unreadable", Say: reasonOf(err)}
}

var tooLongToCopy = &validate.Failure{Code: "too-large", Say: text.Text{
	FR: "Ce classeur ou cette archive est trop grand pour être lu ainsi : enregistrez le fichier sur votre disque, puis donnez son nom.",
	EN: "This workbook or archive is too large to be read this way: save the file on your disk, then give its name.",
}}

var severalMembers = &validate.Failure{Code: "several-members", Say: text.Text{
	FR: "Cette archive contient plusieurs fichiers de données, et la ressource n'en est qu'un : donnez l'archive elle-même.",
	EN: "This archive holds several data files, and the resource is only one: give the archive itself.",
}}
