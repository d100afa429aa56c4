package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/diff"
)

func (a *app) schemasDiff() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: a.say("diff NOM[@VERSION]|FICHIER [NOM[@VERSION]|FICHIER]", "diff NAME[@VERSION]|FILE [NAME[@VERSION]|FILE]"), Aliases: []string{"comparer"},
		SuggestFor: []string{"compare", "changes", "changements"},
		Short:      a.say("Dit ce qui change d'une version d'un schéma à l'autre", "Says what changes from one version of a schema to another"),
		Long: a.say("Dit ce qui change d'un schéma à l'autre : colonnes ajoutées, retirées, renommées ou déplacées, règles plus strictes ou plus souples. Un nom sans version désigne la plus récente. Avec un seul nom, NOM@VERSION est comparé à la version la plus récente, et NOM à la version qui la précède.\n\nCodes de sortie : 0 les deux schémas existent, qu'ils diffèrent ou non · 2 l'un n'existe pas ou n'est pas utilisable.",
			"Says what changes from one schema to another: columns that are added, removed, renamed or moved, rules that are stricter or looser. A name without a version means the newest one. With one name alone, NAME@VERSION is compared with the newest version, and NAME with the version before it.\n\nExit codes: 0 both schemas exist, whether they differ or not · 2 one does not exist or cannot be used."),
		Example: "socle schemas diff scdl/subventions@2.0.2 scdl/subventions@2.1.0\nsocle schemas diff menus-collectifs@1.2.0\nsocle schemas diff scdl/deliberations schema.json --json",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 1 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return a.completeSchemas(cmd, nil, begun)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			before, after, err := a.sides(args)
			if err != nil {
				return err
			}
			r, err := diff.Compare(before, after)
			switch {
			case errors.Is(err, diff.ErrKinds):
				return a.usage("%s et %s ne se comparent pas : l'un est un %s, l'autre un %s.", "%s and %s cannot be compared: one is a %s, the other a %s.",
					before.ID(), after.ID(), before.Kind.Words().In(a.lang), after.Kind.Words().In(a.lang))
			case err != nil:
				return err
			case asJSON:
				return a.printJSON(a.newDiffJSON(r))
			}
			a.printDiff(r)
			return nil
		},
	}
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

// sides finds the two schemas that the arguments name.
func (a *app) sides(args []string) (before, after *schemas.Schema, err error) {
	if len(args) < 1 || len(args) > 2 {
		return nil, nil, a.usage("donnez un ou deux schémas à comparer. La liste : socle schemas list", "give one or two schemas to compare. The list: socle schemas list")
	}
	first, err := a.schemaFor(args[0])
	if err != nil {
		return nil, nil, err
	}
	if len(args) == 2 {
		after, err = a.schemaFor(args[1])
		return first, after, err
	}
	e, ok := a.entryOf(first)
	switch {
	case !ok:
		return nil, nil, a.usage("%s n'est pas du catalogue : donnez aussi le schéma auquel le comparer.", "%s is not of the catalogue: give the schema to compare it with, too.", args[0])
	case len(e.Versions) == 1:
		return nil, nil, a.usage("%s n'a qu'une version : donnez aussi le schéma auquel la comparer.", "%s has one version only: give the schema to compare it with, too.", first.ID())
	case first.Version != e.Latest():
		after, err = e.Load(e.Latest())
		return first, after, a.loadError(first.Name, err)
	}
	before, err = e.Load(previousVersion(e, first.Version))
	return before, first, a.loadError(first.Name, err)
}

// loadError says why a version of an entry cannot be used, nil where it can.
func (a *app) loadError(name string, err error) error {
	if err == nil {
		return nil
	}
	return a.schemaError(name, err)
}

// entryOf gives the entry of the catalogue that a schema comes from.
func (a *app) entryOf(s *schemas.Schema) (schemas.Entry, bool) {
	c, err := a.catalogue()
	if err != nil {
		return schemas.Entry{}, false
	}
	for _, e := range c.Entries() {
		if e.Name == s.Name && (e.Folder != "") == (s.Source != "") && slices.Contains(e.Versions, s.Version) {
			return e, true
		}
	}
	return schemas.Entry{}, false
}

// previousVersion gives the version before that one, or "".
func previousVersion(e schemas.Entry, version string) string {
	if i := slices.Index(e.Versions, version); i > 0 {
		return e.Versions[i-1]
	}
	return ""
}

// A diffJSON is a comparison as --json writes it.
type diffJSON struct {
	Kind    schemas.Kind `json:"kind"`
	Before  diff.Side    `json:"before"`
	After   diff.Side    `json:"after"`
	Counts  diffCounts   `json:"counts"`
	Changes []changeJSON `json:"changes"`
}

// diffCounts counts changes by direction, those of texts by themselves.
type diffCounts struct {
	Tightened int `json:"tightened"`
	Loosened  int `json:"loosened"`
	Changed   int `json:"changed"`
	Neutral   int `json:"neutral"`
	Texts     int `json:"texts"`
}

type changeJSON struct {
	diff.Change
	Message string `json:"message"`
}

func (a *app) newDiffJSON(r *diff.Result) diffJSON {
	j := diffJSON{Kind: r.Kind, Before: r.Before, After: r.After, Changes: []changeJSON{}, Counts: diffCounts{
		Tightened: r.Count(diff.Tightened), Loosened: r.Count(diff.Loosened),
		Changed: r.Count(diff.Changed), Neutral: r.Count(diff.Neutral), Texts: r.Texts(),
	}}
	for _, c := range r.Changes {
		j.Changes = append(j.Changes, changeJSON{c, c.Say(a.lang)})
	}
	return j
}
