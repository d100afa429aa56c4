package pull

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/fetch"
)

// DefaultDir is the user's cache: the folder that SOCLE_CACHE names, else
// socle/schemas in the folder where the system keeps caches.
func DefaultDir() (string, error) {
	if dir := os.Getenv("SOCLE_CACHE"); dir != "" {
		return dir, nil
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "socle", "schemas"), nil
}

// A Cache is a folder of official documents, read by name.
type Cache struct {
	Dir      string
	manifest manifest
}

// Open reads what the cache in dir holds; a folder that is not there is an
// empty cache. The error is a *Fault.
func Open(dir string) (*Cache, error) {
	m, err := readManifest(dir)
	switch {
	case errors.Is(err, errDamaged):
		return nil, damaged(dir)
	case err != nil:
		return nil, disk(dir, err)
	case m.Version > manifestVersion:
		return nil, tooNew(dir)
	}
	return &Cache{dir, m}, nil
}

// openToPull is Open for a pull, which mends a damaged manifest.
func openToPull(dir string) *Cache {
	m, err := readManifest(dir)
	if err != nil {
		m = manifest{Version: manifestVersion}
	}
	return &Cache{dir, m}
}

// Entries lists what the cache holds, by name.
func (c *Cache) Entries() []schemas.Entry {
	return entriesOf(len(c.manifest.Documents), func(i int) (string, string) {
		return c.manifest.Documents[i].Name, c.manifest.Documents[i].Version
	})
}

// Document gives a document as it was fetched. The bytes are the caller's. The
// error is a *Fault: "changed" where the file is not the one that was fetched,
// a *schemas.NotFoundError where the cache does not have it.
func (c *Cache) Document(name, version string) ([]byte, error) {
	r := c.manifest.find(name, version)
	if r == nil {
		return nil, &schemas.NotFoundError{Asked: name + "@" + version}
	}
	if data, err := read(c.Dir, *r); err == nil {
		return data, nil
	}
	// A pull may be putting another in its place: it is waited for.
	if f, err := lockedfile.Open(filepath.Join(c.Dir, lockFile)); err == nil {
		defer f.Close()
	}
	m, err := readManifest(c.Dir)
	if err != nil {
		m = c.manifest
	}
	if now := m.find(name, version); now != nil {
		r = now
	}
	data, err := read(c.Dir, *r)
	switch {
	case errors.Is(err, errChanged):
		return nil, changed(name + "@" + version)
	case err != nil:
		return nil, disk(c.Dir, err)
	}
	return data, nil
}

// Find gives a schema of the cache by NAME or OWNER/NAME, followed or not by
// @VERSION: the newest of the cache by default. The error is a
// *schemas.NotFoundError, a *Fault or a *schemas.DocumentError.
func (c *Cache) Find(asked string) (*schemas.Schema, error) {
	e, version, err := resolve(c.Entries(), asked)
	if err != nil {
		return nil, err
	}
	if version == "" {
		version = e.Latest()
	}
	data, err := c.Document(e.Name, version)
	if err != nil {
		return nil, err
	}
	s, err := schemas.Parse(e.Name+"@"+version, data)
	if err != nil {
		return nil, err
	}
	s.Name, s.Version, s.Official = e.Name, version, true
	s.Source = filepath.Join(c.Dir, filepath.FromSlash(file(e.Name, version)))
	return s, nil
}

// held gives the document that the cache has for an item, and its record where
// asking for it again makes sense: nil where there is none.
func (c *Cache) held(it item) ([]byte, *Record) {
	r := c.manifest.find(it.name, it.version)
	if r == nil {
		return nil, nil
	}
	data, err := read(c.Dir, *r)
	if err != nil {
		return nil, nil
	}
	known := *r
	if r.Address != fetch.Public(it.address) || r.Kind != it.kind {
		known.ETag, known.Modified = "", "" // they speak of something else
	}
	return data, &known
}

var errChanged = errors.New("the file is not the one that was fetched")

// read reads the file of a record and holds it against its fingerprint.
func read(dir string, r Record) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, err := root.Open(file(r.Name, r.Version))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, int64(r.Size)+1))
	if err != nil {
		return nil, err
	}
	if fingerprint(data) != r.SHA256 {
		return nil, errChanged
	}
	return data, nil
}
