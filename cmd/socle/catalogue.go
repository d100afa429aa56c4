package main

import (
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas"
)

// ownSchemas is the folder of the user's own schemas that is used without
// being named, where there is one.
const ownSchemas = ".socle/schemas"

// foldersFlag adds --schemas to a command and to those below it.
func (a *app) foldersFlag(cmd *cobra.Command) *cobra.Command {
	cmd.PersistentFlags().StringArrayVar(&a.folders, "schemas", nil, a.say(
		"`dossier` de vos propres schémas, qui passent avant ceux du catalogue (sinon "+ownSchemas+" s'il existe)",
		"`folder` of your own schemas, which come before those of the catalogue (else "+ownSchemas+" where it exists)"))
	if err := cmd.MarkPersistentFlagDirname("schemas"); err != nil {
		panic(err) // a flag that was not added a line above
	}
	return cmd
}

// catalogue gives the catalogue, the user's folders in front. It is opened
// once; what cannot be used of a folder is told then.
func (a *app) catalogue() (*schemas.Catalogue, error) {
	if a.opened != nil {
		return a.opened, nil
	}
	folders := a.folders
	if info, err := os.Stat(ownSchemas); len(folders) == 0 && err == nil && info.IsDir() {
		folders = []string{ownSchemas}
	}
	c, err := schemas.Open(folders...)
	if err != nil {
		return nil, a.usage("le dossier de schémas %s ne peut pas être lu (%s).", "the folder of schemas %s cannot be read (%s).", strings.Join(folders, ", "), a.reason(err))
	}
	for _, problem := range c.Problems {
		var bad *schemas.DocumentError
		if errors.As(problem, &bad) {
			a.tell(bad.In(a.lang))
		} else {
			a.tell(a.say("un schéma de vos dossiers ne peut pas être lu : %s", "a schema of your folders cannot be read: %s", problem.Error()))
		}
	}
	a.opened = c
	return c, nil
}

// find gives a schema of the catalogue.
func (a *app) find(asked string) (*schemas.Schema, error) {
	c, err := a.catalogue()
	if err != nil {
		return nil, err
	}
	return c.Find(asked)
}

// dataSchema finds the schema that files are judged by, as schemaFor does. One
// of several files is wrong usage.
func (a *app) dataSchema(asked string) (*schemas.Schema, error) {
	s, err := a.schemaFor(asked)
	if err != nil {
		return nil, err
	}
	if s.Kind == schemas.Package {
		var names []string
		for _, r := range s.Resources {
			if r.Entry != "" {
				names = append(names, r.Entry)
			}
		}
		if len(names) > 0 {
			return nil, a.usage("%s réunit plusieurs fichiers, et chacun a son schéma. Donnez celui du vôtre : %s.",
				"%s joins several files, and each has its schema. Give that of yours: %s.", s.ID(), a.any(names))
		}
		return nil, a.usage("%s est un Data Package : donnez le schéma de l'un de ses fichiers.", "%s is a Data Package: give the schema of one of its files.", s.ID())
	}
	return s, nil
}
