// Package text holds what is said to people, in French and in English, and the
// one small template language that all sentences share.
package text

import (
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// A Lang is a language that socle speaks.
type Lang string

// The languages of socle. French is the default everywhere.
const (
	French  Lang = "fr"
	English Lang = "en"
)

// Tag gives the language tag of l, for golang.org/x/text.
func (l Lang) Tag() language.Tag {
	if l == English {
		return language.English
	}
	return language.French
}

// ParseLang reads a language name such as "fr", "en_GB.UTF-8" or "English".
// ok is false where the name is neither French nor English.
func ParseLang(name string) (lang Lang, ok bool) {
	switch n := strings.ToLower(strings.TrimSpace(name)); {
	case strings.HasPrefix(n, "fr"):
		return French, true
	case strings.HasPrefix(n, "en"):
		return English, true
	}
	return French, false
}

// A Text is one sentence or template in both languages.
type Text struct{ FR, EN string }

// In gives the text in lang.
func (t Text) In(lang Lang) string {
	if lang == English {
		return t.EN
	}
	return t.FR
}

// Empty says whether there is nothing to say.
func (t Text) Empty() bool { return t.FR == "" && t.EN == "" }

// Fill puts values into a template. A {name} becomes lookup("name"), and
// {name|singular|plural} one of the two words by the number that
// lookup("name") writes, by the plural rules of lang. A name that lookup does
// not know (ok false) stays as it is written.
func Fill(lang Lang, template string, lookup func(name string) (value string, ok bool)) string {
	if !strings.Contains(template, "{") {
		return template
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(template, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(template[open:], '}')
		if end < 0 {
			break
		}
		end += open
		b.WriteString(template[:open])
		b.WriteString(slot(lang, template[open+1:end], lookup))
		template = template[end+1:]
	}
	b.WriteString(template)
	return b.String()
}

// slot gives what stands for the inside of one pair of braces.
func slot(lang Lang, inside string, lookup func(string) (string, bool)) string {
	name, forms, chosen := strings.Cut(inside, "|")
	value, ok := lookup(name)
	if !ok {
		return "{" + inside + "}"
	}
	if !chosen {
		return value
	}
	singular, plural, _ := strings.Cut(forms, "|")
	if One(lang, value) {
		return singular
	}
	return plural
}

// One says whether a written whole number takes the singular in lang: 0 and 1
// do in French, 1 alone in English.
func One(lang Lang, number string) bool {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
	if digits == "" {
		return true
	}
	n := 0
	for _, d := range digits[max(0, len(digits)-9):] {
		n = n*10 + int(d-'0')
	}
	if len(digits) > 9 && n < 2 {
		n += 10
	}
	return plural.Cardinal.MatchPlural(lang.Tag(), n, 0, 0, 0, 0) == plural.One
}
