package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/territory"
)

func (a *app) territory() *cobra.Command {
	cmd := &cobra.Command{
		Use: "territory", Aliases: []string{"territoire", "territoires", "territories"}, SuggestionsMinimumDistance: 2,
		Short:   a.say("Montre un territoire, et récupère les contours de ses communes", "Shows a territory, and fetches the outlines of its communes"),
		Long:    a.say(territoryFR, territoryEN),
		Example: "socle territory show 59350\nsocle territory pull epci:200093201\nsocle territory list",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.group,
	}
	cmd.AddCommand(a.territoryShow(), a.territoryPull(), a.territoryList())
	return cmd
}

// kindWords name the kinds of territories for people.
var kindWords = map[territory.Kind]text.Text{
	territory.Commune:    {FR: "commune", EN: "commune"},
	territory.EPCI:       {FR: "intercommunalité", EN: "EPCI"},
	territory.Department: {FR: "département", EN: "department"},
	territory.Region:     {FR: "région", EN: "region"},
}

// kindWord says what a territory is.
func (a *app) kindWord(kind territory.Kind, code string) string {
	if kind == territory.Department && cog.RegionOf(code) == nil {
		return a.say("collectivité d'outre-mer", "overseas collectivity")
	}
	return kindWords[kind].In(a.lang)
}

// declared finds the territory that a text names.
func (a *app) declared(asked string) (*territory.Declared, error) {
	t, err := territory.Parse(asked)
	var wrong *territory.ParseError
	if !errors.As(err, &wrong) {
		return t, err
	}
	choices := make([]string, len(wrong.Choices))
	for i, c := range wrong.Choices {
		choices[i] = a.choiceOf(c)
	}
	offered := a.any(choices)
	if wrong.More > 0 {
		offered = strings.Join(choices, ", ") + a.count(wrong.More, " ou {n} {n|autre|autres}", " or {n} more")
	}
	switch {
	case wrong.Reason == territory.Ambiguous:
		return nil, a.usage("plusieurs territoires portent le nom « %s ». Écrivez le code : %s.", "several territories have the name %q. Write the code: %s.", asked, offered)
	case wrong.Reason == territory.Postal:
		return nil, a.usage("« %s » est un code postal ; il faut le code INSEE : %s.", "%q is a postal code; the INSEE code is needed: %s.", asked, offered)
	case wrong.Reason == territory.Part:
		return nil, a.usage("« %s » n'est plus une commune : elle fait partie d'une autre. Écrivez %s.", "%q is no commune any more: it is part of another. Write %s.", asked, offered)
	case len(choices) > 0:
		return nil, a.usage("il n'y a pas de territoire « %s ».%s", "there is no territory %q.%s", asked, a.meant(choices...))
	}
	return nil, a.usage("il n'y a pas de territoire « %s » : écrivez le code INSEE d'une commune (59350), le SIREN d'une intercommunalité (200093201), le code d'un département (59, 2A), d'une région (region:32), ou un nom.",
		"there is no territory %q: write the INSEE code of a commune (59350), the SIREN of an EPCI (200093201), the code of a department (59, 2A), of a region (region:32), or a name.", asked)
}

// choiceOf writes a choice: what to type, and what that is.
func (a *app) choiceOf(c territory.Choice) string {
	what := a.kindWord(c.Kind, c.Code)
	if c.In != "" && c.In != c.Name {
		what += ", " + c.In
	}
	return fmt.Sprintf("%s (%s, %s)", c.Write(), c.Name, what)
}

// title names a territory: "Lille, commune 59350".
func (a *app) title(t *territory.Declared) string {
	return t.Name + ", " + a.kindWord(t.Kind, t.Code) + " " + t.Code
}

const territoryFR = `Un territoire est ce que vos données sont censées couvrir : une commune, une intercommunalité, un département ou
une région. « socle valider --territory » vérifie que les communes, les collectivités et les points d'un fichier
en sont.

Un territoire s'écrit par son code : 59350 (code INSEE d'une commune), 200093201 (SIREN d'une intercommunalité ou
d'une commune, SIRET d'une commune), 59 ou 2A (département). Un département et une région peuvent avoir le même
code : seul, c'est celui du département ; celui d'une région s'écrit region:32. De même commune:59350,
epci:200093201, departement:59. Un nom convient s'il n'y en a qu'un : "Lille", "région:Bretagne".`

const territoryEN = `A territory is what your data are meant to cover: a commune, an EPCI (communes that have joined), a department or a
region. "socle validate --territory" checks that the communes, the authorities and the points of a file are of it.

A territory is written by its code: 59350 (INSEE code of a commune), 200093201 (SIREN of an EPCI or a commune,
SIRET of a commune), 59 or 2A (department). A department and a region may have the same code: alone, it is that of
the department; that of a region is written region:32. Likewise commune:59350, epci:200093201, departement:59.
A name will do if there is only one: "Lille", "région:Bretagne".`
