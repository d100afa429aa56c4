package input

import (
	"bytes"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// units are what a row beneath the header says of its columns where it is no
// data, in small letters.
var units = map[string]bool{
	"€": true, "k€": true, "m€": true, "eur": true, "euro": true, "euros": true, "en €": true, "en k€": true, "en euro": true, "en euros": true,
	"%": true, "en %": true, "‰": true, "m": true, "cm": true, "mm": true, "km": true, "m2": true, "m²": true, "m3": true, "m³": true, "ha": true,
	"en m": true, "en km": true, "en m²": true, "en m2": true, "en mètres": true, "mètres": true, "en cm": true, "en hectares": true, "hectares": true,
	"l": true, "kg": true, "t": true, "tonnes": true, "kw": true, "kwh": true, "mwh": true, "nb": true, "nombre": true, "unité": true, "unités": true,
	"texte": true, "date": true, "entier": true, "jj/mm/aaaa": true, "aaaa-mm-jj": true, "hh:mm": true, "h": true, "min": true, "minutes": true, "degrés": true, "°": true,
}

// scales are words that a unit in brackets may start with besides, behind
// "en".
var scales = map[string]bool{
	"milliers": true, "millions": true, "milliards": true, "pourcentage": true, "pourcent": true, "kilomètres": true,
	"centimètres": true, "degré": true, "litres": true, "heures": true, "jours": true, "années": true, "ans": true,
}

// isUnit says whether a text names a unit. In brackets it may say more of it,
// and anything else in brackets is data: (vide), (33), [2020].
func isUnit(text string) bool {
	text = strings.ToLower(text)
	if units[text] || !inBrackets(text) {
		return units[text]
	}
	inner := strings.TrimSpace(text[1 : len(text)-1])
	words := strings.FieldsFunc(strings.TrimPrefix(inner, "en "), func(r rune) bool { return strings.ContainsRune(" /'’.,", r) })
	return units[inner] || len(words) > 0 && (units[words[0]] || scales[words[0]])
}

// loneLetter says whether all that a record holds is one letter: that is a code
// more often than a unit.
func loneLetter(cells []validate.Cell) bool {
	text := ""
	for i := range cells {
		text += string(bytes.TrimSpace(cells[i].Raw))
	}
	return len(text) == 1 && text[0] >= 'A'
}

// inBrackets says whether a text stands in parentheses or brackets.
func inBrackets(text string) bool {
	n := len(text)
	return n > 2 && (text[0] == '(' && text[n-1] == ')' || text[0] == '[' && text[n-1] == ']')
}

// all says whether the cells that are filled are all of a kind, and whether any
// is.
func all(cells []validate.Cell, kind func(text string) bool) bool {
	some := false
	for i := range cells {
		text := string(bytes.TrimSpace(cells[i].Raw))
		if text == "" {
			continue
		}
		if !kind(text) {
			return false
		}
		some = true
	}
	return some
}

// unitRecords is how many records below a row of units speak for what its
// columns hold.
const unitRecords = 20

// skipUnits passes over a row of units right beneath the header, and keeps
// what it says. Each of its filled cells is a unit, and in one of those columns
// at least the rows below hold numbers alone.
func (h *head) skipUnits() error {
	d, rest := h.in.dialect, h.sample
	var rows [][]validate.Cell
	for len(rest) > 0 && len(rows) <= unitRecords {
		end, next, found := d.record(rest, h.all)
		if found == needMore || found == tooLong {
			break
		}
		cells := h.in.with(d).texts(rest[:end])
		rows, rest = append(rows, cells), rest[next:]
		if len(rows) == 1 && (!all(cells, isUnit) || loneLetter(cells)) {
			return nil
		}
	}
	if len(rows) < 2 || !aboveNumbers(rows) {
		return nil
	}
	record, start, _, _, err := h.next(false)
	if err != nil {
		return err
	}
	h.in.file.UnitsAt = start
	for _, cell := range h.in.texts(record) {
		if text := string(bytes.TrimSpace(cell.Raw)); text != "" {
			h.in.file.Units = append(h.in.file.Units, validate.Clip([]byte(text)))
		}
	}
	return nil
}

// texts gives the cells of a record, decoded.
func (in *csvInput) texts(record []byte) []validate.Cell {
	return in.alone(record, complete).Cells
}

// aboveNumbers says whether, in a column that the first of some rows fills,
// the others hold numbers alone, one at least.
func aboveNumbers(rows [][]validate.Cell) bool {
	for c := range rows[0] {
		if len(bytes.TrimSpace(rows[0][c].Raw)) == 0 {
			continue
		}
		numbers := 0
		for _, row := range rows[1:] {
			if c >= len(row) || len(bytes.TrimSpace(row[c].Raw)) == 0 {
				continue
			}
			if !startsLikeValue(string(bytes.TrimSpace(row[c].Raw))) {
				numbers = 0
				break
			}
			numbers++
		}
		if numbers > 0 {
			return true
		}
	}
	return false
}
