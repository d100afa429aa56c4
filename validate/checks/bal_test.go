package checks_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// balAddress is an address without fault. Its columns are those of all
// versions of the format.
var balAddress = map[string]string{
	"cle_interop": "01015_0040_00001", "commune_insee": "01015", "commune_nom": "Arboys en Bugey", "voie_nom": "Rue de l'Église", "toponyme": "Rue de l'Église",
	"numero": "1", "position": "entrée", "x": "904096.25", "y": "6516360.42", "long": "5.6241", "lat": "45.7163", "source": "Mairie", "date_der_maj": "2024-03-18",
	"id_ban_commune": balCommuneID, "id_ban_toponyme": balStreetID, "id_ban_adresse": balAddressID,
}

const (
	balCommuneID = "0246e48c-f33d-433a-8984-034219be842e"
	balStreetID  = "8a3bab10-f329-4ce3-9c7d-280d91a8053a"
	balAddressID = "3c87abe4-887b-46ee-9192-5c1b35a06625"
)

// A change is what a row has instead: columns and their cells in turn.
type change []string

var noIDs = change{"id_ban_commune", "", "id_ban_toponyme", "", "id_ban_adresse", ""}

// balCases are what the files say that the validator of the national address
// base is tested with: a file's rows, each an address with a change, and the
// errors and warnings that it must have, but for those on absent columns and on
// the separator.
var balCases = []struct {
	name    string
	version string
	without string   // columns that the file does not have
	with    []string // columns that the format does not describe
	rows    []change
	want    []string
}{
	{name: "an address, version 1.3", version: "1.3.0", rows: []change{{}}},
	{name: "the three identifiers in uid_adresse", version: "1.3.0", rows: []change{{"uid_adresse", "@c:" + balCommuneID + " @v:" + balStreetID + " @a:" + balAddressID}}},
	{name: "two of the three in uid_adresse: a mere notice", version: "1.3.0", rows: []change{{"uid_adresse", "@v:" + balStreetID + " @a:" + balAddressID}},
		want: []string{"2 uid_adresse bal-identifiants notice"}},
	{name: "a short identifier in uid_adresse", version: "1.3.0", rows: []change{{"uid_adresse", "@c:0246e48c-f33d-433a-8984-219be842e @v:" + balStreetID}},
		want: []string{"2 uid_adresse bal-uid-adresse warning"}},
	{name: "an address, version 1.4, at two positions", version: "1.4.0", rows: []change{{}, {"position", "bâtiment"}}},
	{name: "no identifiers at all", version: "1.4.0", rows: []change{noIDs, noIDs}},
	{name: "without the columns of identifiers", version: "1.4.0", without: "id_ban_commune id_ban_toponyme id_ban_adresse", rows: []change{{}}},
	{name: "the same identifier for the commune and the street", version: "1.4.0", rows: []change{{"id_ban_toponyme", balCommuneID}}},
	{name: "a street and an address, but no commune", version: "1.4.0", rows: []change{{"id_ban_commune", ""}},
		want: []string{"2 id_ban_commune bal-identifiants error"}},
	{name: "a commune alone", version: "1.4.0", rows: []change{{"id_ban_toponyme", "", "id_ban_adresse", ""}},
		want: []string{"2 id_ban_adresse bal-identifiants error", "2 id_ban_toponyme bal-identifiants error"}},
	{name: "no address", version: "1.4.0", rows: []change{{"id_ban_adresse", ""}},
		want: []string{"2 id_ban_adresse bal-identifiants error"}},
	{name: "a place name needs no identifier of an address", version: "1.4.0", rows: []change{{"id_ban_adresse", "", "numero", "99999", "cle_interop", "01015_0040_99999"}}},
	{name: "identifiers a digit short", version: "1.4.0", rows: []change{{"id_ban_commune", balCommuneID[1:], "id_ban_toponyme", balStreetID[1:], "id_ban_adresse", balAddressID[1:]}},
		want: []string{"2 id_ban_adresse bal-identifiant error", "2 id_ban_commune bal-identifiant error", "2 id_ban_toponyme bal-identifiant error"}},
	{name: "identifiers in one row of two", version: "1.4.0", rows: []change{{}, noIDs},
		want: []string{"3 - bal-identifiants-partout error"}},
	{name: "two identifiers of the commune", version: "1.4.0", rows: []change{{}, {"id_ban_commune", "1246e48c-f33d-433a-8984-034219be842e"}},
		want: []string{"3 id_ban_commune bal-identifiants-partout error"}},
	{name: "spaces around the suffix", version: "1.4.0", rows: []change{{"suffixe", " bis "}},
		want: []string{"2 suffixe bal-espaces error"}},
	{name: "an address, version 1.5", version: "1.5.0", rows: []change{{}, {}}},
	{name: "version 1.5 wants the columns of identifiers", version: "1.5.0", without: "id_ban_commune id_ban_toponyme id_ban_adresse", rows: []change{{}},
		want: []string{"0 id_ban_adresse bal-colonnes error", "0 id_ban_commune bal-colonnes error", "0 id_ban_toponyme bal-colonnes error"}},
	{name: "version 1.5 does not take voie_nom for toponyme", version: "1.5.0", without: "toponyme", with: []string{"voie_nom"}, rows: []change{{}},
		want: []string{"0 toponyme missing-label error"}},
	{name: "neither the name nor the number", version: "1.4.0", rows: []change{{"voie_nom", "", "numero", ""}},
		want: []string{"2 numero required error", "2 voie_nom required error"}},
	{name: "a dash for the name in a regional language", version: "1.3.0", with: []string{"voie_nom_eus", "voie_nom_bre"}, rows: []change{{"voie_nom_eus", "-", "voie_nom_bre", "Straed an Iliz"}, {"voie_nom_eus", "Elizako karrika"}},
		want: []string{"2 - bal-langue warning"}},
	{name: "a header alone", version: "1.3.0",
		want: []string{"0 - bal-fichier error", "0 - no-rows warning"}},
	{name: "a key in capitals of no commune, whose number is short", version: "1.3.0", rows: []change{{"cle_interop", "A1015_0040_1"}},
		want: []string{"2 cle_interop bal-cle-interop error", "2 cle_interop bal-cle-interop error", "2 cle_interop bal-cle-interop error"}},
	{name: "a date with points, an entrance with a capital, a position that is none", version: "1.3.0", rows: []change{{"date_der_maj", "2013.01.26", "position", "Entrée"}, {"position", "ddfdf"}, {"position", ""}},
		want: []string{"2 date_der_maj type-error error", "2 position bal-position warning", "3 position bal-position warning", "4 position bal-position warning"}},
	{name: "without longitude and latitude", version: "1.4.0", without: "long lat", rows: []change{{}},
		want: []string{"0 lat bal-colonnes error", "0 long bal-colonnes error"}},
}

