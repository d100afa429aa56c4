// Package territory knows where France lies, and what a territory is that somebody
// declares.
//
// At tells by a rectangle or more around the land of each territory of France,
// overseas ones included. Parse finds the commune, the EPCI, the department or
// the region that a user means; a Declared knows the codes and numbers of its
// communes, and a Land says whether places lie in it.
//
// The territories of France are those that articles 72-3 and following of the
// Constitution name. Each rectangle goes from extreme point to extreme point of
// the land, small islands included, and is rounded outwards to hundredths of a
// degree or more: it holds some places of neighbours and of the sea, and every
// French one. For metropolitan France the points are Ouessant, the Lavezzi
// islands, Fiorentine in Corsica and Bray-Dunes.
package territory

// A Territory is a part of France, with a rectangle around its land.
type Territory struct {
	Name                     string  // in French, as people call it
	West, South, East, North float64 // degrees of WGS84, inclusive
}

// list holds the territories, the most met first. A territory whose islands lie
// far apart has several rectangles.
var list = []Territory{
	{"la métropole", -5.2, 41.3, 9.6, 51.1},
	{"La Réunion", 55.2, -21.42, 55.86, -20.85},
	{"la Guadeloupe", -61.86, 15.8, -60.97, 16.54},
	{"la Martinique", -61.25, 14.36, -60.79, 14.9},
	{"la Guyane", -54.61, 2.1, -51.6, 5.8},
	{"Mayotte", 44.95, -13.05, 45.35, -12.6},
	{"la Nouvelle-Calédonie", 162.8, -23.1, 168.3, -17.9},
	{"la Polynésie française", -154.8, -28, -134.3, -7.7},
	{"Saint-Martin", -63.18, 18.02, -62.95, 18.15},
	{"Saint-Barthélemy", -62.98, 17.85, -62.76, 17.99},
	{"Saint-Pierre-et-Miquelon", -56.55, 46.7, -56.05, 47.2},
	{"Wallis-et-Futuna", -178.3, -14.45, -176, -13.1},
	{"la Nouvelle-Calédonie", 158.1, -21.9, 159.9, -18.9}, // the reefs of Chesterfield and Bellona
	{"les Terres australes", 68.3, -50.2, 70.8, -48.3},    // Kerguelen
	{"les Terres australes", 50, -46.6, 52.5, -45.8},      // Crozet
	{"les Terres australes", 77.3, -38.9, 77.8, -37.6},    // Saint-Paul and Amsterdam
	{"les Terres australes", 136, -90, 142, -65},          // Terre Adélie
	{"les îles Éparses", 40.2, -22.5, 40.5, -22.2},        // Europa
	{"les îles Éparses", 39.5, -21.7, 39.9, -21.2},        // Bassas da India
	{"les îles Éparses", 42.6, -17.2, 42.9, -16.9},        // Juan de Nova
	{"les îles Éparses", 47.1, -11.7, 47.5, -11.3},        // Glorieuses
	{"les îles Éparses", 54.4, -16, 54.65, -15.75},        // Tromelin
	{"Clipperton", -109.4, 10.2, -109.1, 10.4},
}

// english are the names that English has of its own.
var english = map[string]string{
	"la métropole": "metropolitan France", "La Réunion": "Réunion", "la Guadeloupe": "Guadeloupe", "la Martinique": "Martinique",
	"la Guyane": "French Guiana", "la Nouvelle-Calédonie": "New Caledonia", "la Polynésie française": "French Polynesia",
	"Saint-Pierre-et-Miquelon": "Saint Pierre and Miquelon", "Wallis-et-Futuna": "Wallis and Futuna",
	"les Terres australes": "the French Southern Lands", "les îles Éparses": "the Scattered Islands",
}

// English gives the name of the territory in English.
func (t *Territory) English() string {
	if name, ok := english[t.Name]; ok {
		return name
	}
	return t.Name
}

// At gives the territory in whose rectangle a place lies, or nil. It is nil for
// what is no place, NaN among it. The Territory is not to be changed.
func At(lon, lat float64) *Territory {
	for i := range list {
		t := &list[i]
		if lon >= t.West && lon <= t.East && lat >= t.South && lat <= t.North {
			return t
		}
	}
	return nil
}
