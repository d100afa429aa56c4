package checks

import (
	"encoding/gob"
	"strconv"

	"github.com/cespare/xxhash/v2"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

const balLieuDitDeclareCode = "bal-lieu-dit-declare"

var balLieuDitDeclare = &validate.Check{
	Code:     balLieuDitDeclareCode,
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : lieu-dit non déclaré", EN: "Local address base: place name not declared"},
	Why: text.Text{
		FR: "Un lieu-dit qui complète des adresses a sa propre ligne dans le fichier, avec le numéro 99999 et le lieu-dit pour nom de voie : c'est elle qui le place et le nomme. Le nom doit être écrit de même, à la lettre près.",
		EN: "A place name that completes addresses has a row of its own in the file, with the number 99999 and the place name as the name of the street: that row places and names it. The name must be written the same, to the letter.",
	},
	Mend: text.Text{FR: "Ajoutez une ligne pour le lieu-dit, avec le numéro 99999, ou corrigez son nom.", EN: "Add a row for the place name, with the number 99999, or correct its name."},
	Bad:  "numero;voie_nom;lieudit_complement_nom\n9;Rue des Lilas;Le Bourg",
	Good: "numero;voie_nom;lieudit_complement_nom\n9;Rue des Lilas;Le Bourg\n99999;Le Bourg;",
	Messages: map[string]validate.Message{"": balSay("Le lieu-dit « {value} » complète {n} {n|adresse|adresses}, mais aucune ligne 99999 ne le déclare.", `The place name "{value}" completes {n} {n|address|addresses}, but no row 99999 declares it.`,
		"Ajoutez une ligne pour lui, avec le numéro 99999, ou corrigez son nom.", "Add a row for it, with the number 99999, or correct its name.")},
	Table: func(s *schemas.Schema) validate.State {
		rules := balRules(s, balLieuDitDeclareCode, balDeclaredWeights)
		if len(rules) == 0 || rules[0].lieuDit < 0 || rules[0].voie < 0 {
			return nil
		}
		return &balHamlets{Profile: rules[0].profile, rule: rules[0]}
	},
}

var balDeclaredWeights = map[string]balWeight{"": balWarnFrom3}

// balHamlets remembers the place names of the rows: which are declared, and
// which complete addresses. Names are compared by 64-bit hashes.
type balHamlets struct {
	Profile int
	List    []balHamlet // in the order in which they first stand in the rows

	places map[uint64]int // in List
	sealed bool
	rule   *balRule
	name   []byte // space
}

// A balHamlet is one place name.
type balHamlet struct {
	Hash     uint64
	Declared bool
	N        int               // rows that it completes
	Pos      validate.Position // of the first of them
	Column   int               // from 0
	Text     string            // as it is written there
}

func init() { gob.Register(&balHamlets{}) }

// mostHamlets bounds how many place names are remembered of a file. Names that
// first stand after so many others are not judged.
const mostHamlets = 200_000

func (s *balHamlets) Row(row *validate.Row) {
	if row.Blank || len(row.Cells) == 0 {
		return
	}
	r := balRow{nil, row}
	if street := r.text(s.rule.voie); len(street) > 0 && s.rule.isPlace(r) {
		s.name = append(s.name[:0], street...)
		for i, c := range s.name {
			if c == '_' {
				s.name[i] = ' ' // as the rule on underscores would have it
			}
		}
		s.at(xxhash.Sum64(s.name)).Declared = true
	}
	name := r.text(s.rule.lieuDit)
	if len(name) == 0 {
		return
	}
	h := s.at(xxhash.Sum64(name))
	if h.N++; h.N == 1 {
		c := r.cell(s.rule.lieuDit)
		h.Pos, h.Column, h.Text = row.Place(c), c.Column, validate.Clip(name)
	}
}

// at gives the place name of that hash, which it makes where it is new; nil
// where there are too many.
func (s *balHamlets) at(hash uint64) *balHamlet {
	if s.places == nil {
		s.places = make(map[uint64]int, len(s.List))
		for i := range s.List {
			s.places[s.List[i].Hash] = i
		}
	}
	i, ok := s.places[hash]
	if !ok {
		if s.sealed && len(s.List) == mostHamlets {
			return nil
		}
		i = len(s.List)
		s.places[hash] = i
		s.List = append(s.List, balHamlet{Hash: hash})
	}
	return &s.List[i]
}

// Seal bounds what is remembered from now on.
func (s *balHamlets) Seal(*validate.Pass) { s.sealed = true }

func (s *balHamlets) Merge(_ *validate.Pass, next validate.State) {
	for _, h := range next.(*balHamlets).List {
		mine := s.at(h.Hash)
		if mine == nil {
			continue
		}
		if mine.N == 0 {
			mine.Pos, mine.Column, mine.Text = h.Pos, h.Column, h.Text
		}
		mine.N += h.N
		mine.Declared = mine.Declared || h.Declared
	}
}

func (s *balHamlets) Finish(p *validate.Pass) {
	rule := &balRule{profile: s.Profile, weights: balDeclaredWeights, balNames: newBALNames(p.Job.Schema)}
	for i := range s.List {
		h := &s.List[i]
		if h.N == 0 || h.Declared {
			continue
		}
		if f := rule.report(p, rule.lieuDit, ""); f != nil {
			f.Pos, f.Column, f.Value = h.Pos, h.Column+1, h.Text
			f.With("n", strconv.Itoa(h.N))
		}
	}
}
