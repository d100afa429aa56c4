package input

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// A written says how a file was found to be written.
type written struct {
	Encoding, Delimiter, Quote string
	Header, Columns, Rows      int
	Told                       string // what else is told of the file, and the kinds of faults of its rows
}

// faultNames says the faults of rows for the table.
var faultNames = map[validate.FaultKind]string{
	validate.FaultUnclosedQuote: "unclosed", validate.FaultTooLong: "long", validate.FaultEncoding: "encoding",
	validate.FaultReplaced: "replaced", validate.FaultControl: "control", validate.FaultStrayQuote: "stray",
}

// writtenAs reads a file whole.
func writtenAs(t *testing.T, content string, o Options) written {
	t.Helper()
	in := opened(t, content, o)
	f := in.File()
	w := written{f.Encoding, f.Delimiter, f.Quote, f.HeaderRow, len(f.Labels), 0, ""}
	var told []string
	for _, said := range append([]string{f.LineEnds, f.Wrapped}, f.Units...) {
		if said != "" {
			told = append(told, said)
		}
	}
	for _, row := range rowsOf(t, in) {
		w.Rows++
		for _, fault := range row.Faults {
			told = append(told, faultNames[fault.Kind])
		}
	}
	w.Told = strings.Join(told, " ")
	return w
}

// windows1252 writes a text in Windows-1252.
func windows1252(text string) string {
	var b strings.Builder
	for _, r := range text {
		c, _ := charmaps[Windows1252].EncodeRune(r)
		b.WriteByte(c)
	}
	return b.String()
}

