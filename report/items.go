package report

import (
	"unicode"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// The words of tables, and those of GeoJSON and of other JSON for the same: a
// row is a feature or a record, a column and a cell are a property. French has
// all of them feminine, so that nothing else of a sentence changes.
var (
	frProperty = lazyregexp.New(`\b(?:[Cc]ellule|[Cc]olonne)s?\b`)
	frLa       = lazyregexp.New(`\b([Ll])a ligne\b`)
	frDe       = lazyregexp.New(`\b([Dd])e ligne(s?)\b`)
	frRow      = lazyregexp.New(`\b[Ll]ignes?\b`)
	enProperty = lazyregexp.New(`\{?\b(?:[Cc]ell|[Cc]olumn)s?\b`)
	enRow      = lazyregexp.New(`\{?\b[Rr]ows?\b`)
)

// items says whether the rows of a file are features or objects of JSON.
func items(f *validate.FileResult) bool { return f != nil && f.File != nil && f.File.Items }

// reword says a template in the words of the file's format. What the file or
// the schema says is not yet in it.
func reword(f *validate.FileResult, lang text.Lang, template string) string {
	if !items(f) {
		return template
	}
	features := f.File.Format == "geojson"
	if lang == text.English {
		row := "record"
		if features {
			row = "feature"
		}
		return swap(enRow, swap(enProperty, template, "property", "properties"), row, row+"s")
	}
	template = swap(frProperty, template, "propriété", "propriétés")
	if !features {
		return swap(frRow, template, "fiche", "fiches")
	}
	template = frLa.ReplaceAllString(template, "$1'entité")
	template = frDe.ReplaceAllString(template, "$1'entité$2")
	return swap(frRow, template, "entité", "entités")
}

// swap puts another word in the place of one, in the singular or the plural and
// as large, but not of the name of a slot.
func swap(word lazyregexp.Regexp, template, one, many string) string {
	return word.ReplaceAllStringFunc(template, func(met string) string {
		other := one
		if met[len(met)-1] == 's' {
			other = many
		}
		switch {
		case met[0] == '{':
			return met
		case unicode.IsUpper(rune(met[0])):
			first, size := utf8.DecodeRuneInString(other)
			return string(unicode.ToUpper(first)) + other[size:]
		}
		return other
	})
}

// of is t in the words of the file's format.
func (s speech) of(f *validate.FileResult, t text.Text) text.Text {
	if !items(f) {
		return t
	}
	return text.Text{FR: reword(f, text.French, t.FR), EN: reword(f, text.English, t.EN)}
}
