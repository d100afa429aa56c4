package checks_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// The encoding is decided on the whole file, even where its first megabytes
// prove nothing.
func TestLateEncoding(t *testing.T) {
	ascii := "nom,n\n" + strings.Repeat("Rennes,1\n", validate.MaxRecord/4)
	s, err := schemas.Parse("late", []byte(`{"fields": [{"name": "nom", "constraints": {"enum": ["Rennes", "Léon"]}}, {"name": "n", "type": "integer"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, end string
		encoding  string
		want      []string
	}{
		{"UTF-8", "Léon,1\n", "utf-8", nil},
		{"Windows-1252", "L\xe9on,1\n", "windows-1252", []string{"1 - encoding"}},
		{"both", "Léon,1\nL\xe9on,1\n", "utf-8", []string{"1 - encoding"}},
	}
	for _, tt := range tests {
		r := judge(t, write(t, ascii+tt.end), s, validate.Options{}, input.Options{}, 2)
		if diff := cmp.Diff(tt.want, findings(r)); diff != "" || r.File.Encoding != tt.encoding {
			t.Errorf("%s: encoding %s, findings %s", tt.name, r.File.Encoding, diff)
		}
		if mixed := tt.name == "both"; mixed != (r.Errors == 1) {
			t.Errorf("%s: %d errors", tt.name, r.Errors)
		}
	}
}
