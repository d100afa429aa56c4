package datapackage

import (
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
	"github.com/socle-commun/socle/validate/input/web"
)

// A Home is where the document of a package lies. What the document names is
// looked for there. Errors are *validate.Failure.
type Home interface {
	// Find gives the place of what the document names by a path or an
	// address, or says why it is not followed.
	Find(name string) (place string, failure *validate.Failure)
	// Shown is what reports call a place.
	Shown(place string) string
	// Table opens the data at a place.
	Table(place string, o input.Options) (validate.Input, error)
	// Body opens any file at a place.
	Body(place string) (io.ReadCloser, error)
}

// A Web reads what a document names by its address.
type Web struct {
	Table func(address string, o input.Options) (validate.Input, error)
	Body  func(address string) (io.ReadCloser, error)
}

// A Disk is the home of a document that is a file. Places are paths, or
// addresses.
type Disk struct {
	Document string                                                     // the path of the document
	Web      *Web                                                       // reads addresses; nil refuses them
	Open     func(path string, o input.Options) (validate.Input, error) // opens the data of a file; nil knows tables and workbooks
}

// Find gives the path of a file beside the document or below it, or an address.
func (d Disk) Find(name string) (string, *validate.Failure) {
	if web.Is(name) {
		if d.Web != nil {
			return name, nil
		}
		return "", failure("web-address", "La ressource est une adresse du web (%s) : elle n'est lue que si vous donnez le document lui-même, %s.",
			"The resource is a web address (%s): it is read only where you give the document itself, %s.", web.Public(name), d.Document)
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", leadsOut(name)
	}
	dir := filepath.Dir(d.Document)
	if dir == "." {
		return name, nil
	}
	return filepath.ToSlash(dir) + "/" + name, nil
}

// leadsOut says that a path is not followed: as the specification has it, data
// lies beside the document or below it.
func leadsOut(name string) *validate.Failure {
	return failure("unsafe-path", "Le chemin « %s » mène hors du dossier du Data Package : il n'est pas suivi.",
		"The path %q leads out of the folder of the Data Package: it is not followed.", name)
}

// Shown is the path, or the address without name and password.
func (d Disk) Shown(place string) string { return shown(place) }

func shown(place string) string {
	if web.Is(place) {
		return web.Public(place)
	}
	return place
}

// Table opens a table or a workbook.
func (d Disk) Table(place string, o input.Options) (validate.Input, error) {
	switch {
	case web.Is(place):
		return d.Web.Table(place, o)
	case d.Open != nil:
		return d.Open(place, o)
	case sheet.Is(place):
		return sheet.Open(place, o, nil)
	}
	return input.Open(place, nil, o)
}

// Body opens a file or an address.
func (d Disk) Body(place string) (io.ReadCloser, error) {
	if web.Is(place) {
		return d.Web.Body(place)
	}
	f, err := os.Open(place)
	if err != nil {
		return nil, failure("not-found", "Le fichier %s ne peut pas être lu.", "The file %s cannot be read.", place)
	}
	return f, nil
}

// A Server is the home of a document at an address. Places are addresses of
// the same server.
type Server struct {
	*url.URL // of the document
	Web      *Web
}

// Find gives the address of what lies beside the document or below it. An
// address that the document gives in full is followed on the same server only:
// nobody but the author of the document has named another.
func (s Server) Find(name string) (string, *validate.Failure) {
	if strings.Contains(name, "://") {
		u, err := url.Parse(name)
		if err != nil || u.Scheme != s.Scheme || !strings.EqualFold(u.Host, s.Host) {
			return "", failure("web-address", "La ressource se trouve sur un autre serveur que son Data Package (%s) : elle n'est pas lue. Donnez vous-même son adresse, ou téléchargez le Data Package et donnez-en le document.",
				"The resource is on another server than its Data Package (%s): it is not read. Give its address yourself, or download the Data Package and give its document.", web.Public(name))
		}
		u.User = s.User
		return u.String(), nil
	}
	if !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsAny(name, `\`) || strings.HasPrefix(name, "/") {
		return "", leadsOut(name)
	}
	beside := *s.URL
	beside.Path, beside.RawPath, beside.RawQuery, beside.Fragment = path.Join(path.Dir("/"+s.Path), name), "", "", ""
	return beside.String(), nil
}

// Shown is the address without name and password.
func (s Server) Shown(place string) string { return shown(place) }

// Table reads the data at an address.
func (s Server) Table(place string, o input.Options) (validate.Input, error) {
	return s.Web.Table(place, o)
}

// Body reads what is at an address.
func (s Server) Body(place string) (io.ReadCloser, error) { return s.Web.Body(place) }

// An Archived is the home of a document in a ZIP archive. Places are names
// within it.
type Archived struct {
	Archive  *input.Archive
	Document string // the name of the document within the archive
	Path     string // what reports call the archive
	Open     func(shown string, m input.Member, o input.Options) (validate.Input, error)
}

// Find gives the name of a file beside the document or below it. Addresses are
// not followed: nobody has named them but the author of the archive.
func (a Archived) Find(name string) (string, *validate.Failure) {
	switch {
	case web.Is(name):
		return "", failure("web-address", "La ressource est une adresse du web (%s), et le Data Package est dans une archive : elle n'est pas lue. Sortez-le de l'archive, puis donnez son document.",
			"The resource is a web address (%s), and the Data Package is in an archive: it is not read. Take it out of the archive, then give its document.", web.Public(name))
	case !filepath.IsLocal(filepath.FromSlash(name)):
		return "", leadsOut(name)
	}
	return path.Join(path.Dir(a.Document), name), nil
}

// Shown is the name behind that of the archive.
func (a Archived) Shown(place string) string { return a.Path + "/" + place }

// Table opens the data of a member.
func (a Archived) Table(place string, o input.Options) (validate.Input, error) {
	m, failure := a.member(place)
	if failure != nil {
		return nil, failure
	}
	return a.Open(a.Shown(place), m, o)
}

// Body opens any member.
func (a Archived) Body(place string) (io.ReadCloser, error) {
	m, failure := a.member(place)
	if failure != nil {
		return nil, failure
	}
	return m.Open()
}

func (a Archived) member(place string) (input.Member, *validate.Failure) {
	m, ok := a.Archive.File(place)
	if !ok {
		return m, failure("not-found", "L'archive ne contient pas « %s », que nomme son Data Package.", "The archive does not hold %q, which its Data Package names.", place)
	}
	return m, nil
}
