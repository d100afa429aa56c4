package territory

import (
	"sync"

	"github.com/socle-commun/socle/validate/france/cog"
)

// Rectangles lie around the land of the territory: one for each commune of a
// commune or an EPCI, one for each department of a department or a region, and
// those of the islands of an overseas collectivity. Every place of the
// territory lies in one of them, and so do some places of neighbours.
func (t *Declared) Rectangles() []Rectangle {
	departments := map[string]bool{}
	var all []Rectangle
	for _, c := range t.communes {
		if t.Kind == Commune || t.Kind == EPCI {
			all = append(all, aroundCommune(c)...)
			continue
		}
		if !departments[c.Department] {
			departments[c.Department] = true
			all = append(all, AroundDepartment(c.Department)...)
		}
	}
	return all
}

// aroundCommune gives the rectangle of a commune, or else those of its
// department.
func aroundCommune(c *cog.Commune) []Rectangle {
	if r, ok := RectangleOf(c.Code); ok {
		return []Rectangle{r}
	}
	return AroundDepartment(c.Department)
}

// AroundDepartment gives the rectangle around a department, or those of the
// islands of an overseas collectivity; none for what is neither.
func AroundDepartment(code string) []Rectangle {
	if names := collectivities[code]; names != nil {
		var all []Rectangle
		for i := range list {
			for _, name := range names {
				if t := &list[i]; t.Name == name {
					all = append(all, Rectangle{t.West, t.South, t.East, t.North})
				}
			}
		}
		return all
	}
	if r, ok := departmentRectangles()[code]; ok {
		return []Rectangle{r}
	}
	return nil
}

// departmentRectangles has the rectangles around all communes of departments.
var departmentRectangles = sync.OnceValue(func() map[string]Rectangle {
	all := map[string]Rectangle{}
	for i := range cog.Communes() {
		c := &cog.Communes()[i]
		r, ok := RectangleOf(c.Code)
		if !ok {
			continue
		}
		if whole, found := all[c.Department]; found {
			r = whole.around(r)
		}
		all[c.Department] = r
	}
	return all
})

// settled are the rectangles around all departments and the islands of all
// overseas collectivities.
var settled = sync.OnceValue(func() []Rectangle {
	var all []Rectangle
	for _, r := range departmentRectangles() {
		all = append(all, r)
	}
	for code := range collectivities {
		all = append(all, AroundDepartment(code)...)
	}
	return all
})

// Settled says whether a place lies in a rectangle around a department or an
// overseas collectivity. That is narrower than At: the rectangle of metropolitan
// France has much sea, and some of Spain and Italy.
func Settled(lon, lat float64) bool {
	for _, r := range settled() {
		if r.Has(lon, lat) {
			return true
		}
	}
	return false
}

// collectivities are the overseas collectivities by code, as list names their
// land.
var collectivities = map[string][]string{
	"975": {"Saint-Pierre-et-Miquelon"},
	"977": {"Saint-Barthélemy"},
	"978": {"Saint-Martin"},
	"984": {"les Terres australes", "les îles Éparses"},
	"986": {"Wallis-et-Futuna"},
	"987": {"la Polynésie française"},
	"988": {"la Nouvelle-Calédonie"},
	"989": {"Clipperton"},
}
