package book

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// findingHeads are the columns of the table of findings.
var findingHeads = []string{"file", "severity", "row", "cell", "column", "value", "comment", "hint", "write", "code"}

// The column whose cells lead to the data.
const cellColumn = 4

// writeFindings writes the table of all findings that are kept, with links to
// their cells. left is how many find no room.
func (b *book) writeFindings(name string, copies []*dataCopy) (left int, err error) {
	p := b.page(name, 1, 30, 15, 9, 11, 24, 30, 60, 50, 24, 20)
	heads := make([]cell, len(findingHeads))
	for i, head := range findingHeads {
		heads[i] = cell{p.styles.head, capital(p.say(head))}
	}
	p.put(heads...)
	for i, f := range b.r.Files {
		path := report.PathOf(f, b.lang)
		if f.Failure != nil {
			message := report.Typeset(b.lang, report.Show(f.Failure.Say.In(b.lang), 0))
			p.put(cell{p.styles.plain, path}, p.severityCell(validate.Error), cell{}, cell{}, cell{}, cell{},
				cell{p.styles.wrapped, message}, cell{}, cell{}, cell{p.styles.plain, f.Failure.Code})
		}
		for n := range f.Findings {
			if p.row > b.findings {
				left += len(f.Findings) - n
				break
			}
			p.finding(f, path, &f.Findings[n], copies[i])
		}
	}
	if p.row == 1 {
		p.put(cell{p.styles.plain, p.say("none")})
	} else if p.err == nil {
		p.keep(p.out.AddTable(&excelize.Table{Range: "A1:" + cellName(len(findingHeads), p.row), Name: "constatations", StyleName: "TableStyleLight1"}))
	}
	return left, p.end()
}

func (p *page) severityCell(s validate.Severity) cell {
	return cell{p.styles.severity[s], report.SeverityName(s, p.lang)}
}

// finding writes a row of the table.
func (p *page) finding(f *validate.FileResult, path string, finding *validate.Finding, c *dataCopy) {
	message, hint := report.Message(p.r, f, finding, p.lang)
	row, at, style := cell{}, "", p.styles.plain
	if finding.Pos.Row > 0 {
		row = cell{p.styles.number, finding.Pos.Row}
		if !report.Items(f) {
			at = report.CellName(finding.Column, finding.Pos.Row)
		}
		if at == "" {
			at = strconv.Itoa(finding.Pos.Row)
		}
	}
	place := ""
	if c.sheet != "" && at != "" && p.links > 0 {
		place = c.place(finding)
	}
	if place != "" {
		style = p.styles.link
	}
	text := func(s string) cell { return cell{p.styles.wrapped, s} }
	p.put(cell{p.styles.plain, path}, p.severityCell(finding.Severity), row, cell{style, at},
		cell{p.styles.plain, report.Show(report.FieldName(f, finding), 0)}, cell{p.styles.plain, report.Show(finding.Value, 0)},
		text(message), text(hint), cell{p.styles.plain, report.Show(finding.Fix, 0)}, cell{p.styles.plain, finding.Code})
	if place != "" {
		p.links--
		p.link(cellColumn, p.row, c.sheet, place)
	}
}
