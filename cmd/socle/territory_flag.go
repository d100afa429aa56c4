package main

import (
	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/validate/france/outline"
	"github.com/socle-commun/socle/validate/france/territory"
)

// outlinesFlag adds the flag of the folder of outlines.
func (a *app) outlinesFlag(cmd *cobra.Command, to *string, name string) {
	cmd.Flags().Var(filled{to}, name, a.say(
		"`DOSSIER` des contours (sinon SOCLE_OUTLINES, ou un dossier de votre compte)",
		"`FOLDER` of the outlines (else SOCLE_OUTLINES, or a folder of your account)"))
	if err := cmd.MarkFlagDirname(name); err != nil {
		panic(err) // a flag that was not added a line above
	}
}

// outlinesDir is the folder of outlines: the one that was asked for, or the
// usual one. flag is what asks for it.
func (a *app) outlinesDir(asked, flag string) (string, error) {
	if asked != "" {
		return asked, nil
	}
	dir, err := outline.DefaultDir()
	if err != nil {
		return "", a.usage("le dossier des contours est inconnu (%s) : donnez-le avec %s DOSSIER.", "the folder of outlines is not known (%s): give it with %s FOLDER.", a.reason(err), flag)
	}
	return dir, nil
}

// territoryFlag adds --territory and --outlines, and gives what reads them once
// they are parsed: the land of the territory, nil where none is declared.
func (a *app) territoryFlag(cmd *cobra.Command) func() (*territory.Land, error) {
	var asked, folder string
	cmd.Flags().Var(filled{&asked}, "territory", a.say(
		"`TERRITOIRE` dont les données doivent être : 59350, epci:200093201, 2A, region:32, un nom (voir socle territory)",
		"`TERRITORY` that the data must be of: 59350, epci:200093201, 2A, region:32, a name (see socle territory)"))
	a.outlinesFlag(cmd, &folder, "outlines")
	if err := cmd.RegisterFlagCompletionFunc("territory", cobra.NoFileCompletions); err != nil {
		panic(err) // a flag that was not added above
	}
	return func() (*territory.Land, error) {
		if asked == "" {
			if folder != "" {
				return nil, a.usage("--outlines ne sert qu'avec --territory.", "--outlines is of use only with --territory.")
			}
			return nil, nil
		}
		t, err := a.declared(asked)
		if err != nil {
			return nil, err
		}
		dir, err := a.outlinesDir(folder, "--outlines")
		if err != nil {
			return territory.NewLand(t, nil, nil), nil // without a folder there are no outlines
		}
		outlines, missing := outline.LoadAll(dir, codesOf(t))
		if len(outlines) == 0 {
			return territory.NewLand(t, nil, nil), nil
		}
		return territory.NewLand(t, outline.NewSet(outlines), missing), nil
	}
}
