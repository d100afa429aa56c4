package checks

import (
	"bytes"
	"sync"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balLieuDit = &validate.Check{
	Code:     "bal-lieu-dit",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : lieu-dit qui répète la voie", EN: "Local address base: place name that repeats the street"},
	Why: text.Text{
		FR: "Le lieu-dit complémentaire précise l'adresse ; s'il répète le nom de la voie, aux accents et aux abréviations près, il apparaît deux fois sur l'enveloppe.",
		EN: "The complementary place name adds to the address; where it repeats the name of the street, but for accents and abbreviations, it appears twice on the envelope.",
	},
	Mend:     text.Text{FR: "Videz la cellule du lieu-dit.", EN: "Empty the cell of the place name."},
	Bad:      "numero;voie_nom;lieudit_complement_nom\n9;Le Bourg;le bourg",
	Good:     "numero;voie_nom;lieudit_complement_nom\n9;Le Bourg;",
	Messages: map[string]validate.Message{"": balSay("Le lieu-dit « {value} » répète le nom de la voie.", `The place name "{value}" repeats the name of the street.`, "Videz la cellule.", "Empty the cell.")},
	Row: balRows("bal-lieu-dit", map[string]balWeight{"": balWarnFrom3}, func(rule *balRule, r balRow) {
		hamlet := r.text(rule.lieuDit)
		if len(hamlet) == 0 {
			return
		}
		if street := r.text(rule.voie); bytes.Equal(street, hamlet) || sameStreet(street, hamlet) {
			rule.fault(r, rule.lieuDit, "")
		}
	}),
}

// sameStreet says whether two names are of one street.
func sameStreet(a, b []byte) bool {
	pair := streetPairs.Get().(*streetPair)
	defer streetPairs.Put(pair)
	return pair.same(a, b)
}

// A streetPair compares names, and remembers the last two: both mostly fill many
// rows in a run.
type streetPair struct {
	keys [2]streetKeys
	last [2][]byte
	are  bool // the same, those two
}

var streetPairs = sync.Pool{New: func() any { return new(streetPair) }}

func (p *streetPair) same(a, b []byte) bool {
	if !bytes.Equal(a, p.last[0]) || !bytes.Equal(b, p.last[1]) {
		p.last[0], p.last[1] = append(p.last[0][:0], a...), append(p.last[1][:0], b...)
		key := p.keys[0].of(a)
		p.are = len(key) > 0 && bytes.Equal(key, p.keys[1].of(b))
	}
	return p.are
}
