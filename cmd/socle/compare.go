package main

import (
	"errors"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/report"
	comparison "github.com/socle-commun/socle/report/compare"
)

func (a *app) compare() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     a.say("compare AVANT.json APRÈS.json", "compare BEFORE.json AFTER.json"),
		Aliases: []string{"comparer"}, SuggestFor: []string{"diff", "baseline", "evolution"},
		Short: a.say("Dit ce qui a changé entre deux rapports JSON", "Says what changed between two JSON reports"),
		Long:  a.say(compareFR, compareEN),
		Example: a.say("socle valider -f json -o avant.json subventions.csv\nsocle valider -f json -o apres.json subventions.csv\nsocle comparer avant.json apres.json",
			"socle validate -f json -o before.json subventions.csv\nsocle validate -f json -o after.json subventions.csv\nsocle compare before.json after.json"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"json"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.runCompare(args, asJSON) },
	}
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

func (a *app) runCompare(args []string, asJSON bool) error {
	if len(args) != 2 {
		return a.usage("donnez deux rapports JSON : celui d'avant et celui d'après.", "give two JSON reports: the earlier and the later one.")
	}
	if args[0] == "-" && args[1] == "-" {
		return a.usage("l'entrée standard ne peut être que l'un des deux rapports.", "standard input can be one of the two reports only.")
	}
	before, err := a.readReport(args[0])
	if err != nil {
		return err
	}
	after, err := a.readReport(args[1])
	if err != nil {
		return err
	}
	r := comparison.Reports(before, after)
	if asJSON {
		if err := a.printed(report.WriteJSON(a.out, r)); err != nil {
			return err
		}
	} else {
		a.printComparison(args[0], args[1], r)
	}
	switch {
	case r.Unjudged > 0:
		return &failed{code: exitUnjudged}
	case r.New.Errors > 0:
		return &failed{code: exitFindings}
	}
	return nil
}

// readReport reads a JSON report, "-" being standard input.
func (a *app) readReport(path string) (*comparison.Report, error) {
	in := a.stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, a.unreadReport(path, err)
		}
		defer f.Close()
		in = f
	}
	r, err := comparison.Read(in)
	if err != nil {
		return nil, a.unreadReport(path, err)
	}
	return r, nil
}

// unreadReport says why a report cannot be read.
func (a *app) unreadReport(path string, err error) error {
	why := ""
	var not *comparison.NotReport
	switch {
	case errors.As(err, &not):
		why = not.Say.In(a.lang)
	case errors.Is(err, io.ErrNoProgress):
		why = a.say("il ne donne rien", "it gives nothing")
	default:
		why = a.reason(err)
	}
	return a.usage("le rapport %s ne peut pas être lu : %s.", "the report %s cannot be read: %s.", path, why)
}

const compareFR = `Compare deux rapports écrits par « socle valider -f json » : ce qui est nouveau, ce qui a disparu, ce qui reste. Une
faute est la même si son contrôle, sa gravité, sa colonne et sa valeur sont les mêmes, où qu'elle soit dans le
fichier : ajouter ou trier des lignes ne change rien. Les fichiers se correspondent par leur chemin, sinon par leur nom.

Les totaux d'un rapport sont exacts, mais il ne garde pas toujours chaque faute (--max-findings) : ce sont alors les
nombres qui sont comparés, et c'est dit (« au moins »).

Codes de sortie : 0 aucune erreur nouvelle · 1 des erreurs nouvelles · 2 un fichier n'est pas un rapport ·
3 un fichier du second rapport n'a pas pu être jugé jusqu'au bout.`

const compareEN = `Compares two reports written by "socle validate -f json": what is new, what is gone, what is left. A fault is the same
if its check, severity, column and value are, wherever it stands in the file: adding or sorting rows changes nothing.
Files are matched by their paths, or else by their names.

The totals of a report are exact, but it does not always keep every fault (--max-findings): then the numbers are
compared, and that is said ("at least").

Exit codes: 0 no new error · 1 new errors · 2 a file is not a report · 3 a file of the second report could not be
judged to its end.`
