package input

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// The cells of a wrapped record are placed by the bytes of the file.
func TestWrappedPlaces(t *testing.T) {
	tests := []struct {
		record string
		want   []string // what the record has from where each cell starts
	}{
		{`"a,b,c"`, []string{`a,b,c"`, `b,c"`, `c"`}},
		{`"a,""b, c"",d"`, []string{`a,""b, c"",d"`, `""b, c"",d"`, `d"`}},
		{`"""a"",""""""b"""""",c"`, []string{`""a"",""""""b"""""",c"`, `""""""b"""""",c"`, `c"`}},
		{`"a,b",c`, []string{`"a,b",c`, `c`}},
		{`"",a`, []string{`"",a`, `a`}},
		{`a,b`, []string{`a,b`, `b`}},
	}
	d := Dialect{Delimiter: ',', Quote: '"', Wrapped: true}
	for _, tt := range tests {
		var got []string
		cells, _ := d.cells([]byte(tt.record), nil, nil)
		for _, c := range cells {
			got = append(got, tt.record[c.Start:])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.record, diff)
		}
	}
}

// A table whose records are quoted again as a whole has the cells of the table,
// each of them where the file has its text.
func FuzzWrapped(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		plain := Dialect{Delimiter: ',', Quote: '"'}
		wrapped := plain
		wrapped.Wrapped = true
		for b := []byte(content); len(b) > 0; {
			end, next, found := plain.record(b, true)
			if found != complete {
				return
			}
			record := b[:end]
			b = b[next:]
			want, _ := plain.split(record, nil, nil)
			if len(want) < 2 {
				continue
			}
			again := []byte(`"` + strings.ReplaceAll(string(record), `"`, `""`) + `"` + "\n")
			if end, _, found := wrapped.record(again, true); end != len(again)-1 || found != complete {
				t.Fatalf("%q ends at %d", again, end)
			}
			again = again[:len(again)-1]
			got, _ := wrapped.cells(again, nil, nil)
			for c := range got {
				if c < len(want) && want[c].Start < len(record) && again[got[c].Start] != record[want[c].Start] {
					t.Fatalf("%q: cell %d starts at %d", again, c, got[c].Start)
				}
			}
			if diff := cmp.Diff(texts(want), texts(got)); diff != "" {
				t.Fatalf("%q (-plain +wrapped)\n%s", again, diff)
			}
		}
	})
}

func texts(cells []validate.Cell) []string {
	var out []string
	for _, c := range cells {
		out = append(out, string(c.Raw))
	}
	return out
}
