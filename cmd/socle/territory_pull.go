package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas/fetch"
	"github.com/socle-commun/socle/validate/france/outline"
	"github.com/socle-commun/socle/validate/france/territory"
)

func (a *app) territoryPull() *cobra.Command {
	var o outline.Options
	var cache string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     a.say("pull TERRITOIRE...", "pull TERRITORY..."),
		Aliases: []string{"recuperer", "récupérer"}, SuggestFor: []string{"fetch", "download", "update", "telecharger", "télécharger"},
		Short:             a.say("Récupère les contours des communes d'un territoire", "Fetches the outlines of the communes of a territory"),
		Long:              a.say(pullOutlinesFR, pullOutlinesEN),
		Example:           "socle territory pull 59350\nsocle territory pull \"Métropole européenne de Lille\"\nsocle territory pull region:32 2A",
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.usage("donnez au moins un territoire : socle territory pull 59350", "give at least one territory: socle territory pull 59350")
			}
			var territories []*territory.Declared
			for _, arg := range args {
				t, err := a.declared(arg)
				if err != nil {
					return err
				}
				territories = append(territories, t)
			}
			var err error
			if o.Dir, err = a.outlinesDir(cache, "--cache"); err != nil {
				return err
			}
			if o.API == "" {
				o.API = os.Getenv("SOCLE_GEO_API")
			}
			return a.runPullOutlines(cmd.Context(), territories, o, asJSON)
		},
	}
	cmd.Flags().Var(filled{&o.API}, "api", a.say("`ADRESSE` du service (sinon SOCLE_GEO_API, ou %s)", "`ADDRESS` of the service (else SOCLE_GEO_API, or %s)", outline.API))
	a.outlinesFlag(cmd, &cache, "cache")
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

// runPullOutlines fetches and says what came of it.
func (a *app) runPullOutlines(ctx context.Context, territories []*territory.Declared, o outline.Options, asJSON bool) error {
	bar := a.fetchProgress(asJSON)
	if bar != nil {
		o.Progress = func(done, total int) {
			bar.ChangeMax(total)
			bar.Set(done)
		}
	}
	outcomes, err := outline.Pull(ctx, territories, o)
	if bar != nil {
		bar.Clear()
	}
	var fault *fetch.Fault
	switch {
	case errors.As(err, &fault) && fault.Code == "address":
		return a.usage("--api : %s", "--api: %s", fault.Say.In(a.lang))
	case errors.As(err, &fault):
		return &failed{exitUnjudged, fault.Say.In(a.lang)}
	case err != nil:
		return err
	}
	if asJSON {
		err = a.printJSON(a.newOutcomesJSON(o.Dir, outcomes))
	} else {
		a.printOutcomes(o.Dir, outcomes)
	}
	for _, out := range outcomes {
		if err == nil && (out.Fault != nil || len(out.Missing) > 0) {
			err = &failed{code: exitUnjudged}
		}
	}
	return err
}

// An outcomesJSON is what a pull did, as --json writes it.
type outcomesJSON struct {
	Cache       string        `json:"cache"`
	Territories []outcomeJSON `json:"territories"`
}

type outcomeJSON struct {
	Territory string       `json:"territory"`
	Name      string       `json:"name"`
	Fetched   []string     `json:"fetched"` // codes of communes
	Unchanged []string     `json:"unchanged"`
	Missing   []string     `json:"missing"`
	Failure   *pullFailure `json:"failure,omitempty"`
}

func (a *app) newOutcomesJSON(dir string, outcomes []outline.Outcome) outcomesJSON {
	out := outcomesJSON{Cache: dir, Territories: []outcomeJSON{}}
	for _, o := range outcomes {
		j := outcomeJSON{
			Territory: o.Territory.Ref(), Name: o.Territory.Name, Fetched: append([]string{}, o.Fetched...),
			Unchanged: append([]string{}, o.Unchanged...), Missing: append([]string{}, o.Missing...),
		}
		if o.Fault != nil {
			j.Failure = &pullFailure{o.Fault.Code, o.Fault.Say.In(a.lang)}
		}
		out.Territories = append(out.Territories, j)
	}
	return out
}

// printOutcomes says what became of each territory.
func (a *app) printOutcomes(dir string, outcomes []outline.Outcome) {
	for _, o := range outcomes {
		var parts []string
		if n := len(o.Fetched); n > 0 {
			parts = append(parts, a.count(n, "{n} {n|contour récupéré|contours récupérés}", "{n} {n|outline|outlines} fetched"))
		}
		if n := len(o.Unchanged); n > 0 {
			parts = append(parts, a.count(n, "{n} {n|contour inchangé|contours inchangés}", "{n} {n|outline|outlines} unchanged"))
		}
		if n := len(o.Missing); n > 0 {
			parts = append(parts, a.count(n, "{n} sans contour dans la réponse (", "{n} without an outline in the answer (")+strings.Join(o.Missing[:min(n, mostPlaces)], ", ")+a.ellipsis(n > mostPlaces)+")")
		}
		if o.Fault != nil {
			parts = append(parts, a.say("impossible : ", "failed: ")+strings.TrimSuffix(o.Fault.Say.In(a.lang), "."))
		}
		for i, line := range wrap(a.title(o.Territory)+a.colon()+strings.Join(parts, ", ")+".", describedWidth-2) {
			if i > 0 {
				line = "  " + line
			}
			fmt.Fprintln(a.out, shown(line))
		}
	}
	fmt.Fprintln(a.out, a.say("Dossier des contours : ", "Folder of outlines: ")+shown(dir))
}

func (a *app) ellipsis(more bool) string {
	if more {
		return "…"
	}
	return ""
}

const pullOutlinesFR = `Récupère les contours des communes d'un territoire auprès du service public qui les donne (API Découpage
administratif, geo.api.gouv.fr), et les garde sur cette machine, un fichier par commune. « socle valider
--territory » y compare ensuite les points, sans réseau, à 100 mètres près.

Rien de vos fichiers ne part : seul le code du territoire est demandé. Ce qui n'a pas changé depuis la fois
précédente n'est pas redemandé. Un contour qui ne peut pas être récupéré reste tel qu'il était.

Les contours vont dans le dossier de --cache, sinon de la variable SOCLE_OUTLINES, sinon dans un dossier de votre
compte. --api, ou la variable SOCLE_GEO_API, donne l'adresse d'un autre service qui répond aux mêmes questions. Un
serveur mandataire est pris dans la variable HTTPS_PROXY.

Codes de sortie : 0 tout y est · 2 commande ou territoire incorrect · 3 un contour n'a pas pu être récupéré.`

const pullOutlinesEN = `Fetches the outlines of the communes of a territory from the public service that has them (API Découpage
administratif, geo.api.gouv.fr) and keeps them on this machine, one file a commune. "socle validate --territory"
then compares points with them, without network, give or take 100 metres.

Nothing of your files leaves: the code of the territory is all that is asked. What has not changed since the last
time is not asked for again. An outline that cannot be fetched is left as it was.

The outlines go to the folder of --cache, else of the variable SOCLE_OUTLINES, else to a folder of your account.
--api, or the variable SOCLE_GEO_API, gives the address of another service that answers the same questions. A proxy
is taken from the variable HTTPS_PROXY.

Exit codes: 0 all is there · 2 wrong command or territory · 3 an outline could not be fetched.`
