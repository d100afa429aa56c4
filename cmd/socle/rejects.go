package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/report/rejects"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var (
	forRejects  = purpose{"--rejects", "le fichier des lignes rejetées", "the file of rejected rows"}
	forAccepted = purpose{"--accepted", "le fichier des lignes acceptées", "the file of accepted rows"}
)

// A sorting is where the rows of one file go once it is judged, and what came
// of that.
type sorting struct {
	rejects, accepted string // "" where nobody wants them

	among *sortings
	parts []*sorting // of the files of an archive, where the file is one; else nil

	done   bool
	counts rejects.Counts
	err    error
}

// A sortings is what the sortings of one run share.
type sortings struct {
	rejects, accepted string // as asked for
	mu                sync.Mutex
	taken             map[string]string // by whole path, the flag that a place is for
}

func (a *app) rejectsFlags(cmd *cobra.Command, r *request) {
	flags := cmd.Flags()
	flags.Var(filled{&r.rejects}, "rejects", a.say("`FICHIER` CSV où écrire les lignes qui ont des erreurs, avec leur numéro et les motifs ; de GeoJSON, .geojson garde les entités (un dossier s'il y a plusieurs fichiers)", "CSV `FILE` for the rows with errors, their numbers and the reasons; of GeoJSON, .geojson keeps the features (a folder where there are several files)"))
	flags.Var(filled{&r.accepted}, "accepted", a.say("`FICHIER` CSV où écrire les autres lignes, telles quelles (un dossier de même)", "CSV `FILE` for the other rows, as they are (a folder likewise)"))
}

// placeRows gives each target the places of its rows, where they are asked for.
func (a *app) placeRows(r *request, targets []target, reads []string) error {
	if r.rejects == "" && r.accepted == "" {
		return nil
	}
	taken := map[string]string{}
	among := &sortings{rejects: r.rejects, accepted: r.accepted, taken: taken}
	for _, w := range r.reports {
		if w.path != "" {
			taken[absolute(w.path)] = w.flag.flag
		}
	}
	for i := range targets {
		targets[i].sorting = &sorting{among: among}
	}
	for _, to := range []struct {
		purpose
		path  string
		place func(*sorting) *string
	}{
		{forRejects, r.rejects, func(s *sorting) *string { return &s.rejects }},
		{forAccepted, r.accepted, func(s *sorting) *string { return &s.accepted }},
	} {
		if to.path == "" {
			continue
		}
		folder := isFolder(to.path)
		switch {
		case to.path == "-":
			return a.usage("%s attend le nom d'un fichier.", "%s needs the name of a file.", to.flag)
		case !folder && len(targets) > 1:
			return a.usage("%[1]s : il y a plusieurs fichiers (%[2]d), donnez un dossier (« %[3]s/ »).", "%[1]s: there are several files (%[2]d), give a folder (\"%[3]s/\").", to.flag, len(targets), to.path)
		}
		for i, t := range targets {
			place := to.path
			if folder {
				place = freeName(to.path, rowsName(t), rowsExtension(t), taken)
			}
			if other := taken[absolute(place)]; other != "" {
				return a.usage("%s et %s donnent le même fichier, %s.", "%s and %s give the same file, %s.", other, to.flag, place)
			}
			taken[absolute(place)] = to.flag
			if err := a.checkPlace(to.purpose, place, reads); err != nil {
				return err
			}
			*to.place(targets[i].sorting) = place
		}
	}
	r.options.Wrong = true
	return nil
}

// isFolder says whether a path is that of a folder, which need not exist yet.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || os.IsPathSeparator(path[len(path)-1])
}

func absolute(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return strings.ToLower(path) // not every disk tells the cases apart
}

// rowsName is what the rows of a target go by: the target's name without what
// tells how it is written.
func rowsName(t target) string {
	name := ownName(t.path)
	if t.path == "-" {
		name = "stdin"
	}
	for _, packed := range []string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, packed)
	}
	name = strings.TrimSuffix(name, filepath.Ext(name))
	name = strings.TrimLeft(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_. ", r) {
			return r
		}
		return '_'
	}, name), ".")
	if name == "" {
		return "donnees"
	}
	return name
}

// rowsExtension is that of a file in a folder for the rows of a target: features
// stay features.
func rowsExtension(t target) string {
	name := strings.ToLower(ownName(t.path))
	for _, packed := range []string{".gz", ".zst"} {
		name = strings.TrimSuffix(name, packed)
	}
	if strings.HasPrefix(filepath.Ext(name), ".geojson") {
		return ".geojson"
	}
	return ".csv"
}

// asJSON says whether the rows that go to a place are to be written as JSON.
func asJSON(place string) bool {
	switch strings.ToLower(filepath.Ext(place)) {
	case ".geojson", ".json":
		return true
	}
	return false
}

// freeName is a place in a folder for rows that go by a name. Of two of one
// name the second has a number.
func freeName(folder, name, extension string, taken map[string]string) string {
	place := filepath.Join(folder, name+extension)
	for n := 2; taken[absolute(place)] != "" && n < 1<<20; n++ {
		place = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, n, extension))
	}
	return place
}

// splitRows gives the parts of a target that turned out to be an archive the
// places of their rows: beside that of the target, which is nobody else's.
func (a *app) splitRows(t target, parts []target) *validate.Failure {
	if t.sorting == nil || len(parts) == 1 {
		return nil
	}
	among := t.sorting.among
	among.mu.Lock()
	defer among.mu.Unlock()
	for i := range parts {
		parts[i].sorting = &sorting{among: among}
		t.sorting.parts = append(t.sorting.parts, parts[i].sorting)
	}
	for _, to := range []struct {
		purpose
		folder string
		place  func(*sorting) *string
	}{
		{forRejects, among.rejects, func(s *sorting) *string { return &s.rejects }},
		{forAccepted, among.accepted, func(s *sorting) *string { return &s.accepted }},
	} {
		if to.folder == "" {
			continue
		}
		if !isFolder(to.folder) {
			t.sorting.parts = nil
			return needsFolder(to.flag, to.folder, len(parts))
		}
		for _, part := range parts {
			place := freeName(to.folder, rowsName(t)+"-"+rowsName(part), rowsExtension(part), among.taken)
			among.taken[absolute(place)] = to.flag
			*to.place(part.sorting) = place
		}
	}
	return nil
}

