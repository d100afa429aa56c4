package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// boundMessages gives the messages of a check of a bound: its own, and the one
// on NaN, which is neither above nor below anything.
func boundMessages(own validate.Message) map[string]validate.Message {
	return map[string]validate.Message{"": own, "not-a-number": {
		Say: text.Text{
			FR: "« {value} » n'est pas une quantité : la colonne « {field} » a pour borne {expected}.",
			EN: `"{value}" is not a quantity: the column "{field}" is bounded by {expected}.`,
		},
		Hint: text.Text{FR: "Écrivez un nombre.", EN: "Write a number."},
	}}
}

// outside reports a cell that does not keep to a bound.
func outside(p *validate.Pass, c *validate.Cell, bound *schemas.Bound) {
	outsideFinding(p, c, bound)
}

// outsideFinding gives the finding, for more to be said: nil where nothing is.
func outsideFinding(p *validate.Pass, c *validate.Cell, bound *schemas.Bound) *validate.Finding {
	finding := p.Fault(c).With("expected", bound.Text)
	if c.Field.Type.IsNaN(c.Key) {
		finding.Because("not-a-number")
		return nil
	}
	return finding
}

// offLimits is outside for bounds that coordinates have.
func offLimits(p *validate.Pass, c *validate.Cell, bound *schemas.Bound) {
	if finding := outsideFinding(p, c, bound); finding != nil {
		misplaced(p, c, finding)
	}
}

// misplaced says of a coordinate out of its bounds that it is swapped with the
// other one, or in metres, where that explains it.
func misplaced(p *validate.Pass, c *validate.Cell, finding *validate.Finding) {
	for _, s := range spotsOf(p.Job.Schema) {
		if s.lon == s.lat || s.lon != c.Field && s.lat != c.Field {
			continue
		}
		lon, lat, ok := s.read(p.Row())
		if !ok {
			continue
		}
		at := judgePlace(lon, lat)
		own, other := at.lon, s.lat
		if s.lat == c.Field {
			own, other = at.lat, s.lon
		}
		switch at.siting {
		case sitedSwapped:
			finding.Because("swapped").With("other", p.Job.Header.Columns[p.Row().Of(other.Index).Column].Label)
			writeIf(finding, c.Field, string(p.Row().Of(other.Index).Raw))
		case sitedInMetres:
			finding.Because("projected").With("system", at.system)
			writeIf(finding, c.Field, sixDecimals(own))
		}
	}
}

// coordinateMessages adds to the messages of a bound what is said of
// coordinates.
func coordinateMessages(messages map[string]validate.Message) map[string]validate.Message {
	messages["swapped"] = validate.Message{
		Say:  text.Text{FR: "« {value} » n'est pas possible dans « {field} » : la longitude et la latitude sont inversées.", EN: `"{value}" is not possible in "{field}": longitude and latitude are swapped.`},
		Hint: text.Text{FR: "Échangez-la avec la valeur de « {other} », et écrivez ici {fix}.", EN: `Exchange it with the value of "{other}", and write {fix} here.`},
	}
	return messages
}

// metresMessages adds to the messages of a bound what is said of metres.
func metresMessages(messages map[string]validate.Message) map[string]validate.Message {
	messages["projected"] = validate.Message{
		Say:  text.Text{FR: "« {value} » est en mètres ({system}) ; on attend des degrés.", EN: `"{value}" is in metres ({system}); degrees are expected.`},
		Hint: text.Text{FR: "Écrivez {fix}, ou exportez toute la colonne en WGS84 (EPSG:4326).", EN: "Write {fix}, or export the whole column in WGS84 (EPSG:4326)."},
	}
	return messages
}
