package input

import (
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// A record that is too long is passed over, an unclosed quote ends with its
// line, and what follows is read, whatever the chunks.
func TestLongRecords(t *testing.T) {
	long := strings.Repeat("x", validate.MaxRecord+10)
	fill := strings.Repeat("3,z\n", validate.MaxRecord/4)
	tests := []struct {
		name, content string
		want          []plainRow // the first rows
		rows          int
	}{
		{"too long", "a,b\n1," + long + "\n2,y\n", []plainRow{
			{Pos: validate.Position{Byte: 4, Line: 2, Row: 2}, Faults: []validate.Fault{{Kind: validate.FaultTooLong}}},
			{Pos: validate.Position{Byte: int64(7 + len(long)), Line: 3, Row: 3}, Cells: []string{"2", "y"}, Starts: []int{0, 2}},
		}, 2},
		{"too long, at the end", "a,b\n1," + long, []plainRow{
			{Pos: validate.Position{Byte: 4, Line: 2, Row: 2}, Faults: []validate.Fault{{Kind: validate.FaultTooLong}}},
		}, 1},
		{"too long, CRLF", "a,b\r\n1," + long + "\r\n2,y\r\n", []plainRow{
			{Pos: validate.Position{Byte: 5, Line: 2, Row: 2}, Faults: []validate.Fault{{Kind: validate.FaultTooLong}}},
			{Pos: validate.Position{Byte: int64(9 + len(long)), Line: 3, Row: 3}, Cells: []string{"2", "y"}, Starts: []int{0, 2}},
		}, 2},
		{"unclosed quote", "a,b\n1,\"x\n" + fill, []plainRow{
			{Pos: validate.Position{Byte: 4, Line: 2, Row: 2}, Cells: []string{"1", "x"}, Starts: []int{0, 2},
				Faults: []validate.Fault{{Kind: validate.FaultUnclosedQuote, Column: 1}}},
			{Pos: validate.Position{Byte: 9, Line: 3, Row: 3}, Cells: []string{"3", "z"}, Starts: []int{0, 2}},
		}, 1 + validate.MaxRecord/4},
		{"unclosed quote, far from the end", "a,b\n1,\"x\n" + fill + fill + fill + "4,\n", []plainRow{
			{Pos: validate.Position{Byte: 4, Line: 2, Row: 2}, Cells: []string{"1", "x"}, Starts: []int{0, 2},
				Faults: []validate.Fault{{Kind: validate.FaultUnclosedQuote, Column: 1}}},
			{Pos: validate.Position{Byte: 9, Line: 3, Row: 3}, Cells: []string{"3", "z"}, Starts: []int{0, 2}},
		}, 2 + 3*validate.MaxRecord/4},
	}
	for _, tt := range tests {
		for _, size := range []int{64, 100_000, 0, 8 << 20} {
			got := rowsOf(t, opened(t, tt.content, Options{ChunkSize: size, Delimiter: ','}))
			if len(got) != tt.rows {
				t.Fatalf("%s, chunks of %d: %d rows, want %d", tt.name, size, len(got), tt.rows)
			}
			if diff := cmp.Diff(tt.want, got[:len(tt.want)]); diff != "" {
				t.Errorf("%s, chunks of %d: %s", tt.name, size, diff)
			}
		}
	}
}

func TestNoHeaderInSight(t *testing.T) {
	for content, code := range map[string]string{
		strings.Repeat("x", 3*validate.MaxRecord):                     "header-too-long",
		strings.Repeat("\n", 3*validate.MaxRecord) + "a,b\n1,2\n":     "no-header",
		strings.Repeat("\n", validate.MaxRecord-2) + "a,bcdef\n1,2\n": "no-header",
	} {
		_, err := read("x", io.NopCloser(strings.NewReader(content)), -1, Options{})
		if f, ok := err.(*validate.Failure); !ok || f.Code != code {
			t.Errorf("%.5q…: got %v, want %s", content, err, code)
		}
	}
}
