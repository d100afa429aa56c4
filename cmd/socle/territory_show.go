package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/outline"
	"github.com/socle-commun/socle/validate/france/territory"
)

// A territoryJSON is a territory as --json writes it.
type territoryJSON struct {
	Ref         string        `json:"territory"` // as --territory takes it
	Kind        string        `json:"kind"`      // "commune", "epci", "departement", "region"
	Code        string        `json:"code"`
	Name        string        `json:"name"`
	Communes    []communeJSON `json:"communes"`
	Codes       []string      `json:"codes"` // of the communes, their parts and former communes
	SIRENs      []string      `json:"sirens"`
	PostalCodes []string      `json:"postal_codes"`
	Rectangles  [][4]float64  `json:"rectangles"` // west, south, east, north
	Outlined    int           `json:"outlined"`   // communes whose outlines are in the cache
	Missing     []string      `json:"missing"`    // codes of the others
}

type communeJSON struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

func newTerritoryJSON(t *territory.Declared, missing []string) territoryJSON {
	j := territoryJSON{
		Ref: t.Ref(), Kind: t.Kind.String(), Code: t.Code, Name: t.Name, Communes: []communeJSON{}, Codes: t.Codes(), SIRENs: t.SIRENs(),
		PostalCodes: t.PostalCodes(), Rectangles: [][4]float64{}, Outlined: len(t.Communes()) - len(missing), Missing: append([]string{}, missing...),
	}
	for _, c := range t.Communes() {
		j.Communes = append(j.Communes, communeJSON{c.Code, c.Name})
	}
	for _, r := range t.Rectangles() {
		j.Rectangles = append(j.Rectangles, [4]float64{r.West, r.South, r.East, r.North})
	}
	return j
}

func (a *app) territoryShow() *cobra.Command {
	var asJSON bool
	var cache string
	cmd := &cobra.Command{
		Use: a.say("show TERRITOIRE", "show TERRITORY"), Aliases: []string{"montrer"},
		Short:             a.say("Montre ce qui fait partie d'un territoire", "Shows what is part of a territory"),
		Long:              a.say("Montre les communes d'un territoire, leurs numéros et leurs codes postaux, et s'il y a leurs contours sur cette machine.", "Shows the communes of a territory, their numbers and postal codes, and whether their outlines are on this machine."),
		Example:           "socle territory show 59350\nsocle territory show \"Métropole européenne de Lille\"\nsocle territory show region:32 --json",
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return a.usage("donnez un territoire : socle territory show 59350", "give one territory: socle territory show 59350")
			}
			t, err := a.declared(args[0])
			if err != nil {
				return err
			}
			dir, err := a.outlinesDir(cache, "--cache")
			if err != nil {
				return err
			}
			_, missing := outline.LoadAll(dir, codesOf(t))
			if asJSON {
				return a.printJSON(newTerritoryJSON(t, missing))
			}
			a.printTerritory(t, missing)
			return nil
		},
	}
	a.outlinesFlag(cmd, &cache, "cache")
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

// codesOf lists the codes of the communes of today.
func codesOf(t *territory.Declared) []string {
	codes := make([]string, len(t.Communes()))
	for i, c := range t.Communes() {
		codes[i] = c.Code
	}
	return codes
}

// shownCommunes is how many communes a territory may have for them to be listed.
const shownCommunes = 200

// printTerritory describes a territory, on lines of at most describedWidth.
func (a *app) printTerritory(t *territory.Declared, missing []string) {
	fmt.Fprintln(a.out, a.title(t))
	if t.Kind == territory.Commune {
		a.printCommune(t.Communes()[0])
	} else {
		names := strconv.Itoa(len(t.Communes()))
		if len(t.Communes()) <= shownCommunes {
			var list []string
			for _, c := range t.Communes() {
				list = append(list, c.Name+" "+c.Code)
			}
			names += a.colon() + strings.Join(list, ", ")
		}
		a.fact("communes", "communes", names)
	}
	if t.Kind == territory.EPCI {
		a.fact("SIREN", "SIREN", t.Code)
	} else if t.Kind == territory.Commune {
		a.fact("SIREN", "SIREN", strings.Join(t.SIRENs(), ", "))
	}
	if t.Kind == territory.Commune || t.Kind == territory.EPCI {
		a.fact("codes postaux", "postal codes", strings.Join(t.PostalCodes(), ", "))
		a.fact("autres codes", "other codes", strings.Join(otherCodes(t), ", "))
	}
	have := len(t.Communes()) - len(missing)
	pull := "socle territory pull " + t.Write()
	switch {
	case have == 0:
		a.fact("contours", "outlines", a.say("aucun ; pour les récupérer : ", "none; to fetch them: ")+pull)
	case len(missing) > 0:
		a.fact("contours", "outlines", a.say("%d sur %d ; pour les récupérer : ", "%d of %d; to fetch them: ", have, len(t.Communes()))+pull)
	default:
		a.fact("contours", "outlines", a.count(have, "{n} {n|contour|contours}, au complet", "{n} {n|outline|outlines}, complete"))
	}
}

// printCommune says which territories a commune is in.
func (a *app) printCommune(c *cog.Commune) {
	if city, ok := cog.Find([]byte(c.Parent)); ok {
		a.fact("commune", "commune", city.Name+" "+city.Code)
	}
	if d := cog.FindDepartment(c.Department); d != nil {
		a.fact("département", "department", d.Name+" "+d.Code)
	}
	if r := cog.FindRegion(c.Region); r != nil {
		a.fact("région", "region", r.Name+" "+r.Code)
	}
	if e := cog.EPCIBySIREN([]byte(c.EPCI)); e != nil {
		a.fact("intercommunalité", "EPCI", e.Name+" "+e.SIREN)
	}
}

// otherCodes lists the codes of parts and former communes, with their names.
func otherCodes(t *territory.Declared) []string {
	var list []string
	for _, code := range t.Codes() {
		c, ok := cog.Find([]byte(code))
		if old, _, _, is := cog.FindOld(code); is {
			list = append(list, strings.TrimSpace(code+" "+old.Name))
		} else if ok && c.Parent != "" && t.Kind == territory.Commune && code != t.Code {
			list = append(list, code+" "+c.Name)
		}
	}
	return list
}

// factIndent is where the values of facts stand.
const factIndent = 20

// fact writes a named value, unless it is empty.
func (a *app) fact(fr, en, value string) {
	if value == "" {
		return
	}
	lines := wrap(value, describedWidth-factIndent)
	fmt.Fprintf(a.out, "  %-*s%s\n", factIndent-2, a.say(fr, en), strings.Join(lines, "\n"+strings.Repeat(" ", factIndent)))
}
