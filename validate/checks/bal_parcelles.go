package checks

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/swar"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balParcelles = &validate.Check{
	Code:     "bal-parcelles",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : parcelles mal écrites", EN: "Local address base: parcels written wrongly"},
	Why: text.Text{
		FR: "Une parcelle du cadastre a quatorze caractères : commune, préfixe, section, numéro. Plusieurs se séparent par une barre verticale, sans barre au début ni à la fin.",
		EN: "A parcel of the land register has fourteen characters: commune, prefix, section, number. Several are separated by a vertical bar, without a bar at the beginning or the end.",
	},
	Mend: text.Text{FR: "Écrivez-les comme 312380000B0126|312380000B0127, avec les zéros de chaque partie.", EN: "Write them like 312380000B0126|312380000B0127, with the zeros of each part."},
	Bad:  "numero;cad_parcelles\n9;B126",
	Good: "numero;cad_parcelles\n9;312380000B0126",
	Messages: map[string]validate.Message{
		"": balSay("« {parcel} » n'est pas une parcelle : il faut quatorze caractères.", `"{parcel}" is not a parcel: it takes fourteen characters.`,
			"Écrivez-la comme {example} : commune, préfixe, section, numéro.", "Write it like {example}: commune, prefix, section, number."),
		"bar":      balSay("« {value} » commence ou finit par une barre verticale.", `"{value}" begins or ends with a vertical bar.`),
		"gap":      balSay("« {value} » a deux barres verticales de suite.", `"{value}" has two vertical bars in a row.`),
		"only-bar": balSay("« {value} » ne contient aucune parcelle.", `"{value}" holds no parcel.`, "Videz la cellule.", "Empty the cell."),
	},
	Row: balCells("bal-parcelles", map[string]balWeight{"": balErrorTo2, "bar": balErrorTo2, "only-bar": balErrorTo2, "gap": balErrorTo2}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
		if arePlainParcels(raw) {
			return
		}
		field, list := c.Field.Index, bytes.Trim(raw, "|")
		switch {
		case len(raw) == 0:
			return
		case len(list) == 0:
			rule.fault(r, field, "only-bar")
			return
		case len(list) < len(raw):
			rule.fault(r, field, "bar").Write(string(list))
		}
		if bytes.Contains(list, []byte("||")) {
			rule.fault(r, field, "gap").Write(strings.Join(strings.FieldsFunc(string(list), func(c rune) bool { return c == '|' }), "|"))
			return
		}
		for rest := list; rest != nil; {
			var parcel []byte
			var more bool
			if parcel, rest, more = bytes.Cut(rest, []byte("|")); !more {
				rest = nil
			}
			if n := utf8.RuneCount(parcel); n != 14 && n != 15 {
				rule.fault(r, field, "").With("parcel", string(parcel)).With("example", "312380000B0126")
				return
			}
		}
	}),
}

// arePlainParcels says of a list of parcels in ASCII, each of fourteen
// characters, that it is one; of no other text.
func arePlainParcels(raw []byte) bool {
	const size = 14
	for {
		if len(raw) < size {
			return false
		}
		first, second := wordAt(raw, 0), wordAt(raw, size-8)
		if (first|second)&swar.Highs != 0 || among(first, '|', '|')|among(second, '|', '|') != 0 {
			return false
		}
		if len(raw) == size {
			return true
		}
		if raw[size] != '|' {
			return false
		}
		raw = raw[size+1:]
	}
}
