package checks

import (
	"slices"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/territory"
)

var territorySIREN = newTerritorySIREN(nil)

// newTerritorySIREN makes the check of one territory; of none it finds nothing.
func newTerritorySIREN(l *territory.Land) *validate.Check {
	return &validate.Check{
		Code:     "territory-siren",
		Severity: validate.Warning,
		Since:    "0.3.0",
		Title:    text.Text{FR: "Collectivité hors du territoire déclaré", EN: "Authority outside of the declared territory"},
		Why: text.Text{
			FR: "Le SIREN ou le SIRET de la collectivité qui publie les données n'est pas celui du territoire que --territory déclare : celui de la commune ; ou celui de l'intercommunalité ou d'une de ses communes. Un établissement qui a son propre numéro, comme un CCAS, est signalé aussi. Pour un département ou une région, seuls le sont les communes et les intercommunalités d'ailleurs. Les numéros des bénéficiaires et des fournisseurs ne sont pas regardés. Sans --territory, rien n'est vérifié.",
			EN: "The SIREN or SIRET of the authority that publishes the data is not one of the territory which --territory declares: that of the commune; or that of the EPCI or one of its communes. A body with a number of its own, such as a CCAS, is reported too. For a department or a region only communes and EPCI of elsewhere are. The numbers of beneficiaries and suppliers are not looked at. Without --territory nothing is checked.",
		},
		Mend: text.Text{
			FR: "Mettez le numéro de votre collectivité : il se trouve sur annuaire-entreprises.data.gouv.fr. Si un autre organisme publie avec vous, laissez le sien.",
			EN: "Put the number of your authority: it is on annuaire-entreprises.data.gouv.fr. If another body publishes with you, leave its own.",
		},
		Bad:  "siret_collectivite\n21290019500018",
		Good: "siret_collectivite\n21350238800019",
		Messages: map[string]validate.Message{
			"": advise("« {value} » n'est pas le numéro d'une collectivité du territoire déclaré : {territory}.", `"{value}" is not the number of an authority of the declared territory: {territory}.`,
				"Vérifiez à qui est ce numéro sur annuaire-entreprises.data.gouv.fr.", "Look up whose number it is on annuaire-entreprises.data.gouv.fr."),
			"commune": advise("« {value} » est le numéro de la commune {commune} ({place}), et non celui d'une collectivité du territoire déclaré : {territory}.", `"{value}" is the number of the commune {commune} ({place}), not that of an authority of the declared territory: {territory}.`,
				"Mettez le numéro de votre collectivité.", "Put the number of your authority."),
			"epci": advise("« {value} » est le numéro de l'intercommunalité {home}, et non celui d'une collectivité du territoire déclaré : {territory}.", `"{value}" is the number of the EPCI {home}, not that of an authority of the declared territory: {territory}.`,
				"Mettez le numéro de votre collectivité.", "Put the number of your authority."),
		},
		After: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
			fields := publishersOf(s)
			if l == nil || fields == nil {
				return nil
			}
			return func(p *validate.Pass, r *validate.Row) {
				for _, f := range fields {
					if c := r.Of(f.Index); c.State == validate.Valid && isNumber(c.Raw) && !l.HasSIREN(c.Raw) {
						faultPublisher(p, l, c)
					}
				}
			}
		},
	}
}

// faultPublisher reports the number of another authority, as far as it is sure
// that it is one.
func faultPublisher(p *validate.Pass, l *territory.Land, c *validate.Cell) {
	siren := c.Raw[:9]
	commune, epci := cog.BySIREN(siren), cog.EPCIBySIREN(siren)
	wide := l.Kind == territory.Department || l.Kind == territory.Region
	if wide && (commune == nil && epci == nil || epci != nil && slices.ContainsFunc(epci.Members, func(code string) bool { return l.HasCommune([]byte(code)) })) {
		return // its own number is not known, nor those of its other bodies
	}
	finding := p.Fault(c)
	if finding == nil {
		return
	}
	finding.With("territory", territoryName(l))
	switch {
	case commune != nil:
		finding.Because("commune").With("commune", commune.Name).With("place", departmentName(commune.Department))
	case epci != nil:
		finding.Because("epci").With("home", epci.Name)
	}
}

// isNumber says whether a cell may be a SIREN or a SIRET.
func isNumber(raw []byte) bool {
	if len(raw) != 9 && len(raw) != 14 {
		return false
	}
	for _, c := range raw {
		if c-'0' > 9 {
			return false
		}
	}
	return true
}

// publisherWords are the names, in small letters and without signs, of fields
// with the number of the authority that publishes the data, gives the subsidy or
// answers for the service.
var publisherWords = []string{
	"idattribuant", "collsiret", "collsiren", "siretcollectivite", "sirencollectivite", "siretcoll", "sirencoll", "collectivitesiret",
	"menucollsiret", "platcollsiret", "bgtsiret", "siretacheteur", "acheteurid", "sirendeclarant",
}

// publisherFields are those of schemas that call such a number merely by what it
// is.
var publisherFields = map[string]string{"etalab/schema-hautes-remunerations": "siren"}

// publishersOf lists the fields of a schema that hold such a number.
func publishersOf(s *schemas.Schema) []*schemas.Field {
	var fields []*schemas.Field
	for i := range s.Fields {
		f := &s.Fields[i]
		if name := unsigned(f.Name); slices.Contains(publisherWords, name) || publisherFields[s.Name] == name {
			fields = append(fields, f)
		}
	}
	return fields
}
