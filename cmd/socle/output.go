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
	path  string // as it was asked for
	place string // "" where the file is in its place
	temps *temporaries
}

// A purpose is what an output is for: the flag that names it, and what it is
// called.
type purpose struct{ flag, fr, en string }

var (
	forReport = purpose{"--output", "le rapport", "the report"}
	forFormat = purpose{"--format", "le rapport", "the report"}
)

// createFor opens the output at path, whose parent folders it makes. It is
// never one of the files that are read.
func (a *app) createFor(p purpose, path string, reads []string) (*output, error) {
	if path != "" && os.IsPathSeparator(path[len(path)-1]) {
		return nil, a.isFolder(p, path)
	}
	asked := path
	path = resolved(path, mostLinks) // a link goes on leading there
	if err := a.checkPlace(p, path, reads); err != nil {
		return nil, err
	}
	mode := fs.FileMode(0o666)
	info, err := os.Stat(path)
	if err == nil {
		mode = info.Mode().Perm()
	}
	if err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, a.cannotWrite(p, path, err)
		}
		return &output{File: f, path: asked}, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, a.cannotWrite(p, path, err)
	}
	f, err := a.temps.make(func() (*os.File, error) {
		return os.OpenFile(fmt.Sprintf("%s.%08x.tmp", path, rand.Uint32()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	})
	if err != nil {
		return nil, a.cannotWrite(p, path, err)
	}
	return &output{f, asked, path, &a.temps}, nil
}

// mostLinks is how many links on the way to a place are followed.
const mostLinks = 40

// resolved gives the place that a path leads to, over links, be it there or not.
func resolved(path string, links int) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	if to, err := os.Readlink(path); err == nil && links > 0 {
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		return resolved(to, links-1)
	}
	if folder := filepath.Dir(path); folder != path {
		return filepath.Join(resolved(folder, links), filepath.Base(path))
	}
	return path
}

func (a *app) isFolder(p purpose, path string) error {
	return a.usage("%[2]s attend un fichier, et %[1]s est un dossier.", "%[2]s needs a file, and %[1]s is a folder.", path, p.flag)
}

// checkPlace says why no output may be at path, if it may not.
func (a *app) checkPlace(p purpose, path string, reads []string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return a.isFolder(p, path)
	case err == nil:
		for _, read := range reads {
			if other, err := os.Stat(read); err == nil && os.SameFile(info, other) {
				return a.usage(p.fr+" remplacerait %[1]s, qui est lu : donnez un autre nom à %[2]s.",
					p.en+" would replace %[1]s, which is read: give %[2]s another name.", read, p.flag)
			}
		}
	case !errors.Is(err, fs.ErrNotExist):
		return a.cannotWrite(p, path, err)
	}
	return nil
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
		o.temps.remove(o.Name())
		return err
	}
	o.temps.release(o.Name())
	return nil
}

// drop gives the output up: nothing of it stays.
func (o *output) drop() {
	o.Close()
	if o.place != "" {
		o.temps.remove(o.Name())
	}
}

func (a *app) cannotWrite(p purpose, path string, err error) error {
	return a.usage(p.fr+" ne peut pas être écrit dans %s (%s).", p.en+" cannot be written to %s (%s).", path, a.reason(err))
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
		where := ""
		if o != nil {
			where = a.say(" dans %s", " to %s", shown(o.path))
		}
		return &failed{exitUnjudged, a.say("le rapport n'a pas pu être écrit%s (%s).", "the report could not be written%s (%s).", where, a.reason(err))}
	}
	return nil
}
