package pattern

import (
	"regexp"
	"testing"
)

func BenchmarkMatch(b *testing.B) {
	for _, bb := range []struct{ name, expr, value string }{
		{"siret", `^\d{14}$`, "21590350100017"},
		{"period", period, "2024-01-01/2024-12-31"},
		{"prenom", prenom, "Jean-François"},
		{"long", `^[a-zA-Z0-9\-\'\s\d\u00C0-\u00FF]+$`, "Avenue du Peuple Belge prolongée jusqu'à la Place du Général de Gaulle"},
	} {
		p := mustCompile(b, bb.expr)
		tree, err := parse(bb.expr)
		if err != nil {
			b.Fatal(err)
		}
		re := regexp.MustCompile(writeRE2(tree.root))
		value := []byte(bb.value)
		for _, engine := range []struct {
			name  string
			match func([]byte) bool
		}{{p.Engine(), p.Match}, {"regexp", re.Match}} {
			b.Run(bb.name+"/"+engine.name, func(b *testing.B) {
				b.SetBytes(int64(len(value)))
				b.ReportAllocs()
				for b.Loop() {
					if !engine.match(value) {
						b.Fatal("no match")
					}
				}
			})
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		if _, err := Compile(prenom); err != nil {
			b.Fatal(err)
		}
	}
}
