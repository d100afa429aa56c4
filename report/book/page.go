package book

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// lastColumn is the last column that Excel has, lastRow the last row.
const (
	lastColumn = 16_384
	lastRow    = 1_048_576
)

// A page is a sheet that is written row by row. Its first error stays.
type page struct {
	*book
	name string
	out  *excelize.StreamWriter
	row  int // the last one that was written
	wide []float64
	bars []string // cells of shares above none that have no bar yet
	err  error
}

// page begins a sheet that is there, with the widths of its columns in
// characters; rows above and including frozen stay in sight.
func (b *book) page(name string, frozen int, widths ...float64) *page {
	p := &page{book: b, name: name, wide: widths}
	orientation, wide, high, fit := "landscape", 1, 0, true
	p.keep(b.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}))
	p.keep(b.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	if p.err != nil {
		return p
	}
	if p.out, p.err = b.NewStreamWriter(name); p.err != nil {
		return p
	}
	for i, width := range widths {
		p.keep(p.out.SetColWidth(i+1, i+1, width))
	}
	if frozen > 0 {
		p.keep(p.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: frozen, TopLeftCell: cellName(1, frozen+1), ActivePane: "bottomLeft",
			Selection: []excelize.Selection{{SQRef: cellName(1, frozen+1), ActiveCell: cellName(1, frozen+1), Pane: "bottomLeft"}}}))
	}
	return p
}

func (p *page) keep(err error) {
	if p.err == nil {
		p.err = err
	}
}

// A cell is a value with its style. Its text is made one that a cell takes.
type cell struct {
	style int
	value any
}

// put writes a row behind the last one, and gives its number.
func (p *page) put(cells ...cell) int {
	p.row++
	if p.err != nil {
		return p.row
	}
	values, lines := make([]any, len(cells)), 1
	for i, c := range cells {
		if s, ok := c.value.(string); ok {
			c.value = plain(s)
			if c.style == p.styles.wrapped && i < len(p.wide) {
				lines = max(lines, linesOf(s, int(1.1*p.wide[i])))
			}
		}
		if share, ok := c.value.(float64); ok && share > 0 { // of none, old readers draw a bar all the same
			p.bars = append(p.bars, cellName(i+1, p.row))
		}
		values[i] = excelize.Cell{StyleID: c.style, Value: c.value}
	}
	high := min(lines, mostLines) * lineHeight
	if len(cells) > 0 && cells[0].style == p.styles.title {
		high = titleHeight
	}
	p.keep(p.out.SetRow(cellName(1, p.row), values, excelize.RowOpts{Height: float64(high)}))
	return p.row
}

// How high a line of text and the title are, in points, and how many lines a row
// shows.
const (
	lineHeight  = 15
	titleHeight = 24
	mostLines   = 12
)

// linesOf is about how many lines a text takes in a column of some width.
func linesOf(s string, width int) int {
	lines, used := 1, 0
	for word := range strings.FieldsSeq(s) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+n > width {
			lines, used = lines+1, 0
		}
		lines += (n - 1) / max(width, 1)
		used += 1 + n
	}
	return lines
}

// skip leaves rows blank.
func (p *page) skip(rows int) { p.row += rows }

// heads writes the headings of a table.
func (p *page) heads(names ...string) int {
	cells := make([]cell, len(names))
	for i, name := range names {
		cells[i] = cell{style: p.styles.head}
		if name != "" {
			cells[i].value = p.say(name)
		}
	}
	return p.put(cells...)
}

// link makes a cell lead to a cell of another sheet.
func (p *page) link(column, row int, sheet, to string) {
	if p.err == nil {
		p.keep(p.SetCellHyperLink(p.name, cellName(column, row), "'"+sheet+"'!"+to, "Location"))
	}
}

// drawBars shows the shares that were put since as bars.
func (p *page) drawBars() {
	if p.err == nil && len(p.bars) > 0 {
		p.keep(p.SetConditionalFormat(p.name, strings.Join(p.bars, " "), []excelize.ConditionalFormatOptions{
			{Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "1", BarColor: "#9BC2E6"},
		}))
	}
	p.bars = nil
}

// end ends the sheet.
func (p *page) end() error {
	if p.err == nil {
		p.err = p.out.Flush()
	}
	return p.err
}

// cellName names a cell that a sheet has.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // columns and rows are bounded by who counts them
	}
	return name
}
