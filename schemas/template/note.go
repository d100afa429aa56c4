package template

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas/plain"
)

// How much of a text a note shows, in UTF-16 units.
const (
	longestNote   = 600
	longestValues = 400
)

// Sizes of notes, in pixels, and how many characters fit on a line.
const (
	noteWidth  = 340
	noteChars  = 52
	lineHeight = 16
	tallest    = 480
)

// note explains the column at position i to those who point at its header.
func (b *book) note(i int) excelize.Comment {
	var runs []excelize.RichTextRun
	lines := 1
	tell := func(text string, bold bool) {
		if text == "" {
			return
		}
		if len(runs) > 0 {
			text = "\n" + text
		}
		for line := range strings.SplitSeq(strings.TrimPrefix(text, "\n"), "\n") {
			lines += utf8.RuneCountInString(line)/noteChars + 1
		}
		runs = append(runs, excelize.RichTextRun{Text: text, Font: &excelize.Font{Bold: bold, Size: 9, Family: "Tahoma"}})
	}
	c := b.columns[i]
	if c.field.Title != c.field.Name {
		tell(clip(c.field.Title, longestNote), true)
	}
	tell(b.duty(c), true)
	tell(clip(c.field.Description, longestNote), false)
	tell(b.say("À écrire : ", "To write: ")+b.wanted(i, longestValues), false)
	if example := b.example(i); example != "" {
		tell(b.say("Exemple : ", "Example: ")+clip(example, longestNote), false)
	}
	return excelize.Comment{
		Author: "socle", Cell: at(i+1, 1), Paragraph: runs,
		Width: noteWidth, Height: uint(min(lines*lineHeight, tallest)),
	}
}

// wanted says what is to be written in the column at position i: its kind, the
// values that it takes, and their limits.
func (b *book) wanted(i, units int) string {
	c := b.columns[i]
	parts := []string{b.kind(c)}
	if values := plain.Values(c.field); len(values) > 0 {
		parts = append(parts, b.oneOf(values, units))
	}
	if items := b.items[c.field.Name]; len(items) > 0 {
		out, _ := listed(items, units)
		parts = append(parts, b.say("chacun parmi ", "each one of ")+out)
	}
	return strings.Join(append(parts, plain.Limits(b.Lang, c.field)...), " ; ")
}

// oneOf names the values of a closed column.
func (b *book) oneOf(values []string, units int) string {
	out, whole := listed(values, units)
	out = b.say("une de ces valeurs : ", "one of these values: ") + out
	if !whole {
		out += b.say(" (toutes sont dans la feuille « Listes »)", ` (all of them are in the sheet "Lists")`)
	}
	return out
}
