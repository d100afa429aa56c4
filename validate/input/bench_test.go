package input

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// BenchmarkRows cuts tables of 15 columns into cells, without judging them.
func BenchmarkRows(b *testing.B) {
	rows := func(row string) string { return strings.Repeat("a,", 14) + "b\n" + strings.Repeat(row+"\n", 40_000) }
	for _, bm := range []struct{ name, content string }{
		{"ASCII", rows("Commune,21350238800019,2024-03-12,DEL-2024-117,Club de voile,45032466000017,Regates,1500.00,aide,unique,2024,12,non,100,x")},
		{"accents", rows("Préfecture,21350238800019,2024-03-12,DÉL-2024-117,Comité des fêtes,45032466000017,Fête,1500.00,aide,échelonné,2024,12,non,100,x")},
		{"quotes", rows(`"Commune","21350238800019","2024-03-12","DEL-2024-117","Club, de voile",45032466000017,Regates,1500.00,"aide",unique,2024,12,non,100,"x"`)},
		{"Windows-1252", rows("Pr\xe9fecture,21350238800019,2024-03-12,D\xc9L-2024-117,Comit\xe9 des f\xeates,45032466000017,F\xeate,1500.00,aide,\xe9chelonn\xe9,2024,12,non,100,x")},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.SetBytes(int64(len(bm.content)))
			b.ReportAllocs()
			content := []byte(bm.content)
			for b.Loop() {
				in, err := read("x", io.NopCloser(bytes.NewReader(content)), int64(len(content)), Options{Delimiter: ','})
				if err != nil {
					b.Fatal(err)
				}
				n := 0
				for chunk, err := range in.Chunks() {
					if err != nil {
						b.Fatal(err)
					}
					for row := range in.Rows(chunk) {
						n += len(row.Cells)
					}
					chunk.Free()
				}
				if n != 15*40_000 {
					b.Fatalf("%d cells", n)
				}
			}
		})
	}
}
