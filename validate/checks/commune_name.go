package checks

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
)

var communeName = &validate.Check{
	Code:     "commune-name",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Code INSEE et nom de commune qui se contredisent", EN: "INSEE code and name of a commune that contradict each other"},
	Why: text.Text{
		FR: "Sur la même ligne, le code INSEE désigne une commune et le nom en est une autre : l'un des deux est faux. Un ancien nom, une commune déléguée, un arrondissement, des majuscules ou un accent manquant ne sont pas des contradictions, ni un nom que la liste des communes ne connaît pas.",
		EN: "In the same row the INSEE code names one commune and the name is that of another: one of them is wrong. A former name, a delegated commune, an arrondissement, capitals or a missing accent are no contradictions, nor is a name that the list of communes does not have.",
	},
	Mend: text.Text{FR: "Vérifiez les deux cellules et corrigez celle qui est fausse.", EN: "Look at both cells and correct the wrong one."},
	Bad:  "code_insee,commune\n35238,Brest",
	Good: "code_insee,commune\n35238,Rennes",
	Messages: map[string]validate.Message{
		"": advise("{code} est {commune}, et non « {value} ».", `{code} is {commune}, not "{value}".`,
			"Écrivez « {commune} », ou corrigez le code INSEE : plusieurs communes portent le nom « {similar} ».", `Write "{commune}", or correct the INSEE code: several communes are called "{similar}".`),
		"one": advise("{code} est {commune}, et non « {value} ».", `{code} is {commune}, not "{value}".`,
			"Si c'est bien {home}, écrivez le code {home-code} ; sinon, écrivez « {commune} ».", `If it is {home} indeed, write the code {home-code}; otherwise write "{commune}".`),
		"postal": say("« {value} » est le code postal de la commune de cette ligne, {home} ; son code INSEE est {home-code}. Comme code INSEE, « {value} » est {commune}.",
			`"{value}" is the postal code of this row's commune, {home}; its INSEE code is {home-code}. As an INSEE code, "{value}" is {commune}.`),
	},
	Row: func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		fields := communeFieldsOf(s)
		if fields.code == nil || fields.name == nil {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			code, name := r.Of(fields.code.Index), r.Of(fields.name.Index)
			if code.State != validate.Valid || name.State != validate.Valid {
				return
			}
			c, ok := cog.Find(code.Raw)
			if !ok || string(name.Raw) == c.Name {
				return
			}
			others := contradicted(c, name.Raw)
			if len(others) == 0 {
				return
			}
			if home := servedBy(others, code.Raw); home != nil {
				p.Fault(code).Because("postal").With("commune", c.Name).With("home", home.Name).With("home-code", home.Code).Write(home.Code)
				return
			}
			finding := p.Fault(name).With("code", c.Code).With("commune", c.Name).With("similar", others[0].Name)
			if len(others) == 1 {
				finding.Because("one").With("home", others[0].Name).With("home-code", others[0].Code)
			}
		}
	},
}

// contradicted gives the communes of today that have the name, where it is
// certain that none of them is c: none where c, the city that it is an
// arrondissement of, or one of its parts or arrondissements has the name, and
// where one name only adds words to the other.
func contradicted(c *cog.Commune, name []byte) []*cog.Commune {
	var buffer [64]byte
	folded := cog.AppendFold(buffer[:0], name)
	others := cog.ByName(folded)
	for _, list := range [][]*cog.Commune{others, cog.ByOldName(folded)} {
		for _, other := range list {
			if sameTown(c, other) {
				return nil
			}
		}
	}
	if len(others) == 0 || addsWords(cog.Fold(c.Name), string(folded)) {
		return nil
	}
	return others
}

// servedBy gives the one of the communes that has a postal code, or nil.
func servedBy(communes []*cog.Commune, postal []byte) *cog.Commune {
	var found *cog.Commune
	for _, c := range communes {
		if !slices.Contains(c.PostalCodes, string(postal)) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}

// sameTown says whether two are one, or one is a part of the other, or both
// are of one city.
func sameTown(a, b *cog.Commune) bool {
	return town(a) == town(b)
}

func town(c *cog.Commune) string {
	if c.Parent != "" {
		return c.Parent
	}
	return c.Code
}

// addsWords says whether one of two folded names has all words of the other:
// "saint denis" and "saint denis en val".
func addsWords(a, b string) bool {
	short, long := strings.Fields(a), " "+b+" "
	if len(a) > len(b) {
		short, long = strings.Fields(b), " "+a+" "
	}
	for _, word := range short {
		if !strings.Contains(long, " "+word+" ") {
			return false
		}
	}
	return true
}
