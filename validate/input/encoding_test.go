package input

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// frenchTable is a table in which each encoding has something to be told by.
const frenchTable = "nom;objet;montant\n" +
	"Association Éclat d'été;Fête des élèves, « l'œuvre » à Noël;1 200 €\n" +
	"CHÂTEAU DE SAINT-AIGNAN;Rénovation intérieure du théâtre;300\n" +
	"Comité des fêtes;Goûter de fin d'année où l'on reçoit;45\n" +
	"Cœur de ville;Marché bio à Besançon;12\n"

// TestEncodings writes one table in each encoding, which must be recognised
// and read back.
func TestEncodings(t *testing.T) {
	tests := []struct {
		name  string
		enc   encoding.Encoding
		mark  string
		drops string // characters that the encoding does not have
		want  string
		bom   bool
	}{
		{name: "UTF-8", enc: encoding.Nop, want: UTF8},
		{name: "UTF-8 with a mark", enc: encoding.Nop, mark: "\xef\xbb\xbf", want: UTF8, bom: true},
		{name: "Windows-1252", enc: charmap.Windows1252, want: Windows1252},
		{name: "Windows-1252 behind a mark of UTF-8", enc: charmap.Windows1252, mark: "\xef\xbb\xbf", want: Windows1252, bom: true},
		{name: "ISO-8859-1", enc: charmap.ISO8859_1, drops: "€œ", want: Windows1252},
		{name: "ISO-8859-15", enc: charmap.ISO8859_15, want: ISO885915},
		{name: "CP850", enc: charmap.CodePage850, drops: "€œ", want: CP850},
		{name: "MacRoman", enc: charmap.Macintosh, want: MacRoman},
		{name: "UTF-16 LE", enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), want: UTF16LE},
		{name: "UTF-16 LE with a mark", enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), mark: "\xff\xfe", want: UTF16LE, bom: true},
		{name: "UTF-16 BE with a mark", enc: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), mark: "\xfe\xff", want: UTF16BE, bom: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := strings.Map(func(r rune) rune {
				if strings.ContainsRune(tt.drops, r) {
					return 'e'
				}
				return r
			}, frenchTable)
			written, err := tt.enc.NewEncoder().String(table)
			if err != nil {
				t.Fatal(err)
			}
			in := opened(t, tt.mark+written, Options{ChunkSize: 32})
			if f := in.File(); f.Encoding != tt.want || f.BOM != tt.bom {
				t.Fatalf("read as %s, mark %v; want %s, mark %v", f.Encoding, f.BOM, tt.want, tt.bom)
			}
			var got []string
			for _, row := range rowsOf(t, in) {
				got = append(got, strings.Join(row.Cells, ";"))
			}
			want := strings.Split(strings.TrimSpace(table), "\n")[1:]
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestShortSamples tells encodings by a word or two.
func TestShortSamples(t *testing.T) {
	for content, want := range map[string]string{
		"pr\xe9nom":                Windows1252,
		"pr\x82nom":                CP850,
		"pr\x8enom":                MacRoman,
		"\xc9COLE":                 Windows1252,
		"c\xbdur":                  ISO885915,
		"la \xbduvre":              ISO885915,
		"12\xbd, \xe0 1\xbd heure": Windows1252,
		"12 \x80":                  Windows1252,
		"\x85 qui":                 Windows1252,
		"Fran\x8dois, \x8el\x8fve": MacRoman,
		"Fran\x87ois, \x82l\x8ave": CP850,
		"l\x92\xe9t\xe9":           Windows1252,
		"PR\xc9NOM;ANN\xc9E":       Windows1252,
	} {
		if got := guessEncoding([]byte(content), true).name; got != want {
			t.Errorf("%q: %s, want %s", content, got, want)
		}
	}
}

func TestEncodingNamed(t *testing.T) {
	for name, want := range map[string]string{
		"UTF-8": UTF8, "utf_8_sig": UTF8, "Latin-1": Windows1252, "ISO-8859-15": ISO885915, "cp850": CP850,
		"MacRoman": MacRoman, "UTF-16": UTF16LE, "ebcdic": "", "": "",
	} {
		if got, ok := EncodingNamed(name); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %v, want %q", name, got, ok, want)
		}
	}
	for _, name := range Encodings() {
		if got, ok := EncodingNamed(name); !ok || got != name {
			t.Errorf("%q means %q", name, got)
		}
	}
}
