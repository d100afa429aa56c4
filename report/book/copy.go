package book

import (
	"errors"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A dataCopy is the sheet that holds the data of a file.
type dataCopy struct {
	sheet string      // "" where there is none
	lead  int         // 1 where the numbers of the rows stand in a column in front
	rows  map[int]int // of the rows with findings: their rows in the sheet
	said  []string    // what is left out, in sentences
}

// place gives the cell of a finding in the sheet, "" where there is none.
func (c *dataCopy) place(f *validate.Finding) string {
	row, ok := c.rows[f.Pos.Row]
	if !ok || f.Column+c.lead > lastColumn {
		return ""
	}
	return cellName(max(f.Column+c.lead, 1), row)
}

// fileName is what the tables of the summary call a file: its sheet, where it has
// one.
func (c *dataCopy) fileName(f *validate.FileResult, lang text.Lang) string {
	if c.sheet != "" {
		return c.sheet
	}
	return report.PathOf(f, lang)
}

// copy makes the sheet of a file, if anything of its data is at hand and there
// is room for it.
func (b *book) copy(f *validate.FileResult, open func(*validate.FileResult) (validate.Input, error)) (*dataCopy, error) {
	c := &dataCopy{rows: map[int]int{}}
	if f.File == nil || !report.Judged(f) {
		return c, nil
	}
	switch {
	case b.copies == 0:
		c.said = append(c.said, b.say("no-copy", "n", usual.copies))
		return c, nil
	case b.room <= 0:
		c.said = append(c.said, b.say("no-room"))
		return c, nil
	}
	in, err := b.reopen(f, open, c)
	if in != nil {
		defer in.Close()
	}
	if err != nil {
		return c, err
	}
	b.copies--
	c.sheet = b.names.free(sheetName(f))
	if _, err := b.NewSheet(c.sheet); err != nil {
		return c, err
	}
	whole := in != nil && f.Rows <= b.rows
	if !whole || report.Items(f) || f.File.HeaderRow == 0 {
		c.lead = 1
	}
	k := &copier{f: f, copy: c, marks: newMarks(f, c.lead, min(b.notes, b.allNotes))}
	k.names = k.columnNames(in)
	k.begin(b)
	if in == nil {
		k.kept()
	} else {
		if !whole {
			c.said = append(c.said, b.say("only-wrong", "n", b.rows))
		}
		k.read(in, whole)
	}
	k.tell()
	return c, k.finish()
}

// reopen opens the data of a file, or says why only its findings' rows are at
// hand.
func (b *book) reopen(f *validate.FileResult, open func(*validate.FileResult) (validate.Input, error), c *dataCopy) (validate.Input, error) {
	if open == nil {
		c.said = append(c.said, b.say("not-read"))
		return nil, nil
	}
	in, err := open(f)
	if err != nil {
		c.said = append(c.said, b.say("not-reopened", "reason", b.reason(err)))
		return nil, nil
	}
	if f.Schema != nil {
		validate.Expect(in, f.Schema)
	}
	return in, nil
}

// reason says an error, without the point at its end.
func (b *book) reason(err error) string {
	said := err.Error()
	var failure *validate.Failure
	if errors.As(err, &failure) {
		said = failure.Say.In(b.lang)
	}
	return report.Show(strings.TrimSuffix(said, "."), 300)
}

// sheetName is the file's own name, without folders and ending.
func sheetName(f *validate.FileResult) string {
	name := f.File.Path
	if f.File.Name != "" {
		name = f.File.Name
	}
	name, _, _ = strings.Cut(name, "?")
	if i := strings.LastIndexAny(strings.TrimRight(name, `/\`), `/\`); i >= 0 {
		name = name[i+1:]
	}
	for _, ending := range []string{".gz", ".zst", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".geojson", ".json", ".ndjson"} {
		if len(name) > len(ending) && strings.EqualFold(name[len(name)-len(ending):], ending) {
			name = name[:len(name)-len(ending)]
		}
	}
	if f.File.Resource != "" {
		name = f.File.Resource
	}
	return name
}
