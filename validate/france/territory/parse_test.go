package territory

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france/cog"
)

func TestParse(t *testing.T) {
	for asked, want := range map[string]string{
		"59350": "commune:59350", " 59350 ": "commune:59350", "2a004": "commune:2A004", "commune:59350": "commune:59350", "COM: 59350": "commune:59350",
		"75101": "commune:75101", "98735": "commune:98735", "97701": "commune:97701",
		"200093201": "epci:200093201", "epci:200093201": "epci:200093201", "EPCI : 200 093 201": "epci:200093201", "20009320100016": "epci:200093201",
		"215903501": "commune:59350", "21590350100017": "commune:59350",
		"59": "departement:59", "2A": "departement:2A", "2b": "departement:2B", "971": "departement:971", "987": "departement:987", "01": "departement:01",
		"departement:59": "departement:59", "département:59": "departement:59", "dep:59": "departement:59",
		"32": "departement:32", "region:32": "region:32", "région:32": "region:32", "REG:84": "region:84", "region:01": "region:01",
		"Lille": "commune:59350", "LILLE": "commune:59350", "st etienne": "commune:42218", "Nord": "departement:59", "Île-de-France": "region:11",
		"Métropole européenne de Lille": "epci:200093201", "CA du Grand Dole": "epci:200010650", "Grand Dole": "epci:200010650", "Rennes Métropole": "epci:243500139",
		"région:Bretagne": "region:53", "commune:La Réunion": "commune:47222",
		"Paris": "commune:75056", "Guadeloupe": "departement:971", // one land under two codes
	} {
		got, err := Parse(asked)
		if err != nil {
			t.Errorf("%q: %v", asked, err)
			continue
		}
		if got.Ref() != want {
			t.Errorf("%q is %s, want %s", asked, got.Ref(), want)
		}
		if again, err := Parse(got.Ref()); err != nil || again.Ref() != want {
			t.Errorf("%s does not name itself", want)
		}
	}
}

func TestParseError(t *testing.T) {
	type wrong struct {
		Reason  Reason
		Choices string
		More    int
	}
	for asked, want := range map[string]wrong{
		"":                  {},
		":":                 {},
		"region:":           {},
		"99999":             {},
		"Tombouctou":        {},
		"commune:59":        {},
		"epci:59350":        {},
		"region:59":         {},
		"123456789":         {},
		"59000":             {Reason: Postal, Choices: "59350"},
		"59840":             {Reason: Postal, Choices: "59356 59457 59470"},
		"81350":             {Reason: Postal, Choices: "81013 81072 81073 81253 81254 81277", More: 2},
		"59355":             {Reason: Part, Choices: "59350"},
		"29009":             {Reason: Part, Choices: "29039"},
		"Lomme":             {Reason: Part, Choices: "59350"},
		"La Réunion":        {Reason: Ambiguous, Choices: "47222 974 region:04"},
		"Saint-Denis":       {Reason: Ambiguous, Choices: "97411 93066 11339 30247"},
		"Sainte-Colombe":    {Reason: Ambiguous, Choices: "69189 77404 40252 25515 33390 35262", More: 6},
		"Lile":              {Choices: "59350 24243 02432 41116"},
		"Nantes Metropol":   {Choices: "244400404"},
		"metropole lille":   {Choices: "200093201"},
		"departement:Paris": {Reason: Unknown},
	} {
		got, err := Parse(asked)
		if asked == "departement:Paris" {
			if err != nil || got.Ref() != "departement:75" {
				t.Errorf("%q: %v, %v", asked, got, err)
			}
			continue
		}
		var e *ParseError
		if !errors.As(err, &e) {
			t.Errorf("%q is %v, error %v", asked, got, err)
			continue
		}
		var written []string
		for _, c := range e.Choices {
			written = append(written, c.Write())
			if again, err := Parse(c.Write()); err != nil || again.Kind != c.Kind || again.Code != c.Code {
				t.Errorf("the choice %s does not name %v", c.Write(), c)
			}
		}
		if diff := cmp.Diff(want, wrong{e.Reason, strings.Join(written, " "), e.More}); diff != "" {
			t.Errorf("%q (-want +got)\n%s", asked, diff)
		}
		if e.Error() == "" {
			t.Errorf("%q has no words", asked)
		}
	}
}

// Every commune, EPCI, department and region is found by its code.
func TestParseAll(t *testing.T) {
	want := func(ref string) {
		t.Helper()
		c, ok := byCode(strings.SplitN(ref, ":", 2)[1], 1<<kindWords[strings.SplitN(ref, ":", 2)[0]])
		if !ok || c.Kind.String()+":"+c.Code != ref {
			t.Errorf("%s is %v", ref, c)
		}
	}
	for _, c := range cog.Communes() {
		want("commune:" + c.Code)
	}
	for _, e := range cog.EPCIs() {
		want("epci:" + e.SIREN)
	}
	for _, d := range append(cog.Departments(), cog.Collectivities()...) {
		want("departement:" + d.Code)
	}
	for _, r := range cog.Regions() {
		want("region:" + r.Code)
	}
}

// No text makes it panic, or is taken for a territory that does not name itself.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"59350", "region:32", "Lille", "é:", ":", "commune:", strings.Repeat("lille ", 100), "\xff:\xfe", "Paris", "2A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Parse(s)
		if err != nil {
			var e *ParseError
			if !errors.As(err, &e) || len(e.Choices) > mostChoices {
				t.Fatalf("%q: %v", s, err)
			}
			return
		}
		if again, err := Parse(got.Ref()); err != nil || again.Ref() != got.Ref() {
			t.Fatalf("%q is %s, which is %v, %v", s, got.Ref(), again, err)
		}
	})
}
