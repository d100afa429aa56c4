package checks

import (
	"encoding/gob"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

const balIdentifiantsPartoutCode = "bal-identifiants-partout"

var balIdentifiantsPartout = &validate.Check{
	Code:     balIdentifiantsPartoutCode,
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : identifiants BAN sur une partie des lignes", EN: "Local address base: BAN identifiers in some rows only"},
	Why: text.Text{
		FR: "Les identifiants de la Base Adresse Nationale s'emploient dans tout le fichier ou pas du tout ; et un fichier où toutes les lignes les portent n'a qu'un identifiant de commune. Dans uid_adresse, avant le format 1.4, ce n'est qu'une remarque.",
		EN: "The identifiers of the national address base are used in the whole file or not at all; and a file where all rows have them has one identifier of a commune. In uid_adresse, before format 1.4, it is a mere notice.",
	},
	Mend: text.Text{FR: "Complétez les identifiants de chaque ligne, ou videz-les tous ; publiez un fichier par commune.", EN: "Complete the identifiers of each row, or empty them all; publish one file for each commune."},
	Bad:  "numero;id_ban_commune;id_ban_toponyme;id_ban_adresse\n9;0246e48c-f33d-433a-8984-034219be842e;8a3bab10-f329-4ce3-9c7d-280d91a8053a;3c87abe4-887b-46ee-9192-5c1b35a06625\n11;;;",
	Good: "numero;id_ban_commune;id_ban_toponyme;id_ban_adresse\n9;0246e48c-f33d-433a-8984-034219be842e;8a3bab10-f329-4ce3-9c7d-280d91a8053a;3c87abe4-887b-46ee-9192-5c1b35a06625\n" +
		"11;0246e48c-f33d-433a-8984-034219be842e;8a3bab10-f329-4ce3-9c7d-280d91a8053a;0d2b0a4c-6b0e-4c36-9d0f-3f4e5a6b7c8d",
	Messages: map[string]validate.Message{
		"": balSay("{n} {n|ligne n'a|lignes n'ont} pas les identifiants de la Base Adresse Nationale, à partir de la ligne {row}, alors que {found} {found|ligne les a|lignes les ont}.",
			"{n} {n|row does|rows do} not have the identifiers of the national address base, from row {row} on, but {found} {found|row has|rows have} them.",
			"Complétez-les, ou videz les identifiants de toutes les lignes.", "Complete them, or empty the identifiers of all rows."),
		"communes": balSay("L'identifiant de commune « {value} » n'est pas celui de la ligne {first} ; un fichier n'en a qu'un.", `The identifier of the commune "{value}" is not that of row {first}; a file has only one.`,
			"Corrigez-le, ou publiez un fichier par commune.", "Correct it, or publish one file for each commune."),
	},
	Table: func(s *schemas.Schema) validate.State {
		rules := balRules(s, balIdentifiantsPartoutCode, balEverywhereWeights)
		if len(rules) == 0 {
			return nil
		}
		return &balEverywhere{Profile: rules[0].profile, rule: rules[0]}
	},
}

var balEverywhereWeights = map[string]balWeight{"": balErrorFrom4, "communes": balErrorFrom4}

// balEverywhere remembers which rows have all the identifiers they need.
type balEverywhere struct {
	Profile int
	With    int // rows that have them
	Without int
	First   validate.Position // of the first row without
	Commune balCommuneID      // of the first row that has them
	Another balCommuneID      // the first other one

	rule  *balRule
	known knownIDs
}

// A balCommuneID is the identifier of a commune and where it stands first; none
// where ID is "".
type balCommuneID struct {
	ID     string
	Pos    validate.Position
	Column int // from 0
}

func init() { gob.Register(&balEverywhere{}) }

func (s *balEverywhere) Row(row *validate.Row) {
	if row.Blank || len(row.Cells) == 0 {
		return
	}
	r := balRow{nil, row}
	ids := s.rule.ids(r, &s.known)
	if !ids.complete(s.rule.isPlace(r)) {
		if s.Without++; s.Without == 1 {
			s.First = row.Pos
		}
		return
	}
	s.With++
	if s.Commune.ID == "" || s.Another.ID == "" && !sameCommuneCode(ids.commune, s.Commune.ID) {
		c := r.cell(s.rule.idCommune)
		if c.State == validate.Absent {
			c = r.cell(s.rule.uid)
		}
		s.note(balCommuneID{string(ids.commune), row.Place(c), c.Column})
	}
}

// note takes an identifier of a later row.
func (s *balEverywhere) note(id balCommuneID) {
	switch {
	case s.Commune.ID == "":
		s.Commune = id
	case s.Another.ID == "" && id.ID != "" && !strings.EqualFold(s.Commune.ID, id.ID):
		s.Another = id
	}
}

func (s *balEverywhere) Seal(*validate.Pass) {}

func (s *balEverywhere) Merge(_ *validate.Pass, next validate.State) {
	n := next.(*balEverywhere)
	if s.Without == 0 {
		s.First = n.First
	}
	s.With += n.With
	s.Without += n.Without
	s.note(n.Commune)
	s.note(n.Another)
}

func (s *balEverywhere) Finish(p *validate.Pass) {
	rule := &balRule{profile: s.Profile, weights: balEverywhereWeights, balNames: newBALNames(p.Job.Schema)}
	switch {
	case s.With > 0 && s.Without > 0:
		if f := rule.report(p, -1, ""); f != nil {
			f.Pos = s.First
			f.With("n", strconv.Itoa(s.Without)).With("found", strconv.Itoa(s.With))
		}
	case s.Another.ID != "":
		field := rule.idCommune
		if field < 0 {
			field = rule.uid
		}
		if f := rule.report(p, field, "communes"); f != nil {
			f.Pos, f.Column, f.Value = s.Another.Pos, s.Another.Column+1, s.Another.ID
			f.With("first", strconv.Itoa(s.Commune.Pos.Row))
		}
	}
}
