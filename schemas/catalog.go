package schemas

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/mod/semver"
)

//go:embed catalog
var embedded embed.FS

// An Entry is one dataset of the catalogue with its versions, oldest first.
type Entry struct {
	Name     string // OWNER/NAME; the name alone in a folder of the user's that has no owners
	Versions []string
	Folder   string // the user's folder that it comes from; "" for the embedded catalogue

	files   map[string]string // by version: its file, where the entry comes from a folder
	aliases string            // the file of the aliases, or "", where the entry comes from a folder
}

// Latest is the newest version of the entry.
func (e Entry) Latest() string { return e.Versions[len(e.Versions)-1] }

// Short is the name without its owner: "subventions".
func (e Entry) Short() string { return path.Base(e.Name) }

// Entries lists the embedded catalogue by name. The list is shared: it is not
// to be changed.
var Entries = sync.OnceValue(func() []Entry {
	var entries []Entry
	for _, owner := range embeddedFolder("catalog") {
		if !owner.IsDir() {
			continue
		}
		for _, dataset := range embeddedFolder("catalog/" + owner.Name()) {
			e := Entry{Name: owner.Name() + "/" + dataset.Name()}
			for _, file := range embeddedFolder("catalog/" + e.Name) {
				if version, ok := versionOf(file.Name()); ok {
					e.Versions = append(e.Versions, version)
				}
			}
			slices.SortFunc(e.Versions, CompareVersions)
			entries = append(entries, e)
		}
	}
	return entries
})

func embeddedFolder(name string) []fs.DirEntry {
	files, err := embedded.ReadDir(name)
	if err != nil {
		panic("the embedded catalogue is broken: " + err.Error())
	}
	return files
}

// versionOf reads the version in the name of a catalogue file; other files
// (aliases.json) have none.
func versionOf(file string) (string, bool) {
	version := strings.TrimSuffix(path.Base(file), ".json")
	return version, version != "" && version[0] >= '0' && version[0] <= '9'
}

// CompareVersions orders versions as semantic versioning does.
func CompareVersions(a, b string) int { return semver.Compare("v"+a, "v"+b) }

// A NotFoundError says that the catalogue has no such schema or version.
type NotFoundError struct {
	Asked    string   // what was asked for
	Similar  []string // what may have been meant, nearest first
	Versions []string // the versions there are, where only the version is unknown
	Several  []string // the names that share the short name that was asked for
}

// Error says the error in English.
func (e *NotFoundError) Error() string { return "no schema " + e.Asked + " in the catalogue" }

// Find gives a schema of the embedded catalogue by OWNER/NAME, or NAME alone
// where no two owners share it, followed or not by @VERSION (the newest by
// default). The error is a *NotFoundError where there is none, and a
// *DocumentedError where there is no document to judge by.
func Find(asked string) (*Schema, error) { return find(Entries(), asked) }

func find(entries []Entry, asked string) (*Schema, error) {
	name, version, _ := strings.Cut(strings.ToLower(strings.TrimSpace(asked)), "@")
	version = strings.TrimPrefix(version, "v")
	hits := named(entries, name)
	switch {
	case len(hits) == 0:
		if d, ok := documented(name); ok {
			return nil, &DocumentedError{d}
		}
		return nil, &NotFoundError{Asked: asked, Similar: similarNames(entries, name)}
	case len(hits) > 1:
		var several []string
		for _, e := range hits {
			several = append(several, e.Name)
		}
		return nil, &NotFoundError{Asked: asked, Several: several}
	}
	if version == "" || version == "latest" {
		version = hits[0].Latest()
	}
	if !slices.Contains(hits[0].Versions, version) {
		return nil, &NotFoundError{Asked: asked, Versions: hits[0].Versions}
	}
	return hits[0].Load(version)
}

// named gives the entries of that whole name, or else of that short name. Of
// two that have one whole name the first is meant: the user's.
func named(entries []Entry, name string) []Entry {
	var hits []Entry
	for _, e := range entries {
		if strings.EqualFold(e.Name, name) {
			return []Entry{e}
		}
		if strings.EqualFold(e.Short(), name) && !slices.ContainsFunc(hits, func(h Entry) bool { return h.Name == e.Name }) {
			hits = append(hits, e)
		}
	}
	return hits
}

// Load compiles one version of the entry, once. A document of the user's may
// be unusable: the error is then a *DocumentError.
func (e Entry) Load(version string) (*Schema, error) {
	if e.Folder == "" {
		return load(e.Name, version)
	}
	s, err := ParseFile(e.files[version])
	if err != nil {
		return nil, err
	}
	s.Name, s.Version = e.Name, version
	aliases, err := readAliases(e.aliases)
	if err != nil {
		return nil, err
	}
	s.alias(aliases)
	return s, nil
}

var loaded sync.Map // "owner/name@version" → *Schema

// load compiles a document of the catalogue, once.
func load(name, version string) (*Schema, error) {
	id := name + "@" + version
	if s, ok := loaded.Load(id); ok {
		return s.(*Schema), nil
	}
	data, err := embedded.ReadFile("catalog/" + name + "/" + version + ".json")
	if err != nil {
		return nil, err
	}
	s, err := parse(id, data, func(any) []Problem { return nil }) // a test holds the catalogue against the profile
	if err != nil {
		return nil, err
	}
	s.Name, s.Version = name, version
	s.alias(aliasesOf(name))
	actual, _ := loaded.LoadOrStore(id, s)
	return actual.(*Schema), nil
}
