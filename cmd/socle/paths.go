package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/datapackage"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
	"github.com/socle-commun/socle/validate/input/web"
)

// extensions are those that shells offer to complete.
var extensions = input.Extensions()

// wanted says whether a file of a folder is looked at.
func wanted(path string) bool {
	if strings.EqualFold(filepath.Base(path), input.PackageName) {
		return true
	}
	switch input.Named(path) {
	case input.IsDataset:
		return true
	case input.AskContent:
		return holdsRecords(path)
	}
	return false
}

// holdsRecords looks at the beginning of a JSON file. One that cannot be read
// is wanted: opening it says why.
func holdsRecords(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	begin := make([]byte, input.BeginSize)
	n, err := io.ReadFull(f, begin)
	return n > 0 && input.RecordsBegin(begin[:n]) || err != nil && err != io.EOF && err != io.ErrUnexpectedEOF
}

// A target is a file to judge, or a place where none could be found.
type target struct {
	path    string            // as reports show it
	failure *validate.Failure // of a folder that cannot be read or holds no file

	address string   // of the web; "" for a file
	stream  *stream  // what can be read only once, and is begun
	kept    *copied  // its copy, where it is read twice, or here and there
	sorting *sorting // where its rows go; nil where nobody asks
	again   bool     // a report reads its data again
	named   bool     // it was named by itself, not found in a folder
	stdin   bool     // it is standard input, under a name

	archive string        // the file of a ZIP archive that it is, or is in
	member  *input.Member // of that archive

	table *datapackage.Table // of a Data Package; else nil
	pack  *datapackage.Package
}

// A finder turns the arguments of a command into files.
type finder struct {
	targets []target
	named   bool            // arguments are being listed, not what is in folders
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
	if a.stdinName != "" && !slices.Contains(args, "-") {
		return nil, a.usage("--stdin-name nomme l'entrée standard : donnez « - » parmi les fichiers.",
			"--stdin-name names standard input: give \"-\" among the files.")
	}
	targets := find(args)
	for i := range targets {
		if targets[i].path == "-" && a.stdinName != "" {
			targets[i].path, targets[i].stdin = a.stdinName, true
		}
	}
	return a.unpack(targets)
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
		case err != nil && web.Is(arg):
			f.web(arg)
		case err == nil && info.IsDir():
			f.folder(arg)
		case err != nil && isURL(arg):
			f.add(arg, webAddress)
		case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
			f.pattern(arg)
		default:
			f.named = true
			f.file(arg)
			f.named = false
		}
	}
	return f.targets
}

func (f *finder) add(path string, failure *validate.Failure) {
	if !f.listed[path] {
		f.listed[path] = true
		f.targets = append(f.targets, target{path: path, failure: failure, named: f.named})
	}
}

// web adds an address.
func (f *finder) web(address string) {
	if !f.listed[address] {
		f.listed[address] = true
		f.targets = append(f.targets, target{path: web.Public(address), address: address, named: true})
	}
}

// file adds a file, or the datasets of an archive.
func (f *finder) file(path string) {
	if sheet.Is(path) || !input.IsZip(path) {
		f.add(path, nil)
		return
	}
	before := len(f.targets)
	f.add(path, nil)
	if len(f.targets) > before {
		f.targets[before].archive = path
	}
}

// pattern adds the files that a pattern names, "**" standing for any folders.
func (f *finder) pattern(arg string) {
	var matches []string
	for _, p := range patterns(arg, os.PathSeparator) {
		if found, err := doublestar.FilepathGlob(p, doublestar.WithFilesOnly()); err == nil && len(found) > 0 {
			matches = found
			break
		}
	}
	if len(matches) == 0 {
		f.add(arg, noMatch(arg))
		return
	}
	slices.Sort(matches)
	for _, match := range matches {
		f.file(match)
	}
}

// patterns are the ways to read a pattern on a system with some separator: as
// the system does, else with "\" for "/", as it was written for Windows.
func patterns(arg string, separator byte) []string {
	if separator == '\\' || !strings.Contains(arg, `\`) {
		return []string{arg}
	}
	return []string{arg, strings.ReplaceAll(arg, `\`, "/")}
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
		switch {
		case err == nil && info.IsDir():
			found += f.walk(path)
		case (err != nil || info.Mode().IsRegular()) && wanted(path):
			f.file(path)
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
	FR: "Ce dossier ne contient aucun fichier de données (CSV, GeoJSON, XLSX, ODS, ZIP…).",
	EN: "This folder contains no data file (CSV, GeoJSON, XLSX, ODS, ZIP…).",
}}

var webAddress = &validate.Failure{Code: "web-address", Say: text.Text{
	FR: "socle ne lit que les adresses qui commencent par http:// ou https:// : téléchargez le fichier, puis donnez son nom.",
	EN: "socle reads only addresses that begin with http:// or https://: download the file, then give its name.",
}}

func noMatch(pattern string) *validate.Failure {
	return &validate.Failure{Code: "not-found", Say: text.Text{
		FR: "Aucun fichier ne correspond à « " + pattern + " ».",
		EN: "No file matches \"" + pattern + "\".",
	}}
}

// folderFailure says why a folder cannot be read.
func folderFailure(err error) *validate.Failure {
	if errors.Is(err, fs.ErrPermission) {
		return &validate.Failure{Code: "forbidden", Say: text.Text{
			FR: "Le droit de lire ce dossier manque.",
			EN: "Permission to read this folder is missing.",
		}}
	}
	why := reasonOf(err)
	return &validate.Failure{Code: "unreadable", Say: text.Text{
		FR: "Ce dossier ne peut pas être lu (" + why.FR + ").",
		EN: "This folder cannot be read (" + why.EN + ").",
	}}
}
