package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// A detection is what one file looks like, as --json writes it.
type detection struct {
	Path       string          `json:"path"`
	Sure       bool            `json:"sure"`             // the first candidate is taken without being asked for
	Schema     string          `json:"schema,omitempty"` // what validate takes then
	Candidates []candidateJSON `json:"candidates"`
	Failure    string          `json:"failure,omitempty"`
}

type candidateJSON struct {
	Name    string   `json:"name"`
	Version string   `json:"version"`
	Score   float64  `json:"score"` // from 0 to 1
	ByName  bool     `json:"by_name"`
	Matched []string `json:"matched"` // fields that the file has a column for
	Missing []string `json:"missing"` // fields that it has none for
	Unknown []string `json:"unknown"` // its columns that the schema does not know
}

// nearest is how many candidates are shown without --all.
const nearest = 5

func (a *app) detect() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use:     a.say("detect FICHIER|DOSSIER|-...", "detect FILE|FOLDER|-..."),
		Aliases: []string{"detecter", "détecter"},
		Short:   a.say("Dit à quel schéma un fichier ressemble", "Says which schema a file is like"),
		Long: a.say("Dit à quels schémas et à quelles versions un fichier ressemble le plus, par son nom et ses colonnes.\n\nCodes de sortie : 0 chaque fichier est reconnu · 1 un fichier ne l'est pas · 2 commande incorrecte · 3 un fichier n'a pas pu être lu.",
			"Says which schemas and versions a file is most like, by its name and columns.\n\nExit codes: 0 each file is recognised · 1 one is not · 2 wrong command · 3 a file could not be read."),
		Example:           a.say("socle detecter export.csv\nsocle detecter --json dossier/", "socle detect export.csv\nsocle detect --json folder/"),
		ValidArgsFunction: completeFiles,
	}
	a.jsonFlag(cmd, &asJSON)
	cmd.Flags().BoolVar(&all, "all", false, a.say("montre toutes les versions qui ont une colonne en commun", "shows all versions that have a column in common"))
	read := a.inputFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		targets, err := a.targets(paths)
		if err != nil {
			return err
		}
		code, files := exitFine, []detection{}
		for _, t := range targets {
			d, c := a.detectOne(cmd.Context(), t, read(), all)
			files, code = append(files, d), max(code, c)
		}
		if asJSON {
			if err := a.printJSON(map[string]any{"files": files}); err != nil {
				return err
			}
		} else {
			for i, d := range files {
				if i > 0 {
					fmt.Fprintln(a.out)
				}
				a.printDetection(d)
			}
		}
		if code != exitFine {
			return &failed{code: code}
		}
		return nil
	}
	return cmd
}

// detectOne finds the candidates for a file, and what that means for the exit
// code.
func (a *app) detectOne(ctx context.Context, t target, o input.Options, all bool) (detection, exitCode) {
	d := detection{Path: t.path, Candidates: []candidateJSON{}}
	failure := t.failure
	var in validate.Input
	if failure == nil {
		in, failure = a.open(ctx, t.path, o)
	}
	if failure != nil {
		d.Failure = failure.Say.In(a.lang)
		return d, exitUnjudged
	}
	defer in.Close()
	file := in.File()
	every := schemas.Detect(nameOf(file), file.Labels)
	shortList := byDataset(every)
	if len(shortList) > 0 && shortList[0].Score >= schemas.Sure {
		d.Sure, d.Schema = true, latest(shortList[0].Name)
	}
	if all {
		shortList = every
	} else {
		shortList = shortList[:min(len(shortList), nearest)]
	}
	for _, c := range shortList {
		if c.Score > 0 {
			d.Candidates = append(d.Candidates, compare(c, file.Labels))
		}
	}
	if !d.Sure {
		return d, exitFindings
	}
	return d, exitFine
}

// latest gives the ID of a dataset's newest version.
func latest(name string) string {
	s, err := schemas.Find(name)
	if err != nil {
		return name
	}
	return s.ID()
}

// compare names the columns and fields that a candidate counts.
func compare(c schemas.Candidate, labels []string) candidateJSON {
	out := candidateJSON{Name: c.Name, Version: c.Version, Score: c.Score, ByName: c.ByName, Matched: []string{}, Missing: []string{}, Unknown: []string{}}
	s, err := schemas.Find(c.Name + "@" + c.Version)
	if err != nil {
		return out
	}
	has, known := map[string]bool{}, map[string]bool{}
	for _, l := range labels {
		has[schemas.Fold(l)] = true
	}
	for _, f := range s.Fields {
		folded := schemas.Fold(f.Name)
		known[folded] = true
		if has[folded] {
			out.Matched = append(out.Matched, f.Name)
		} else {
			out.Missing = append(out.Missing, f.Name)
		}
	}
	for _, l := range labels {
		if l != "" && !known[schemas.Fold(l)] {
			out.Unknown = append(out.Unknown, l)
		}
	}
	return out
}

// printDetection writes the candidates of one file, the first with its columns.
func (a *app) printDetection(d detection) {
	fmt.Fprintln(a.out, shown(d.Path))
	switch {
	case d.Failure != "":
		fmt.Fprintf(a.out, "  %s\n", shown(d.Failure))
		return
	case d.Sure:
		say := a.say("Reconnu : c'est la dernière version, %s, qui sert à le vérifier.", "Recognised: the newest version, %s, is what checks it.", d.Schema)
		if len(d.Candidates[0].Matched) == 0 {
			say = a.say("Supposé d'après son nom seulement, aucune colonne n'y correspond : %s.", "Supposed from its name alone, no column is of it: %s.", d.Schema)
		}
		fmt.Fprintf(a.out, "  %s\n", say)
	case len(d.Candidates) == 0:
		fmt.Fprintf(a.out, "  %s\n", a.say("Aucun schéma du catalogue n'a de colonne en commun avec ce fichier.", "No schema of the catalogue has a column in common with this file."))
	default:
		fmt.Fprintf(a.out, "  %s\n", a.say("Pas reconnu : aucun schéma n'est assez proche.", "Not recognised: no schema is near enough."))
	}
	for i, c := range d.Candidates {
		fmt.Fprintf(a.out, "  %s  %s@%s%s%s, %s, %s\n", a.say("%3.0f %%", "%3.0f%%", 100*c.Score), c.Name, c.Version, a.colon(),
			a.count(len(c.Matched), "{n} {n|colonne trouvée|colonnes trouvées}", "{n} {n|column|columns} found"),
			a.count(len(c.Missing), "{n} {n|absente|absentes}", "{n} missing"),
			a.count(len(c.Unknown), "{n} {n|inconnue|inconnues}", "{n} unknown"))
		if i == 0 {
			a.names("trouvées", "found", c.Matched)
			a.names("absentes", "missing", c.Missing)
			a.names("inconnues", "unknown", c.Unknown)
		}
	}
}

// names writes a list of columns, at most thirty of them.
func (a *app) names(fr, en string, list []string) {
	if len(list) == 0 {
		return
	}
	short := make([]string, 0, 31)
	for _, name := range list[:min(len(list), 30)] {
		short = append(short, shown(name))
	}
	if len(list) > 30 {
		short = append(short, "…")
	}
	lines := wrap(strings.Join(short, ", "), describedWidth-23)
	fmt.Fprintf(a.out, "         %-12s  %s\n", a.say(fr, en), strings.Join(lines, "\n"+strings.Repeat(" ", 23)))
}
