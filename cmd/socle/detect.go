package main

import (
	"context"
	"fmt"

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
	Newer      string          `json:"newer,omitempty"`  // the newest version of it, where it is another
	Candidates []candidateJSON `json:"candidates"`
	Failure    string          `json:"failure,omitempty"`
}

// nearest is how many candidates are shown without --all.
const nearest = 5

func (a *app) detect() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use:     a.say("detect FICHIER|DOSSIER|-...", "detect FILE|FOLDER|-..."),
		Aliases: []string{"detecter", "détecter"},
		Short:   a.say("Dit à quel schéma un fichier ressemble", "Says which schema a file is like"),
		Long: a.say("Dit à quels schémas et à quelles versions un fichier ressemble le plus, par son nom, ses colonnes et ses premières lignes, et ce qui l'en sépare.\n\nCodes de sortie : 0 chaque fichier est reconnu · 1 un fichier ne l'est pas · 2 commande incorrecte · 3 un fichier n'a pas pu être lu.",
			"Says which schemas and versions a file is most like, by its name, its columns and its first rows, and what separates it from them.\n\nExit codes: 0 each file is recognised · 1 one is not · 2 wrong command · 3 a file could not be read."),
		Example:           a.say("socle detecter export.csv\nsocle detecter --json dossier/", "socle detect export.csv\nsocle detect --json folder/"),
		ValidArgsFunction: completeFiles,
	}
	a.jsonFlag(cmd, &asJSON)
	cmd.Flags().BoolVar(&all, "all", false, a.say("montre toutes les versions qui ont une colonne en commun", "shows all versions that have a column in common"))
	a.noOfficialFlag(cmd)
	read := a.inputFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if err := a.checkOfficial(""); err != nil {
			return err
		}
		targets, err := a.targets(paths)
		if err != nil {
			return err
		}
		options, err := read()
		if err != nil {
			return err
		}
		among, err := a.catalogue()
		if err != nil {
			return err
		}
		code, files := exitFine, []detection{}
		for _, t := range targets {
			found, c := a.detectEach(cmd.Context(), t, among, options, all)
			files, code = append(files, found...), max(code, c)
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

// detectEach finds the candidates for a target, or for each dataset of an
// archive that it turns out to be.
func (a *app) detectEach(ctx context.Context, t target, among *schemas.Catalogue, o input.Options, all bool) ([]detection, exitCode) {
	h, failure := a.hold(ctx, t)
	if failure != nil {
		t.failure = failure
		h.parts = []target{t}
	}
	defer h.forget()
	code, found := exitFine, []detection{}
	for _, part := range h.parts {
		d, c := a.detectOne(ctx, part, among, o, all)
		found, code = append(found, d), max(code, c)
	}
	return found, code
}

// detectOne finds the candidates for a file, and what that means for the exit
// code.
func (a *app) detectOne(ctx context.Context, t target, among *schemas.Catalogue, o input.Options, all bool) (detection, exitCode) {
	d := detection{Path: t.path, Candidates: []candidateJSON{}}
	failure := t.failure
	var in validate.Input
	if failure == nil {
		in, failure = a.open(ctx, t, o, likeness)
	}
	if failure != nil {
		d.Failure = failure.Say.In(a.lang)
		return d, exitUnjudged
	}
	defer in.Close()
	file := in.File()
	every := rank(among, file)
	shortList := byDataset(every)
	if len(shortList) > 0 && shortList[0].Score >= schemas.Sure {
		d.Sure, d.Schema = true, shortList[0].Name+"@"+shortList[0].Version
		if s, err := among.Find(d.Schema); err == nil {
			d.Newer = newer(s)
		}
	}
	if all {
		shortList = every
	} else {
		shortList = shortList[:min(len(shortList), nearest)]
	}
	for _, c := range shortList {
		if c.Score > 0 {
			d.Candidates = append(d.Candidates, compare(among, c, file))
		}
	}
	if !d.Sure {
		return d, exitFindings
	}
	return d, exitFine
}
