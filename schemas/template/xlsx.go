package template

import (
	"cmp"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas/plain"
	"github.com/socle-commun/socle/schemas/text"
)

// MaxColumns is how many columns the workbook of a template may have. A sheet
// holds 16,384, but nobody fills so many by hand, and the time that it takes to
// write them grows with their cube.
const MaxColumns = 1000

// A book is a workbook that is being written. Its first error stops the rest.
type book struct {
	*Template
	file    *excelize.File
	columns []column
	data    string // names of the sheets
	readme  string
	lists   string
	styles  styles
	items   map[string][]string // what lists hold, by the name of their field
	err     error
}

// XLSX writes the template as a workbook: the sheet of the data, one that
// explains it, and one with the values of the closed columns. The same template
// makes the same bytes. The error is that of w, or that the schema has more
// than MaxColumns fields.
func (t *Template) XLSX(w io.Writer) error {
	if n := len(t.Schema.Fields); n > MaxColumns {
		return fmt.Errorf("the schema has %d fields, and the workbook of a template at most %d columns", n, MaxColumns)
	}
	b := &book{Template: t, file: excelize.NewFile(), items: plain.Items(t.Schema)}
	defer b.file.Close()
	b.readme, b.lists = t.say("Lisez-moi", "Read me"), t.say("Listes", "Lists")
	b.data = t.sheet()
	b.do(b.file.SetSheetName("Sheet1", b.data))
	for i := range t.Schema.Fields {
		b.columns = append(b.columns, columnOf(&t.Schema.Fields[i]))
	}
	b.newStyles()
	b.writeData()
	b.writeReadme()
	places := b.writeLists()
	b.writeRules(places)
	b.describe()
	if b.err != nil {
		return b.err
	}
	return b.file.Write(w)
}

// do keeps the first error.
func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// at names a cell, by its column and its row from 1.
func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // columns and rows are counted against the limits before
	}
	return name
}

// put writes a cell: a text, which is never a formula, or a number.
func (b *book) put(sheet string, column, row int, value any, style int) {
	cell := at(column, row)
	switch value := value.(type) {
	case string:
		b.do(b.file.SetCellStr(sheet, cell, value))
	case float64:
		b.do(b.file.SetCellFloat(sheet, cell, value, -1, 64))
	}
	b.do(b.file.SetCellStyle(sheet, cell, cell, style))
}

// name is that of the schema. One that has none goes by the path of its file,
// of which those who get the workbook need not know the folders.
func (t *Template) name() string {
	if t.Schema.Source != "" && t.Schema.Name == t.Schema.Source {
		return filepath.Base(t.Schema.Name)
	}
	return t.Schema.Name
}

// sheetName is how long the name of a sheet may be, in characters.
const sheetName = 31

// sheet names the sheet of the data after the dataset.
func (t *Template) sheet() string {
	name := strings.TrimSuffix(path.Base(t.name()), ".json")
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || !unicode.IsGraphic(r) || r > 0xffff {
			return '_'
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > sheetName {
		name = string(runes[:sheetName])
	}
	taken := []string{"", ".", "lisez-moi", "listes", "read me", "lists", "history"} // the last by Excel
	if name = strings.TrimSpace(name); slices.Contains(taken, strings.ToLower(name)) {
		return t.say("données", "data")
	}
	return name
}

// describe sets the properties of the workbook. Its date is that of the schema,
// for a clock would make other bytes each time.
func (b *book) describe() {
	b.file.Pkg.Store("docProps/core.xml", []byte(nil)) // which holds a date of the library's
	properties := &excelize.DocProperties{
		Title: clip(cmp.Or(b.Schema.Title, b.name()), longestRuleText), Subject: b.name(),
		Creator: "socle", LastModifiedBy: "socle", Language: string(text.French),
	}
	if day, err := time.Parse(time.DateOnly, b.Schema.Modified); err == nil {
		properties.Created = day.Format(time.RFC3339)
		properties.Modified = properties.Created
	}
	b.do(b.file.SetDocProps(properties))
	b.do(b.file.SetAppProps(&excelize.AppProperties{Application: "socle"}))
	b.file.SetActiveSheet(0)
}
