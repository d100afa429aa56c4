package input

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
)

// A file that begins with more ASCII than the sample holds is in the encoding
// that its first accents speak for; in doubt the whole file decides.
func TestLateAccents(t *testing.T) {
	type found struct {
		Encoding string
		Doubtful bool
		Last     string
		Reason   string
	}
	plain := "nom;commune\n" + strings.Repeat("Association sportive;Niort\n", sampleSize/20)
	inDoubt := "Encodage : rien que de l'ASCII au début du fichier (octets lus : 1048578) ; la suite décide."
	for _, tt := range []struct {
		name, content string
		want          found
	}{
		{"ASCII", plain + "x;Niort\n", found{UTF8, true, "Niort", inDoubt}},
		{"UTF-8", plain + "x;Sèvres, été\n", found{UTF8, true, "Sèvres, été", inDoubt}},
		{"Windows-1252", plain + "x;S\xe8vres, \xe9t\xe9\n", found{UTF8, true, "Sèvres, été", inDoubt}},
		{"CP850", plain + "x;S\x8avres, \x82t\x82\n", found{CP850, false, "Sèvres, été",
			"Encodage : CP850 (MS-DOS), qui donne le français le plus vraisemblable (note : 18, contre 6 pour Mac OS Roman) ; octets qui seraient faux en UTF-8 : 3."}},
		{"CP850, and some UTF-8", plain + "x;S\x8avres, \x82t\x82 été\n", found{UTF8, true, "SŠvres, ‚t‚ Ã©tÃ©", inDoubt}},
		{"MacRoman", plain + plain + "x;S\x8fvres, \x8et\x8e\n" + plain + "x;S\x8fvres\n", found{MacRoman, false, "Sèvres",
			"Encodage : Mac OS Roman, qui donne le français le plus vraisemblable (note : 18, contre -2 pour CP850 (MS-DOS)) ; octets qui seraient faux en UTF-8 : 3."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "data.csv")
			if err := os.WriteFile(path, []byte(tt.content), 0o600); err != nil {
				t.Fatal(err)
			}
			in, err := Open(path, nil, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			rows := rowsOf(t, in)
			f := in.File()
			got := found{f.Encoding, f.Doubtful, rows[len(rows)-1].Cells[1], f.Reasons[0].In(text.French)}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if n := strings.Count(tt.content, "\n") - 1; len(rows) != n {
				t.Errorf("%d rows, want %d", len(rows), n)
			}
		})
	}
}
