package checks

import (
	"slices"
	"strconv"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
)

var postalCodeCommune = &validate.Check{
	Code:     "postal-code-commune",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code postal et code INSEE qui se contredisent", EN: "Postal code and INSEE code that contradict each other"},
	Why: text.Text{
		FR: "Sur la même ligne, le code postal ne dessert pas la commune du code INSEE : l'un des deux est faux, ou le code INSEE est un code postal. Un code CEDEX, que la liste ne connaît pas, n'est pas une contradiction.",
		EN: "In the same row the postal code does not serve the commune of the INSEE code: one of them is wrong, or the INSEE code is a postal code. A CEDEX code, which the list does not have, is no contradiction.",
	},
	Mend: text.Text{FR: "Vérifiez les deux cellules : le code INSEE sur insee.fr, le code postal sur laposte.fr.", EN: "Look at both cells: the INSEE code on insee.fr, the postal code on laposte.fr."},
	Bad:  "code_insee,code_postal\n35238,29200",
	Good: "code_insee,code_postal\n35238,35000",
	Messages: map[string]validate.Message{
		"": advise("« {value} » n'est pas un code postal de la commune {commune} ({code}).", `"{value}" is not a postal code of the commune {commune} ({code}).`,
			"{commune} a pour {n|code postal|codes postaux} {expected}. Si le code postal est juste, corrigez le code INSEE.", "{commune} has the postal {n|code|codes} {expected}. If the postal code is right, correct the INSEE code."),
		"one": advise("« {value} » est le code postal de la commune {home} ({home-code}), et non celui de la commune {commune} ({code}).", `"{value}" is the postal code of the commune {home} ({home-code}), not that of the commune {commune} ({code}).`,
			"{commune} a pour {n|code postal|codes postaux} {expected}. Si le code postal est juste, écrivez le code INSEE {home-code}.", "{commune} has the postal {n|code|codes} {expected}. If the postal code is right, write the INSEE code {home-code}."),
		"insee": advise("« {value} » est à la fois dans la colonne du code INSEE et dans celle du code postal ; comme code INSEE, c'est celui de {commune}.", `"{value}" is both in the column of the INSEE code and in that of the postal code; as an INSEE code it is that of {commune}.`,
			"Le code INSEE n'est pas le code postal : cherchez-le sur insee.fr.", "The INSEE code is not the postal code: look it up on insee.fr."),
	},
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		fields := communeFieldsOf(s)
		if fields.code == nil || fields.postal == nil {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			code, postal := r.Of(fields.code.Index), r.Of(fields.postal.Index)
			if code.State != validate.Valid || postal.State != validate.Valid {
				return
			}
			c, ok := cog.Find(code.Raw)
			if !ok {
				return
			}
			others := notServed(c, postal.Raw)
			if len(others) == 0 {
				return
			}
			finding := p.Fault(postal).With("code", c.Code).With("commune", c.Name).With("expected", listed(c.PostalCodes, "", "", ", ")).With("n", strconv.Itoa(len(c.PostalCodes)))
			switch {
			case string(code.Raw) == string(postal.Raw):
				finding.Because("insee")
			case len(others) == 1:
				finding.Because("one").With("home", others[0].Name).With("home-code", others[0].Code)
			}
		}
	},
}

// notServed gives the communes that a postal code serves, where c is none of
// them; none where c or its city is, and where the code is not La Poste's or c
// has none.
func notServed(c *cog.Commune, postal []byte) []*cog.Commune {
	others := cog.ByPostalCode(postal)
	if len(c.PostalCodes) == 0 || slices.ContainsFunc(others, func(other *cog.Commune) bool { return sameTown(c, other) }) {
		return nil
	}
	return others
}
