package checks

import (
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/territory"
)

var territoryLimit = newTerritoryLimit(nil)

// newTerritoryLimit makes the notice of one territory; of none it finds nothing.
func newTerritoryLimit(l *territory.Land) *validate.Check {
	return &validate.Check{
		Code:     "territory-limit",
		Severity: validate.Notice,
		Since:    "0.3.0",
		Title:    text.Text{FR: "Limite du territoire déclaré", EN: "Limit of the declared territory"},
		Why: text.Text{
			FR: "Le fichier situe des lieux, et --territory déclare un territoire : cette remarque dit à quelle limite le contrôle « territory-point » les compare. Des rectangles laissent passer des points des communes voisines.",
			EN: "The file tells places, and --territory declares a territory: this notice says with which limit the check \"territory-point\" compares them. Rectangles let points of neighbouring communes pass.",
		},
		Mend: text.Text{
			FR: "Il n'y a rien à corriger dans le fichier. Pour des limites exactes, récupérez les contours avec « socle territory pull ».",
			EN: "There is nothing to mend in the file. For exact limits fetch the outlines with \"socle territory pull\".",
		},
		Messages: map[string]validate.Message{
			"": advise("Territoire déclaré : {territory}. Faute de contours sur cette machine, les points sont comparés à des rectangles autour de ses communes.", "Declared territory: {territory}. For want of outlines on this machine, points are compared with rectangles around its communes.",
				"Pour des limites exactes : socle territory pull {place}", "For exact limits: socle territory pull {place}"),
			"commune": advise("Territoire déclaré : {territory}. Faute de contour sur cette machine, les points sont comparés à un rectangle autour de la commune.", "Declared territory: {territory}. For want of an outline on this machine, points are compared with a rectangle around the commune.",
				"Pour des limites exactes : socle territory pull {place}", "For exact limits: socle territory pull {place}"),
			"around": advise("Territoire déclaré : {territory}. Faute de contours sur cette machine, les points sont comparés à un ou plusieurs rectangles qui l'entourent.", "Declared territory: {territory}. For want of outlines on this machine, points are compared with one or more rectangles around it.",
				"Pour des limites exactes : socle territory pull {place}", "For exact limits: socle territory pull {place}"),
			"outline": say("Territoire déclaré : {territory}. Les points sont comparés {n|au contour de sa commune|aux contours de ses communes}, à 100 mètres près.", "Declared territory: {territory}. Points are compared with the {n|outline of its commune|outlines of its communes}, give or take 100 metres."),
			"partly": advise("Territoire déclaré : {territory}. Les points sont comparés aux contours de {n} {n|commune|communes}, et à des rectangles pour {found} {found|autre|autres}.", "Declared territory: {territory}. Points are compared with the outlines of {n} {n|commune|communes}, and with rectangles for {found} {found|other|others}.",
				"Pour avoir tous les contours : socle territory pull {place}", "To have all outlines: socle territory pull {place}"),
		},
		File: func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
			if l == nil {
				return nil
			}
			spots := landSpotsOf(s)
			return func(p *validate.Pass, f *validate.File) {
				if f.Format == "geojson" || tellsPlaces(p.Job.Header, spots) {
					tellLimit(p, l)
				}
			}
		},
	}
}

// tellLimit says what points are compared with.
func tellLimit(p *validate.Pass, l *territory.Land) {
	finding := p.FileFault(validate.Notice, -1, -1).With("territory", territoryName(l)).With("place", l.Write())
	switch missing := len(l.Communes()) - l.Outlined; {
	case l.Outlined == 0 && l.Kind != territory.EPCI:
		if finding.Because("around"); len(l.Communes()) == 1 && hasRectangle(l.Code) {
			finding.Because("commune")
		}
	case l.Outlined == 0:
	case missing > 0:
		finding.Because("partly").With("n", strconv.Itoa(l.Outlined)).With("found", strconv.Itoa(missing))
	default:
		finding.Because("outline").With("n", strconv.Itoa(l.Outlined))
	}
}

// hasRectangle says whether a commune has a rectangle of its own.
func hasRectangle(code string) bool {
	_, ok := territory.RectangleOf(code)
	return ok
}

// tellsPlaces says whether a file has the columns of one of the spots.
func tellsPlaces(h *validate.Header, spots []spot) bool {
	for _, s := range spots {
		if h.Fields[s.lon.Index] >= 0 && h.Fields[s.lat.Index] >= 0 {
			return true
		}
	}
	return false
}
