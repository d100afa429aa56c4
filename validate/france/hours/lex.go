package hours

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas"
	"golang.org/x/text/unicode/norm"
)

// plainer writes the signs of spreadsheets and word processors as a keyboard does.
var plainer = strings.NewReplacer(
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", "\t", " ", "\r\n", ";", "\n", ";", "\r", ";",
	"–", "-", "—", "-", "‑", "-", "−", "-", "→", "-",
	"“", `"`, "”", `"`, "«", `"`, "»", `"`, "’", "'", "：", ":", "＋", "+",
)

// lex takes an agent's text apart into words. It is false where one is unknown.
func lex(text string) ([]word, bool) {
	text = plainer.Replace(norm.NFC.String(text))
	var words []word
	for text != "" {
		if text[0] == ' ' || text[0] == '\'' {
			text = text[1:]
			continue
		}
		w, length := lexOne(text)
		if w.kind == unknown {
			return nil, false
		}
		words = append(words, w)
		text = text[length:]
	}
	return sayMarch(words)
}

// lexOne gives the first word of a text and its length in bytes.
func lexOne(text string) (word, int) {
	if w, length := phrase(text); length > 0 {
		return w, length
	}
	switch c := text[0]; {
	case isDigit(c):
		return lexNumber(text)
	case c == '"':
		if end := strings.IndexByte(text[1:], '"'); end > 0 {
			return word{remark, `"` + strings.TrimSpace(text[1:end+1]) + `"`}, end + 2
		}
	case strings.IndexByte("-,/&;+:.()", c) >= 0:
		return signs[c], 1
	default:
		letters := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if letters < 0 {
			letters = len(text)
		}
		if text[:letters] == "We" {
			return word{weekday, "We"}, letters // « WE » may be the week-end
		}
		if letters > 0 && letters <= 30 {
			return lexicon()[schemas.Fold(text[:letters])], letters
		}
	}
	return word{}, 0
}

var signs = map[byte]word{
	'-': {to, "-"}, ',': {and, ","}, '/': {slash, "/"}, '&': {and, ","}, ';': {next, ";"}, '+': {plus, "+"},
	':': {filler, ""}, '.': {filler, ""}, '(': {}, ')': {},
}

// phrase gives the known phrase that a text begins with. A letter or a digit
// does not follow it.
func phrase(text string) (word, int) {
	const longest = 2 * len("24h/24 et 7j/7")
	head := text
	if len(head) > longest {
		head = head[:longest]
	}
	for _, p := range phrases {
		if end := foldedPrefix(head, p.spelling); end > 0 {
			if r, _ := utf8.DecodeRuneInString(text[end:]); end == len(text) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				return p.word, end
			}
		}
	}
	return word{}, 0
}

// foldedPrefix gives how many bytes of a text read as a spelling in small
// letters without accents, or 0.
func foldedPrefix(text, spelling string) int {
	for i, r := range text {
		if spelling == "" {
			return i
		}
		letter := unicode.ToLower(r)
		if letter == 'é' || letter == 'è' {
			letter = 'e'
		}
		if letter != rune(spelling[0]) {
			return 0
		}
		spelling = spelling[1:]
	}
	if spelling == "" {
		return len(text)
	}
	return 0
}

// sayMarch makes each « mar » a day beside a day, and a month beside a month.
func sayMarch(words []word) ([]word, bool) {
	for i := range words {
		if words[i].kind != march {
			continue
		}
		switch beside(words, i) {
		case weekday:
			words[i] = word{weekday, "Tu"}
		case month:
			words[i] = word{month, "Mar"}
		default:
			return nil, false
		}
	}
	return words, true
}

// beside gives the kind of the word that a hyphen or a comma ties to another.
func beside(words []word, i int) kind {
	for _, step := range [...]int{-1, 1} {
		j := i + step
		for j >= 0 && j < len(words) && (words[j].kind == to || words[j].kind == and || words[j].kind == filler) {
			j += step
		}
		if j >= 0 && j < len(words) && (words[j].kind == weekday || words[j].kind == month) {
			return words[j].kind
		}
	}
	return unknown
}
