package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/validate/checks"
)

// A shell is one that cobra writes completions for.
type shell struct {
	name  string
	write func(*cobra.Command, io.Writer) error
}

var shells = []shell{
	{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
	{"zsh", func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) }},
	{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
	{"powershell", func(root *cobra.Command, w io.Writer) error { return root.GenPowerShellCompletionWithDesc(w) }},
}

func (a *app) completion() *cobra.Command {
	var names []string
	for _, s := range shells {
		names = append(names, s.name)
	}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: a.say("Écrit de quoi compléter les commandes au clavier", "Writes what completes commands at the keyboard"),
		Long: a.say("Écrit le script qui apprend à votre interpréteur de commandes à compléter celles de socle :\noptions, formats, noms des schémas, codes des vérifications.",
			"Writes the script that teaches your shell to complete the commands of socle:\noptions, formats, names of schemas, codes of checks."),
		Example:   "source <(socle completion bash)\nsocle completion zsh > ~/.zfunc/_socle\nsocle completion fish > ~/.config/fish/completions/socle.fish",
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				for _, s := range shells {
					if s.name == args[0] {
						return s.write(cmd.Root(), a.out)
					}
				}
			}
			return a.usage("donnez le nom de votre interpréteur de commandes : %s.", "give the name of your shell: %s.", a.any(names))
		},
	}
}

// completeFiles offers the files that can be judged, and folders.
func completeFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, e := range extensions {
		names = append(names, e[1:])
	}
	return names, cobra.ShellCompDirectiveFilterFileExt
}

// completeSchemas offers the datasets of the catalogue and, once an @ is
// written, their versions.
func (a *app) completeSchemas(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	c, err := a.catalogue()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	for _, e := range c.Entries() {
		names = append(names, e.Name)
		if begun != "" && strings.HasPrefix(e.Short(), begun) {
			names = append(names, e.Short())
		}
		if len(begun) > len(e.Name) && begun[:len(e.Name)+1] == e.Name+"@" {
			for _, v := range slices.Backward(e.Versions) {
				names = append(names, e.Name+"@"+v)
			}
		}
	}
	return names, cobra.ShellCompDirectiveDefault
}

// completeCodes offers the codes of the checks with their titles.
func (a *app) completeCodes(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var codes []string
	if len(args) == 0 {
		for _, c := range checks.All() {
			codes = append(codes, cobra.CompletionWithDesc(c.Code, c.Title.In(a.lang)))
		}
	}
	return codes, cobra.ShellCompDirectiveNoFileComp
}

// schemaFlag adds --schema, with its completion.
func (a *app) schemaFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().VarP(filled{to}, "schema", "s", a.say("`NOM[@VERSION]` dans le catalogue, ou fichier du schéma (sinon reconnu)", "`NAME[@VERSION]` in the catalogue, or file of the schema (else recognised)"))
	err := cmd.RegisterFlagCompletionFunc("schema", func(cmd *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
		return a.completeSchemas(cmd, nil, begun)
	})
	if err != nil {
		panic(err) // a flag that was not added a line above
	}
}
