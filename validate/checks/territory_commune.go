package checks

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/territory"
)

var territoryCommune = newTerritoryCommune(nil)

// newTerritoryCommune makes the check of one territory; of none it finds nothing.
func newTerritoryCommune(l *territory.Land) *validate.Check {
	return &validate.Check{
		Code:     "territory-commune",
		Severity: validate.Error,
		Since:    "0.3.0",
		Title:    text.Text{FR: "Commune hors du territoire déclaré", EN: "Commune outside of the declared territory"},
		Why: text.Text{
			FR: "Le code INSEE de la ligne désigne une commune qui n'est pas dans le territoire que --territory déclare : la ligne vient d'un autre fichier, ou le code est faux. Les arrondissements, les communes déléguées ou associées et les anciens codes des communes du territoire en font partie. Sans --territory, rien n'est vérifié.",
			EN: "The INSEE code of the row names a commune that is not in the territory which --territory declares: the row comes from another file, or the code is wrong. Arrondissements, delegated and associated communes and former codes of the communes of the territory are part of it. Without --territory nothing is checked.",
		},
		Mend: text.Text{
			FR: "Corrigez le code, ou enlevez la ligne si elle n'est pas du territoire. Si le territoire est plus grand, déclarez-le en entier, par exemple l'intercommunalité.",
			EN: "Correct the code, or remove the row if it is not of the territory. If the territory is larger, declare all of it, such as the EPCI.",
		},
		Bad:  "code_insee\n29019",
		Good: "code_insee\n35238",
		Messages: map[string]validate.Message{
			"": advise("« {value} » est le code de la commune {commune} ({place}), qui n'est pas dans le territoire déclaré : {territory}.", `"{value}" is the code of the commune {commune} ({place}), which is not in the declared territory: {territory}.`,
				"Corrigez le code, ou enlevez la ligne.", "Correct the code, or remove the row."),
			"former": advise("« {value} » est un ancien code de la commune {commune} ({place}), qui n'est pas dans le territoire déclaré : {territory}.", `"{value}" is a former code of the commune {commune} ({place}), which is not in the declared territory: {territory}.`,
				"Corrigez le code, ou enlevez la ligne.", "Correct the code, or remove the row."),
			"postal": advise("« {value} » est un code postal du territoire déclaré, {territory}, et non un code INSEE.", `"{value}" is a postal code of the declared territory, {territory}, and not an INSEE code.`,
				"Le code INSEE se trouve sur insee.fr.", "The INSEE code is on insee.fr."),
			"unknown": advise("« {value} » n'est le code INSEE d'aucune commune du territoire déclaré : {territory}.", `"{value}" is the INSEE code of no commune of the declared territory: {territory}.`,
				"Le code INSEE se trouve sur insee.fr.", "The INSEE code is on insee.fr."),
		},
		After: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
			fields := communeCodesOf(s)
			if l == nil || fields == nil {
				return nil
			}
			key, commune := balKeyOf(s)
			return func(p *validate.Pass, r *validate.Row) {
				for _, f := range fields {
					if c := r.Of(f.Index); c.State == validate.Valid && !l.HasCommune(c.Raw) {
						faultCommune(p, l, c, c.Raw)
					}
				}
				if key == nil || commune != nil && r.Of(commune.Index).State == validate.Valid {
					return
				}
				if c := r.Of(key.Index); c.State == validate.Valid && len(c.Raw) > 5 && c.Raw[5] == '_' && !l.HasCommune(c.Raw[:5]) {
					faultCommune(p, l, c, c.Raw[:5])
				}
			}
		},
	}
}

// faultCommune reports a code that is not of the territory, unless it is no code
// and something has been said of that.
func faultCommune(p *validate.Pass, l *territory.Land, c *validate.Cell, code []byte) {
	upper := strings.ToUpper(validate.Clip(code))
	commune, ok := cog.Find([]byte(upper))
	reason := ""
	if !ok {
		if _, commune, _, ok = cog.FindOld(upper); ok {
			reason = "former"
		}
	}
	if !ok && p.Told(c.Field.Index) {
		return
	}
	finding := p.Fault(c)
	if finding == nil {
		return
	}
	finding.With("territory", territoryName(l))
	switch {
	case ok:
		finding.Because(reason).With("commune", commune.Name).With("place", departmentName(commune.Department))
	case l.HasPostalCode(code):
		finding.Because("postal")
		if served := cog.ByPostalCode(code); len(served) == 1 {
			finding.Write(served[0].Code)
		}
	default:
		finding.Because("unknown")
	}
}

// departmentName is the name of a department, or its code where there is none.
func departmentName(code string) string {
	if d := cog.FindDepartment(code); d != nil {
		return d.Name
	}
	return code
}

// moreCommuneCodes are the names, besides those of communeWords, of fields that
// tell by an INSEE code where a row belongs.
var moreCommuneCodes = []string{"collinsee", "communedelegueeinsee", "frinseecode", "menurestinsee", "menurestaurantinsee", "restaurantinsee"}

// otherCommuneCodes are those that tell where somebody else is at home: an
// association, a supplier.
var otherCommuneCodes = []string{"adrscodeinsee", "platproduitfournisseurinsee", "platprodfourninsee"}

// communeCodesOf lists the fields of a schema that tell by an INSEE code where a
// row belongs.
func communeCodesOf(s *schemas.Schema) []*schemas.Field {
	var fields []*schemas.Field
	for i := range s.Fields {
		f := &s.Fields[i]
		name := unsigned(f.Name)
		named := slices.Contains(communeWords[0], name) || slices.Contains(moreCommuneCodes, name)
		if (named || f.HasCheck(codeCommuneNames...)) && !slices.Contains(otherCommuneCodes, name) {
			fields = append(fields, f)
		}
	}
	if key, _ := balKeyOf(s); key != nil && fields == nil {
		fields = []*schemas.Field{}
	}
	return fields
}

// balKeyOf gives the field of the address format whose value begins with the
// code of the commune, and the field that has the code alone; nil for those that
// a schema does not have.
func balKeyOf(s *schemas.Schema) (key, commune *schemas.Field) {
	if !s.HasCheck("bal-cle-interop") {
		return nil, nil
	}
	names := newBALNames(s)
	field := func(i int) *schemas.Field {
		if i < 0 {
			return nil
		}
		return &s.Fields[i]
	}
	return field(names.key), field(names.commune)
}
