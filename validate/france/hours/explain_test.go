package hours_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate/france/hours"
)

// told is what a table says of a fault.
type told struct {
	Reason hours.Reason
	Char   int
	Word   string
	Fix    string
	Wants  string // in English
}

const anything = "a day (Mo, Tu, We, Th, Fr, Sa, Su or PH), a time such as 09:00 or a month such as Jan"

func TestExplain(t *testing.T) {
	for s, want := range map[string]told{
		"Lu-Ve 9h-12h":             {hours.French, 1, "Lu", "Mo-Fr 09:00-12:00", anything},
		"fermé":                    {hours.French, 1, "fermé", "off", anything},
		"Mo-Fr 9h-12h":             {hours.Clock, 7, "9h", "Mo-Fr 09:00-12:00", "a time such as 09:00"},
		"Mo-Fr 9:00-12:00":         {hours.Clock, 7, "9:00", "Mo-Fr 09:00-12:00", "a time such as 09:00"},
		"Mo-Fr 9-12":               {hours.Clock, 7, "9", "", "a time such as 09:00"},
		"été 10:00":                {hours.Prose, 1, "été", "", anything},
		"Mo-Fr 09:00 - 12:00":      {hours.Spacing, 12, " ", "Mo-Fr 09:00-12:00", "a hyphen and the time of closing, such as -12:00"},
		"Mo 09:00-12:00;Sa off":    {hours.Spacing, 16, "Sa", "Mo 09:00-12:00; Sa off", "a space"},
		"Mo-Fr\u00a009:00-12:00":   {hours.Spacing, 6, "\u00a0", "Mo-Fr 09:00-12:00", "the end, or a semicolon and a space"},
		"Mo-Fr 09:00–12:00":        {hours.Dash, 12, "–", "Mo-Fr 09:00-12:00", "a hyphen and the time of closing, such as -12:00"},
		"MO-FR 09:00-12:00":        {hours.Capitals, 1, "MO", "Mo-Fr 09:00-12:00", anything},
		"Mo 25:00-26:00":           {hours.Impossible, 4, "25:00", "", "a time such as 09:00"},
		"Feb 30 off":               {hours.Impossible, 5, "30", "", "a day that this month has"},
		"2030-2026":                {hours.Impossible, 6, "2026", "", "a year that follows the first"},
		"Mo-Fr 09:00":              {hours.NoEnd, 12, "09:00", "", "a hyphen and the time of closing, such as -12:00"},
		"Mo-Fr 09:00-":             {hours.Incomplete, 13, "", "", "a time such as 09:00"},
		"Mo 09:00-12:00; ":         {hours.Incomplete, 17, "", "Mo 09:00-12:00", anything},
		"":                         {hours.Incomplete, 1, "", "", anything},
		`"sur rendez-vous`:         {hours.Unclosed, 17, "", `"sur rendez-vous"`, `a straight quote (") that closes the comment`},
		"Sur rendez-vous":          {hours.Prose, 1, "Sur", `"Sur rendez-vous"`, "the end, or a semicolon and a space"},
		"Mo 09:00-12:00 sur rdv":   {hours.Prose, 16, "sur", "", "the end, or a semicolon and a space"},
		"Mo,PH,We 10:00-12:00":     {"", 7, "We", "Mo,We,PH 10:00-12:00", "a space or a day (Mo, Tu, We, Th, Fr, Sa, Su or PH)"},
		"week 54":                  {"", 6, "54", "", "the number of a week, from 01 to 53"},
		"Mo[6]":                    {"", 4, "6", "", "a rank from 1 to 5"},
		"\xff":                     {"", 1, "\xff", "", anything},
		"Mo-Fr 09:00-12:00":        {},
		strings.Repeat("Mo,", 101): {hours.Incomplete, 304, "", "", "a space or a day (Mo, Tu, We, Th, Fr, Sa, Su or PH)"},
	} {
		f := hours.Explain(s)
		got := told{f.Reason, f.Char, f.Word, f.Fix, ""}
		if f != (hours.Fault{}) {
			got.Wants = f.Wants.Text().EN
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
	}
}

// What is wanted is said in both languages.
func TestWantsText(t *testing.T) {
	for w := hours.WantQuote; w <= hours.WantEnd; w <<= 1 {
		if said := w.Text(); said.FR == "" || said.EN == "" {
			t.Errorf("%b is not said: %+v", w, said)
		}
	}
	want := text.Text{FR: "un nombre ou un jour du mois", EN: "a number or a day of the month"}
	if diff := cmp.Diff(want, (hours.WantNumber | hours.WantMonthDay | hours.WantEnd).Text()); diff != "" {
		t.Error(diff)
	}
}