func TestBAL(t *testing.T) {
	for _, tt := range balCases {
		t.Run(tt.name, func(t *testing.T) {
			s, err := schemas.Find("etalab/schema-bal@" + tt.version)
			if err != nil {
				t.Fatal(err)
			}
			var columns []string
			for i := range s.Fields {
				if !slices.Contains(strings.Fields(tt.without), s.Fields[i].Name) {
					columns = append(columns, s.Fields[i].Name)
				}
			}
			columns = append(columns, tt.with...)
			r := judge(t, write(t, balFile(columns, tt.rows)), s, validate.Options{}, input.Options{}, 1)
			var got []string
			for _, f := range r.Findings {
				if slices.Contains([]string{"delimiter", "extra-label"}, f.Code) || f.Code == "missing-label" && f.Severity == validate.Warning {
					continue
				}
				field := f.Field
				if field == "" {
					field = "-"
				}
				got = append(got, fmt.Sprintf("%d %s %s %s", f.Pos.Row, field, f.Code, f.Severity))
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// balFile writes rows of addresses.
func balFile(columns []string, rows []change) string {
	lines := []string{strings.Join(columns, ";")}
	for _, row := range rows {
		cells := make([]string, len(columns))
		for i, column := range columns {
			cells[i] = balAddress[column]
			if at := slices.Index(row, column); at >= 0 {
				cells[i] = row[at+1]
			}
		}
		lines = append(lines, strings.Join(cells, ";"))
	}
	return strings.Join(lines, "\n") + "\n"
}
