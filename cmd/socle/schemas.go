package main

import (
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
)

func (a *app) schemas() *cobra.Command {
	cmd := &cobra.Command{
		Use: "schemas", Aliases: []string{"schema", "schémas", "schéma"}, SuggestionsMinimumDistance: 2,
		Short:   a.say("Montre le catalogue des schémas", "Shows the catalogue of schemas"),
		Long:    a.say("Montre les schémas du catalogue : quels jeux de données, quelles versions, et ce que chaque colonne doit contenir.", "Shows the schemas of the catalogue: which datasets, which versions, and what each column must contain."),
		Example: "socle schemas list\nsocle schemas show scdl/subventions",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.group,
	}
	cmd.AddCommand(a.schemasList(), a.schemasShow())
	return cmd
}

// An entryJSON is one dataset of the catalogue as --json writes it.
type entryJSON struct {
	Name     string   `json:"name"`
	Latest   string   `json:"latest"`
	Versions []string `json:"versions"` // the newest first
	Title    string   `json:"title"`
	Fields   int      `json:"fields"` // of the newest version
	Proposal bool     `json:"proposal"`
}

func newEntryJSON(e schemas.Entry) entryJSON {
	j := entryJSON{Name: e.Name, Latest: e.Latest(), Versions: slices.Clone(e.Versions)}
	slices.Reverse(j.Versions)
	if s, err := schemas.Find(e.Name); err == nil {
		j.Title, j.Fields, j.Proposal = s.Title, len(s.Fields), s.Proposal
	}
	return j
}

func (a *app) schemasList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"liste", "ls"},
		Short:   a.say("Liste les jeux de données et leurs versions", "Lists the datasets and their versions"),
		Example: "socle schemas list\nsocle schemas list --json",
		Args:    a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			list := []entryJSON{}
			for _, e := range schemas.Entries() {
				list = append(list, newEntryJSON(e))
			}
			if asJSON {
				return a.printJSON(map[string]any{"schemas": list})
			}
			return a.printed(a.printEntries(list))
		},
	}
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

func (a *app) printEntries(list []entryJSON) error {
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, a.say("NOM\tVERSION\tCOLONNES\tTITRE", "NAME\tVERSION\tCOLUMNS\tTITLE"))
	for _, e := range list {
		title := e.Title
		if e.Proposal {
			title += a.say(" (proposition de socle)", " (proposal of socle)")
		}
		if older := len(e.Versions) - 1; older > 0 {
			title += a.count(older, " (et {n} {n|version antérieure|versions antérieures})", " (and {n} older {n|version|versions})")
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\n", e.Name, e.Latest, e.Fields, title)
	}
	return w.Flush()
}

func (a *app) schemasShow() *cobra.Command {
	var asJSON, ofReport bool
	cmd := &cobra.Command{
		Use:     a.say("show NOM[@VERSION]|FICHIER", "show NAME[@VERSION]|FILE"),
		Aliases: []string{"montrer"},
		Short:   a.say("Montre ce que chaque colonne doit contenir", "Shows what each column must contain"),
		Long: a.say("Montre un schéma : ses colonnes, et ce qu'il faut y écrire. --json donne le document lui-même ; --report, le schéma (JSON Schema) du rapport JSON de socle.",
			"Shows a schema: its columns, and what is to be written there. --json gives the document itself; --report, the JSON Schema of the JSON report of socle."),
		Example:           "socle schemas show subventions\nsocle schemas show scdl/subventions@2.1.0 --json\nsocle schemas show --report",
		ValidArgsFunction: completeSchemas,
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case ofReport && len(args) == 0:
				return a.printDocument(report.Schema())
			case ofReport || len(args) != 1:
				return a.usage("donnez le nom d'un schéma, ou --report. La liste : socle schemas list", "give the name of one schema, or --report. The list: socle schemas list")
			}
			s, err := a.schemaFor(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return a.printDocument(s.Document)
			}
			a.describe(s)
			return nil
		},
	}
	a.jsonFlag(cmd, &asJSON)
	cmd.Flags().BoolVar(&ofReport, "report", false, a.say("montre le schéma du rapport JSON", "shows the schema of the JSON report"))
	return cmd
}

// printDocument writes a document as it is, with a line end.
func (a *app) printDocument(document []byte) error {
	a.out.Write(document)
	if n := len(document); n == 0 || document[n-1] != '\n' {
		a.out.WriteByte('\n')
	}
	return nil
}
