package types

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// ladders hold cells in order: those of one step are equal, and each step is below the next.
var ladders = []struct {
	name  string
	spec  Spec
	steps [][]string
}{
	{"number", Spec{Type: "number"}, [][]string{
		{"-INF", "-inf"}, {"-1e999999999999999999"}, {"-1e100"}, {"-100.5"}, {"-100", "-1e2"}, {"-99.99"}, {"-10"}, {"-9.5"}, {"-1.5"}, {"-1", "-1.0", "-01"},
		{"-0.99"}, {"-0.001"}, {"-1e-100"}, {"0", "-0", "0.000", "0e999999999999999999", ".0"}, {"1e-999999999"}, {"1e-62"}, {"1e-61"}, {"1e-60"}, {"0.001"}, {"0.01", "1e-2"},
		{"0.1", ".1"}, {"0.11"}, {"1", "1.", "1.00", "1e0", "+1", " 1 ", "0001", "0.1e1"}, {"1.0000000000000000000001"}, {"1.05"}, {"1.5"}, {"1.55"}, {"9"}, {"10"}, {"11"}, {"99"},
		{"100", "1e2", "10E1"}, {"101"}, {"1234567890123456789012345"}, {"1234567890123456789012345.5"}, {"1e59"}, {"1e60"}, {"1e61"}, {"1e999999999"}, {"1e1000000000"},
		{"INF", "+INF"}}},
	{"number french", Spec{Type: "number", DecimalChar: ",", GroupChar: " "}, [][]string{{"-1 000,5"}, {"999,99"}, {"1 000", "1000,0", "10 00", "1e3"}, {"1 000,01"}}},
	{"number dressed", Spec{Type: "number", BareNumber: &dressed}, [][]string{{"-3.5 °C", "-3.5"}, {"3.5%", "€ 3.5"}}},
	{"integer", Spec{Type: "integer"}, [][]string{{"-100"}, {"-99"}, {"-1"}, {"0", "-0", "+00"}, {"1", "+1", "01"}, {"2"}, {"10"}, {"18446744073709551616"}, {"100000000000000000000000000000"}}},
	{"boolean", Spec{Type: "boolean"}, [][]string{{"false", "0"}, {"true", "1", "TRUE"}}},
	{"date", Spec{Type: "date"}, [][]string{{"0001-01-01"}, {"1999-12-31"}, {"2000-01-01"}, {"2000-02-01"}, {"2000-02-29"}, {"2000-10-01"}, {"9999-12-31"}}},
	{"date day first", Spec{Type: "date", Format: "%d/%m/%Y"}, [][]string{{"31/12/1999"}, {"01/02/2000", "1/2/2000"}, {"02/01/2001"}}},
	{"date two-digit year", Spec{Type: "date", Format: "%d/%m/%y"}, [][]string{{"01/01/69"}, {"31/12/99"}, {"01/01/00"}, {"31/12/68"}}},
	{"date any", Spec{Type: "date", Format: "any"}, [][]string{{"2023-03-12", "12/03/2023", "12 mars 2023", "March 12, 2023", "20230312"}, {"2023-04-01", "avril 2023", "04/2023"}}},
	{"date by day of year", Spec{Type: "date", Format: "%Y-%j"}, [][]string{{"2020-059"}, {"2020-060"}, {"2020-061"}, {"2020-366"}}},
	{"time", Spec{Type: "time"}, [][]string{{"00:00:00+02:00"}, {"00:00:00", "24:00:00", "00:00:00Z", "01:00:00+01:00"}, {"10:20:30"}, {"10:20:30.000000001"}, {"10:20:30.5", "10:20:30,500"}, {"22:00:00-03"}}},
	{"datetime", Spec{Type: "datetime"}, [][]string{{"0001-01-01T00:00:00"}, {"1969-12-31T23:59:59.5Z"}, {"1970-01-01T00:00:00", "1970-01-01 00:00:00Z", "1970-01-01T02:00:00+02:00", "1969-12-31T24:00:00"},
		{"1970-01-01T00:00:00.000000001"}, {"2000-02-29T12:00:00"}, {"2000-03-01T00:00:00"}, {"9999-12-31T23:59:59"}}},
	{"datetime pattern", Spec{Type: "datetime", Format: "%d/%m/%Y %I:%M %p"}, [][]string{{"01/01/2020 12:05 AM"}, {"01/01/2020 11:00 am"}, {"01/01/2020 12:05 PM"}, {"01/01/2020 1:00 PM"}}},
	{"year", Spec{Type: "year"}, [][]string{{"0000"}, {"0999"}, {"1999"}, {"2000"}}},
	{"yearmonth", Spec{Type: "yearmonth"}, [][]string{{"1999-12"}, {"2000-01"}, {"2000-02"}}},
	{"duration", Spec{Type: "duration"}, [][]string{{"-P1Y", "-P12M"}, {"-PT0.5S"}, {"PT0S", "P0Y", "-PT0S"}, {"PT0.000000001S"}, {"PT1S"}, {"PT90S", "PT1M30S", "PT1.5M"}, {"PT23H"}, {"P1D", "PT24H"}, {"P1W", "P7D"}, {"P30D"}, {"P1M"}, {"P31D"},
		{"P6M", "P0.5Y"}, {"P1Y", "P12M"}, {"P366D"}}},
}

