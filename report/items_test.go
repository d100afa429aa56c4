package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// TestReword says the words of tables in those of features and records, and
// leaves slots alone.
func TestReword(t *testing.T) {
	in := text.Text{
		FR: "La ligne {row} a {n|une cellule|des cellules} de trop ; pas de ligne sans colonne, ni de lignes vides.",
		EN: "Row {row} has {n|a cell|cells} too many in the column {column}; no row without columns, nor blank rows.",
	}
	feature := &validate.FileResult{File: &validate.File{Format: "geojson", JSONFile: validate.JSONFile{Items: true}}}
	record := &validate.FileResult{File: &validate.File{Format: "json", JSONFile: validate.JSONFile{Items: true}}}
	var got []string
	for _, f := range []*validate.FileResult{{File: &validate.File{Format: "csv"}}, feature, record} {
		got = append(got, reword(f, text.French, in.FR), reword(f, text.English, in.EN))
	}
	want := []string{
		in.FR, in.EN,
		"L'entité {row} a {n|une propriété|des propriétés} de trop ; pas d'entité sans propriété, ni d'entités vides.",
		"Feature {row} has {n|a property|properties} too many in the property {column}; no feature without properties, nor blank features.",
		"La fiche {row} a {n|une propriété|des propriétés} de trop ; pas de fiche sans propriété, ni de fiches vides.",
		"Record {row} has {n|a property|properties} too many in the property {column}; no record without properties, nor blank records.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
