package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
	"github.com/socle-commun/socle/validate/input/web"
)

// A copied file is a temporary one that holds what can be read only once, or
// only from its beginning to its end.
type copied struct {
	path    string
	name    string // of the file, where that which reports show does not end with it
	claimed string // the encoding that the server claims
}

// copyOf copies what from gives, the body of an answer or, where body is nil,
// anything else.
func copyOf(from io.Reader, body *web.Body) (*copied, *validate.Failure) {
	f, err := os.CreateTemp("", "socle-*.tmp")
	if err != nil {
		return nil, unreadable(err)
	}
	c := &copied{path: f.Name()}
	_, err = io.Copy(f, from)
	if err := errors.Join(err, f.Close()); err != nil {
		c.forget()
		return nil, asFailure(err)
	}
	if body != nil {
		c.name, c.claimed = otherName(body), body.Charset
	}
	return c, nil
}

// forget removes the copy.
func (c *copied) forget() { os.Remove(c.path) }

// open reads the copy under the name that reports show. Of an archive it reads
// the only dataset.
func (c *copied) open(shown string, o input.Options, best fit) (validate.Input, error) {
	switch {
	case sheet.Is(c.path):
		in, err := sheet.Open(c.path, o, best)
		if err != nil {
			return nil, err
		}
		in.File().Path, in.File().Name = shown, c.name
		return in, nil
	case input.IsZip(c.path):
		return c.openArchive(shown, o)
	}
	f, err := os.Open(c.path)
	if err != nil {
		return nil, err
	}
	o.Claimed = c.claimed
	in, err := input.Read(shown, f, o)
	if err != nil {
		return nil, err
	}
	in.File().Name = c.name
	return in, nil
}

func (c *copied) openArchive(shown string, o input.Options) (validate.Input, error) {
	members, err := input.Members(c.path)
	switch {
	case err != nil:
		return nil, err
	case len(members) > 1:
		return nil, &validate.Failure{Code: "several-members", Say: text.Text{
			FR: "Cette archive contient plusieurs fichiers de données : téléchargez-la, puis donnez son nom.",
			EN: "This archive holds several data files: download it, then give its name.",
		}}
	case members[0].Failure != nil:
		return nil, members[0].Failure
	}
	member := members[0].Name
	in, err := input.OpenMemberAs(shown+"/"+member, c.path, member, o)
	if err != nil {
		return nil, err
	}
	in.File().Name = path.Base(member)
	return in, nil
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

// openForgetting opens a copy that is removed in the end.
func openForgetting(c *copied, shown string, o input.Options, best fit) (validate.Input, error) {
	in, err := c.open(shown, o, best)
	if err != nil {
		c.forget()
		return nil, err
	}
	return forgetting{in, c}, nil
}

// once says whether a target is no file to open by its path: an address,
// standard input under a name, or a copy.
func (t target) once() bool { return t.address != "" || t.stdin || t.kept != nil }

// openOnce opens such a target.
func (a *app) openOnce(ctx context.Context, t target, o input.Options, best fit) (validate.Input, error) {
	switch {
	case t.kept != nil:
		return t.kept.open(t.path, o, best)
	case t.address != "":
		return a.openWeb(ctx, t.address, o, best)
	}
	in, err := a.openStdin(o, best)
	if err == nil {
		in.File().Path = t.path
	}
	return in, err
}

func unreadable(err error) *validate.Failure {
	return &validate.Failure{Code: "unreadable", Say: reasonOf(err)}
}

// copyTarget copies standard input, a pipe or what is at an address.
func (a *app) copyTarget(ctx context.Context, t target) (*copied, *validate.Failure) {
	switch {
	case t.address != "":
		body, failure := web.Open(ctx, t.address, a.web)
		if failure != nil {
			return nil, failure
		}
		defer body.Close()
		return copyOf(body, body)
	case t.stdin || t.path == "-":
		return copyOf(a.stdin, nil)
	}
	f, err := os.Open(t.path)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	return copyOf(f, nil)
}
