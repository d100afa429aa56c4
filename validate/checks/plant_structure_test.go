package checks_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// One fault planted into the structure of a valid example is found at its
// place, and nothing else is.
func TestPlantedStructure(t *testing.T) {
	const row = 4 // as a spreadsheet counts
	for _, path := range exampleFiles(t) {
		if filepath.Base(path) != "valide.csv" {
			continue
		}
		s, table := schemaOf(t, path), readTable(t, path)
		lines := strings.Split(strings.TrimSuffix(string(read(t, writeTable(t, table, ',', "\n"))), "\n"), "\n")
		if len(lines) != len(table) {
			continue // a cell has several lines: what follows counts lines
		}
		width, last := len(table[0]), table[0][len(table[0])-1]
		shorter := slices.Clone(table[row-1])
		tests := []struct {
			name string
			line string // in the place of the row's
			want string
		}{
			{"a missing cell", strings.Join(quoted(shorter[:width-1]), ","), fmt.Sprintf("row %d column %d %s missing-cell", row, width, last)},
			{"an extra cell", lines[row-1] + ",x", fmt.Sprintf("row %d column %d  extra-cell", row, width+1)},
			{"a blank line", "", fmt.Sprintf("row %d column 0  blank-row", row)},
			{"separators alone", strings.Repeat(",", width-1), fmt.Sprintf("row %d column 0  blank-row", row)},
			{"an unclosed quote", `"` + strings.Join(table[row-1][:1], "") + "," + strings.Join(quoted(table[row-1][1:]), ","),
				fmt.Sprintf("row %d column 1 %s unclosed-quote", row, table[0][0])},
		}
		for _, tt := range tests {
			if tt.name == "an unclosed quote" && strings.Contains(lines[row-1], `"`) {
				continue // the row's own quotes would close it
			}
			planted := slices.Clone(lines)
			planted[row-1] = tt.line
			file := write(t, strings.Join(planted, "\n")+"\n")
			got := errorsOf(judge(t, file, s, validate.Options{}, input.Options{}, 1))
			if diff := cmp.Diff([]string{tt.want}, got); diff != "" {
				t.Errorf("%s, %s: %s", s.Name, tt.name, diff)
			}
		}
	}
}

// quoted writes cells as they stand in a file.
func quoted(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		if strings.ContainsAny(c, ",\"\n") {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		out[i] = c
	}
	return out
}
