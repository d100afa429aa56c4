package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// An output is the file that a report goes to. It is written beside its place
// and takes it once it is whole; a pipe or a device is written to at once.
type output struct {
	*os.File
	place string // "" where the file is in its place
}

// create opens the output at path, whose parent folders it makes. It is never
// one of the files that are read.
func (a *app) create(path string, reads []string) (*output, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // a link goes on leading there
	}
	info, err := os.Stat(path)
	mode := fs.FileMode(0o666)
	switch {
	case err == nil && info.IsDir():
		return nil, a.usage("--output attend un fichier, et %s est un dossier.", "--output needs a file, and %s is a folder.", path)
	case err == nil:
		for _, read := range reads {
			if other, err := os.Stat(read); err == nil && os.SameFile(info, other) {
				return nil, a.usage("le rapport remplacerait %s, qui est lu : donnez un autre nom à --output.",
					"the report would replace %s, which is read: give --output another name.", read)
			}
		}
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return nil, a.cannotWrite(path, err)
	}
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, a.cannotWrite(path, err)
		}
		return &output{File: f}, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, a.cannotWrite(path, err)
	}
	f, err := os.OpenFile(fmt.Sprintf("%s.%08x.tmp", path, rand.Uint32()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, a.cannotWrite(path, err)
	}
	return &output{f, path}, nil
}

// finish closes the output and gives it its place, unless writing failed. It
// gives the first error.
func (o *output) finish(err error) error {
	if closed := o.Close(); err == nil {
		err = closed
	}
	if o.place == "" {
		return err
	}
	if err == nil {
		err = os.Rename(o.Name(), o.place)
	}
	if err != nil {
		os.Remove(o.Name())
	}
	return err
}

func (a *app) cannotWrite(path string, err error) error {
	return a.usage("le rapport ne peut pas être écrit dans %s (%s).", "the report cannot be written to %s (%s).", path, reason(err))
}

// deliver writes to the output, or to standard output where there is none. That
// standard output takes no more is told by its Flush, at the end of the run.
func (a *app) deliver(o *output, write func(io.Writer) error) error {
	var err error
	if o == nil {
		if err = write(a.out); err != nil && a.out.Flush() != nil {
			return nil
		}
	} else {
		err = o.finish(write(o))
	}
	if err != nil {
		return &failed{exitUnjudged, a.say("le rapport n'a pas pu être écrit (%s).", "the report could not be written (%s).", reason(err))}
	}
	return nil
}
