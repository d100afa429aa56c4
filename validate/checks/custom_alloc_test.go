//go:build !race

package checks

import (
	"testing"

	"github.com/socle-commun/socle/validate/france"
	"github.com/socle-commun/socle/validate/france/hours"
)

// Judging a valid cell costs nothing but time.
func TestCustomChecksDoNotAllocate(t *testing.T) {
	fields := fieldsFrom(t, `{"fields": [{"name": "n", "type": "number"}, {"name": "d", "type": "date"}, {"name": "s", "type": "string"}]}`)
	number, date, word := operandOf(&fields[0]), operandOf(&fields[1]), operandOf(&fields[2])
	known.isPhone([]byte("+44 20 7946 0958"))
	small, big, huge := []byte("-12.5"), []byte("1000"), []byte("1e300")
	day, later := []byte("2024-01-05"), []byte("2024-01-06")
	for name, judge := range map[string]func() bool{
		"RNA":     func() bool { return france.IsRNA([]byte("W9R1234567")) },
		"years":   func() bool { return isYearInterval([]byte("2019/2020")) },
		"act":     func() bool { return isActe([]byte("Libertés publiques et pouvoirs de police/Police")) },
		"French":  func() bool { return isFrenchPhone([]byte("01 99 00 27 37")) },
		"foreign": func() bool { return known.isPhone([]byte("+44 20 7946 0958")) },
		"hours":   func() bool { return hours.Valid([]byte("Mo-Fr 09:00-12:00; PH off")) },
		"SIRET":   func() bool { return !isPlaceholder([]byte("21350238800019")) },
		"numbers": func() bool { _, ok := numbers.compare(&number, &word, small, big); return ok },
		"long":    func() bool { _, ok := numbers.compare(&number, &number, huge, big); return ok },
		"dates":   func() bool { _, ok := values.compare(&date, &date, day, later); return ok },
	} {
		if n := testing.AllocsPerRun(100, func() {
			if !judge() {
				t.Fatalf("%s: refused", name)
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}
