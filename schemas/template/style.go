package template

import "github.com/xuri/excelize/v2"

// The colours of headers: white on dark blue where the column must be filled,
// dark blue on pale blue where it need not.
const (
	darkBlue = "1F3864"
	paleBlue = "DCE6F1"
	white    = "FFFFFF"
)

// family is the font that a new workbook has.
const family = "Calibri"

// styles are the numbers of the styles of a workbook.
type styles struct {
	required, optional int            // headers
	title, heading     int            // of the sheet that explains
	plain, wrapped     int            // texts, on one line or several
	cells              map[string]int // of data, by number format
}

// builtIn are the numbers of the number formats that every spreadsheet knows;
// others are written out.
var builtIn = map[string]int{"General": 0, "0": 1, textFormat: 49}

func (b *book) style(s excelize.Style) int {
	id, err := b.file.NewStyle(&s)
	b.do(err)
	return id
}

// newStyles makes the styles of a workbook.
func (b *book) newStyles() {
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	line := func(style int) []excelize.Border {
		return []excelize.Border{{Type: "bottom", Color: darkBlue, Style: style}}
	}
	font := func(color string, italic bool) *excelize.Font {
		return &excelize.Font{Family: family, Size: 11, Bold: true, Italic: italic, Color: color}
	}
	const thin, thick, text = 1, 5, 49
	b.styles = styles{
		required: b.style(excelize.Style{
			NumFmt: text, Font: font(white, false), Fill: fill(darkBlue), Border: line(thick),
		}),
		optional: b.style(excelize.Style{
			NumFmt: text, Font: font(darkBlue, true), Fill: fill(paleBlue), Border: line(thin),
		}),
		title:   b.style(excelize.Style{NumFmt: text, Font: &excelize.Font{Family: family, Size: 16, Bold: true, Color: darkBlue}}),
		heading: b.style(excelize.Style{NumFmt: text, Font: font(white, false), Fill: fill(darkBlue)}),
		plain:   b.style(excelize.Style{NumFmt: text}),
		wrapped: b.style(excelize.Style{NumFmt: text, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}),
		cells:   map[string]int{},
	}
	for _, c := range b.columns {
		if _, known := b.styles.cells[c.format]; known {
			continue
		}
		s := excelize.Style{CustomNumFmt: &c.format}
		if id, ok := builtIn[c.format]; ok {
			s = excelize.Style{NumFmt: id}
		}
		b.styles.cells[c.format] = b.style(s)
	}
}
