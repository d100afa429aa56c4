package input

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
)

// A DialectError says what is wrong with a dialect document.
type DialectError struct{ Say text.Text }

// Error says it in English.
func (e *DialectError) Error() string { return e.Say.EN }

func dialectError(fr, en string, args ...any) error {
	return &DialectError{text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}}
}

// A dialectDocument has the members of CSV Dialect 1.2, of Table Dialect 2.0
// and of Frictionless, which puts those of CSV into a member of that name.
type dialectDocument struct {
	Delimiter        *string          `json:"delimiter"`
	QuoteChar        *string          `json:"quoteChar"`
	DoubleQuote      *bool            `json:"doubleQuote"`
	EscapeChar       *string          `json:"escapeChar"`
	NullSequence     *string          `json:"nullSequence"`
	SkipInitialSpace *bool            `json:"skipInitialSpace"`
	Header           *bool            `json:"header"`
	HeaderRows       *[]int           `json:"headerRows"`
	HeaderJoin       *string          `json:"headerJoin"`
	HeaderCase       *bool            `json:"headerCase"`
	CommentChar      *string          `json:"commentChar"`
	CommentRows      []int            `json:"commentRows"`
	SkipBlankRows    bool             `json:"skipBlankRows"`
	CSV              *dialectDocument `json:"csv"`
}

// ParseDialect reads a dialect document: JSON, with the members of CSV Dialect
// 1.2 or Table Dialect 2.0. A separator that it does not name is the comma, as
// the specification has it. The error is a *DialectError.
func ParseDialect(data []byte) (*Dialect, error) {
	var doc dialectDocument
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, dialectError("ce n'est pas un document de dialecte (%v).", "it is no dialect document (%v).", err)
	}
	if string(bytes.TrimSpace(data)) == "null" {
		return nil, dialectError("un dialecte s'écrit comme un objet JSON.", "a dialect is written as a JSON object.")
	}
	d := &Dialect{Delimiter: ',', Quote: '"', HeaderJoin: " "}
	if err := doc.apply(d); err != nil {
		return nil, err
	}
	if doc.CSV != nil {
		if err := doc.CSV.apply(d); err != nil {
			return nil, err
		}
	}
	if d.Escape != 0 && d.Escape == d.Delimiter {
		return nil, dialectError("le même signe sépare les cellules et ôte leur sens aux autres.", "the same sign separates cells and escapes others.")
	}
	if d.Quote != 0 && d.Quote == d.Delimiter {
		return nil, dialectError("le même signe sépare et entoure les cellules.", "the same sign separates and surrounds cells.")
	}
	return d, nil
}

// apply sets what the document names.
func (doc *dialectDocument) apply(d *Dialect) error {
	for _, sign := range []struct {
		name string
		from *string
		to   *byte
	}{{"delimiter", doc.Delimiter, &d.Delimiter}, {"quoteChar", doc.QuoteChar, &d.Quote}, {"escapeChar", doc.EscapeChar, &d.Escape}} {
		if sign.from == nil {
			continue
		}
		if *sign.from == "" && sign.name != "delimiter" {
			*sign.to = 0
			continue
		}
		if len(*sign.from) != 1 || (*sign.from)[0] >= utf8.RuneSelf || strings.ContainsAny(*sign.from, "\r\n\x00") {
			return dialectError("« %s » doit être un seul caractère ASCII, et non %q.", "%q must be a single ASCII character, not %q.", sign.name, *sign.from)
		}
		*sign.to = (*sign.from)[0]
	}
	if doc.DoubleQuote != nil {
		d.Single = !*doc.DoubleQuote
	}
	if doc.SkipInitialSpace != nil {
		d.SkipSpace = *doc.SkipInitialSpace
	}
	for _, word := range []struct{ from, to *string }{{doc.NullSequence, &d.Null}, {doc.HeaderJoin, &d.HeaderJoin}, {doc.CommentChar, &d.Comment}} {
		if word.from != nil {
			*word.to = *word.from
		}
	}
	if doc.HeaderRows != nil {
		d.HeaderRows = *doc.HeaderRows
		d.NoHeader = len(d.HeaderRows) == 0
	}
	if doc.Header != nil && !*doc.Header {
		d.NoHeader = true
	}
	d.AnyCase = d.AnyCase || doc.HeaderCase != nil && !*doc.HeaderCase
	for _, rows := range [][]int{d.HeaderRows, doc.CommentRows} {
		for _, row := range rows {
			if row < 1 {
				return dialectError("les lignes se comptent à partir de 1, et non de %d.", "rows are counted from 1, not %d.", row)
			}
		}
	}
	d.CommentRows = append(d.CommentRows, doc.CommentRows...)
	d.SkipBlank = d.SkipBlank || doc.SkipBlankRows
	return nil
}
