package checks

import (
	"golang.org/x/text/unicode/norm"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/france/cog"
)

var balPosition = &validate.Check{
	Code:     "bal-position",
	Severity: validate.Warning,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : type de position incorrect", EN: "Local address base: wrong kind of position"},
	Why: text.Text{
		FR: "Le type de position dit ce que montrent les coordonnées de l'adresse : l'entrée, le bâtiment, la parcelle, le segment de voie ou l'un des quatre autres types du format. Seuls les lieux-dits s'en passent. C'est un avertissement depuis le format 1.3, une erreur avant.",
		EN: "The kind of position says what the coordinates of the address show: the entrance, the building, the parcel, the segment of the street, or one of the four other kinds of the format. Only place names do without. It is a warning since format 1.3, an error before.",
	},
	Mend: text.Text{FR: "Écrivez l'un des huit types, en minuscules et avec ses accents ; « segment » si la position est calculée.", EN: "Write one of the eight kinds, in small letters and with its accents; \"segment\" where the position is computed."},
	Bad:  "numero;position\n9;porte",
	Good: "numero;position\n9;entrée",
	Messages: map[string]validate.Message{
		"": balSay("« {value} » n'est pas un type de position.", `"{value}" is not a kind of position.`,
			"Choisissez parmi : {expected}.", "Choose among: {expected}."),
		"empty":    balSay("Le type de position de l'adresse est vide.", "The kind of position of the address is empty.", "Choisissez parmi : {expected}.", "Choose among: {expected}."),
		"spelling": balSay("« {value} » se comprend, mais ne s'écrit pas ainsi.", `"{value}" can be understood, but is not written so.`),
	},
	Row: balRows("bal-position", map[string]balWeight{"": balErrorTo2, "empty": balErrorTo2, "spelling": balWarn}, func(rule *balRule, r balRow) {
		c := r.cell(rule.position)
		switch c.State {
		case validate.Missing:
			if n, ok := rule.numero(r); ok && n != placeNumber {
				rule.fault(r, rule.position, "empty").With("expected", balPositionList)
			}
		case validate.Valid:
			raw := balTrim(c.Raw)
			if len(raw) == 0 || isBALPosition(raw) {
				return
			}
			if fix := spellBALPosition(raw); fix != "" {
				rule.fault(r, rule.position, "spelling").Write(fix)
			} else {
				rule.fault(r, rule.position, "").With("expected", balPositionList)
			}
		}
	}),
}

// balPositions are the kinds of position, as the format writes them: with a
// typographic apostrophe.
var balPositions = []string{"entrée", "bâtiment", "cage d’escalier", "logement", "service technique", "délivrance postale", "parcelle", "segment"}

const balPositionList = "entrée, bâtiment, cage d’escalier, logement, service technique, délivrance postale, parcelle, segment"

func isBALPosition(raw []byte) bool {
	for _, position := range balPositions {
		if string(raw) == position {
			return true
		}
	}
	return false
}

// spellBALPosition gives the kind of position that is written with other
// accents, capitals or signs, or whose accents were wrongly decoded, or "".
func spellBALPosition(raw []byte) string {
	text := string(norm.NFC.Bytes(raw))
	if fix := repaired(text); fix != "" {
		text = fix
	}
	folded := cog.Fold(text)
	for _, position := range balPositions {
		if cog.Fold(position) == folded {
			return position
		}
	}
	return ""
}
