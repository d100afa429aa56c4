package checks

import (
	"math"
	"strconv"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var balCoordonnees = &validate.Check{
	Code:     "bal-coordonnees",
	Severity: validate.Error,
	Since:    "0.2.0",
	Title:    text.Text{FR: "Base Adresse Locale : coordonnée mal écrite", EN: "Local address base: coordinate written wrongly"},
	Why: text.Text{
		FR: "Une coordonnée s'écrit avec des chiffres et un point : 1.028392. Les autres écritures des nombres, comme +1.5 ou 1e3, ne sont pas admises.",
		EN: "A coordinate is written with digits and a point: 1.028392. Other ways to write numbers, such as +1.5 or 1e3, are not allowed.",
	},
	Mend: text.Text{FR: "Mettez la colonne au format Nombre avec six décimales, ou au format Texte.", EN: "Set the column to Number with six decimals, or to Text."},
	Bad:  "numero;long\n9;+1.028392",
	Good: "numero;long\n9;1.028392",
	Messages: map[string]validate.Message{
		"":     balSay("« {value} » n'est pas une coordonnée.", `"{value}" is not a coordinate.`, "Écrivez-la avec des chiffres et un point, comme {example}.", "Write it with digits and a point, like {example}."),
		"form": balSay("« {value} » : une coordonnée s'écrit avec des chiffres et un point seulement.", `"{value}": a coordinate is written with digits and a point only.`),
	},
	Row: balCells("bal-coordonnees", map[string]balWeight{"": balError, "form": balError}, func(rule *balRule, r balRow, c *validate.Cell, raw []byte) {
		if isCoordinate(raw) {
			return
		}
		v, err := strconv.ParseFloat(string(raw), 64)
		if err != nil || math.IsNaN(v) || math.Abs(v) > 1e9 {
			rule.fault(r, c.Field.Index, "").With("example", "1.028392")
			return
		}
		rule.fault(r, c.Field.Index, "form").Write(strconv.FormatFloat(v, 'f', -1, 64))
	}),
}

// isCoordinate says whether a number is digits, without useless zeros in
// front, with a minus sign or none, and with a point between digits or none.
func isCoordinate(raw []byte) bool {
	_, ok := readCoordinate(raw)
	return ok
}

// readCoordinate reads a number that isCoordinate takes. Eighteen digits are
// read exactly, to the last bit of a float64 or the one before it.
func readCoordinate(raw []byte) (v float64, ok bool) {
	text := raw
	if len(raw) > 0 && raw[0] == '-' {
		raw = raw[1:]
	}
	mantissa, point := int64(0), -1
	for i, c := range raw {
		if digit := c - '0'; digit <= 9 {
			mantissa = mantissa*10 + int64(digit)
			continue
		}
		if c != '.' || point >= 0 || i == 0 {
			return 0, false
		}
		point = i
	}
	whole, decimals := point, len(raw)-1-point
	if point < 0 {
		whole, decimals = len(raw), 0
	}
	switch {
	case whole == 0, point == len(raw)-1, raw[0] == '0' && (whole > 2 || whole == 2 && point >= 0):
		return 0, false
	case len(raw) > 18:
		v, err := strconv.ParseFloat(string(text), 64)
		return v, err == nil
	}
	v = float64(mantissa) / powersOfTen[decimals]
	if len(raw) < len(text) {
		v = -v
	}
	return v, true
}

var powersOfTen = func() (powers [19]float64) {
	powers[0] = 1
	for i := range powers[1:] {
		powers[i+1] = powers[i] * 10
	}
	return powers
}()
