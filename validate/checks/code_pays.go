package checks

import (
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/nomenclature"
)

// The names of the checks in schema documents.
var (
	codePaysISO2Names = []string{"code-pays-iso2"}
	codePaysISO3Names = []string{"code-pays-iso3"}
)

var codePaysISO2 = &validate.Check{
	Code:     "code-pays-iso2",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code de pays à deux lettres inconnu", EN: "Unknown country code of two letters"},
	Why:      countryWhy,
	Mend:     text.Text{FR: "Écrivez le code en deux lettres majuscules : FR, DE, BE.", EN: "Write the code in two capital letters: FR, DE, BE."},
	Bad:      "pays\nFrance",
	Good:     "pays\nFR",
	Messages: countryCodeMessages("deux", "two", "FR"),
	On:       validate.Valid,
	Cell: onCells(codePaysISO2Names, nomenclature.IsISO2, func(f *validate.Finding, value string) {
		explainCountryCode(f, value, func(c *nomenclature.Country) string { return c.ISO2 })
	}),
}

var codePaysISO3 = &validate.Check{
	Code:     "code-pays-iso3",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code de pays à trois lettres inconnu", EN: "Unknown country code of three letters"},
	Why:      countryWhy,
	Mend:     text.Text{FR: "Écrivez le code en trois lettres majuscules : FRA, DEU, BEL.", EN: "Write the code in three capital letters: FRA, DEU, BEL."},
	Bad:      "pays\nFR",
	Good:     "pays\nFRA",
	Messages: countryCodeMessages("trois", "three", "FRA"),
	On:       validate.Valid,
	Cell: onCells(codePaysISO3Names, nomenclature.IsISO3, func(f *validate.Finding, value string) {
		explainCountryCode(f, value, func(c *nomenclature.Country) string { return c.ISO3 })
	}),
}

var countryWhy = text.Text{
	FR: "Les codes de pays sont ceux de la norme ISO 3166 que donne l'Insee. L'outre-mer a le code de la France, sauf si le schéma demande la liste de 2023.",
	EN: "Country codes are those of the standard ISO 3166 that INSEE gives. Overseas France has the code of France, but where the schema asks for the list of 2023.",
}

func countryCodeMessages(countFR, countEN, example string) map[string]validate.Message {
	return map[string]validate.Message{
		"": advise("« {value} » n'est pas un code de pays à "+countFR+" lettres.", `"{value}" is not a country code of `+countEN+" letters.",
			"Écrivez par exemple "+example+".", "Write for instance "+example+"."),
		"spelling": say("Le code de pays « {value} » s'écrit en majuscules, d'un seul tenant.", `The country code "{value}" is written in capitals, in one piece.`),
		"other":    say("« {value} » désigne bien un pays, mais il faut son code à "+countFR+" lettres, {code}.", `"{value}" does name a country, but its code of `+countEN+" letters, {code}, is needed."),
	}
}

// explainCountryCode completes the finding on a wrong code. code gives the
// right one of a country, or "".
func explainCountryCode(f *validate.Finding, value string, code func(*nomenclature.Country) string) {
	tidied := tidyCode(value)
	found := nomenclature.FindCountry(tidied)
	if found == nil {
		found = nomenclature.FindCountry(paysList.names().same(value))
	}
	switch {
	case found == nil || code(found) == "":
	case code(found) == tidied:
		f.Because("spelling").Write(tidied)
	default:
		f.Because("other").With("code", code(found)).Write(code(found))
	}
}
