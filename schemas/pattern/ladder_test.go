package pattern

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const period = `^[0-9]{4}\-[0-9]{2}\-[0-9]{2}(\/[0-9]{4}\-[0-9]{2}\-[0-9]{2})?$`

// Values that a ladder takes without its dfa, and those that it leaves to it.
func TestLadder(t *testing.T) {
	for _, tt := range []struct {
		expr       string
		takes, not []string
	}{
		{`^\d{14}$`, []string{"21590350100017", "00000000000000", "99999999999999"}, []string{"", "2159035010001", "215903501000171", "2159035010001a", "٢1590350100017", "21590350 00017"}},
		{`^W\d{9}$`, []string{"W499911755"}, []string{"w499911755", "W49991175", "W4999117555", "499911755W"}},
		{period, []string{"2024-01-01", "2024-01-01/2024-12-31"}, []string{"2024-01-01/", "2024-01-01-2024-12-31", "2024/01/01", "2024-01-0"}},
		{`\d{4}`, []string{"2024"}, []string{"202", "20245", "202a", "/024", ":024"}},
		{`\d{5}`, []string{"35000"}, []string{"2A004", "3500", "350000"}},
		{`\d{2}:\d{2}:\d`, []string{"12:30:0"}, []string{"12:30:", "12-30:0", "12:30-0"}},
		{`\d+`, []string{"1234", "123456789", "1234567890123456789012345678901234567890"}, []string{"123", "12345678901234567890123456789012345678901", "12345678a"}},
	} {
		p := mustCompile(t, tt.expr)
		for _, v := range tt.takes {
			if !p.dfa.ladder.takes([]byte(v)) {
				t.Errorf("%s does not take %q", tt.expr, v)
			}
		}
		for _, v := range tt.not {
			if p.dfa.ladder.takes([]byte(v)) {
				t.Errorf("%s takes %q", tt.expr, v)
			}
		}
	}
	for _, expr := range []string{`[a-z]+`, `\d{3}`, `(a|b)\d{9}`, `.*`, `\w{12}`, `[0-9A-F]{8}`} {
		if l := mustCompile(t, expr).dfa.ladder; l != nil {
			t.Errorf("%s has a ladder", expr)
		}
	}
}

// What a ladder takes, the table of states takes: values one byte away from those that match.
func TestLadderTakesNothingElse(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, expr := range []string{`^\d{14}$`, `^W\d{9}$`, period, `\d{5}`, `\d{2}:\d{2}:\d`, `\x00\d{4}`, `\d+`} {
		p, taken := mustCompile(t, expr), 0
		d := *p.dfa
		d.ladder = nil
		for _, steps := range []string{"11111111111111", "W111111111", "1111-11-11", "1111-11-11/1111-11-11", "11111", "11:11:1", "\x001111"} {
			for range 5_000 {
				v := []byte(steps)
				for i := range v {
					if v[i] == '1' {
						v[i] = byte('0' + r.IntN(10))
					}
				}
				if r.IntN(2) == 0 {
					v[r.IntN(len(v))] = byte(r.IntN(256))
				}
				if p.dfa.ladder.takes(v) {
					taken++
					if !d.match(v) {
						t.Fatalf("%s: the ladder takes %q", expr, v)
					}
				}
			}
		}
		if taken == 0 {
			t.Errorf("%s: the ladder took nothing", expr)
		}
	}
}

// The ladder is asked, and changes no verdict.
func TestLadderChangesNothing(t *testing.T) {
	p := mustCompile(t, period)
	plain := *p.dfa
	plain.ladder = nil
	for _, v := range []string{"2024-01-01", "2024-01-01/2024-12-31", "", "2024-01-01/", "2024-01-1"} {
		if diff := cmp.Diff(plain.match([]byte(v)), p.dfa.match([]byte(v))); diff != "" {
			t.Errorf("%q (-without +with)\n%s", v, diff)
		}
	}
}
