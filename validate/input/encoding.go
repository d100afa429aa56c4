package input

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/socle-commun/socle/schemas/swar"
)

// The encodings that are read, by their IANA names.
const (
	UTF8        = "utf-8"
	UTF16LE     = "utf-16le"
	UTF16BE     = "utf-16be"
	Windows1252 = "windows-1252"
	ISO885915   = "iso-8859-15"
	CP850       = "ibm850"
	MacRoman    = "macintosh"
)

// charmaps are the encodings in which each byte is a character.
var charmaps = map[string]*charmap.Charmap{
	Windows1252: charmap.Windows1252,
	ISO885915:   charmap.ISO8859_15,
	CP850:       charmap.CodePage850,
	MacRoman:    charmap.Macintosh,
}

// encodingAliases are other names of the encodings, in small letters and
// without punctuation. ISO-8859-1 and ASCII are read as Windows-1252 and
// UTF-8, as browsers do: these hold them.
var encodingAliases = map[string]string{
	"utf8": UTF8, "utf8sig": UTF8, "ascii": UTF8, "usascii": UTF8, "unicode": UTF8,
	"utf16": UTF16LE, "utf16le": UTF16LE, "utf16be": UTF16BE,
	"windows1252": Windows1252, "cp1252": Windows1252, "1252": Windows1252, "ansi": Windows1252,
	"iso88591": Windows1252, "latin1": Windows1252,
	"iso885915": ISO885915, "latin9": ISO885915,
	"ibm850": CP850, "cp850": CP850, "850": CP850,
	"macintosh": MacRoman, "macroman": MacRoman, "mac": MacRoman,
}

// EncodingNamed gives the encoding that a name means, in any spelling.
func EncodingNamed(name string) (string, bool) {
	bare := strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
	encoding, ok := encodingAliases[bare]
	return encoding, ok
}

// Encodings lists the encodings that are read.
func Encodings() []string {
	return []string{UTF8, UTF16LE, UTF16BE, Windows1252, ISO885915, CP850, MacRoman}
}

var bom = []byte("\xef\xbb\xbf")

// An encodingGuess is what a sample says of a file's encoding.
type encodingGuess struct {
	name             string
	doubtful         bool   // the sample, plain ASCII, proves nothing
	size             int    // bytes of the sample
	right, wrong     int    // characters beyond ASCII if it is UTF-8, and bytes that are none
	score, nextScore int    // where it is not: how well the text reads, and by the second best encoding
	next             string // that one
}

// detectEncoding gives the encoding that a sample speaks for, and whether it
// proves nothing.
func detectEncoding(sample []byte, whole bool) (name string, doubtful bool) {
	g := guessEncoding(sample, whole)
	return g.name, g.doubtful
}

// guessEncoding decides on a sample whose byte order mark is taken off. It is
// UTF-8 unless bytes that are not outnumber the characters that are. whole says
// that the sample is the whole file.
func guessEncoding(sample []byte, whole bool) encodingGuess {
	all := sample
	right, wrong := 0, 0
	for {
		for len(sample) >= 8 && swar.Of(sample)&swar.Highs == 0 {
			sample = sample[8:]
		}
		for len(sample) > 0 && sample[0] < utf8.RuneSelf {
			sample = sample[1:]
		}
		if len(sample) == 0 {
			break
		}
		if !whole && !utf8.FullRune(sample) {
			break
		}
		r, size := utf8.DecodeRune(sample)
		if r == utf8.RuneError && size == 1 {
			wrong++
		} else {
			right++
		}
		sample = sample[size:]
	}
	g := encodingGuess{name: UTF8, doubtful: right == 0 && wrong == 0, size: len(all), right: right, wrong: wrong}
	if wrong > right {
		g.detectCharmap(all)
	}
	return g
}

// claimed is the encoding of bytes that are not UTF-8: the claimed one where it
// can be, for then every byte is a character, else the one that was detected.
func claimed(claim, detected string) string {
	if name, ok := EncodingNamed(claim); ok && charmaps[name] != nil {
		return name
	}
	return detected
}
