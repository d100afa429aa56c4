package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// extensions are those of the files that are looked for in folders.
var extensions = []string{".csv", ".tsv"}

// A target is a file to judge, or a place where none could be found.
type target struct {
	path    string
	failure *validate.Failure // of a folder that cannot be read or holds no file
}

// A finder turns the arguments of a command into files.
type finder struct {
	targets []target
	listed  map[string]bool // paths of targets, as given
	walked  map[string]bool // real paths of folders: links may go in circles
}

// targets lists the files that the arguments of a command name.
func (a *app) targets(args []string) ([]target, error) {
	switch {
	case len(args) == 0:
		return nil, a.usage("donnez au moins un fichier, un dossier, ou « - » pour l'entrée standard. L'aide : --help",
			"give a file, a folder, or \"-\" for standard input. Help: --help")
	case slices.Contains(args, ""):
		return nil, a.usage("un des noms de fichier est vide.", "one of the file names is empty.")
	}
	return find(args), nil
}

// find lists the files that arguments name, in their order, each once. Folders
// are searched, in alphabetical order, without what is hidden. A pattern that
// no shell has expanded is expanded.
func find(args []string) []target {
	f := &finder{listed: map[string]bool{}, walked: map[string]bool{}}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case arg == "-":
			f.add(arg, nil)
		case err == nil && info.IsDir():
			f.folder(arg)
		case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
			f.pattern(arg)
		case errors.Is(err, fs.ErrNotExist) && isURL(arg):
			f.add(arg, webAddress)
		default:
			f.add(arg, nil)
		}
	}
	return f.targets
}

func (f *finder) add(path string, failure *validate.Failure) {
	if !f.listed[path] {
		f.listed[path] = true
		f.targets = append(f.targets, target{path, failure})
	}
}

func (f *finder) pattern(arg string) {
	matches, err := filepath.Glob(arg)
	if err != nil || len(matches) == 0 {
		f.add(arg, nil) // opening it says that there is no such file
	}
	for _, match := range matches {
		f.add(match, nil)
	}
}

// folder adds the files of a folder that was asked for.
func (f *finder) folder(dir string) {
	if f.walk(dir) == 0 {
		f.add(dir, emptyFolder)
	}
}

// walk adds the files below dir and says how many targets there are.
func (f *finder) walk(dir string) int {
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err == nil && f.walked[real] {
		return 1 // its files are listed where it was met first
	}
	f.walked[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		f.add(dir, folderFailure(err))
		return 1
	}
	found := 0
	for _, entry := range entries {
		name := entry.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		path := join(dir, name)
		info, err := os.Stat(path) // through links
		wanted := slices.Contains(extensions, strings.ToLower(filepath.Ext(name)))
		switch {
		case err == nil && info.IsDir():
			found += f.walk(path)
		case wanted && (err != nil || info.Mode().IsRegular()):
			f.add(path, nil)
			found++
		}
	}
	return found
}

// join writes a path as the user began it, with "/" on every system.
func join(dir, name string) string {
	switch {
	case filepath.Clean(dir) == ".":
		return name
	case os.IsPathSeparator(dir[len(dir)-1]):
		return dir + name
	}
	return dir + "/" + name
}

func isURL(arg string) bool {
	scheme, _, found := strings.Cut(arg, "://")
	return found && slices.Contains([]string{"http", "https", "ftp"}, strings.ToLower(scheme))
}

var emptyFolder = &validate.Failure{Code: "no-files", Say: text.Text{
	FR: "Ce dossier ne contient aucun fichier CSV ou TSV.",
	EN: "This folder contains no CSV or TSV file.",
}}

var webAddress = &validate.Failure{Code: "web-address", Say: text.Text{
	FR: "socle ne lit pas les adresses du web : téléchargez le fichier, puis donnez son nom.",
	EN: "socle does not read web addresses: download the file, then give its name.",
}}

// folderFailure says why a folder cannot be read.
func folderFailure(err error) *validate.Failure {
	if errors.Is(err, fs.ErrPermission) {
		return &validate.Failure{Code: "forbidden", Say: text.Text{
			FR: "Le droit de lire ce dossier manque.",
			EN: "Permission to read this folder is missing.",
		}}
	}
	why := reason(err)
	return &validate.Failure{Code: "unreadable", Say: text.Text{
		FR: "Ce dossier ne peut pas être lu (" + why + ").",
		EN: "This folder cannot be read (" + why + ").",
	}}
}

// reason is what the system says of an error, without the path.
func reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return err.Error()
}