func TestKeysAreInOrder(t *testing.T) {
	for _, l := range ladders {
		typ := must(t, l.spec)
		var last []byte
		for i, step := range l.steps {
			var first []byte
			for j, cell := range step {
				key, ok := typ.Key([]byte("before"), []byte(cell))
				key, found := bytes.CutPrefix(key, []byte("before"))
				switch {
				case !ok || !found || len(key) == 0:
					t.Errorf("%s: %q has no key", l.name, cell)
				case j > 0 && !bytes.Equal(first, key):
					t.Errorf("%s: %q is %x, not equal to %q, %x", l.name, cell, key, step[0], first)
				case j == 0 && i > 0 && bytes.Compare(last, key) >= 0:
					t.Errorf("%s: %q is %x, not above %q, %x", l.name, cell, key, l.steps[i-1][0], last)
				}
				if j == 0 {
					first = key
				}
			}
			last = first
		}
	}
}

func TestUnorderedKeys(t *testing.T) {
	tests := []struct {
		spec        Spec
		same, other []string
	}{
		{Spec{}, []string{"a"}, []string{"A", "a ", "á"}},
		{Spec{Type: "geopoint"}, []string{"1,2", "1.0, 2.00", "+1,02", "1e0,2"}, []string{"2,1", "1,2.1", "1,-2"}},
		{Spec{Type: "geopoint", Format: "object"}, []string{`{"lon":1,"lat":2}`, `{"lat":"2.0","lon":1.0}`}, []string{`{"lon":2,"lat":1}`}},
		{Spec{Type: "array"}, []string{`[1,"a"]`, ` [ 1.0, "\u0061" ]`}, []string{`["a",1]`, `["1","a"]`, `[[1],"a"]`, `[1,"a",null]`, `[1,"a",true]`, `[1e99999999999999999999,"a"]`}},
		{Spec{Type: "object"}, []string{`{"a":1,"b":{"c":[]}}`, `{"b":{"c":[]},"a":1.0}`}, []string{`{"a":1}`, `{"a":1,"b":{"c":{}}}`, `{"a":1,"b":{"c":false}}`}},
		{Spec{Type: "geojson"}, []string{`{"type":"Point","coordinates":[1,2]}`, `{"coordinates":[1.0,2e0],"type":"Point"}`}, []string{`{"type":"Point","coordinates":[2,1]}`}},
		{Spec{Type: "list"}, []string{"a,b"}, []string{"b,a", "a", "a,b,"}},
		{Spec{Type: "list", ItemType: must(t, Spec{Type: "integer"})}, []string{"1,2", "01,+2"}, []string{"12", "1,2,3", "0,1,2", "2,1"}},
	}
	for _, test := range tests {
		typ := must(t, test.spec)
		first, _ := typ.Key(nil, []byte(test.same[0]))
		for want, cells := range map[bool][]string{true: test.same, false: test.other} {
			for _, cell := range cells {
				key, ok := typ.Key(nil, []byte(cell))
				if !ok || bytes.Equal(key, first) != want {
					t.Errorf("%s: %q and %q: ok is %v, equal is not %v", typ.Name, cell, test.same[0], ok, want)
				}
			}
		}
	}
}

