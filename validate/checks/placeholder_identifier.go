package checks

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france"
)

var placeholderIdentifier = &validate.Check{
	Code:     "placeholder-identifier",
	Severity: validate.Warning,
	Since:    "0.1.0",
	Title:    text.Text{FR: "Numéro de remplissage", EN: "Placeholder number"},
	Why: text.Text{
		FR: "Certains numéros sont tapés pour passer outre une case obligatoire : 00000000000000, 12345678200010, 11122233344455… Leur dernier chiffre peut être juste, mais ils ne désignent personne.",
		EN: "Some numbers are typed to get past a required box: 00000000000000, 12345678200010, 11122233344455… Their last digit may be right, but they name nobody.",
	},
	Mend: text.Text{
		FR: "Écrivez le vrai numéro, qui se trouve sur annuaire-entreprises.data.gouv.fr, ou laissez la cellule vide si le schéma le permet.",
		EN: "Write the true number, which is found on annuaire-entreprises.data.gouv.fr, or leave the cell empty where the schema allows that.",
	},
	Bad:  "siret\n00000000000000",
	Good: "siret\n21350238800019",
	Messages: map[string]validate.Message{
		"": {
			Say:  text.Text{FR: "« {value} » ressemble à un numéro de remplissage, non à celui d'un établissement ou d'une entreprise.", EN: `"{value}" looks like a placeholder, not like the number of an establishment or a company.`},
			Hint: text.Text{FR: "Écrivez le vrai numéro (annuaire-entreprises.data.gouv.fr), ou laissez la cellule vide si elle n'est pas obligatoire.", EN: "Write the true number (annuaire-entreprises.data.gouv.fr), or leave the cell empty if it is not required."},
		},
	},
	On: validate.Valid,
	Cell: func(f *schemas.Field) func(*validate.Pass, *validate.Cell) {
		sirets, sirens := f.HasCheck(siretNames...), f.HasCheck(sirenNames...)
		checked := sirets || sirens
		if !checked && !namesSirene(f.Name) {
			return nil
		}
		return func(p *validate.Pass, c *validate.Cell) {
			if !isPlaceholder(c.Raw) {
				return
			}
			// A number that fails its own check is told there.
			if !checked || sirets && france.IsSIRET(c.Raw) || sirens && france.IsSIREN(c.Raw) {
				p.Fault(c)
			}
		}
	},
	Right: func(*schemas.Field) func(raw []byte) bool {
		return func(raw []byte) bool { return !isPlaceholder(raw) }
	},
}

// namesSirene says whether one of the words of a field's name is SIREN or
// SIRET: "idSiret", "N° SIREN", "siret_mairie".
func namesSirene(name string) bool {
	var words strings.Builder
	before := ' '
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(before) || !unicode.IsLetter(r) {
			words.WriteByte(' ')
		}
		words.WriteRune(unicode.ToLower(r))
		before = r
	}
	for _, word := range strings.FieldsFunc(words.String(), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if word == "siret" || word == "siren" {
			return true
		}
	}
	return false
}

// isPlaceholder says whether b is a SIREN or a SIRET that nobody has: of one
// digit only, of the digits in their order, or a SIRET of such a SIREN or of
// digits that repeat. Other regular SIRENs are given to companies: 987654324
// may be one's.
func isPlaceholder(b []byte) bool {
	switch {
	case len(b) != 9 && len(b) != 14:
		return false
	case b[1] != b[0] && b[1] != b[0]+1 && b[1]+9 != b[0] && b[2] != b[0] && b[3] != b[0]:
		return false // at a glance: nearly all
	case repeats(b[:9], 1), bytes.HasPrefix(b, []byte("12345678")), bytes.HasPrefix(b, []byte("111222333")):
		return allDigits(b)
	}
	return len(b) == 14 && (repeats(b, 2) || repeats(b, 3) || climbs(b)) && allDigits(b)
}

// repeats says whether b is its first n bytes again and again.
func repeats(b []byte, n int) bool { return bytes.Equal(b[n:], b[:len(b)-n]) }

// climbs says whether each digit is the one before it or the next, 0 coming
// after 9.
func climbs(b []byte) bool {
	for i := 1; i < len(b); i++ {
		if step := (int(b[i]) - int(b[i-1]) + 10) % 10; step > 1 {
			return false
		}
	}
	return true
}
