// Peers holds socle's verdicts on GeoJSON against those of other validators,
// check-geojson and geojsonhint, on the same files.
//
//	peers [-v] [-cache FOLDER] [-dir FOLDER]... [-recorded FILE] [-record FILE]
//
// The peers run in Node.js, which must be installed with npm; they are installed
// at pinned versions in a folder of the user's cache. With -recorded their answers
// are read from a file instead, which -record has written.
//
// A file agrees where both name the same kinds of faults and forbid the same; each
// difference must have its reason in a file choices*.go. The exit code is 1 where
// one has none, 2 where the peers cannot be asked.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// corpus is the folder of the project's own files.
const corpus = "testdata/peers/geojson"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// A list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("peers", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var dirs list
	flags.Var(&dirs, "dir", "a folder of files (*.geojson, *.json), may be repeated (default "+corpus+")")
	verbose := flags.Bool("v", false, "list every difference with its reason")
	cache := flags.String("cache", "", "where the peers are installed (default: a folder of the user's cache)")
	recorded := flags.String("recorded", "", "read what the peers say from this file, and ask none")
	record := flags.String("record", "", "write what the peers say to this file")
	if err := flags.Parse(args); err != nil || flags.NArg() > 0 {
		return 2
	}
	if len(dirs) == 0 {
		dirs = list{corpus}
	}
	files, err := filesIn(dirs)
	if err == nil {
		var said map[string]answers
		if said, err = answersOn(files, *recorded, *cache); err == nil && *record != "" {
			err = writeAnswers(*record, said)
		}
		if err == nil {
			return compareAll(stdout, files, said, *verbose)
		}
	}
	fmt.Fprintln(stderr, "peers:", err)
	return 2
}

// filesIn lists the files of folders. No two may have the same name.
func filesIn(dirs []string) ([]string, error) {
	var files []string
	names := map[string]string{}
	for _, dir := range dirs {
		for _, pattern := range []string{"*.geojson", "*.json"} {
			found, err := filepath.Glob(filepath.Join(dir, pattern))
			if err != nil {
				return nil, err
			}
			for _, path := range found {
				if other, taken := names[nameOf(path)]; taken {
					return nil, fmt.Errorf("%s and %s have the same name", other, path)
				}
				names[nameOf(path)] = path
				files = append(files, path)
			}
		}
	}
	if len(files) == 0 {
		return nil, errors.New("there is no file of GeoJSON in " + strings.Join(dirs, ", "))
	}
	return files, nil
}

// compareAll judges the files, writes the table, and gives the exit code.
func compareAll(w io.Writer, files []string, said map[string]answers, verbose bool) int {
	var t table
	for _, path := range files {
		ours, err := judge(path)
		if err != nil {
			fmt.Fprintln(w, "peers:", err)
			return 2
		}
		t.add(verdict{nameOf(path), ours, compare(ours, said[nameOf(path)])})
	}
	t.write(w, verbose)
	if t.differ > 0 {
		return 1
	}
	return 0
}

// nameOf is how a file is called in tables and in recorded answers.
func nameOf(path string) string { return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) }
