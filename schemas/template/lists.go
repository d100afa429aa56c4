package template

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas/plain"
)

// A list is the values of closed columns that all have the same ones.
type list struct {
	names  []string // of the columns
	format string
	values []any
	texts  []string
}

// mostListed is how many values an agent can choose from: spreadsheets show no
// more of a list.
const mostListed = 32_768

// writeLists writes the sheet of the values that closed columns take, for a
// rule holds no more than 255 characters of its own. It gives the place of the
// values of each column, "" where it is not closed.
func (b *book) writeLists() []string {
	places := make([]string, len(b.columns))
	var lists []*list
	for i, c := range b.columns {
		texts := c.choices()
		if len(texts) == 0 || len(texts) > mostListed {
			continue
		}
		at := slices.IndexFunc(lists, func(l *list) bool { return l.format == c.format && slices.Equal(l.texts, texts) })
		if at < 0 {
			at = len(lists)
			l := &list{format: c.format, texts: texts}
			for _, text := range texts {
				l.values = append(l.values, c.value(text))
			}
			lists = append(lists, l)
		}
		lists[at].names = append(lists[at].names, c.field.Name)
		letters := columnName(at)
		places[i] = fmt.Sprintf("%s!$%s$2:$%s$%d", b.lists, letters, letters, len(texts)+1)
	}
	if lists != nil {
		b.writeSheet(lists)
	}
	return places
}

// choices lists the texts that the column takes and a spreadsheet can hold.
func (c column) choices() []string {
	var texts []string
	for _, value := range plain.Values(c.field) {
		if value != "" && len(value) <= longestCell && c.field.Type.Valid([]byte(value)) && c.field.Type.Name != "array" {
			texts = append(texts, value)
		}
	}
	return texts
}

func (b *book) writeSheet(lists []*list) {
	_, err := b.file.NewSheet(b.lists)
	b.do(err)
	rows := 0
	for i, l := range lists {
		heading := clip(strings.Join(l.names, ", "), longestRuleText)
		width := max(narrowest, utf8.RuneCountInString(heading)+arrow)
		b.put(b.lists, i+1, 1, heading, b.styles.heading)
		for row, value := range l.values {
			b.put(b.lists, i+1, row+2, value, b.styles.cells[l.format])
			width = max(width, utf8.RuneCountInString(l.texts[row])+1)
		}
		rows = max(rows, len(l.values)+1)
		name := columnName(i)
		b.do(b.file.SetColWidth(b.lists, name, name, float64(min(width, widest))))
	}
	b.do(b.file.SetSheetDimension(b.lists, "A1:"+at(len(lists), rows)))
	b.do(b.file.SetPanes(b.lists, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}
