package input

import (
	"archive/zip"
	endian "encoding/binary"
	"hash/crc32"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// unicodePath is the number of the extra field that holds a name in UTF-8
// (APPNOTE.TXT 4.6.9, "Info-ZIP Unicode Path").
const unicodePath = 0x7075

// nameIn gives the name of a member, with "/", in UTF-8. A name that is not
// said to be UTF-8, and is not, is in the code page of the system that made
// the archive: 437, or 850 as on French systems, which has the same small
// letters.
func nameIn(f *zip.File) string {
	name := f.Name
	if said := saidInExtra(f); said != "" {
		name = said
	} else if !utf8.ValidString(name) {
		name = decoded(name)
	}
	return strings.ReplaceAll(name, `\`, "/")
}

// decoded reads a name of another system. What page 437 takes for a frame of
// lines is a letter in page 850.
func decoded(name string) string {
	text, err := charmap.CodePage437.NewDecoder().String(name)
	if err == nil && strings.ContainsFunc(text, func(r rune) bool { return r >= '\u2500' && r <= '\u259f' }) {
		text, err = charmap.CodePage850.NewDecoder().String(name)
	}
	if err != nil {
		return strings.ToValidUTF8(name, "\ufffd")
	}
	return text
}

// saidInExtra is the name that an extra field gives, where it is that of the
// name beside it; else "".
func saidInExtra(f *zip.File) string {
	for extra := f.Extra; len(extra) >= 4; {
		id, size := endian.LittleEndian.Uint16(extra), int(endian.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; size > len(extra) {
			return ""
		}
		field := extra[:size]
		extra = extra[size:]
		if id != unicodePath || len(field) < 6 || field[0] != 1 || endian.LittleEndian.Uint32(field[1:]) != crc32.ChecksumIEEE([]byte(f.Name)) {
			continue
		}
		if name := string(field[5:]); utf8.ValidString(name) {
			return name
		}
	}
	return ""
}
