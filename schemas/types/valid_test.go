package types

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func must(t testing.TB, spec Spec) *Type {
	t.Helper()
	typ, _, err := Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	return typ
}

var (
	dressed        = false
	integers, _, _ = Compile(Spec{Type: "integer"})
	texts, _, _    = Compile(Spec{Type: "string"})
)

// cells are what each type takes and refuses.
var cells = []struct {
	name      string
	spec      Spec
	good, bad []string
}{
	{"string", Spec{}, []string{"a", " ", "é", "null", "two\nlines", "\xff"}, nil},
	{"any", Spec{Type: "any"}, []string{"a", " ", "{", "\x00"}, nil},
	{"email", Spec{Format: "email"},
		[]string{"mairie@rennes.fr", "prenom.nom+voirie@ville-exemple.gouv.fr", `"a b"@ville.fr`, "élu@mairie-évry.fr", "a@1.fr"},
		[]string{"mairie", "mairie@", "@rennes.fr", "mairie@rennes", "a b@rennes.fr", ".a@rennes.fr", "a..b@rennes.fr", "a@-rennes.fr",
			"a@rennes..fr", "a@b.fr, c@d.fr", "a@10.0.0.1", "a@rennes.f", "a(b)@rennes.fr", "a@ren_nes.fr", "\xff@rennes.fr"}},
	{"uri", Spec{Format: "uri"},
		[]string{"https://www.rennes.fr", "mailto:a@b.fr", "urn:isbn:0451450523", "http://é.fr/a b", "HTTP://X.FR", "geo:1,2"},
		[]string{"www.rennes.fr", "rennes.fr", "//rennes.fr", "/chemin", ":", "1http://x", "http//x", "é:x"}},
	{"uuid", Spec{Format: "uuid"},
		[]string{"0f2c8c1e-7f5b-4d0a-9d3e-5a1f3c2b1a00", "0F2C8C1E7F5B4D0A9D3E5A1F3C2B1A00", "{0f2c8c1e-7f5b-4d0a-9d3e-5a1f3c2b1a00}",
			"urn:uuid:0f2c8c1e-7f5b-4d0a-9d3e-5a1f3c2b1a00"},
		[]string{"0f2c8c1e-7f5b-4d0a-9d3e-5a1f3c2b1a0", "0f2c8c1e-7f5b-4d0a-9d3e-5a1f3c2b1a0g", "12", "0f2c8c1e-7f5b-4d0a-9d3e-5a1f3c2b1a00 "}},
	{"binary", Spec{Format: "binary"}, []string{"YQ==", "YWI=", "YWJj", "YW\r\nJj"}, []string{"YQ", "Y", "=", "YQ==YQ==", "Y Q=", "YQ=*", "===="}},
	{"wkt", Spec{Format: "wkt"},
		[]string{"POINT (30 10)", "POINT(30 10)", "POINT EMPTY", "POINT Z (1 2 3)", "POLYGON ((0 0, 4 0, 4 4, 0 0))", "MULTIPOINT ((1 2), (3 4))",
			"MULTIPOINT (1 2, 3 4)", "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))", "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))", "POINT Z EMPTY"},
		[]string{"point (1 2)", "POINT (1)", "POINT (1 2", "POINT (1 2) x", "SRID=4326;POINT(1 2)", "CIRCLE (1 2)", "POINT Q (1 2)",
			"POLYGON ((0 0, 1 1)", "POINT (a b)", "POINT Z (1 2)", "POINT", "POINT (1 2,)"}},
	{"number", Spec{Type: "number"},
		[]string{"0", "-0", "+1", "1.5", ".5", "1.", "007", "1e3", "1E-3", "1e+3", "-1.5e10", "NaN", "nan", "INF", "-INF", "+inf", " 1.5 ", "\u00a01.5",
			"123456789012345678901234567890.5", "1e999999999", "0.00000000000000000000000000001"},
		[]string{"1,5", "1 000", "1_000", "-", ".", "+-1", "1.2.3", "1e", "e3", "1e1.5", "Infinity", "-NaN", "sNaN", "abc", " ", "- 1", "0x10", "12€",
			"١", "１", "1e9999999999999999999", "1-", "\x00"}},
	{"number french", Spec{Type: "number", DecimalChar: ",", GroupChar: " "},
		[]string{"1 234,56", "1234,56", "-1 234,5", "1,234", "12 34,5", " 1 000 "}, []string{"1 234.56", "1\u00a0234,56", "1,2,3", " ", ","}},
	{"number in words", Spec{Type: "number", DecimalChar: "،،", GroupChar: "''"}, []string{"1''234،،5", "1،،5"}, []string{"1،5", "1'234", "1.5"}},
	{"number dressed", Spec{Type: "number", BareNumber: &dressed, DecimalChar: ",", GroupChar: " "},
		[]string{"1 250,00 €", "1250,00€", "12,5 %", "€ 12,5", "-3,5 °C", "12"}, []string{"1 250.00 €", "€", "12 à 15"}},
	{"integer", Spec{Type: "integer"},
		[]string{"0", "-1", "+1", "007", "123456789012345678901234567890", " 12 "},
		[]string{"1.0", "1.5", "1e3", "1,000", "1 000", "--1", "-", "", "12abc", "0x10", "NaN", "INF", "1.", "1_0", "'1"}},
	{"integer grouped", Spec{Type: "integer", GroupChar: " "}, []string{"1 000", "1000"}, []string{"1 000,5", "1.000"}},
	{"integer dressed", Spec{Type: "integer", BareNumber: &dressed}, []string{"95%", "€ 95", "-3 °C"}, []string{"9.5%", "%"}},
	{"boolean", Spec{Type: "boolean"}, []string{"true", "True", "TRUE", "1", "false", "False", "FALSE", "0"}, []string{"tRue", "yes", "oui", "01", " true", "2"}},
	{"boolean in French", Spec{Type: "boolean", TrueValues: []string{"oui"}, FalseValues: []string{"non", "certainement pas ici"}},
		[]string{"oui", "non", "certainement pas ici"}, []string{"OUI", "true", "1", "certainement pas la"}},
	{"boolean half told", Spec{Type: "boolean", TrueValues: []string{"yes"}}, []string{"yes", "false", "0"}, []string{"true", "1", "no"}},
	{"date", Spec{Type: "date"},
		[]string{"2019-01-01", "2020-02-29", "2000-02-29", "0001-01-01", "9999-12-31"},
		[]string{"2019-02-29", "1900-02-29", "2023-02-30", "2019-13-01", "2019-00-10", "2019-04-31", "2019-01-00", "2019-1-1", "19-01-01", "20190101", "2019-01",
			"2019/01/01", "01/01/2019", "2019-01-01T00:00:00", "2019-01-01Z", "0000-01-01", "10000-01-01", "+2019-01-01", "2019-W01-1", "２019-01-01"}},
	{"date day first", Spec{Type: "date", Format: "%d/%m/%Y"},
		[]string{"21/11/2006", "1/1/2006", "29/02/2020"}, []string{"21/11/06", "2006-11-21", "30/02/2020", "00/01/2020", "21/13/2006", "21/11/2006 ", "/11/2006"}},
	{"date fmt prefix", Spec{Type: "date", Format: "fmt:%Y/%m/%d"}, []string{"2019/01/31"}, []string{"fmt:2019/01/31", "2019-01-31"}},
	{"date as ISO pattern", Spec{Type: "date", Format: "%Y-%m-%d"}, []string{"2019-01-01", "2019-1-1"}, []string{"2019-02-30", "19-1-1"}},
	{"date compact", Spec{Type: "date", Format: "%Y%m%d"}, []string{"20190101"}, []string{"2019011", "201911", "2019-01-01", "20191301"}},
	{"date two-digit year", Spec{Type: "date", Format: "%d/%m/%y"}, []string{"21/11/06", "1/1/69"}, []string{"21/11/2006", "1/1/1"}},
	{"date by day of year", Spec{Type: "date", Format: "%Y-%j"}, []string{"2019-001", "2019-1", "2020-366"}, []string{"2019-366", "2019-000", "2019-367"}},
	{"date in letters", Spec{Type: "date", Format: "%d %B %Y"},
		[]string{"12 mars 2023", "12 March 2023", "1 Août 2020", "1 aout 2020", "1  juin  2020"}, []string{"12 mar 2023", "31 juin 2020", "12mars2023"}},
	{"date in short letters", Spec{Type: "date", Format: "%a %d %b. %Y"}, []string{"lun. 12 févr. 2023", "Mon 12 Feb. 2023"}, []string{"12 Feb. 2023"}},
	{"date without day", Spec{Type: "date", Format: "%Y"}, []string{"2019"}, []string{"19", "2019-01", "0000"}},
	{"date literal", Spec{Type: "date", Format: "jj/mm/aaaa"}, []string{"jj/mm/aaaa", "JJ/MM/AAAA"}, []string{"01/02/2019"}},
	{"date any", Spec{Type: "date", Format: "any"},
		[]string{"2019-01-01", "31/12/2019", "12/31/2019", "20190101", "31122019", "1er mai 2019", "dimanche 1 janvier 2019", "10th Jan 1969", "Jan 2019",
			"January 5, 2019", "2019", "2019-01-01 12:00"},
		[]string{"abc", "12", "10:00", "30/02/2019", "1 brumaire 2019", "31/12/19", "43101"}},
	{"time", Spec{Type: "time"},
		[]string{"10:20:30", "10:20:30Z", "10:20:30+01:00", "10:20:30-0100", "10:20:30+01", "10:20:30.5", "10:20:30,123456789Z", "00:00:00", "24:00:00"},
		[]string{"10:20", "1:20:30", "24:00:01", "24:00:00.1", "25:00:00", "10:60:00", "10:20:60", "102030", "10h20", "10:20:30 ", "10:20:30.", "10:20:30+24:00", "10:20:30+1"}},
	{"time pattern", Spec{Type: "time", Format: "%Hh%M"}, []string{"10h20", "9h05", "9H5"}, []string{"10h", "10:20", "24h00", "10h60"}},
	{"time of half a day", Spec{Type: "time", Format: "%I:%M %p"}, []string{"10:20 am", "1:05 PM"}, []string{"13:00 PM", "0:10 AM", "10:20"}},
	{"time any", Spec{Type: "time", Format: "any"}, []string{"10:20:30", "10h20", "9h", "10:20", "5:30 pm"}, []string{"10", "25h00", "midi"}},
	{"datetime", Spec{Type: "datetime"},
		[]string{"2019-01-01T00:00:00Z", "2019-01-01 10:20:30", "2019-01-01T10:20:30.5+02:00", "2019-12-31T24:00:00"},
		[]string{"2019-01-01", "2019-01-01T10:20", "2019-02-30T10:20:30", "2019-01-01X10:20:30", "20190101T102030Z", "x"}},
	{"datetime pattern", Spec{Type: "datetime", Format: "%d/%m/%Y %H:%M:%S.%f %z"},
		[]string{"21/11/2006 16:30:05.25 +0100", "21/11/2006 16:30:05.25 Z", "1/1/2006 1:1:1.1 +01:00"}, []string{"21/11/2006 16:30:05 +0100", "21/11/2006 16:30:61.1 Z"}},
	{"datetime shorthand", Spec{Type: "datetime", Format: "%F %T %Z %%"}, []string{"2019-01-01 10:20:30 UTC %"}, []string{"2019-01-01 10:20:30 CET %"}},
	{"datetime any", Spec{Type: "datetime", Format: "any"}, []string{"2019-01-01T10:20:30Z", "12/03/2023 10h20", "12 mars 2023 à 10:20"}, []string{"10:20", "x"}},
	{"year", Spec{Type: "year"}, []string{"2019", "0000", "9999"}, []string{"999", "10000", "-2019", "+201", "20 9", "2019.0", "19", "1a11"}},
	{"yearmonth", Spec{Type: "yearmonth"}, []string{"2019-01", "2019-12"}, []string{"2019-13", "2019-00", "2019-1", "19-01", "2019", "01-2019", "2019/01", "2019-01-01"}},
	{"duration", Spec{Type: "duration"},
		[]string{"P1Y2M3DT4H5M6S", "PT36H", "P2W", "P1D", "-P1D", "PT1.5S", "P0.5Y", "PT0S", "P1Y2W"},
		[]string{"P", "PT", "P1", "1D", "P1S", "PT1D", "P1DT", "P1M1Y", "p1d", "P1.5DT1H", "P1D1D", "P1.D", "P1234567890D", "P-1D", "PT1HT1M"}},
	{"geopoint", Spec{Type: "geopoint"},
		[]string{"2.44, 48.86", "2.44,48.86", " 1 , 2 ", "-180,-90", "180,90", "1e2,1", "+1,+2", "180.000,0", "0.0,0", "1e-99999999,0"},
		[]string{"180.1,0", "0,90.1", "1", "1,2,3", "a,b", "[1,2]", "1;2", "1 2", ",", "1,", "NaN,1", "INF,0", "1_0,2", "1e3,0", "1e99999999,0", "180.00000000000000000001,0"}},
	{"geopoint array", Spec{Type: "geopoint", Format: "array"},
		[]string{"[2.44,48.86]", ` [ "2.44" , 48 ] `}, []string{"[1]", "[1,2,3]", "2.44,48.86", "[181,0]", "[1,[2]]", "[[1,2]]", "[1,2", "{}", `["1,2"]`, "[null,1]"}},
	{"geopoint object", Spec{Type: "geopoint", Format: "object"},
		[]string{`{"lon":1,"lat":2}`, `{"lat":"2","lon":1}`}, []string{`{"lon":1}`, `{"lon":1,"lat":2,"z":3}`, `{"lng":1,"lat":2}`, `{"lon":null,"lat":0}`, "[1,2]", "{}", "null"}},
	{"object", Spec{Type: "object"}, []string{"{}", ` {"a":1} `, `{"a":1,"a":2}`}, []string{"[]", "1", "null", "{a:1}", "{'a':1}", `{"a":NaN}`, `{"a":1}x`, " "}},
	{"array", Spec{Type: "array"}, []string{"[]", "[1,2]", ` ["a",null] `, "[[1]]"}, []string{"{}", "1", "null", "[1,]", "a,b", "[NaN]"}},
	{"array of strings", Spec{Type: "array", ItemType: &Type{Name: "string", Text: true, valid: func(b []byte) bool { return len(b) < 3 }}},
		[]string{`["a","b"]`, `[null,""]`}, []string{`["abc"]`, `[1]`, `[["a"]]`}},
	{"list", Spec{Type: "list"}, []string{"a", "a,b", ",", "a;b"}, nil},
	{"list of integers", Spec{Type: "list", Delimiter: ";", ItemType: integers}, []string{"1;2", "1"}, []string{"1;b", "b", "1;;2", ";", "1;", ";1", "1;;"}},
	{"list of texts", Spec{Type: "list", ItemType: texts}, []string{"a,b", ",", "a,,b", "a,"}, nil},
}

