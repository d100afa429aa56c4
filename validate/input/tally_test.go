package input

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Records that are counted by marks are those that looking at every byte gives.
func TestTally(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 9))
	for _, of := range []string{"aaaaaaa,\"\n", "ab,,\"\"\"\r\n\r\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa,\"\n", "\"\n,"} {
		for _, quote := range []byte{'"', 0} {
			d := Dialect{Delimiter: ',', Quote: quote}
			for range 5_000 {
				b := make([]byte, r.IntN(700))
				for i := range b {
					b[i] = of[r.IntN(len(of))]
				}
				if r.IntN(2) == 0 { // most quotes plainly used
					b = bytes.ReplaceAll(b, []byte(`"`), []byte(`,"a`+"\n"+`b""c",`))
				}
				got := d.tally(b, cutPoint{})
				var want cutPoint
				for want.size < got.size {
					end, next, found := d.record(b[want.size:], true)
					if found != complete {
						t.Fatalf("%q: what ends at %d is not complete", b, want.size+end)
					}
					want.lines += 1 + d.linesInside(b[want.size:want.size+end])
					want.rows++
					want.size += next
				}
				if diff := cmp.Diff(want, got, cmp.AllowUnexported(cutPoint{})); diff != "" {
					t.Fatalf("%q (-by bytes +by marks)\n%s", b, diff)
				}
			}
		}
	}
}

// Plainly used quotes hide no record from the marks.
func TestTallyTakesWhatIsPlain(t *testing.T) {
	rows := "a,b\n\"a\",\"\"\n\"x\"\"y\"\"\",\"1\r\n2\n3\r4\"\r\n\r\n,\"\"\"\"\r"
	d := Dialect{Delimiter: ',', Quote: '"'}
	for padding := range 200 {
		b := []byte(strings.Repeat("x", padding) + strings.Repeat(rows, 50))
		want := cutPoint{size: len(b), rows: 250, lines: 400}
		if diff := cmp.Diff(want, d.tally(append(b, "z,\"z"...), cutPoint{}), cmp.AllowUnexported(cutPoint{})); diff != "" {
			t.Fatalf("behind %d signs (-want +got)\n%s", padding, diff)
		}
	}
}
