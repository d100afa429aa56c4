package checks

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var jsonEnum = &validate.Check{
	Code:     "json-enum",
	Severity: validate.Error,
	Since:    "0.3.0",
	Title:    text.Text{FR: "Propriété hors liste", EN: "Property not in the list"},
	Why: text.Text{
		FR: "Le schéma donne la liste des valeurs possibles de cette propriété, accents et majuscules compris, et la valeur n'y est pas.",
		EN: "The schema lists the possible values of this property, down to accents and capitals, and the value is not among them.",
	},
	Mend: text.Text{
		FR: "Choisissez une valeur de la liste et recopiez-la exactement.",
		EN: "Choose a value of the list and copy it exactly.",
	},
	Bad:  `[{"ame_d": "voie verte"}]`,
	Good: `[{"ame_d": "VOIE VERTE"}]`,
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » ne fait pas partie des valeurs possibles de la propriété « {place} », ligne {row}.", EN: `"{value}" is not one of the possible values of the property "{place-en}", row {row}.`},
			Hint: text.Text{FR: "Valeurs possibles : {values}.", EN: "Possible values: {values-en}."},
		},
		"same": {
			Say:  text.Text{FR: "« {value} » n'est pas écrit comme le veut la propriété « {place} », ligne {row}.", EN: `"{value}" is not written as the property "{place-en}" wants it, row {row}.`},
			Hint: text.Text{FR: "Écrivez « {fix} ».", EN: `Write "{fix}".`},
		},
		"similar": {
			Say:  text.Text{FR: "« {value} » ne fait pas partie des valeurs possibles de la propriété « {place} », ligne {row}.", EN: `"{value}" is not one of the possible values of the property "{place-en}", row {row}.`},
			Hint: text.Text{FR: "Vouliez-vous écrire « {similar} » ? Valeurs possibles : {values}.", EN: `Did you mean "{similar}"? Possible values: {values-en}.`},
		},
		"shape": {
			Say:  text.Text{FR: "La géométrie de la ligne {row} est {kind} ; le schéma demande {type}.", EN: "The geometry of row {row} is {kind-en}; the schema asks for {type-en}."},
			Hint: text.Text{FR: "Dessinez-la à nouveau, ou mettez cette donnée dans un autre fichier.", EN: "Draw it anew, or put this data into another file."},
		},
		"only": {
			Say:  text.Text{FR: "La propriété « {place} » de la ligne {row} contient « {value} » ; la seule valeur possible est {values}.", EN: `The property "{place-en}" of row {row} holds "{value}"; the only possible value is {values-en}.`},
			Hint: text.Text{FR: "Recopiez-la exactement.", EN: "Copy it exactly."},
		},
	},
}

// shapeWords says the types of geometries to people.
var shapeWords = map[string]text.Text{
	"Point": {FR: "un point", EN: "a point"}, "MultiPoint": {FR: "plusieurs points (MultiPoint)", EN: "several points (MultiPoint)"},
	"LineString": {FR: "une ligne", EN: "a line"}, "MultiLineString": {FR: "plusieurs lignes (MultiLineString)", EN: "several lines (MultiLineString)"},
	"Polygon": {FR: "un polygone", EN: "a polygon"}, "MultiPolygon": {FR: "plusieurs polygones (MultiPolygon)", EN: "several polygons (MultiPolygon)"},
	"GeometryCollection": {FR: "une collection de géométries", EN: "a collection of geometries"},
}

// tellEnum lists the values, and looks for the one that is meant.
func (j *jsonFault) tellEnum() {
	j.withList("values", j.Allowed)
	if kind, ok := shapeWords[j.value]; ok && j.Place == "geometry.type" {
		var fr, en []string
		for _, name := range j.Allowed {
			fr, en = append(fr, shapeWords[name].FR), append(en, shapeWords[name].EN)
		}
		j.f.Because("shape").With("kind", kind.FR).With("kind-en", kind.EN).With("type", strings.Join(fr, " ou ")).With("type-en", strings.Join(en, " or "))
		return
	}
	if len(j.Allowed) == 1 {
		j.f.Because("only")
	}
	if j.Kind != "string" {
		return
	}
	if fix := alike(j.Allowed)[singular(j.value)]; fix != "" && fix != j.value {
		j.f.Because("same").Write(fix)
	} else if similar := near(j.value, j.Allowed); similar != "" && len(j.Allowed) > 1 {
		j.f.Because("similar").With("similar", similar)
	}
}
