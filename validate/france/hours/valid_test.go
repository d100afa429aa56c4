package hours_test

import (
	"strings"
	"testing"

	"github.com/socle-commun/socle/validate/france/hours"
)

// Each line is an expression, by the grammar of the specification. What the
// parser of Validata refuses or cannot bear is marked "+": it is taken all the
// same, as the specification and that parser's later versions have it.
const expressions = `
  24/7
  24/7 off
  Mo-Fr 09:00-12:00,14:00-18:00
  Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off
  Mo-Fr 09:00-12:00, 14:00-18:00
  Mo-Fr 08:00-18:00 || "sur rendez-vous"
  Mo-Fr
  Mo,We,Fr 10:00-12:00
  Fr-Mo 22:00-06:00
  PH,Su 10:00-12:00
  Mo-Fr,PH 10:00-12:00
  PH +1 day off
+ SH Mo-Fr 08:00-18:00
+ PH Mo off
  Mo[1] 10:00-12:00
  Mo[1,3] 10:00-12:00
  Tu[2-4] +2 days 10:00-12:00
+ Fr[-1] 10:00-12:00
  09:00-26:00
  22:00-48:00
  24:00-26:00
+ 10:00+
  10:00-12:00+
  10:00-16:00/01:30
+ 10:00-16:00/30
  sunrise-sunset
  (sunrise+01:00)-(sunset-00:30)
  dawn-dusk
+ sunset+
  Jan-Mar 10:00-12:00
+ Jan 10:00-12:00
  Jan: 10:00-12:00
  Jan 1
  Jan 01-15 off
  Dec 24-Jan 2 off
  Dec 20-10 off
  Jul 14,Aug 15 off
  Feb 29 off
  2028 Feb 29 off
  Jun 15+ 10:00-12:00
  Oct 1-Su off
  Mar 1+Su +2 days-Oct 31 10:00-12:00
  Jan 05:10:00-12:00
  easter off
  easter -2 days off
  easter -2 days-easter +1 day off
  easter-May 1 off
  2026easter off
+ 2026 easter off
  2026 Jan 05-2026 Feb 10 off
  2026Jan-Mar 10:00-12:00
+ 2026 Jan-Mar 10:00-12:00
  2026 10:00-12:00
  2026-2030 Mo 10:00-12:00
  2026-2030/2 Mo 10:00-12:00
  2026+ Mo 10:00-12:00
  2026,2028Jan Mo
+ 2026,2028 Jan Mo
  week01-53/2 Mo 10:00-12:00
+ week 01-53/2 Mo 10:00-12:00
+ week 40-05,20 Mo 10:00-12:00
+ 2026 week 10 Mo 10:00-12:00
  off
  closed "travaux"
  open
  unknown "voir sur place"
  "sur rendez-vous"
  "été : 9h; fermé":Mo-Fr 10:00-12:00
+ "été": Mo-Fr 10:00-12:00
  Mo-Fr 10:00-12:00 open "entrée libre"
  Mo-Fr 10:00-12:00 "entrée libre"
  Mo-Fr off; Sa,Su 10:00-12:00 || unknown
`

// Each line is none. What the parser of Validata takes though it means nothing
// is marked "-".
const others = `
  Lu-Ve 09:00-12:00
  Mo-Fr 9:00-12:00
  Mo-Fr 9h-12h
  Mo-Fr 09h00-12h00
  Mo-Fr 09:00 - 12:00
  Mo-Fr 09:00–12:00
  Mo - Fr 09:00-12:00
  Mo-Fr  09:00-12:00
  Mo-Fr: 09:00-12:00
  mo-fr 09:00-12:00
  MO-FR 09:00-12:00
  Mo-Fr 09:00-12:00;Sa 10:00-12:00
  Mo-Fr 09:00-12:00;
- Mo-Fr 09:00-12:00; §
- Mo-Fr 09:00-12:00; ; Sa
- §
  Mo-Fr 09:00
  09:00
  sunset
  Mo-Fr 09:00-
  Mo-Fr 09:00-12
  Mo-Fr 09-12
  Mo-Fr 25:00-26:00
- 24:30-25:00
- 22:00-48:30
  22:00-49:00
  10:60-12:00
  10:00-12:00/60
  (sunset-01:00
  (noon-01:00)-12:00
  (sunset)-12:00
  Mo,PH,We 10:00-12:00
  Mo[6] 10:00-12:00
- Mo[3-1] 10:00-12:00
  Mo[1 10:00-12:00
  Mo-
  Jan-
- Jan 0
  Jan 32
- Feb 30
- 2027 Feb 29
- Feb 20-30
  Jan 5-Feb
  easter-5
  1899
- 2030-2026
- 202610:00-12:00
  week 1
  week 54
  week01-53/300
  "sans fin
  ""
  Off
  sur rendez-vous
  Mo-Fr 10:00-12:00 "a" "b"
  "a" ; Mo
  Mo-Fr || Sa ||
`

func TestValid(t *testing.T) {
	for line := range strings.Lines(expressions) {
		if expression := value(line); expression != "" && !hours.Valid([]byte(expression)) {
			t.Errorf("%q is refused: %+v", expression, hours.Explain(expression))
		}
	}
	for line := range strings.Lines(others) {
		if expression := value(line); expression != "" && hours.Valid([]byte(expression)) {
			t.Errorf("%q is taken", expression)
		}
	}
}

// value takes the mark and the line end off a line, and writes § as the space
// that an editor would take away.
func value(line string) string {
	line = strings.TrimSuffix(line, "\n")
	if len(line) < 2 {
		return ""
	}
	return strings.ReplaceAll(strings.ReplaceAll(line[2:], " §", " "), "§", " ")
}

// Judging costs nothing but time, and that of the length.
func TestValidDoesNotAllocate(t *testing.T) {
	expression := []byte(`2026-2030 Jan 5-Mar 10 week 01-20/2: Mo-Fr,Sa[1],PH 09:00-12:00,(sunset-01:00)+ open "oui"; 24/7`)
	if n := testing.AllocsPerRun(100, func() {
		if !hours.Valid(expression) {
			t.Fatal("refused")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkValid(b *testing.B) {
	expression := []byte("Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off")
	b.SetBytes(int64(len(expression)))
	b.ReportAllocs()
	for b.Loop() {
		hours.Valid(expression)
	}
}
