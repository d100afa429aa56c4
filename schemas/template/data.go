package template

import (
	"fmt"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Widths of columns, in characters.
const (
	narrowest = 12
	widest    = 50
	arrow     = 4 // what the button of the filter takes
)

// writeData writes the sheet that the agent fills: the header, which stays in
// view, and the example.
func (b *book) writeData() {
	for i, c := range b.columns {
		name, style := columnName(i), b.styles.cells[c.format]
		header := b.styles.optional
		if c.field.Constraints.Required {
			header = b.styles.required
		}
		width := utf8.RuneCountInString(c.field.Name) + arrow
		b.do(b.file.SetColStyle(b.data, name, style))
		b.put(b.data, i+1, 1, c.field.Name, header)
		if b.Row != nil && b.Row[i] != "" {
			b.put(b.data, i+1, 2, c.value(b.Row[i]), style)
			width = max(width, utf8.RuneCountInString(b.Row[i])+1)
		}
		b.do(b.file.SetColWidth(b.data, name, name, float64(min(max(width, narrowest), widest))))
		b.do(b.file.AddComment(b.data, b.note(i)))
	}
	last := columnName(len(b.columns) - 1)
	b.do(b.file.SetSheetDimension(b.data, fmt.Sprintf("A1:%s%d", last, 1+min(len(b.Row), 1))))
	b.do(b.file.SetPanes(b.data, &excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
	}))
	b.do(b.file.AutoFilter(b.data, fmt.Sprintf("A1:%s%d", last, lastRow), nil))
}

// columnName gives the letters of the column at position i, from 0.
func columnName(i int) string {
	name, err := excelize.ColumnNumberToName(i + 1)
	if err != nil {
		panic(err) // columns are counted against the limit before
	}
	return name
}

// writeRules adds to each column the rule that it has. places are those of the
// lists of closed columns.
func (b *book) writeRules(places []string) {
	for i, c := range b.columns {
		if rule := b.rule(c, columnName(i), places[i]); rule != nil {
			b.do(b.file.AddDataValidation(b.data, rule))
		}
	}
}
