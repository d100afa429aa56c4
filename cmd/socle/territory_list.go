package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/validate/france/outline"
)

// An outlineJSON is one outline of the cache as --json writes it.
type outlineJSON struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Source  string `json:"source"`
	Fetched string `json:"fetched"`
	Size    int64  `json:"size"` // in bytes
}

func (a *app) territoryList() *cobra.Command {
	var asJSON bool
	var cache string
	cmd := &cobra.Command{
		Use: "list", Aliases: []string{"liste", "ls"},
		Short:   a.say("Liste les contours qui sont sur cette machine", "Lists the outlines that are on this machine"),
		Long:    a.say("Liste les contours de communes que « socle territory pull » a récupérés.", "Lists the outlines of communes that \"socle territory pull\" has fetched."),
		Example: "socle territory list\nsocle territory list --json",
		Args:    a.noArgs,
		RunE: func(*cobra.Command, []string) error {
			dir, err := a.outlinesDir(cache, "--cache")
			if err != nil {
				return err
			}
			entries, damaged, err := outline.List(dir)
			if err != nil {
				return a.usage("le dossier des contours %s ne peut pas être lu (%s).", "the folder of outlines %s cannot be read (%s).", dir, a.reason(err))
			}
			if asJSON {
				list := []outlineJSON{}
				for _, e := range entries {
					list = append(list, outlineJSON{e.Code, e.Name, e.Source, e.Fetched.Format(time.RFC3339), e.Size})
				}
				return a.printJSON(map[string]any{"cache": dir, "outlines": list, "damaged": append([]string{}, damaged...)})
			}
			a.printOutlines(dir, entries, damaged)
			return nil
		},
	}
	a.outlinesFlag(cmd, &cache, "cache")
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

// printOutlines writes a line for each outline, and what they come to.
func (a *app) printOutlines(dir string, entries []outline.Entry, damaged []string) {
	bytes := 0
	for _, e := range entries {
		bytes += int(e.Size)
		fmt.Fprintf(a.out, "%s %s, %s, %s\n", e.Code, shown(e.Name), e.Fetched.Format(time.DateOnly), a.size(int(e.Size)))
	}
	for _, name := range damaged {
		fmt.Fprintln(a.out, shown(name)+a.say(" : abîmé, à récupérer de nouveau", ": damaged, to be fetched again"))
	}
	if len(entries) == 0 && len(damaged) == 0 {
		fmt.Fprintln(a.out, a.say("Aucun contour. Pour en récupérer : socle territory pull 59350", "No outline. To fetch some: socle territory pull 59350"))
	} else {
		fmt.Fprintln(a.out, a.count(len(entries), "{n} {n|contour|contours}, ", "{n} {n|outline|outlines}, ")+a.size(bytes)+".")
	}
	fmt.Fprintln(a.out, a.say("Dossier des contours : ", "Folder of outlines: ")+shown(dir))
}
