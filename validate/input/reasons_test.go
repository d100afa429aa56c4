package input

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
)

// What was found out comes with its reasons, one sentence each.
func TestReasons(t *testing.T) {
	tests := []struct {
		name, content string
		o             Options
		want          []string
	}{
		{"a plain file", "a,b\n1,2\n3\n", Options{}, []string{
			"Encodage : UTF-8 ; rien que de l'ASCII au début du fichier (octets lus : 10).",
			"Séparateur : « , » ; lignes lues qui ont autant de cellules que l'en-tête (2) : 2 sur 3.",
			`Guillemets : " ; cellules lues qui en ont : 0.`, "En-tête : ligne 1, la première du fichier."}},
		{"a mark, titles, quotes", "\xef\xbb\xbfAides\nnom;\"montant\";date\nA;1;\"été\"\nB;2;y\n", Options{}, []string{
			"Encodage : UTF-8, d'après la marque en tête du fichier.",
			"Séparateur : « ; » ; lignes lues qui ont autant de cellules que l'en-tête (3) : 3 sur 3.",
			`Guillemets : " ; cellules lues qui en ont : 2.`,
			"En-tête : ligne 2, la première qui remplit presque toutes les colonnes de noms ; lignes de titres au-dessus : 1."}},
		{"Windows-1252, one column, mixed line ends", "\npr\xe9nom\r\n\xe9t\xe9\nx\r\n", Options{}, []string{
			"Encodage : Windows-1252, qui donne le français le plus vraisemblable (note : 22, contre 18 pour ISO-8859-15) ; octets qui seraient faux en UTF-8 : 3.",
			"Séparateur : « , » par défaut ; aucun signe ne coupe l'en-tête.",
			`Guillemets : " ; cellules lues qui en ont : 0.`, "Fins de ligne : de plusieurs sortes.", "En-tête : ligne 2, la première qui n'est pas vide."}},
		{"all of it asked for", "x\na\tb\n1\t2\n", Options{Encoding: UTF8, Delimiter: '\t', Quote: '\'', HeaderRow: 2}, []string{
			"Encodage : UTF-8, imposé ou déclaré.",
			"Séparateur : tabulation, imposé ; lignes lues qui ont autant de cellules que l'en-tête (2) : 2 sur 2.",
			"Guillemets : ', imposés.", "En-tête : ligne 2, comme demandé."}},
		{"no quotes", "a,b\n\"1,2\n", Options{NoQuote: true}, []string{
			"Encodage : UTF-8 ; rien que de l'ASCII au début du fichier (octets lus : 9).",
			"Séparateur : « , » ; lignes lues qui ont autant de cellules que l'en-tête (2) : 2 sur 2.",
			"Guillemets : aucun, comme demandé.", "En-tête : ligne 1, la première du fichier."}},
		{"rows in quotes, with ends doubled", "\"a;b;c\"\r\r\n\"1;2;é\"\r\r\n", Options{}, []string{
			"Encodage : UTF-8 ; caractères hors ASCII au début du fichier : 1, tous valides.",
			"Séparateur : « ; » ; lignes lues qui ont autant de cellules que l'en-tête (3) : 2 sur 2.",
			`Guillemets : " ; lignes lues qui en sont entourées d'un bout à l'autre : 2 sur 2.`, "Fins de ligne : CR CR LF.",
			"En-tête : ligne 1, la première du fichier."}},
		{"UTF-16", "\xff\xfea\x00;\x00b\x00\n\x00", Options{}, []string{
			"Encodage : UTF-16, d'après la marque en tête du fichier.",
			"Séparateur : « ; » ; lignes lues qui ont autant de cellules que l'en-tête (2) : 1 sur 1.",
			`Guillemets : " ; cellules lues qui en ont : 0.`, "En-tête : ligne 1, la première du fichier."}},
		{"empty", "", Options{}, []string{"Encodage : UTF-8 ; rien que de l'ASCII au début du fichier (octets lus : 0)."}},
	}
	for _, tt := range tests {
		var got []string
		for _, reason := range opened(t, tt.content, tt.o).File().Reasons {
			if reason.EN == "" || reason.EN == reason.FR {
				t.Errorf("%s: %q in English", tt.name, reason.EN)
			}
			got = append(got, reason.In(text.French))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
