package book

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/report"
)

// longest is how many UTF-16 units a cell of Excel takes.
const longest = 32_767

// cellText makes a text one that a cell takes. What XML forbids (control
// characters, bytes that are not UTF-8) becomes a visible escape, as report.Show
// has it. cut says that its end is left out.
func cellText(s string) (text string, cut bool) {
	if len(s) > 4*longest {
		s, cut = s[:4*longest], true
		for len(s) > 0 && !utf8.RuneStart(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		if len(s) > 0 && s[len(s)-1] >= utf8.RuneSelf {
			s = s[:len(s)-1] // the first byte of a character that was divided
		}
	}
	if !writable(s) {
		s = escaped(s)
	}
	if len(s) <= longest && !cut {
		return s, false
	}
	units := 0
	for i, r := range s {
		units++
		if r > 0xffff {
			units++
		}
		if units > longest-1 && (cut || i+utf8.RuneLen(r) < len(s) || units > longest) {
			return s[:i] + "…", true
		}
	}
	if cut {
		s += "…"
	}
	return s, cut
}

// writable says whether XML takes s as it is, and readers give it back so.
func writable(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' && c != '\t' && c != '\n' || c >= utf8.RuneSelf {
			return writableRunes(s[i:])
		}
	}
	return true
}

func writableRunes(s string) bool {
	for i, r := range s {
		switch {
		case r < ' ' && r != '\t' && r != '\n', r == 0xfffe, r == 0xffff:
			return false
		case r == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
	}
	return true
}

func escaped(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case strings.HasPrefix(s, "\r\n"): // a line end within a cell is one character
		case r == '\r':
			b.WriteString(`\r`)
		case r < ' ' && r != '\t' && r != '\n':
			fmt.Fprintf(&b, `\x%02x`, r)
		case r == 0xfffe || r == 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

// manyEscapes is how many times a text may have what begins an escape of XLSX,
// such as _x0041_, before it is written in pieces: excelize takes a time that
// grows with the square of their number. pieceSize is in bytes.
const (
	manyEscapes = 50
	pieceSize   = 400
	escapeCost  = 60 // what one is reckoned to take of the room, in bytes
)

// cellValue is a text as it is handed to excelize.
func cellValue(s string) any {
	if strings.Count(s, "_x") <= manyEscapes {
		return s
	}
	var runs []excelize.RichTextRun
	for len(s) > 0 {
		end := min(pieceSize, len(s))
		for end < len(s) && !utf8.RuneStart(s[end]) {
			end++
		}
		runs = append(runs, excelize.RichTextRun{Text: s[:end]})
		s = s[end:]
	}
	return runs
}

// plain is cellText, for what is short.
func plain(s string) string {
	s, _ = cellText(s)
	return s
}

// names are the names of sheets that are taken, in small letters.
type names map[string]bool

// free gives a sheet a name like the one that is wanted: one that Excel takes,
// and that no other sheet has.
func (n names) free(wanted string) string {
	const most = 31 // UTF-16 units, as for nameUnits
	wanted = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`:\/?*[]'`, r), r == utf8.RuneError, report.Show(string(r), 0) != string(r):
			return '_'
		}
		return r
	}, strings.ToValidUTF8(wanted, "_"))
	wanted = strings.TrimSpace(wanted)
	if wanted == "" || strings.EqualFold(wanted, "history") { // Excel keeps that one for itself
		wanted += "_"
	}
	name := shortened(wanted, most)
	for i := 2; n[strings.ToLower(name)]; i++ {
		number := fmt.Sprintf(" (%d)", i)
		name = shortened(wanted, most-len(number)) + number
	}
	n[strings.ToLower(name)] = true
	return name
}

// shortened keeps at most some UTF-16 units of s.
func shortened(s string, most int) string {
	units := 0
	for i, r := range s {
		units++
		if r > 0xffff {
			units++
		}
		if units > most {
			return strings.TrimSpace(s[:i])
		}
	}
	return s
}
