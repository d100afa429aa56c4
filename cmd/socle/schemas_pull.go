package main

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/pull"
)

func (a *app) schemasPull() *cobra.Command {
	var o pull.Options
	var asJSON bool
	cmd := &cobra.Command{
		Use:     a.say("pull [NOM[@VERSION]]...", "pull [NAME[@VERSION]]..."),
		Aliases: []string{"recuperer", "récupérer"}, SuggestFor: []string{"fetch", "download", "update", "telecharger", "télécharger"},
		Short: a.say("Récupère les documents officiels du catalogue national", "Fetches the official documents of the national catalogue"),
		Long:  a.say(pullFR, pullEN),
		Example: a.say("socle schemas pull\nsocle schemas pull scdl/subventions\nsocle schemas pull --all-versions subventions marches-publics\nsocle valider --official --schema scdl/subventions subventions.csv",
			"socle schemas pull\nsocle schemas pull scdl/subventions\nsocle schemas pull --all-versions subventions marches-publics\nsocle validate --official --schema scdl/subventions subventions.csv"),
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
			return a.completeSchemas(cmd, nil, begun)
		},
		RunE: func(cmd *cobra.Command, names []string) error {
			o.Names = names
			return a.runPull(cmd.Context(), o, asJSON)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.AllVersions, "all-versions", false, a.say("récupère toutes les versions, et non la dernière seulement", "fetches all versions, not the newest only"))
	flags.Var(filled{&o.From}, "from", a.say("`ADRESSE` du catalogue, ou d'un site qui en est la copie (sinon %s)", "`ADDRESS` of the catalogue, or of a site that mirrors it (else %s)", pull.National))
	a.cacheFlag(cmd)
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

// runPull fetches and says what came of it.
func (a *app) runPull(ctx context.Context, o pull.Options, asJSON bool) error {
	var err error
	if o.Dir, err = a.cacheDir(); err != nil {
		return err
	}
	bar := a.fetchProgress(asJSON)
	if bar != nil {
		o.Progress = func(done, total int) {
			bar.ChangeMax(total)
			bar.Set(done)
		}
	}
	result, err := pull.Pull(ctx, o)
	if bar != nil {
		bar.Clear()
	}
	if err != nil {
		return a.pullError(err)
	}
	if asJSON {
		err = a.printJSON(newPullJSON(a, result))
	} else {
		a.printPull(result, len(o.Names) > 0)
	}
	if err == nil && result.Count(pull.Failed) > 0 {
		err = &failed{code: exitUnjudged}
	}
	return err
}

// fetchProgress counts what is fetched for somebody who looks, and has to wait.
func (a *app) fetchProgress(asJSON bool) *progressbar.ProgressBar {
	f, ok := a.stderr.(*os.File)
	if asJSON || !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return progressbar.NewOptions(-1, progressbar.OptionSetWriter(&late{w: f, from: time.Now().Add(patience)}),
		progressbar.OptionSetDescription(a.say("Récupération", "Fetching")), progressbar.OptionShowCount(),
		progressbar.OptionSetWidth(30), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetSpinnerChangeInterval(0))
}

// pullError says why nothing was fetched: the cache is as it was.
func (a *app) pullError(err error) error {
	var missing *schemas.NotFoundError
	var fault *pull.Fault
	switch {
	case errors.As(err, &missing) && len(missing.Versions) > 0:
		return a.usage("le catalogue national n'a pas cette version : %s. Il a : %s.", "the national catalogue does not have this version: %s. It has: %s.",
			missing.Asked, strings.Join(missing.Versions, ", "))
	case errors.As(err, &missing) && len(missing.Several) > 0:
		return a.usage("plusieurs schémas portent le nom « %s ». Écrivez %s.", "several schemas have the name %q. Write %s.", missing.Asked, a.any(missing.Several))
	case errors.As(err, &missing):
		if s, err := schemas.Find(missing.Asked); err == nil && s.Proposal {
			return a.usage("%s est une proposition de socle : le catalogue national ne l'a pas, et il n'y a rien à récupérer.",
				"%s is a proposal of socle: the national catalogue does not have it, and there is nothing to fetch.", s.Name)
		}
		return a.usage("il n'y a pas de schéma « %s » dans le catalogue national.%s", "there is no schema %q in the national catalogue.%s",
			missing.Asked, a.meant(missing.Similar...))
	case errors.As(err, &fault) && fault.Code == "address":
		return a.usage("--from : %s", "--from: %s", fault.Say.In(a.lang))
	case errors.As(err, &fault):
		return &failed{exitUnjudged, a.say("rien n'a été récupéré, et le cache est resté tel qu'il était : ", "nothing was fetched, and the cache is as it was: ") + fault.Say.In(a.lang)}
	}
	return err
}

const pullFR = `Récupère sur le site national (schema.data.gouv.fr) les documents officiels des schémas, et les garde dans
un cache sur cette machine. « --official » les emploie ensuite, sans réseau, à la place de ceux que socle contient.

Avec « socle territory pull », c'est la seule commande qui va sur le réseau sans qu'une adresse lui soit donnée. Elle
demande des documents publics ; rien de vos fichiers ne part.

Sans nom, tous les schémas du catalogue sont récupérés ; sans version, la dernière. Ce qui n'a pas changé depuis
la fois précédente n'est pas redemandé en entier. Si tout échoue, le cache reste tel qu'il était ; un document qui
ne peut pas être récupéré y reste tel qu'il était.

Le cache est le dossier de --cache, sinon celui de la variable SOCLE_CACHE, sinon un dossier de votre compte.
Un serveur mandataire est pris dans la variable HTTPS_PROXY.

Codes de sortie : 0 tout est à jour · 2 commande ou nom incorrect · 3 un document n'a pas pu être récupéré.`

const pullEN = `Fetches the official documents of the schemas from the national site (schema.data.gouv.fr) and keeps them in
a cache on this machine. "--official" uses them then, without network, in place of those that socle holds.

With "socle territory pull", this is the only command that uses the network without being given an address. It asks
for public documents; nothing of your files leaves.

Without a name all schemas of the catalogue are fetched; without a version, the newest. What has not changed since
the last time is not asked for in full again. If everything fails, the cache is left as it was; a document that
cannot be fetched is left there as it was.

The cache is the folder of --cache, else that of the variable SOCLE_CACHE, else a folder of your account.
A proxy is taken from the variable HTTPS_PROXY.

Exit codes: 0 all is up to date · 2 wrong command or name · 3 a document could not be fetched.`