func TestNaN(t *testing.T) {
	got := map[string]bool{}
	typ := must(t, Spec{Type: "number"})
	for _, cell := range []string{"NaN", "nan", "INF", "0", "1"} {
		key, _ := typ.Key(nil, []byte(cell))
		got[cell] = typ.IsNaN(key)
	}
	text := must(t, Spec{})
	key, _ := text.Key(nil, []byte("\xff"))
	got["text"] = text.IsNaN(key)
	if diff := cmp.Diff(map[string]bool{"NaN": true, "nan": true, "INF": false, "0": false, "1": false, "text": false}, got); diff != "" {
		t.Error(diff)
	}
}

// written are values of schemas and a cell that is equal to each.
var written = []struct {
	spec  Spec
	value string // in JSON
	cell  string // one that has the same key; "" when the value is refused
}{
	{Spec{Type: "number"}, `1`, "1.0"},
	{Spec{Type: "number"}, `1.50`, "1.5"},
	{Spec{Type: "number"}, `"2.50"`, "2.5"},
	{Spec{Type: "number"}, `1e400`, "1e400"},
	{Spec{Type: "number"}, `"INF"`, "inf"},
	{Spec{Type: "number", DecimalChar: ","}, `"1,5"`, "1,5"},
	{Spec{Type: "number", DecimalChar: ","}, `"1.5"`, "1,5"},
	{Spec{Type: "number", DecimalChar: ","}, `1.5`, "1,5"},
	{Spec{Type: "number"}, `"abc"`, ""},
	{Spec{Type: "number"}, `true`, ""},
	{Spec{Type: "number"}, `null`, ""},
	{Spec{Type: "number"}, `""`, ""},
	{Spec{Type: "number"}, `[1]`, ""},
	{Spec{Type: "integer"}, `3`, "03"},
	{Spec{Type: "integer"}, `3.0`, "3"},
	{Spec{Type: "integer"}, `"3"`, "3"},
	{Spec{Type: "boolean"}, `true`, "1"},
	{Spec{Type: "boolean"}, `false`, "False"},
	{Spec{Type: "boolean", TrueValues: []string{"oui"}}, `"oui"`, "oui"},
	{Spec{Type: "boolean"}, `"oui"`, ""},
	{Spec{Type: "boolean"}, `1`, "true"},
	{Spec{Type: "date"}, `"2019-01-01"`, "2019-01-01"},
	{Spec{Type: "date", Format: "%d/%m/%Y"}, `"01/02/2019"`, "1/2/2019"},
	{Spec{Type: "date", Format: "%d/%m/%Y"}, `"2019-02-01"`, "01/02/2019"},
	{Spec{Type: "date"}, `"01/02/2019"`, ""},
	{Spec{Type: "time", Format: "%Hh%M"}, `"09:30:00"`, "9h30"},
	{Spec{Type: "year"}, `2000`, "2000"},
	{Spec{Type: "year"}, `"2000"`, "2000"},
	{Spec{Type: "year"}, `20`, ""},
	{Spec{Type: "string"}, `"a"`, "a"},
	{Spec{Type: "string"}, `1`, "1"},
	{Spec{Type: "string"}, `""`, ""},
	{Spec{Type: "string"}, `null`, ""},
	{Spec{Type: "geopoint"}, `"2.5, 48"`, "2.5,48"},
	{Spec{Type: "geopoint"}, `[2.5, 48]`, "2.5,48.0"},
	{Spec{Type: "geopoint"}, `{"lat":48,"lon":2.5}`, "2.5,48"},
	{Spec{Type: "array"}, `[2]`, "[2.0]"},
	{Spec{Type: "array"}, `"[1]"`, "[1]"},
	{Spec{Type: "array"}, `{}`, ""},
	{Spec{Type: "object"}, `{"a":[1]}`, `{"a":[1.0]}`},
	{Spec{Type: "list"}, `"a,b"`, "a,b"},
}