func TestValid(t *testing.T) {
	for _, c := range cells {
		t.Run(c.name, func(t *testing.T) {
			typ := must(t, c.spec)
			want, got := map[string]bool{}, map[string]bool{}
			for _, cell := range c.good {
				want[cell], got[cell] = true, typ.Valid([]byte(cell))
			}
			for _, cell := range c.bad {
				want[cell], got[cell] = false, typ.Valid([]byte(cell))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestArrayOfNumbers(t *testing.T) {
	want := map[string]map[string]bool{
		"number":  {`[1,2.5]`: true, `["2.5"]`: true, `["a"]`: false, `[true]`: false, `[1e3]`: true},
		"integer": {`[1]`: true, `[1.5]`: false, `["1"]`: true, `["1.5"]`: false},
		"boolean": {`[true,false]`: true, `["true"]`: true, `["oui"]`: false},
		"any":     {`[true,{},"a"]`: true},
		"array":   {`[[1],[2]]`: true, `[1]`: false},
	}
	got := map[string]map[string]bool{}
	for name, cells := range want {
		typ := must(t, Spec{Type: "array", ItemType: must(t, Spec{Type: name})})
		got[name] = map[string]bool{}
		for cell := range cells {
			got[name][cell] = typ.Valid([]byte(cell))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCompile(t *testing.T) {
	tests := []struct {
		spec    Spec
		remarks []string
		err     string
	}{
		{Spec{Type: "money"}, nil, `type "money" is unknown: known types are string, number, integer, boolean, object, array, list, date, time, ` +
			`datetime, year, yearmonth, duration, geopoint, geojson, any`},
		{Spec{Format: "date-time"}, []string{`format "date-time" of type string is unknown and ignored`}, ""},
		{Spec{Type: "number", Format: "currency"}, []string{`format "currency" of type number is unknown and ignored: number has only the format default`}, ""},
		{Spec{Type: "geopoint", Format: "lonlat"}, nil, `format "lonlat" of type geopoint is unknown: known formats are default, array, object`},
		{Spec{Type: "geojson", Format: "wkb"}, nil, `format "wkb" of type geojson is unknown: known formats are default, topojson`},
		{Spec{Type: "date", Format: "%Q"}, nil, `type date: format "%Q" holds %Q, which is unknown: known directives are ` + knownDirectives + ` (or default, or any)`},
		{Spec{Type: "time", Format: "%H%"}, nil, `type time: format "%H%" ends with a lone % (or default, or any)`},
		{Spec{Type: "date", Format: "jj/mm/aaaa"}, []string{`format "jj/mm/aaaa" holds no directive such as %d: only that very text is accepted`}, ""},
		{Spec{Type: "number", GroupChar: "0"}, nil, `"0" cannot separate the digits of a number`},
		{Spec{Type: "number", GroupChar: "."}, nil, `"." cannot be both decimalChar and groupChar`},
		{Spec{Type: "boolean", TrueValues: []string{"0"}}, []string{`"0" is both a true and a false value: it is read as true`}, ""},
		{Spec{Type: "date", Format: "%d/%m/%Y"}, nil, ""},
	}
	for _, test := range tests {
		_, remarks, err := Compile(test.spec)
		said := ""
		if err != nil {
			said = err.Error()
		}
		if diff := cmp.Diff([]any{test.remarks, test.err}, []any{remarks, said}); diff != "" {
			t.Errorf("%+v: %s", test.spec, diff)
		}
	}
}

func TestTraits(t *testing.T) {
	type traits struct{ Ordered, Text, Sized bool }
	want := map[string]traits{
		"string": {Text: true, Sized: true}, "any": {Text: true},
		"number": {Ordered: true}, "integer": {Ordered: true}, "boolean": {},
		"object": {Sized: true}, "array": {Sized: true}, "list": {Sized: true},
		"date": {Ordered: true}, "time": {Ordered: true}, "datetime": {Ordered: true},
		"year": {Ordered: true}, "yearmonth": {Ordered: true}, "duration": {Ordered: true},
		"geopoint": {}, "geojson": {},
	}
	got := map[string]traits{}
	for _, name := range Names() {
		typ := must(t, Spec{Type: name})
		got[typ.Name] = traits{typ.Ordered, typ.Text, typ.Sized}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
