package schemas

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas/text"
)

// A Catalogue is where schemas are found by name: the embedded catalogue,
// behind the folders of the user's own. It never changes.
type Catalogue struct {
	entries  []Entry
	Problems []error // documents of the folders that cannot be used, mostly *DocumentError

	aliases  map[string]string // by name, while the folders are read
	outlines func() []outline  // of the user's own schemas, made when they are first asked for
}

// mostDocuments is how many files of a user's folder are read.
const mostDocuments = 5000

// Open gives the catalogue with the user's folders in front, in their order. A
// folder holds OWNER/NAME/VERSION.json, as the embedded catalogue does, or
// NAME/VERSION.json, or NAME.json with the version that the document says. The
// error is that of the file system; what is wrong with a document stands in
// Problems.
func Open(folders ...string) (*Catalogue, error) {
	c := &Catalogue{aliases: map[string]string{}}
	for _, folder := range folders {
		own, err := c.read(folder)
		if err != nil {
			return nil, err
		}
		c.entries = append(c.entries, own...)
	}
	c.outlines = sync.OnceValue(c.outline)
	for _, e := range Entries() {
		if !slices.ContainsFunc(c.entries, func(own Entry) bool { return own.Name == e.Name }) {
			c.entries = append(c.entries, e)
		}
	}
	return c, nil
}

// Entries lists the catalogue: the user's own schemas first, then the embedded
// ones that none of them replaces. The list is shared: it is not to be changed.
func (c *Catalogue) Entries() []Entry { return c.entries }

// Find gives a schema of the catalogue, as the function Find does.
func (c *Catalogue) Find(asked string) (*Schema, error) { return find(c.entries, asked) }

// Detect ranks the whole catalogue, as the function Detect does. The name of a
// file speaks for all of the user's own datasets.
func (c *Catalogue) Detect(file string, labels []string, sample [][]string, kinds ...Kind) []Candidate {
	return detect(c.outlines(), file, labels, sample, kinds)
}

// outline outlines the user's own schemas.
func (c *Catalogue) outline() []outline {
	var out []outline
	for i := range c.entries {
		e := &c.entries[i]
		if e.Folder == "" {
			continue
		}
		o := outline{Name: e.Name, entry: e}
		for _, version := range slices.Backward(e.Versions) {
			if s, err := e.Load(version); err == nil {
				o.add(s)
			}
		}
		if len(o.Versions) > 0 {
			o.Keywords = append(o.Keywords, Fold(e.Short()))
			out = append(out, o)
		}
	}
	return out
}

// read lists the schemas of one folder.
func (c *Catalogue) read(folder string) ([]Entry, error) {
	info, err := os.Stat(folder)
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: folder, Err: errors.New("not a folder")}
	}
	if err != nil {
		return nil, err
	}
	var own []Entry
	count := 0
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() || filepath.Ext(path) != ".json" || strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			return nil // a pipe would be waited for
		}
		if count++; count > mostDocuments {
			return fmt.Errorf("more than %d documents", mostDocuments)
		}
		within, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		own = c.add(own, folder, filepath.ToSlash(within), path)
		return nil
	})
	for i := range own {
		slices.SortFunc(own[i].Versions, CompareVersions)
		own[i].aliases = c.aliases[own[i].Name]
	}
	return own, err
}

// add joins the document at path, which is within the folder under the name
// within, to the entries.
func (c *Catalogue) add(own []Entry, folder, within, path string) []Entry {
	name, version := strings.TrimSuffix(within, ".json"), ""
	if v, ok := versionOf(within); ok && strings.Contains(within, "/") {
		name, version = name[:strings.LastIndexByte(name, '/')], v
	} else if filepath.Base(path) == "aliases.json" {
		c.aliases[strings.TrimSuffix(within, "/aliases.json")] = path
		return own
	}
	s, err := ParseFile(path)
	if err != nil {
		c.Problems = append(c.Problems, err)
		return own
	}
	if version == "" {
		version = s.Version
	}
	at := slices.IndexFunc(own, func(e Entry) bool { return e.Name == name })
	if at < 0 {
		own = append(own, Entry{Name: name, Folder: folder, files: map[string]string{}})
		at = len(own) - 1
	}
	if own[at].files[version] != "" {
		c.Problems = append(c.Problems, &DocumentError{Source: path, Problems: []Problem{{Say: text.Text{
			FR: "un autre document de ce dossier a le même nom et la même version.",
			EN: "another document of this folder has the same name and version.",
		}}}})
		return own
	}
	own[at].Versions = append(own[at].Versions, version)
	own[at].files[version] = path
	return own
}
