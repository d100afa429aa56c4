package territory

import (
	"fmt"

	"github.com/socle-commun/socle/validate/france/cog"
)

// A Choice is a territory that somebody may mean.
type Choice struct {
	Kind Kind
	Code string
	Name string
	In   string // of a commune: the name of its department, which tells homonyms apart; else ""
}

// Write is the shortest text that Parse takes for the choice. A code of two or
// three signs alone is a department's.
func (c Choice) Write() string {
	if c.Kind == Region {
		return c.Kind.String() + ":" + c.Code
	}
	return c.Code
}

// A Reason says why a text is no territory.
type Reason uint8

// The reasons.
const (
	Unknown   Reason = iota // no territory has the code or the name; Choices are like it
	Ambiguous               // Choices all have it
	Postal                  // it is a postal code; Choices are the communes that it serves
	Part                    // it is a part of a commune of today, or a former commune; Choices is that commune
)

// A ParseError says why a text is no territory, and what may be meant.
type ParseError struct {
	Asked   string
	Kind    string // the word before the colon, as it is understood; "" where there is none
	Reason  Reason
	Choices []Choice // a few, the likeliest first
	More    int      // how many there are besides
}

// Error says it in English.
func (e *ParseError) Error() string {
	return fmt.Sprintf("%q is no territory: %s", e.Asked, [...]string{"nothing has that code or name", "several have that name", "a postal code", "a part of a commune"}[e.Reason])
}

// mostChoices is how many choices an error has.
const mostChoices = 6

// offer keeps the first choices.
func (e *ParseError) offer(choices []Choice) {
	kept := min(len(choices), mostChoices)
	e.Choices, e.More = choices[:kept:kept], len(choices)-kept
}

func ofCommune(c *cog.Commune) Choice {
	out := Choice{Kind: Commune, Code: c.Code, Name: c.Name}
	if d := cog.FindDepartment(c.Department); d != nil {
		out.In = d.Name
	}
	return out
}

func ofEPCI(e *cog.EPCI) Choice { return Choice{Kind: EPCI, Code: e.SIREN, Name: e.Name} }

func ofDepartment(d *cog.Department) Choice {
	return Choice{Kind: Department, Code: d.Code, Name: d.Name}
}

func ofRegion(r *cog.Region) Choice { return Choice{Kind: Region, Code: r.Code, Name: r.Name} }
