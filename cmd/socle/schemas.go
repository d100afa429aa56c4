package main

import (
	"fmt"
	"slices"

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
	cmd.AddCommand(a.schemasList(), a.schemasShow(), a.schemasTemplate(), a.schemasDiff(), a.schemasLint(), a.schemasPull())
	return cmd
}

// An entryJSON is one dataset of the catalogue as --json writes it.
type entryJSON struct {
	Name          string   `json:"name"`
	Kind          string   `json:"kind"` // "tableschema", "jsonschema", "datapackage", or "other" for documentation only
	Latest        string   `json:"latest"`
	Versions      []string `json:"versions"` // the newest first
	Title         string   `json:"title"`
	Fields        int      `json:"fields"` // of the newest version: columns, properties or resources
	Proposal      bool     `json:"proposal"`
	Own           bool     `json:"own"`                     // from a folder of the user's
	Documentation string   `json:"documentation,omitempty"` // where there is nothing else
}

func newEntryJSON(e schemas.Entry) entryJSON {
	j := entryJSON{Name: e.Name, Latest: e.Latest(), Versions: slices.Clone(e.Versions), Own: e.Folder != ""}
	slices.Reverse(j.Versions)
	if s, err := e.Summary(); err == nil {
		j.Kind, j.Title, j.Proposal, j.Fields = s.Kind.String(), s.Title, s.Proposal, s.Fields
	}
	return j
}

// documentedEntries lists the schemas that exist as documentation only.
func documentedEntries() []entryJSON {
	var list []entryJSON
	for _, d := range schemas.AllDocumented() {
		j := entryJSON{Name: d.Name, Kind: "other", Latest: d.Versions[len(d.Versions)-1], Versions: slices.Clone(d.Versions), Title: d.Title, Documentation: d.Documentation}
		slices.Reverse(j.Versions)
		list = append(list, j)
	}
	return list
}

func (a *app) schemasList() *cobra.Command {
	var asJSON, all bool
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"liste", "ls"},
		Short: a.say("Liste les jeux de données et leurs versions", "Lists the datasets and their versions"),
		Long: a.say("Liste les jeux de données : vos propres schémas d'abord, puis ceux du catalogue. --all y ajoute ceux du catalogue national qui n'existent que sous forme de documentation.",
			"Lists the datasets: your own schemas first, then those of the catalogue. --all adds those of the national catalogue that exist as documentation only."),
		Example: "socle schemas list\nsocle schemas list --all\nsocle schemas list --json",
		Args:    a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.catalogue()
			if err != nil {
				return err
			}
			list := []entryJSON{}
			for _, e := range c.Entries() {
				list = append(list, newEntryJSON(e))
			}
			if all {
				list = append(list, documentedEntries()...)
			}
			if asJSON {
				return a.printJSON(map[string]any{"schemas": list})
			}
			return a.printed(a.printEntries(list))
		},
	}
	a.jsonFlag(cmd, &asJSON)
	cmd.Flags().BoolVar(&all, "all", false, a.say("ajoute les schémas qui n'existent que sous forme de documentation", "adds the schemas that exist as documentation only"))
	return cmd
}

// printEntries writes the list, two lines for each entry, then the
// documentation of what has nothing else.
func (a *app) printEntries(list []entryJSON) error {
	var documented []entryJSON
	for _, e := range list {
		if e.Documentation != "" {
			documented = append(documented, e)
			continue
		}
		fmt.Fprintf(a.out, "%s %s, %s\n", shown(e.Name), shown(e.Latest), a.entrySize(e))
		a.lines("    ", a.entryTitle(e))
	}
	if len(documented) == 0 {
		return nil
	}
	fmt.Fprintf(a.out, "\n%s\n", a.say("Sous forme de documentation seulement : socle ne peut rien vérifier avec ces schémas.",
		"As documentation only: socle can check nothing with these schemas."))
	for _, e := range documented {
		fmt.Fprintf(a.out, "%s %s%s%s\n    %s\n", e.Name, e.Latest, a.colon(), e.Title, e.Documentation)
	}
	return nil
}

// entryTitle is the title of an entry with what sets it apart.
func (a *app) entryTitle(e entryJSON) string {
	title := e.Title
	switch {
	case e.Own:
		title += a.say(" (le vôtre)", " (your own)")
	case e.Proposal:
		title += a.say(" (proposition de socle)", " (proposal of socle)")
	}
	if older := len(e.Versions) - 1; older > 0 {
		title += a.count(older, " (et {n} {n|version antérieure|versions antérieures})", " (and {n} older {n|version|versions})")
	}
	return title
}

// entrySize counts the columns of a table, or says what the entry is.
func (a *app) entrySize(e entryJSON) string {
	switch e.Kind {
	case schemas.JSON.String():
		return "JSON"
	case schemas.Package.String():
		return a.count(e.Fields, "{n} {n|fichier|fichiers}", "{n} {n|file|files}")
	}
	return a.count(e.Fields, "{n} {n|colonne|colonnes}", "{n} {n|column|columns}")
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
		ValidArgsFunction: a.completeSchemas,
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case ofReport && len(args) == 0:
				return a.printDocument(report.Schema())
			case ofReport || len(args) != 1:
				return a.usage("donnez le nom d'un schéma, ou --report. La liste : socle schemas list", "give the name of one schema, or --report. The list: socle schemas list")
			}
			if err := a.checkOfficial(args[0]); err != nil {
				return err
			}
			s, err := a.schemaFor(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return a.printDocument(s.Document)
			}
			a.describe(s)
			a.changes(s)
			return nil
		},
	}
	a.jsonFlag(cmd, &asJSON)
	a.officialFlag(cmd)
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
