package scan

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// byBytes marks a text as the documentation of Block has it.
func byBytes(text []byte, a, b byte) []Block {
	out := make([]Block, Count(text))
	for i, c := range text {
		o, bit := &out[i/Size], uint64(1)<<(i%Size)
		if c == '\n' || c == '\r' || c == a || c == b {
			o.Marks |= bit
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7f {
			o.Odd |= bit
		}
		if c == 0xc3 {
			o.Lead |= bit
		}
		if c >= 0x80 && c <= 0xbf {
			o.Next |= bit
		}
	}
	return out
}

func compare(t *testing.T, text []byte, a, b byte) {
	t.Helper()
	want := byBytes(text, a, b)
	got := make([]Block, Count(text))
	Blocks(got, text, a, b)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%q, with %q and %q (-bytes +blocks)\n%s", text, a, b, diff)
	}
	if whole := len(text) / Size; whole > 0 {
		words(&got[0], &text[0], whole, a, b)
		if diff := cmp.Diff(want[:whole], got[:whole]); diff != "" {
			t.Errorf("%q, with %q and %q (-bytes +words)\n%s", text, a, b, diff)
		}
	}
}

func TestBlocksMarkEveryByteInEveryPlace(t *testing.T) {
	for c := range 256 {
		for at := range Size {
			text := bytes.Repeat([]byte{'x'}, Size)
			text[at] = byte(c)
			compare(t, text, ',', '"')
			compare(t, text[:at+1], ';', ';')
		}
	}
}

func TestBlocksMarkBytesBesideEachOther(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	of := []byte("\x00\x01\t\n\r\x1f !\",;a~\x7f\x80\xa9\xbf\xc0\xc2\xc3\xff")
	for size := range 5 * Size {
		text := make([]byte, size)
		for i := range text {
			text[i] = of[r.IntN(len(of))]
		}
		compare(t, text, of[r.IntN(len(of))], of[r.IntN(len(of))])
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add([]byte("nom,\"Comité des fêtes\"\r\n"), byte(','), byte('"'))
	f.Fuzz(func(t *testing.T, text []byte, a, b byte) { compare(t, text, a, b) })
}

func BenchmarkBlocks(b *testing.B) {
	text := bytes.Repeat([]byte("Ville de Rennes,21350238800019,Comité des fêtes,\"a, b\"\n"), 4096)
	out := make([]Block, Count(text))
	b.Run("blocks", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			Blocks(out, text, ',', '"')
		}
	})
	b.Run("words", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			words(&out[0], &text[0], len(text)/Size, ',', '"')
		}
	})
}