// Files in the image of those that communes publish.
func TestRealKinds(t *testing.T) {
	crlf := strings.NewReplacer("\n", "\r\n")
	tests := []struct {
		name, content string
		want          written
	}{
		{"a header that bears the types of a DBF, with commas", "DOSSIER,N,11,0;NOM_AIRE,C,32;TOTAL_JEUX,N,11,0\n1;Square du Parc;4\n2;Jardin, côté rue;3\n3;Les Aubes;7\n",
			written{UTF8, ";", `"`, 1, 3, 3, ""}},
		{"a header of DBF types in quotes, decimal commas in quotes", windows1252("\"Id,N,9,0\",\"Nom,C,254\",\"X,C,50\"\n1,Hôtel de Ville,\"3,896\"\n2,Maison de santé,\"3,879\"\n"),
			written{Windows1252, ",", `"`, 1, 3, 2, ""}},
		{"a budget with French decimals", windows1252("Exercice;Nature;BP;Libellé fonction\n2013;23;17545630,88;\n2013;6042;420000;Administration générale\n"),
			written{Windows1252, ";", `"`, 1, 4, 2, ""}},
		{"a mark, then Windows-1252", "\xef\xbb\xbf" + windows1252("nom;montant\nComité des fêtes;1 200 €\nÉcole Érable;3\n"),
			written{Windows1252, ";", `"`, 1, 2, 2, ""}},
		{"lost characters", "nom;ville\nD\ufffdpartement;x\nbal;y\n", written{UTF8, ";", `"`, 1, 2, 2, "replaced"}},
		{"a blank first line", "\n\"ID\",\"Statut\",\"URL\",\n\"1\",\"publié\",\"http://a.fr\" ,\n", written{UTF8, ",", `"`, 2, 4, 1, ""}},
		{"months across, an empty first cell", ",JANVIER,MARS,TOTAL\n,2013,,\nNaissance,736,674,1410\n", written{UTF8, ",", `"`, 1, 4, 2, ""}},
		{"CRLF, a mark, semicolons", "\xef\xbb\xbf" + crlf.Replace("Nombre;Sexe;Prenoms\n7;F;Abigail\n46;M;Zoé\n"), written{UTF8, ";", `"`, 1, 3, 2, ""}},
		{"text in quotes, numbers without", crlf.Replace("\"COMMUNE\",\"SEXE\",\"NOMBRE\"\n\"Digne\",\"M\",2\n\"Digne\",\"F\",1\n"), written{UTF8, ",", `"`, 1, 3, 2, ""}},
		{"a SIRET that became a decimal", "ANNEE;COLL_SIRET;ACTE_DATE\n2017;21860194600000.0;2016-12-05\n", written{UTF8, ";", `"`, 1, 3, 1, ""}},
		{"one column", "cantine\nCOUDRAY M.\nCOUDRAY E.\n", written{UTF8, ",", `"`, 1, 1, 2, ""}},
		{"one column of times", "heure\n10:30\n11:45\n12:00\n", written{UTF8, ",", `"`, 1, 1, 3, ""}},
		{"one column of times with seconds under a title with a colon", "relevé : heure\n10:30\n11:45\n12:00\n", written{UTF8, ",", `"`, 1, 1, 3, ""}},
		{"one column of addresses", "a:b\nhttp://a.fr\nhttp://b.fr\nhttp://c.fr\n", written{UTF8, ",", `"`, 1, 1, 3, ""}},
		{"colons", "nom:commune:nombre\nAlfa:Niort:3\nBravo:Brest:4\n", written{UTF8, ":", `"`, 1, 3, 2, ""}},
		{"colons beside decimal commas and dates", "nom:montant:date\nAlfa:12,50:03/02/2024\nBravo:1,20:04/02/2024\n", written{UTF8, ":", `"`, 1, 3, 2, ""}},
		{"colons in too few rows", "nom:commune\nAlfa:Niort\n", written{UTF8, ",", `"`, 1, 1, 1, ""}},
		{"colons and something that cuts", "nom;ouvert:fermé\nAlfa;10:30\nBravo;11:30\n", written{UTF8, ";", `"`, 1, 2, 2, ""}},
		{"tabs, commas in sentences", "nom\tobjet, détail\nAlfa\tfête, bal, feu\nBravo\tbal, feu\n", written{UTF8, "\t", `"`, 1, 2, 2, ""}},
		{"pipes", "nom|objet\nAlfa|fête; bal\nBravo|feu; bal\n", written{UTF8, "|", `"`, 1, 2, 2, ""}},
		{"single quotes", "'nom';'objet'\n'Alfa';'l''été; enfin'\n'Bravo';'bal'\n", written{UTF8, ";", "'", 1, 2, 2, ""}},
		{"single quotes where they are needed", "nom,objet,n\nAlfa,'fête, bal',1\nBravo,'feu, bal',2\nCharlie,l'été,3\n", written{UTF8, ",", "'", 1, 3, 3, ""}},
		{"apostrophes that quote nothing", "nom,objet\n's Gravenhage,l'été\nd'Artagnan,'24\n", written{UTF8, ",", `"`, 1, 2, 2, ""}},
		{"whole records in quotes", "\"nom;objet;montant\"\n\"Alfa;\"\"fête ; bal\"\";12\"\n\"Bravo;feu;3\"\n", written{UTF8, ";", `"`, 1, 3, 2, "records"}},
		{"the header alone in quotes", "\"nom;objet;montant\"\nAlfa;fête;12\nBravo;feu;3\n", written{UTF8, ";", `"`, 1, 3, 2, "header"}},
		{"records that needed quotes, quoted again", "nom,objet,montant\n\"Alfa,\"\"fête, bal\"\",12\"\nBravo,feu,3\n", written{UTF8, ",", `"`, 1, 3, 2, "records"}},
		{"one column of sentences in quotes", "\"nom, prénom\"\n\"Durand, Paul\"\n\"Martin, Zoé\"\n", written{UTF8, ",", `"`, 1, 1, 2, ""}},
		{"stray closing quotes", "nom;objet;montant\nAlfa;fête\";12\nBravo;feu;3\n", written{UTF8, ";", `"`, 1, 3, 2, "stray"}},
		{"units beneath the header", "nom;montant;surface\n;(en euros);(m²)\nAlfa;12;3\n", written{UTF8, ";", `"`, 1, 3, 1, "(en euros) (m²)"}},
		{"a row of the data that looks like units", "nom;taille;sexe\nAlfa;M;M\nm;;\n", written{UTF8, ";", `"`, 1, 3, 2, ""}},
		{"units above the header and beneath a title", "Aides\n;;(en euros)\nnom;objet;montant\nAlfa;x;12\nBravo;y;3\n", written{UTF8, ";", `"`, 3, 3, 2, ""}},
		{"a name in brackets beneath the header", "nom;montant\n(vide);\n12;3\n", written{UTF8, ";", `"`, 1, 2, 2, ""}},
		{"a year in brackets beneath the header", "année;montant\n[2020];\n2021;3\n", written{UTF8, ";", `"`, 1, 2, 2, ""}},
		{"a letter beneath the header", "code;libellé\nT;\n1;a\n", written{UTF8, ";", `"`, 1, 2, 2, ""}},
		{"two letters beneath the header", "masse;volume\nt;l\n1;2\n", written{UTF8, ";", `"`, 1, 2, 1, "t l"}},
		{"thousands beneath the header", "nom;montant\n;(en milliers d'euros)\nA;2\n", written{UTF8, ";", `"`, 1, 2, 1, "(en milliers d'euros)"}},
		{"many units above the header", "(texte);(en euros);(m)\nnom;montant;surface\nAlfa;12;3\nBravo;1;2\n", written{UTF8, ";", `"`, 2, 3, 2, ""}},
	}
	for _, tt := range tests {
		for _, size := range []int{0, 20} {
			if diff := cmp.Diff(tt.want, writtenAs(t, tt.content, Options{ChunkSize: size})); diff != "" {
				t.Errorf("%s, chunks of %d (-want +got):\n%s", tt.name, size, diff)
			}
		}
	}
}

