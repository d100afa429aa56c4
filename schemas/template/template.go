// Package template writes the files that an agent fills with data: the columns
// of a schema in their order, and one row that shows what to write. CSV holds
// no more than that; a workbook also tells what each column asks for.
package template

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"io"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// A Template is a file to be filled.
type Template struct {
	Schema    *schemas.Schema
	Row       []string  // the example, by field, as Example gives it; nil for the header alone
	Delimiter rune      // between the columns of CSV; 0 is the comma
	Lang      text.Lang // of the words that are not the schema's own
}

// CSV writes the template as delimited text: UTF-8 and line feeds, or, for a
// French Excel that opens it by a double click, a byte order mark, semicolons
// and CRLF.
func (t *Template) CSV(w io.Writer, excel bool) error {
	out := bufio.NewWriter(w)
	cells := csv.NewWriter(out)
	cells.Comma = cmp.Or(t.Delimiter, ',')
	if excel {
		out.WriteString("\ufeff")
		cells.Comma, cells.UseCRLF = ';', true
	}
	header := make([]string, len(t.Schema.Fields))
	for i := range t.Schema.Fields {
		header[i] = t.Schema.Fields[i].Name
	}
	if err := cells.Write(header); err != nil {
		return err
	}
	if t.Row != nil {
		if err := cells.Write(t.Row); err != nil {
			return err
		}
	}
	cells.Flush()
	if err := cells.Error(); err != nil {
		return err
	}
	return out.Flush()
}

// IsFormula says whether a spreadsheet that opens a CSV file would reckon with
// the cell instead of showing it. Signed numbers, phone numbers among them, do
// no harm.
func IsFormula(cell string) bool {
	return text.IsFormula(cell)
}