func TestKeyOf(t *testing.T) {
	for _, test := range written {
		typ := must(t, test.spec)
		d := json.NewDecoder(bytes.NewReader([]byte(test.value)))
		d.UseNumber()
		var v any
		if err := d.Decode(&v); err != nil {
			t.Fatal(err)
		}
		key, err := typ.KeyOf(v)
		if test.value == `""` && typ.Text {
			if err != nil || len(key) != 0 {
				t.Errorf("the empty string is %x, %v", key, err)
			}
			continue
		}
		want, _ := typ.Key(nil, []byte(test.cell))
		if (err == nil) != (test.cell != "") || !bytes.Equal(key, want) {
			t.Errorf("%s: %s is %x, %v; %q is %x", typ.Name, test.value, key, err, test.cell, want)
		}
	}
	if _, err := must(t, Spec{}).KeyOf(math.Pi); err == nil || err.Error() != "3.141592653589793 is not of type string" {
		t.Errorf("a Go number gives %v", err)
	}
}

func TestLength(t *testing.T) {
	tests := []struct {
		spec Spec
		cell string
		want int
	}{
		{Spec{}, "été", 3},
		{Spec{}, "e\u0301", 2},
		{Spec{Type: "array"}, `[]`, 0},
		{Spec{Type: "array"}, `[1,[2,3]]`, 2},
		{Spec{Type: "object"}, `{"a":1,"b":2,"a":3}`, 2},
		{Spec{Type: "list"}, "a,b,c", 3},
		{Spec{Type: "list", Delimiter: "; "}, "a; b", 2},
		{Spec{Type: "number"}, "12", 0},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, must(t, test.spec).Length([]byte(test.cell))); diff != "" {
			t.Errorf("%q: %s", test.cell, diff)
		}
	}
}

func TestItems(t *testing.T) {
	type item struct {
		Text         string
		Null, Quoted bool
	}
	tests := []struct {
		spec Spec
		cell string
		want []item
	}{
		{Spec{Type: "array"}, `["é\n", null, 1.50, ["a"], {"b": 1}]`,
			[]item{{"é\n", false, true}, {"null", true, false}, {"1.50", false, false}, {`["a"]`, false, false}, {`{"b": 1}`, false, false}}},
		{Spec{Type: "list", Delimiter: "|"}, "a||b", []item{{"a", false, true}, {"", false, true}, {"b", false, true}}},
		{Spec{Type: "string"}, "a", nil},
	}
	for _, test := range tests {
		var got []item
		for it := range must(t, test.spec).Items([]byte(test.cell)) {
			got = append(got, item{string(it.Text), it.Null, it.Quoted})
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q: %s", test.cell, diff)
		}
	}
	for it := range must(t, Spec{Type: "array"}).Items([]byte(`[1,2]`)) {
		if string(it.Text) != "1" {
			t.Errorf("going on after the break, to %s", it.Text)
		}
		break
	}
}

func TestPoint(t *testing.T) {
	type result struct {
		Point orb.Point
		OK    bool
	}
	tests := []struct {
		spec Spec
		cell string
		want result
	}{
		{Spec{Type: "geopoint"}, "2.4432, 48.8638", result{orb.Point{2.4432, 48.8638}, true}},
		{Spec{Type: "geopoint", Format: "array"}, `[-1.5,"47"]`, result{orb.Point{-1.5, 47}, true}},
		{Spec{Type: "geopoint", Format: "object"}, `{"lat":47,"lon":-1.5}`, result{orb.Point{-1.5, 47}, true}},
		{Spec{Type: "geopoint"}, "2.4432, 148.8638", result{}},
		{Spec{Type: "string"}, "2.4432, 48.8638", result{}},
	}
	for _, test := range tests {
		p, ok := must(t, test.spec).Point([]byte(test.cell))
		if diff := cmp.Diff(test.want, result{p, ok}); diff != "" {
			t.Errorf("%q: %s", test.cell, diff)
		}
	}
}
