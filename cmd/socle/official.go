package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/pull"
)

// An official says whether schemas are looked for among the documents that
// "socle schemas pull" fetched, and where those are.
type official struct {
	asked bool
	cache string // "" is the usual folder
}

// officialFlag adds --official and --cache.
func (a *app) officialFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.official.asked, "official", false, a.say(
		"emploie le document officiel que « socle schemas pull » a récupéré", `uses the official document that "socle schemas pull" fetched`))
	a.cacheFlag(cmd)
}

// noOfficialFlag takes --official on a command that names no schema, so that
// checkOfficial can say why it will not do there.
func (a *app) noOfficialFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.official.asked, "official", false, "")
	if err := cmd.Flags().MarkHidden("official"); err != nil {
		panic(err) // a flag that was not added a line above
	}
}

// cacheFlag adds --cache.
func (a *app) cacheFlag(cmd *cobra.Command) {
	cmd.Flags().Var(filled{&a.official.cache}, "cache", a.say(
		"`DOSSIER` des documents officiels (sinon SOCLE_CACHE, ou un dossier de votre compte)",
		"`FOLDER` of the official documents (else SOCLE_CACHE, or a folder of your account)"))
	if err := cmd.MarkFlagDirname("cache"); err != nil {
		panic(err) // a flag that was not added a line above
	}
}

// checkOfficial refuses --official without a name, and --cache without
// --official.
func (a *app) checkOfficial(schema string) error {
	switch {
	case a.official.asked && schema == "":
		return a.usage("--official demande le nom d'un schéma (--schema NOM) : un fichier n'est reconnu que parmi les schémas du catalogue de socle.",
			"--official needs the name of a schema (--schema NAME): a file is recognised only among the schemas of the catalogue of socle.")
	case !a.official.asked && a.official.cache != "":
		return a.usage("--cache ne sert qu'avec --official.", "--cache is of use only with --official.")
	}
	return nil
}

// cacheDir is the folder of the cache.
func (a *app) cacheDir() (string, error) {
	if a.official.cache != "" {
		return a.official.cache, nil
	}
	dir, err := pull.DefaultDir()
	if err != nil {
		return "", a.usage("le dossier du cache est inconnu (%s) : donnez-le avec --cache DOSSIER.", "the folder of the cache is not known (%s): give it with --cache FOLDER.", a.reason(err))
	}
	return dir, nil
}

// officialSchema finds a schema in the cache.
func (a *app) officialSchema(asked string) (*schemas.Schema, error) {
	dir, err := a.cacheDir()
	if err != nil {
		return nil, err
	}
	cache, err := pull.Open(dir)
	if err == nil {
		var s *schemas.Schema
		if s, err = cache.Find(asked); err == nil {
			return s, nil
		}
	}
	var missing *schemas.NotFoundError
	var fault *pull.Fault
	switch {
	case errors.As(err, &fault):
		return nil, &failed{exitUsage, fault.Say.In(a.lang)}
	case !errors.As(err, &missing):
		return nil, a.schemaError(asked, err)
	case len(missing.Several) > 0:
		return nil, a.usage("plusieurs schémas du cache portent le nom « %s ». Écrivez %s.", "several schemas of the cache have the name %q. Write %s.",
			asked, a.any(missing.Several))
	}
	name := asked
	if known, err := schemas.Find(asked); err == nil {
		_, version, _ := strings.Cut(asked, "@")
		if name = known.Name; version != "" {
			name = known.ID()
		}
	}
	held := ""
	if len(missing.Versions) > 0 {
		held = a.say(" dans cette version (il a : %s)", " in this version (it has: %s)", strings.Join(missing.Versions, ", "))
	}
	return nil, a.usage("le cache n'a pas le schéma « %s »%s.%s Pour le récupérer : socle schemas pull %s",
		"the cache does not have the schema %q%s.%s To fetch it: socle schemas pull %s", asked, held, a.meant(missing.Similar...), name)
}