func needsFolder(flag, path string, files int) *validate.Failure {
	return &validate.Failure{Code: "needs-folder", Say: text.Text{
		FR: fmt.Sprintf("Cette archive contient %d fichiers : avec %s, donnez un dossier (« %s/ »).", files, flag, path),
		EN: fmt.Sprintf("This archive holds %d files: with %s, give a folder (\"%s/\").", files, flag, path),
	}}
}

// sort reads a file anew that was judged, and writes its rows to their places:
// all of them or none.
func (j *judge) sort(ctx context.Context, t target, plan *validate.Plan, result *validate.FileResult, judged uint64) {
	s := t.sorting
	in, failure := j.app.open(ctx, t, j.input, j.chooser.fit)
	if failure != nil {
		s.err = failure
		return
	}
	defer in.Close()
	var to rejects.Tables
	var outputs []*output
	for _, o := range []struct {
		purpose
		place string
	}{{forRejects, s.rejects}, {forAccepted, s.accepted}} {
		if o.place == "" || s.err != nil {
			continue
		}
		out, err := j.app.createFor(o.purpose, o.place, nil) // it was checked against what is read
		if err != nil {
			s.err = err
			continue
		}
		outputs = append(outputs, out)
		if o.purpose == forRejects {
			to.Rejects, to.JSON.Rejects = out, asJSON(o.place)
		} else {
			to.Accepted, to.JSON.Accepted = out, asJSON(o.place)
		}
	}
	if s.err == nil {
		s.counts, s.err = rejects.Write(ctx, in, plan, result, judged, to, j.app.lang)
	}
	for _, out := range outputs {
		s.err = out.finish(s.err)
	}
	s.done = s.err == nil
}

// sortedFiles lists the sortings of the files that were judged, in their order;
// nothing where nobody asks.
func sortedFiles(targets []target) []*sorting {
	var list []*sorting
	for _, t := range targets {
		switch {
		case t.sorting == nil:
			return nil
		case t.sorting.parts != nil:
			list = append(list, t.sorting.parts...)
		default:
			list = append(list, t.sorting)
		}
	}
	return list
}

// tellSorted says where rows went, and where they could not. The error is that
// of the first place that could not be written.
func (a *app) tellSorted(targets []target, result *validate.Result, quiet bool) error {
	var first error
	for i, s := range sortedFiles(targets) {
		path := shown(result.Files[i].File.Path) + a.colon()
		switch {
		case s.err != nil:
			a.tell(path + a.say("les lignes n'ont pas pu être écrites (%s).", "the rows could not be written (%s).", a.whyNot(s.err)))
			if first == nil {
				first = &failed{code: exitUnjudged}
			}
		case !s.done:
			a.tell(path + a.say("aucune ligne n'est écrite, car le fichier n'a pas été jugé jusqu'au bout.", "no row is written, for the file was not judged to its end."))
		case len(s.counts.Whole) > 0 && result.Files[i].Rows > 0:
			a.tell(path + a.say("aucune ligne n'est acceptée, car ces erreurs valent pour tout le fichier : ", "no row is accepted, for these errors are of the whole file: ") + strings.Join(s.counts.Whole, " ; "))
		case !quiet:
			var said []string
			words := sortedWords[result.Files[i].File.Items]
			if s.rejects != "" {
				said = append(said, a.count(s.counts.Rejected, words.rejected.FR, words.rejected.EN)+shown(s.rejects))
			}
			if s.accepted != "" {
				said = append(said, a.count(s.counts.Accepted, words.accepted.FR, words.accepted.EN)+shown(s.accepted))
			}
			fmt.Fprintln(a.stderr, path+strings.Join(said, ", ")+".")
		}
	}
	return first
}

// sortedWords say where rows went: those of tables, and those of JSON.
var sortedWords = map[bool]struct{ rejected, accepted text.Text }{
	false: {
		text.Text{FR: "{n} {n|ligne rejetée|lignes rejetées} dans ", EN: "{n} rejected {n|row|rows} in "},
		text.Text{FR: "{n} {n|ligne acceptée|lignes acceptées} dans ", EN: "{n} accepted {n|row|rows} in "},
	},
	true: {
		text.Text{FR: "{n} {n|élément rejeté|éléments rejetés} dans ", EN: "{n} rejected {n|item|items} in "},
		text.Text{FR: "{n} {n|élément accepté|éléments acceptés} dans ", EN: "{n} accepted {n|item|items} in "},
	},
}

// whyNot says why rows could not be written, without the point at the end.
func (a *app) whyNot(err error) string {
	var failure *validate.Failure
	switch {
	case errors.Is(err, rejects.ErrChanged):
		return a.say("le fichier a changé pendant sa lecture", "the file changed while it was read")
	case errors.Is(err, rejects.ErrNotJSON):
		return a.say("ce fichier est un tableau : donnez un nom en .csv", "this file is a table: give a name that ends in .csv")
	case errors.Is(err, context.Canceled):
		return a.say("interrompu", "interrupted")
	case errors.As(err, &failure):
		return strings.TrimSuffix(failure.Say.In(a.lang), ".")
	}
	return strings.TrimSuffix(a.reason(err), ".")
}
