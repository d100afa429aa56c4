package input

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTitles(t *testing.T) {
	type found struct {
		Row       int
		Labels    []string
		Above     []string
		Delimiter string
	}
	rows := "Alfa;12,5;2024-01-01\nBravo;3;2024-02-01\nCharlie;7;2024-03-01\n"
	header := []string{"nom", "montant", "date"}
	tests := []struct {
		name, content string
		want          found
	}{
		{"none", "nom;montant;date\n" + rows, found{1, header, nil, ";"}},
		{"one title", "Subventions de 2024\nnom;montant;date\n" + rows, found{2, header, []string{"Subventions de 2024"}, ";"}},
		{"a title with separators, from a spreadsheet", "Subventions de 2024;;\n;;\nnom;montant;date\n" + rows,
			found{3, header, []string{"Subventions de 2024"}, ";"}},
		{"titles, a blank line and units", "Ville de Niort\nSubventions, en euros\n\n;en €;\nnom;montant;date\n" + rows,
			found{5, header, []string{"Ville de Niort", "Subventions, en euros", "en €"}, ";"}},
		{"a title with commas", "Aides, dons, prêts et subventions\nnom;montant;date\n" + rows,
			found{2, header, []string{"Aides, dons, prêts et subventions"}, ";"}},
		{"a header that lacks names is the header", "nom;;\n" + rows, found{1, []string{"nom", "", ""}, nil, ";"}},
		{"a first row of data is no header", "Subventions\n" + rows, found{1, []string{"Subventions"}, nil, ","}},
		{"two columns say nothing", "Titre\nnom;montant\nAlfa;12\n", found{1, []string{"Titre"}, nil, ","}},
		{"a quoted title over two lines", "\"Ville\nde Niort\"\nnom;montant;date\n" + rows,
			found{2, header, []string{"Ville\nde Niort"}, ";"}},
	}
	for _, tt := range tests {
		in := opened(t, tt.content, Options{})
		f := in.File()
		got := found{f.HeaderRow, f.Labels, f.Above, f.Delimiter}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if first := opened(t, tt.content, Options{FirstRow: true}).File(); first.HeaderRow != 1 {
			t.Errorf("%s: row %d is the header though the first was asked for", tt.name, first.HeaderRow)
		}
	}
}