// The hostile files, each for one thing that goes wrong.
func TestHostileKinds(t *testing.T) {
	tests := map[string]written{
		"blank-first.csv":             {UTF8, ",", `"`, 4, 3, 1, ""},
		"bom.csv":                     {UTF8, ",", `"`, 1, 3, 1, ""},
		"colon.csv":                   {UTF8, ":", `"`, 1, 3, 3, ""},
		"commas-in-sentences.csv":     {UTF8, ";", `"`, 1, 3, 2, ""},
		"cr.csv":                      {UTF8, ",", `"`, 1, 3, 2, ""},
		"crcrlf.csv":                  {UTF8, ",", `"`, 1, 3, 2, "doubled"},
		"decimal-commas.csv":          {UTF8, ",", `"`, 1, 3, 2, ""},
		"doubled-ends.csv":            {UTF8, ";", `"`, 1, 3, 3, "doubled"},
		"invisible.csv":               {UTF8, ",", `"`, 1, 3, 5, "control control control control"},
		"mixed-ends.csv":              {UTF8, ",", `"`, 1, 3, 3, "mixed"},
		"nul-and-control.csv":         {UTF8, ",", `"`, 1, 3, 5, "control control"},
		"one-column.csv":              {UTF8, ",", `"`, 1, 1, 3, ""},
		"pipe.csv":                    {UTF8, "|", `"`, 1, 3, 2, ""},
		"quote-closed-by-another.csv": {UTF8, ",", `"`, 1, 3, 4, "unclosed"},
		"quoted-header.csv":           {UTF8, ";", `"`, 1, 3, 2, "header"},
		"quoted-rows.csv":             {UTF8, ",", `"`, 1, 3, 5, "records unclosed"},
		"single-quotes.csv":           {UTF8, ";", "'", 1, 3, 4, "stray"},
		"stray-quotes.csv":            {UTF8, ",", `"`, 1, 3, 4, "stray stray stray"},
		"swallowed.csv":               {UTF8, ",", `"`, 1, 3, 3, "unclosed"},
		"tab.csv":                     {UTF8, "\t", `"`, 1, 3, 2, ""},
		"unclosed-quote.csv":          {UTF8, ",", `"`, 1, 3, 3, "unclosed"},
		"units-row.csv":               {UTF8, ";", `"`, 1, 3, 2, "(en euros)"},
		"windows-1252.csv":            {Windows1252, ";", `"`, 1, 3, 2, ""},
	}
	for name, want := range tests {
		content, err := os.ReadFile(filepath.Join("../../testdata/hostile", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{0, 20} {
			if diff := cmp.Diff(want, writtenAs(t, string(content), Options{ChunkSize: size})); diff != "" {
				t.Errorf("%s, chunks of %d (-want +got):\n%s", name, size, diff)
			}
		}
	}
}
