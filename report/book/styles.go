package book

import (
	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/validate"
)

// styles are the numbers that a workbook's styles go by.
type styles struct {
	title, strong, plain, wrapped, head, text, lead int
	number, share, link                             int
	marked, markedHead, severity                    [validate.Error + 1]int
}

// asText is the format of a cell that holds a text, even once it is edited.
const asText = 49

// The colours of severities: of a cell and of its text.
var fills = [validate.Error + 1][2]string{
	validate.Notice:  {"DDEBF7", "1F4E78"},
	validate.Warning: {"FFEB9C", "7F6000"},
	validate.Error:   {"FFC7CE", "9C0006"},
}

const (
	headFill = "1F3864"
	leadFill = "EDEDED"
)

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	var failed error
	add := func(style *excelize.Style) int {
		id, err := f.NewStyle(style)
		if err != nil {
			failed = err
		}
		return id
	}
	top := &excelize.Alignment{Vertical: "top"}
	middle := &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	s.title = add(&excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 16, Bold: true, Color: headFill}})
	s.strong = add(&excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 12, Bold: true, Color: headFill}})
	s.plain = add(&excelize.Style{NumFmt: asText, Alignment: top})
	s.wrapped = add(&excelize.Style{NumFmt: asText, Alignment: wrap})
	s.head = add(&excelize.Style{NumFmt: asText, Font: &excelize.Font{Family: "Calibri", Size: 11, Bold: true, Color: "FFFFFF"}, Fill: fill(headFill), Alignment: top})
	s.text = add(&excelize.Style{NumFmt: asText})
	s.lead = add(&excelize.Style{Fill: fill(leadFill)})
	s.number = add(&excelize.Style{NumFmt: 3, Alignment: middle})
	s.share = add(&excelize.Style{NumFmt: 9, Alignment: middle})
	s.link = add(&excelize.Style{NumFmt: asText, Font: &excelize.Font{Family: "Calibri", Size: 11, Color: "0563C1", Underline: "single"}, Alignment: top})
	for severity := validate.Notice; severity <= validate.Error; severity++ {
		colors := fills[severity]
		s.marked[severity] = add(&excelize.Style{NumFmt: asText, Fill: fill(colors[0]), Font: &excelize.Font{Family: "Calibri", Size: 11, Color: colors[1]}})
		s.markedHead[severity] = add(&excelize.Style{NumFmt: asText, Fill: fill(colors[0]), Font: &excelize.Font{Family: "Calibri", Size: 11, Bold: true, Color: colors[1]}, Alignment: wrap})
		s.severity[severity] = add(&excelize.Style{Fill: fill(colors[0]), Font: &excelize.Font{Family: "Calibri", Size: 11, Color: colors[1]}, Alignment: top})
	}
	return s, failed
}
