package main

import (
	"errors"
	"os"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/socle-commun/socle/schemas"
)

// group runs a command that only holds others: it shows its help, or says
// that there is no such command.
func (a *app) group(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return a.unknownCommand(cmd, args[0])
	}
	a.help(cmd, nil)
	return nil
}

// unknownCommand says that cmd has no command of that name.
func (a *app) unknownCommand(cmd *cobra.Command, name string) error {
	if _, err := os.Stat(name); err == nil && !cmd.HasParent() {
		return a.usage("« %[1]s » est un fichier, pas une commande. Pour le vérifier : socle valider %[1]s",
			"%[1]q is a file, not a command. To check it: socle validate %[1]s", name)
	}
	similar := cmd.SuggestionsFor(name)
	for _, sub := range cmd.Commands() {
		if len(similar) > 0 {
			break
		}
		for _, alias := range sub.Aliases {
			if levenshtein.ComputeDistance(name, alias) <= cmd.SuggestionsMinimumDistance {
				similar = append(similar, alias)
			}
		}
	}
	return a.usage("la commande « %s » n'existe pas.%s La liste : %s --help", "there is no command %q.%s The list: %s --help",
		name, a.meant(similar...), cmd.CommandPath())
}

// flagError says what is wrong with a flag. What stands before the flag comes
// first: where it is no command, that is the fault.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	if cmd.HasSubCommands() && cmd.Flags().NArg() > 0 {
		return a.unknownCommand(cmd, cmd.Flags().Arg(0))
	}
	var (
		unknown *pflag.NotExistError
		empty   *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		bad     *badValue
		syntax  *pflag.InvalidSyntaxError
	)
	noValue := func(f *pflag.Flag) error {
		return a.usage("l'option --%s attend une valeur. Voir : %s --help", "the option --%s needs a value. See: %s --help", f.Name, cmd.CommandPath())
	}
	switch {
	case errors.As(err, &unknown):
		return a.unknownFlag(cmd, unknown)
	case errors.As(err, &empty):
		return noValue(empty.GetFlag())
	case errors.As(err, &invalid) && errors.Is(err, errBlank):
		return noValue(invalid.GetFlag())
	case errors.As(err, &invalid) && errors.As(err, &bad):
		return a.usage("la valeur « %s » ne convient pas à --%s : écrivez %s.", "the value %q does not suit --%s: write %s.",
			invalid.GetValue(), invalid.GetFlag().Name, bad.expected(a))
	case errors.As(err, &invalid):
		return a.usage("la valeur « %s » ne convient pas à --%s.", "the value %q does not suit --%s.", invalid.GetValue(), invalid.GetFlag().Name)
	case errors.As(err, &syntax):
		return a.usage("« %s » n'est pas une option bien écrite.", "%q is not a well-written option.", syntax.GetSpecifiedFlag())
	}
	return &failed{exitUsage, err.Error()}
}

// unknownFlag names the nearest flag of the command.
func (a *app) unknownFlag(cmd *cobra.Command, e *pflag.NotExistError) error {
	if letters := e.GetSpecifiedShortnames(); letters != "" {
		return a.usage("l'option -%s n'existe pas. Voir : %s --help", "there is no option -%s. See: %s --help", e.GetSpecifiedName(), cmd.CommandPath())
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	near := schemas.Nearest(e.GetSpecifiedName(), names)
	if near != "" {
		near = "--" + near
	}
	return a.usage("l'option --%s n'existe pas.%s Voir : %s --help", "there is no option --%s.%s See: %s --help",
		e.GetSpecifiedName(), a.meant(near), cmd.CommandPath())
}
