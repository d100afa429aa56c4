package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help writes what a command does and how it is called.
func (a *app) help(cmd *cobra.Command, _ []string) {
	long := cmd.Long
	if long == "" {
		long = cmd.Short + "."
	}
	for i, paragraph := range strings.Split(long, "\n\n") {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		if !strings.Contains(paragraph, "\n  ") { // which is a list
			paragraph = strings.Join(wrap(paragraph, describedWidth), "\n")
		}
		fmt.Fprintln(a.out, paragraph)
	}
	a.section("Usage :", "Usage:", strings.ReplaceAll(cmd.UseLine(), "[flags]", "[options]"))
	if cmd.HasSubCommands() {
		a.section("Commandes :", "Commands:", commands(cmd))
	}
	if len(cmd.Aliases) > 0 {
		a.section("Autres noms :", "Other names:", strings.Join(cmd.Aliases, ", "))
	}
	a.section("Exemples :", "Examples:", cmd.Example)
	a.section("Options :", "Options:", a.flags(cmd.LocalFlags()))
	a.section("Options communes :", "Common options:", a.flags(cmd.InheritedFlags()))
}

// section writes a titled, indented block, unless it is empty.
func (a *app) section(fr, en, block string) {
	block = strings.TrimRight(block, " \n")
	if block == "" {
		return
	}
	fmt.Fprintf(a.out, "\n%s\n", a.say(fr, en))
	for line := range strings.SplitSeq(block, "\n") {
		fmt.Fprintf(a.out, "  %s\n", line)
	}
}

// commands lists the commands below cmd.
func commands(cmd *cobra.Command) string {
	var b strings.Builder
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			fmt.Fprintf(&b, "%-*s  %s\n", sub.NamePadding(), sub.Name(), sub.Short)
		}
	}
	return b.String()
}

// flags lists flags: each on a line of its own, and below it what it does.
func (a *app) flags(set *pflag.FlagSet) string {
	const indent = "        "
	var b strings.Builder
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		head := "    --" + f.Name
		if f.Shorthand != "" {
			head = "-" + f.Shorthand + ", --" + f.Name
		}
		fmt.Fprintln(&b, strings.TrimRight(head+" "+value, " "))
		if !slices.Contains([]string{"", "false", "0", "[]"}, f.DefValue) {
			usage += a.say(" (par défaut ", " (default ") + f.DefValue + ")"
		}
		for _, line := range wrap(usage, describedWidth-len("  "+indent)) {
			fmt.Fprintln(&b, indent+line)
		}
	})
	return b.String()
}

func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     a.say("help [COMMANDE]...", "help [COMMAND]..."),
		Aliases: []string{"aide"},
		Short:   a.say("Affiche l'aide d'une commande", "Shows the help of a command"),
		Example: a.say("socle aide valider", "socle help validate"),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			if of, _, err := cmd.Root().Find(args); err == nil {
				for _, sub := range of.Commands() {
					names = append(names, sub.Name())
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			of, rest, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return a.unknownCommand(of, rest[0])
			}
			a.help(of, nil)
			return nil
		},
	}
}

// doubleClicked is shown where somebody opens the program from the Windows
// Explorer: it cannot know the language yet.
const doubleClicked = `socle se lance depuis un terminal (PowerShell ou l'invite de commandes) : socle valider fichier.csv
socle is to be run in a terminal (PowerShell or the command prompt): socle validate file.csv
`
