package report

import (
	"strconv"
	"sync"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// How much of a text from outside stands in a sentence, in runes.
const (
	valueWidth = 80
	argWidth   = 300
)

// Message says a finding in words: what was found and expected, and how to
// mend it, which may be empty. The words are those of the finding's check in
// r.Checks; where it gives no hint, the finding's fix or the field's example
// is one. A finding of no known check gives its code. All that comes from the
// file or the schema is escaped and clipped as Show does.
func Message(r *validate.Result, file *validate.FileResult, f *validate.Finding, lang text.Lang) (message, hint string) {
	message, hint = words(r, file, f, lang)
	if hint == "" && f.Fix != "" {
		hint = speech{lang}.fix("", f.Fix)
	}
	if hint == "" {
		hint = example(r, file, f, lang)
	}
	return message, hint
}

// words gives a finding's message and its check's own hint. A hint that needs
// an example or a fix is not given where there is none.
func words(r *validate.Result, file *validate.FileResult, f *validate.Finding, lang text.Lang) (message, hint string) {
	check := checkOf(r, f.Code)
	if check == nil {
		return Show(f.Code, valueWidth), ""
	}
	m := check.Message(f.Reason)
	hollow := false
	lookup := func(name string) (string, bool) {
		value, ok := slot(file, f, name, lang)
		hollow = hollow || ok && value == "" && (name == "example" || name == "fix")
		return value, ok
	}
	message = text.Fill(lang, template(file, lang, m.Say.In(lang)), lookup)
	if message == "" {
		message = Show(f.Code, valueWidth)
	}
	hollow = false
	hint = text.Fill(lang, template(file, lang, m.Hint.In(lang)), lookup)
	if hollow {
		hint = ""
	}
	return message, hint
}

// templates are the sentences of checks as template gives them, by what they
// are for. There are as many as the checks have.
var templates sync.Map

type templateKey struct {
	lang            text.Lang
	items, features bool
	sentence        string
}

// template is a check's sentence in the words of the file's format, typeset.
func template(file *validate.FileResult, lang text.Lang, sentence string) string {
	key := templateKey{lang: lang, sentence: sentence}
	if key.items = items(file); key.items {
		key.features = file.File.Format == "geojson"
	}
	if known, ok := templates.Load(key); ok {
		return known.(string)
	}
	out := typeset(lang, reword(file, lang, sentence))
	templates.Store(key, out)
	return out
}

// example says the field's example, where it helps: for the form of a cell.
func example(r *validate.Result, file *validate.FileResult, f *validate.Finding, lang text.Lang) string {
	field, check := fieldOf(file, f.Field), checkOf(r, f.Code)
	if field == nil || field.Model == "" || field.Model == f.Value || check == nil || check.Cell == nil {
		return ""
	}
	s := speech{lang}
	return s.fill(sayExample, "value", s.quoted(field.Model, valueWidth))
}

// checkOf gives the check with that code, or nil.
func checkOf(r *validate.Result, code string) *validate.Check {
	for _, c := range r.Checks {
		if c.Code == code {
			return c
		}
	}
	return nil
}

// slot gives what a message's {name} stands for. What the finding says itself
// goes first.
func slot(file *validate.FileResult, f *validate.Finding, name string, lang text.Lang) (string, bool) {
	if arg, ok := f.Arg(name); ok {
		return Show(arg, argWidth), true
	}
	switch name {
	case "value":
		return Show(f.Value, valueWidth), true
	case "fix":
		return Show(f.Fix, argWidth), true
	case "cell":
		return cellName(file, f, lang), true
	case "row":
		return strconv.Itoa(f.Pos.Row), true
	case "line":
		return strconv.Itoa(f.Pos.Line), true
	case "column":
		return strconv.Itoa(f.Column), true
	case "field":
		return Show(fieldName(file, f), valueWidth), true
	case "example", "title":
		var field schemas.Field
		if s := fieldOf(file, f.Field); s != nil {
			field = *s
		}
		if name == "example" {
			return Show(field.Model, valueWidth), true
		}
		if field.Title == "" {
			return Show(fieldName(file, f), valueWidth), true
		}
		return Show(field.Title, valueWidth), true
	}
	return "", false
}

// cellName names the cell of a finding; of JSON, the property and the feature.
func cellName(file *validate.FileResult, f *validate.Finding, lang text.Lang) string {
	if !items(file) {
		return CellName(f.Column, f.Pos.Row)
	}
	s := speech{lang}
	return s.fill(s.of(file, sayProperty), "field", Show(fieldName(file, f), valueWidth), "row", strconv.Itoa(f.Pos.Row))
}

// fieldOf gives the schema's field of that name, or nil.
func fieldOf(file *validate.FileResult, name string) *schemas.Field {
	if file.Schema == nil || name == "" {
		return nil
	}
	return file.Schema.Field(name)
}

// fieldName is the finding's field, or its column's label where the schema
// does not know the column.
func fieldName(file *validate.FileResult, f *validate.Finding) string {
	if f.Field == "" && f.Column > 0 && f.Column <= len(file.Columns) {
		return file.Columns[f.Column-1].Name
	}
	return f.Field
}

// CellName names a cell as a spreadsheet does: column 28 of row 3 is AB3. It
// is empty where the column or the row is less than 1.
func CellName(column, row int) string {
	if column < 1 || row < 1 {
		return ""
	}
	return columnName(column) + strconv.Itoa(row)
}

// columnName gives a column's letters: 1 is A, 27 is AA.
func columnName(column int) string {
	var letters [16]byte
	i := len(letters)
	for ; column > 0; column = (column - 1) / 26 {
		i--
		letters[i] = byte('A' + (column-1)%26)
	}
	return string(letters[i:])
}
