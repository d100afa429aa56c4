package scan

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// A told is all that is told of a text.
type told struct {
	Marks []uint32
	Odd   []Odd
}

const behind = 1000 // where the texts stand

// byBytes tells of a text what the documentation says.
func byBytes(text []byte, separator, quote byte) told {
	all := told{Odd: make([]Odd, Count(text))}
	letter := func(i int) bool { // starts within the block
		return i >= 0 && i+1 < len(text) && i/Size == (i+1)/Size && text[i] == 0xc3 && text[i+1] >= 0x80 && text[i+1] <= 0xbf
	}
	for i, c := range text {
		o, bit := &all.Odd[i/Size], uint64(1)<<(i%Size)
		if c == '\n' || c == '\r' || c == quote || c == separator {
			all.Marks = append(all.Marks, uint32(behind+i))
		}
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7f {
			o.All |= bit
			second := i%Size > 0 && letter(i-1)
			if !letter(i) && !second || letter(i) && i%Size > 1 && letter(i-2) || i%Size == Size-1 {
				o.Strange |= bit
			}
		}
	}
	return all
}

func compare(t *testing.T, text []byte, separator, quote byte) {
	t.Helper()
	want, got := byBytes(text, separator, quote), told{Odd: make([]Odd, Count(text))}
	got.Marks = Text(nil, got.Odd, text, behind, separator, quote)
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%q, with %q and %q (-bytes +blocks)\n%s", text, separator, quote, diff)
	}
	if whole := len(text) / Size; whole > 0 {
		got.Marks = make([]uint32, whole*Size)
		n := textWords(&got.Marks[0], &got.Odd[0], &text[0], whole, behind, separator, quote)
		within := func(at uint32) bool { return at < uint32(behind+whole*Size) }
		want.Marks = slices.DeleteFunc(want.Marks, func(at uint32) bool { return !within(at) })
		if got.Marks = got.Marks[:n]; !cmp.Equal(want, got, cmpopts.EquateEmpty()) {
			t.Errorf("%q, with %q and %q (-bytes +words)\n%s", text, separator, quote, cmp.Diff(want, got))
		}
	}
}

func TestEveryByteIsMarkedInEveryPlace(t *testing.T) { bothWidths(t, everyByteIsMarkedInEveryPlace) }

func everyByteIsMarkedInEveryPlace(t *testing.T) {
	for c := range 256 {
		for at := range Size {
			text := bytes.Repeat([]byte{'x'}, Size)
			text[at] = byte(c)
			compare(t, text, ',', '"')
			compare(t, text[:at+1], ';', ';')
			compare(t, text[:at+1], 'a', 'b')
		}
	}
}

func TestBytesBesideEachOtherAreMarked(t *testing.T) { bothWidths(t, bytesBesideEachOtherAreMarked) }

func bytesBesideEachOtherAreMarked(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	of := []byte("\x00\x01\t\n\r\x1f !\",;a~\x7f\x80\xa9\xbf\xc0\xc2\xc3\xff\xc3\xc3\xc3\xa9\xa9\xa9")
	for size := range 5 * Size {
		text := make([]byte, size)
		for i := range text {
			text[i] = of[r.IntN(len(of))]
		}
		compare(t, text, of[r.IntN(len(of))], of[r.IntN(len(of))])
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add([]byte("nom,\"Comité créé, fêtes\"\r\n"), byte(','), byte('"'))
	f.Fuzz(func(t *testing.T, text []byte, separator, quote byte) { compare(t, text, separator, quote) })
}

func BenchmarkBlocks(b *testing.B) {
	text := bytes.Repeat([]byte("Ville de Rennes,21350238800019,Comité des fêtes,\"a, b\"\n"), 4096)
	marks, odd, whole := make([]uint32, len(text)), make([]Odd, Count(text)), len(text)/Size
	for _, bm := range []struct {
		name string
		look func()
	}{
		{"text", func() { Text(marks[:0], odd, text, 0, ',', '"') }},
		{"text by words", func() { textWords(&marks[0], &odd[0], &text[0], whole, 0, ',', '"') }},
		{"tally", func() { t := NewTally(true); t.Add(text, ',', '"') }},
		{"tally by words", func() { t := NewTally(true); tallyWords(&t, &text[0], whole, ',', '"') }},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				bm.look()
			}
		})
	}
}
