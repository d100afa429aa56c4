package input

import (
	"strconv"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// titleRows is how many records are looked at to find the header below titles.
const titleRows = 30

// narrowest is how many columns a table has at least for titles to be told
// from its header: where there are two, nobody can tell.
const narrowest = 3

// skipTitles says how many records stand above the header, and what the first
// of them says: titles, units, notes. A header is nearly as wide as the rows
// below it; what is above it fills a cell or two of many. Nothing is passed
// over unless a row of names follows, so that a first row of names that lack
// some is still the header.
func (h *head) skipTitles() int {
	filled, names := h.lookAhead()
	if len(filled) < 3 {
		return 0
	}
	widest := 0
	for _, n := range filled {
		widest = max(widest, n)
	}
	if widest < narrowest || filled[0] > widest/3 {
		return 0
	}
	for i := 1; i < len(filled)-1; i++ {
		switch {
		case filled[i] <= widest/3:
			continue
		case filled[i] >= widest-widest/4 && names[i]:
			return i
		}
		return 0
	}
	return 0
}

// lookAhead gives, for the records at hand, how many cells are filled, and
// whether they could all be names of columns.
func (h *head) lookAhead() (filled []int, names []bool) {
	rest := h.sample
	d := h.in.dialect
	if d.Delimiter == 0 {
		d.Delimiter = d.mostColumns(rest, h.all)
	}
	for len(rest) > 0 && len(filled) < titleRows {
		end, next, found := d.record(rest, h.all)
		if found == needMore || found == tooLong {
			break
		}
		cells, _ := d.cells(rest[:end], nil, nil)
		n, label := namesIn(cells)
		if all(cells, inBrackets) {
			n = 1 // units, whatever they fill
		}
		filled, names = append(filled, n), append(names, label)
		rest = rest[next:]
	}
	return filled, names
}

// mostColumns finds the separator that most often cuts records into the same
// number of cells, wherever the header is.
func (d Dialect) mostColumns(sample []byte, whole bool) byte {
	best, score := byte(','), 0
	for _, delimiter := range delimiters {
		d.Delimiter = delimiter
		widths := map[int]int{}
		rest := sample
		for i := 0; i < titleRows && len(rest) > 0; i++ {
			end, next, found := d.record(rest, whole)
			if found == needMore || found == tooLong {
				break
			}
			if n := d.width(rest[:end]); n > 1 {
				widths[n] += n
			}
			rest = rest[next:]
		}
		for _, s := range widths {
			if s > score {
				best, score = delimiter, s
			}
		}
	}
	return best
}

// namesIn counts the filled cells of a record and says whether all of them
// could be names of columns: short texts, none twice, none a number or a date.
func namesIn(cells []validate.Cell) (filled int, names bool) {
	names = true
	seen := map[string]bool{}
	for i := range cells {
		text := strings.TrimSpace(string(cells[i].Raw))
		if text == "" {
			continue
		}
		filled++
		if len(text) > 100 || seen[text] || startsLikeValue(text) {
			names = false
		}
		seen[text] = true
	}
	return filled, names && filled > 0
}

// numberSigns writes a number as strconv reads it.
var numberSigns = strings.NewReplacer(",", ".", " ", "", "\u00a0", "")

// startsLikeValue says whether a text is a number or begins as a date does.
func startsLikeValue(text string) bool {
	if first := strings.TrimLeft(text, " ,.+-/:\u00a0"); first != "" && !strings.ContainsRune("0123456789iInN", rune(first[0])) {
		return false // at a glance: strconv reads words for what is no number, and for infinity
	}
	if _, err := strconv.ParseFloat(numberSigns.Replace(text), 64); err == nil {
		return true
	}
	return trimmedDate(text) == ""
}

// trimmedDate takes away what dates and times are written with, from the right.
func trimmedDate(text string) string { return strings.TrimRight(text, "0123456789/-.: ") }
