// Package rejects writes the rows of a judged file anew, as two tables: those
// with errors and why, and those without any, for whoever publishes them. Features
// and objects of JSON can be written as such.
package rejects

import (
	"bufio"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// Tables are where the rows go. Either may be nil. Both are written in UTF-8,
// with commas and LF, or as JSON.
type Tables struct {
	// JSON says of either that it is written as JSON, which only rows of JSON can
	// be: a FeatureCollection of the features, or a list of the objects, as they
	// stand in the file. Those that are rejected have two properties more.
	JSON struct{ Rejects, Accepted bool }

	// Rejects has the rows with errors behind two columns: the row's number
	// as a spreadsheet shows it in the judged file, and why it is here. What
	// a spreadsheet would take for a formula has an apostrophe in front.
	Rejects io.Writer
	// Accepted has the other rows, cell for cell as they are.
	Accepted io.Writer
}

// Counts say how many rows went where: together, as many as were judged.
type Counts struct {
	Rejected, Accepted int
	// Whole is why no row at all is accepted, in sentences: errors of the
	// file as a whole, such as a required column that is not there.
	Whole []string
}

// ErrNotJSON says that the rows of a table were to be written as JSON.
var ErrNotJSON = errors.New("rows of a table cannot be written as JSON")

// ErrChanged says that a file is no longer the one that was judged.
var ErrChanged = errors.New("the file changed while it was read")

// mended are the errors of a file as a whole that the tables do not have: they
// are in UTF-8, with commas.
var mended = []string{"encoding", "delimiter"}

// Write reads a file anew that was judged with Options.Wrong, to its end, and
// writes its rows. judged is what judging read (Watched.Sum). Errors are
// ErrChanged, those of reading and those of writing: what was written is then
// worth nothing.
func Write(ctx context.Context, in validate.Input, plan *validate.Plan, result *validate.FileResult, judged uint64, to Tables, lang text.Lang) (Counts, error) {
	if to.JSON.Rejects || to.JSON.Accepted {
		if !in.File().Items {
			return Counts{}, ErrNotJSON
		}
	}
	validate.Expect(in, plan.Schema)
	watched := Watch(in)
	again := validate.Compile(plan.Schema, plan.Checks, validate.Options{Strict: plan.Options.Strict})
	w := &writer{
		job: again.For(in.File()), result: result, lang: lang,
		rejects: newTable(to.Rejects), accepted: newTable(to.Accepted),
	}
	if to.JSON.Rejects {
		w.rejected = w.newList(w.rejects)
	}
	if to.JSON.Accepted {
		w.kept = w.newList(w.accepted)
	}
	w.width = max(len(w.job.File.Labels), 1)
	w.before()
	whole := w.job.Begin()
	for chunk, err := range watched.Chunks() {
		switch {
		case err != nil:
			return w.counts, err
		case ctx.Err() != nil:
			return w.counts, ctx.Err()
		}
		w.job.Merge(whole, w.job.Check(in, chunk))
		w.chunk(in, chunk, whole.Findings)
		whole.Findings = nil
		if chunk.Free != nil {
			chunk.Free()
		}
	}
	if watched.Sum() != judged || w.counts.Rejected+w.counts.Accepted != result.Rows {
		return w.counts, ErrChanged
	}
	w.rejected.end()
	w.kept.end()
	return w.counts, errors.Join(w.rejects.flush(), w.accepted.flush())
}

// A writer writes the tables of one file.
type writer struct {
	job               *validate.Job
	result            *validate.FileResult
	lang              text.Lang
	rejects, accepted *table
	rejected, kept    *list // they go through these tables; nil where they are not written as JSON
	width             int   // columns of the header
	counts            Counts
	late              map[int][]validate.Finding // by row: errors that are known only in the end
	cells             [][]byte
}

// before writes the headers, and finds out what holds for the whole file.
func (w *writer) before() {
	w.headers()
	w.late = map[int][]validate.Finding{}
	var above []validate.Finding
	for _, f := range w.result.Findings {
		switch {
		case f.Severity != validate.Error:
		case f.Pos.Row <= w.job.File.HeaderRow:
			above = append(above, f)
		default:
			w.late[f.Pos.Row] = append(w.late[f.Pos.Row], f)
		}
	}
	for _, g := range w.result.Wrong.Of(0) {
		if code := w.job.Checks[g.Check].Code; !slices.Contains(mended, code) {
			w.counts.Whole = append(w.counts.Whole, w.reasons(g, 0, above)...)
		}
	}
}

// headers writes those of the tables.
func (w *writer) headers() {
	w.rejected.begin()
	w.kept.begin()
	if labels := w.job.File.Labels; len(labels) > 0 {
		cells := make([][]byte, len(labels))
		for i, label := range labels {
			cells[i] = []byte(label)
		}
		if w.kept == nil {
			w.accepted.write(cells, false)
		}
		w.cells = cells
	}
	if w.rejected != nil {
		return
	}
	front := text.Text{FR: "ligne", EN: "row"}
	why := text.Text{FR: "motifs", EN: "reasons"}
	w.rejects.write(append([][]byte{[]byte(front.In(w.lang)), []byte(why.In(w.lang))}, w.cells...), true)
}

// chunk writes the rows of one chunk. found are the findings on them, by row.
func (w *writer) chunk(in validate.Input, c validate.Chunk, found []validate.Kept) {
	for row := range in.Rows(c) {
		n := row.Pos.Row
		for len(found) > 0 && found[0].Pos.Row < n {
			found = found[1:] // of a blank row in an earlier chunk
		}
		var own []validate.Finding
		for len(found) > 0 && found[0].Pos.Row == n {
			if found[0].Severity == validate.Error {
				own = append(own, found[0].Finding)
			}
			found = found[1:]
		}
		groups := w.result.Wrong.Of(n)
		if len(groups) == 0 && w.counts.Whole == nil {
			w.counts.Accepted++
			if w.kept != nil {
				w.kept.item(row, nil)
			} else {
				w.accepted.write(w.cellsOf(row), false)
			}
			continue
		}
		w.counts.Rejected++
		if w.rejects.to == nil {
			continue
		}
		reasons := slices.Clone(w.counts.Whole)
		for _, g := range groups {
			reasons = append(reasons, w.reasons(g, n, own, w.late[n])...)
		}
		if w.rejected != nil {
			w.rejected.item(row, reasons)
		} else {
			w.rejects.row(n, reasons, w.cellsOf(row))
		}
	}
}

// cellsOf are the cells of a row, lent. A row without any has as many empty
// ones as there are columns; of one that was passed over, being too long, it
// is the beginning.
func (w *writer) cellsOf(row *validate.Row) [][]byte {
	w.cells = w.cells[:0]
	for i := range row.Cells {
		w.cells = append(w.cells, row.Cells[i].Raw)
	}
	if len(w.cells) > 0 {
		return w.cells
	}
	if len(row.Record) > 0 {
		w.cells = append(w.cells, row.Record)
	}
	for len(w.cells) < w.width {
		w.cells = append(w.cells, nil)
	}
	return w.cells
}

// newTable writes a table to w, which may be nil.
func newTable(w io.Writer) *table {
	t := &table{to: w}
	if w != nil {
		t.out = bufio.NewWriterSize(w, 64<<10)
	}
	return t
}
