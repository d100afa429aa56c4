package html

import (
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// A gridView shows rows that have findings, as a spreadsheet does.
type gridView struct {
	ID, Title, Count, Width string
	Level                   int
	Head                    []headView
	Rows                    []rowView
	Quiet                   bool // there are columns without marks
}

// A headView is the head of a column of the grid.
type headView struct {
	Letters, Name string
	Quiet         bool // no cell of the column is marked
}

// A rowView is one row, with what the filter goes by.
type rowView struct {
	ID, Name                    string
	Severities, Columns, Checks string
	Class                       string // of findings on the row itself
	Marks                       []markView
	TipID                       string
	Cells                       []cellView
}

// A cellView is one cell. Class is empty for one that nothing is said of.
type cellView struct {
	Text, Class, TipID string
	Quiet, Empty       bool
	Marks              []markView
}

// A markView is the advice of one finding.
type markView struct{ Severity, Text, Fix string }

const (
	cellWidth  = 60 // characters of a cell that nothing is said of
	markWidth  = 320
	marksShown = 4 // of one cell
)

// A gridRow is a row with its findings.
type gridRow struct {
	row      int
	cells    []string
	findings []*validate.Finding
	blocking bool
}

// concerned collects the rows whose cells are known, in the file's order.
func (f *filer) concerned() []gridRow {
	var rows []gridRow
	for i := range f.f.Findings {
		finding := &f.f.Findings[i]
		if finding.Cells == nil || finding.Pos.Row <= 0 {
			continue
		}
		if n := len(rows); n == 0 || rows[n-1].row != finding.Pos.Row {
			rows = append(rows, gridRow{row: finding.Pos.Row, cells: finding.Cells})
		}
		last := &rows[len(rows)-1]
		last.findings = append(last.findings, finding)
		last.blocking = last.blocking || report.Blocking(f.r, finding.Severity)
	}
	return rows
}

// chosen takes at most max rows, those to be corrected before the others, in
// the file's order.
func chosen(rows []gridRow, max int) []gridRow {
	if len(rows) <= max {
		return rows
	}
	ordered := slices.Clone(rows)
	slices.SortStableFunc(ordered, func(a, b gridRow) int {
		switch {
		case a.blocking == b.blocking:
			return 0
		case a.blocking:
			return -1
		}
		return 1
	})
	ordered = ordered[:max]
	slices.SortFunc(ordered, func(a, b gridRow) int { return a.row - b.row })
	return ordered
}

// grid draws up the grid, nil where there is no row to show.
func (f *filer) grid() *gridView {
	all := f.found
	rows := chosen(all, f.detail.rows)
	if len(rows) == 0 {
		return nil
	}
	v := &gridView{ID: fileID(f.id) + "rows", Title: f.say("grid"), Level: f.level(2)}
	v.Count = f.say("grid-all", "n", len(rows))
	if len(rows) < len(all) {
		v.Count = f.say("grid-some", "n", len(rows), "total", len(all))
	}
	if f.f.Truncated {
		v.Count += " " + f.say("grid-more")
	}
	marked, width := map[int]bool{}, len(f.f.Columns)
	for _, row := range rows {
		width = max(width, len(row.cells))
		for _, finding := range row.findings {
			marked[finding.Column-1] = true
		}
	}
	columns := shownColumns(width, f.detail.width, marked)
	if len(columns) < width {
		v.Width = f.say("grid-width", "n", len(columns), "total", width)
	}
	for _, c := range columns {
		v.Head = append(v.Head, f.head(c, !marked[c]))
		v.Quiet = v.Quiet || !marked[c]
	}
	f.rows = make(map[int]bool, len(rows))
	for _, row := range rows {
		f.rows[row.row] = true
		v.Rows = append(v.Rows, f.row(row, columns, marked))
	}
	return v
}

// shownColumns chooses at most max columns, those that are marked first.
func shownColumns(width, max int, marked map[int]bool) []int {
	var columns []int
	for _, want := range []bool{true, false} {
		for c := 0; c < width && len(columns) < max; c++ {
			if marked[c] == want {
				columns = append(columns, c)
			}
		}
	}
	slices.Sort(columns)
	return columns
}

func (f *filer) head(c int, quiet bool) headView {
	h := headView{Letters: report.ColumnName(c + 1), Quiet: quiet}
	if f.items() {
		h.Letters = ""
	}
	if c < len(f.f.Columns) {
		h.Name = clipped(f.f.Columns[c].Name, nameWidth)
	}
	return h
}

// row draws up one row of the grid.
func (f *filer) row(row gridRow, columns []int, marked map[int]bool) rowView {
	v := rowView{ID: f.rowID(row.row), Name: strconv.Itoa(row.row)}
	byColumn := map[int][]*validate.Finding{}
	var severities, numbers, checks []string
	for _, finding := range row.findings {
		byColumn[finding.Column-1] = append(byColumn[finding.Column-1], finding)
		severities = append(severities, finding.Severity.String())
		checks = append(checks, clipped(finding.Code, nameWidth))
		numbers = append(numbers, strconv.Itoa(f.names.column(f.placeName(finding))))
	}
	v.Severities, v.Columns, v.Checks = words(severities), words(numbers), words(checks)
	if own := byColumn[-1]; len(own) > 0 {
		v.Class, v.Marks, v.TipID = worst(own), f.marks(own), v.ID+"t"
	}
	for _, c := range columns {
		cell := cellView{Quiet: !marked[c]}
		if c < len(row.cells) {
			cell.Text = row.cells[c]
		}
		max := cellWidth
		if found := byColumn[c]; len(found) > 0 {
			cell.Class, cell.Marks, cell.TipID = worst(found), f.marks(found), v.ID+"c"+strconv.Itoa(c+1)
			max = valueWidth
		}
		cell.Text = clipped(cell.Text, max)
		cell.Empty = cell.Text == ""
		v.Cells = append(v.Cells, cell)
	}
	return v
}

// placeName is what the filter calls the place of a finding.
func (f *filer) placeName(finding *validate.Finding) string {
	if finding.Field != "" {
		return clipped(finding.Field, nameWidth)
	}
	return f.say("all-rows")
}

// words joins what differs by spaces.
func words(all []string) string {
	slices.Sort(all)
	return strings.Join(slices.Compact(all), " ")
}

func worst(findings []*validate.Finding) string {
	s := validate.None
	for _, finding := range findings {
		s = max(s, finding.Severity)
	}
	return s.String()
}

// marks gives the advice of the findings of one cell.
func (f *filer) marks(findings []*validate.Finding) []markView {
	var out []markView
	for _, finding := range findings[:min(len(findings), marksShown)] {
		message, hint := report.Words(f.r, f.f, finding, f.lang)
		m := markView{Severity: f.say("marked", "severity", severityOne[finding.Severity].In(f.lang)), Text: clipped(message, markWidth)}
		if finding.Fix != "" {
			m.Fix = f.say("fix", "value", clipped(finding.Fix, valueWidth))
		} else {
			m.Fix = clipped(hint, markWidth)
		}
		out = append(out, m)
	}
	return out
}
