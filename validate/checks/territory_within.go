package checks

import (
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/territory"
)

// Within gives the rules about a declared territory. Those that All lists find
// nothing: they are there to be documented.
func Within(l *territory.Land) []*validate.Check {
	return []*validate.Check{newTerritoryCommune(l), newTerritorySIREN(l), newTerritoryPoint(l), newTerritoryLimit(l)}
}

// AllWithin is All with the rules about a declared territory in their places; it
// is All where l is nil.
func AllWithin(l *territory.Land) []*validate.Check {
	all := All()
	if l == nil {
		return all
	}
	for _, rule := range Within(l) {
		for i, c := range all {
			if c.Code == rule.Code {
				all[i] = rule
			}
		}
	}
	return all
}

// territoryName says which territory was declared, in either language.
func territoryName(l *territory.Land) string {
	if l.Kind == territory.EPCI || l.Kind == territory.Region {
		return l.Name
	}
	return l.Name + " (" + l.Code + ")"
}
