package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate/france/cog"
)

// release is the version that a release is built with: -ldflags "-X main.release=1.2.0".
var release string

// versionName is the version of the program: of the release, else of the
// module as it was built.
func versionName() string {
	if release != "" {
		return release
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}

type versionJSON struct {
	Version   string      `json:"version"`
	Go        string      `json:"go"`
	Platform  string      `json:"platform"`
	COG       cogJSON     `json:"cog"`
	Catalogue []entryJSON `json:"catalogue"`
}

// cogJSON is what the list of communes says of itself.
type cogJSON struct {
	Source  string `json:"source"`
	Version string `json:"version"`
	Vintage string `json:"vintage"`
	Licence string `json:"licence"`
}

func (a *app) version() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "version",
		Short:   a.say("Affiche les versions du programme, de la liste des communes et du catalogue", "Shows the versions of the program, the list of communes and the catalogue"),
		Example: "socle version\nsocle version --json",
		Args:    a.noArgs,
		RunE:    func(*cobra.Command, []string) error { return a.printVersion(asJSON) },
	}
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

func (a *app) printVersion(asJSON bool) error {
	v := versionJSON{Version: versionName(), Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	v.COG.Source, v.COG.Version, v.COG.Vintage, v.COG.Licence = cog.About()
	for _, e := range schemas.Entries() {
		v.Catalogue = append(v.Catalogue, newEntryJSON(e))
	}
	if asJSON {
		return a.printJSON(v)
	}
	fmt.Fprintf(a.out, "socle %s (%s, %s)\n", v.Version, v.Go, v.Platform)
	fmt.Fprintf(a.out, "%s\n", a.say("Communes, EPCI, départements et régions : code officiel géographique %s, %s %s, %s",
		"Communes, EPCI, departments and regions: official geographical code %s, %s %s, %s",
		v.COG.Vintage, v.COG.Source, v.COG.Version, v.COG.Licence))
	fmt.Fprintf(a.out, "%s\n", a.count(len(v.Catalogue), "Catalogue : {n} {n|jeu|jeux} de données", "Catalogue: {n} {n|dataset|datasets}"))
	for _, e := range v.Catalogue {
		fmt.Fprintf(a.out, "  %s %s\n", e.Name, e.Latest)
	}
	return nil
}
