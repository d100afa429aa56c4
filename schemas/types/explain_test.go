package types

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type explanation struct{ Reason, Fix string }

var (
	french    = Spec{Type: "number", DecimalChar: ",", GroupChar: " "}
	ouiNon    = Spec{Type: "boolean", TrueValues: []string{"oui"}, FalseValues: []string{"non"}}
	dayMonth  = Spec{Type: "date", Format: "%d/%m/%Y"}
	hourMin   = Spec{Type: "time", Format: "%Hh%M"}
	explained = []struct {
		spec  Spec
		cells map[string]explanation
	}{
		{Spec{Type: "number"}, map[string]explanation{
			"12":                     {},
			"12,5":                   {"decimal-comma", "12.5"},
			"-0,5":                   {"decimal-comma", "-0.5"},
			",5":                     {"decimal-comma", "0.5"},
			"1,234":                  {"number-ambiguous", ""},
			"40 000,00":              {"french-number", "40000.00"},
			"40\u00a0000,00":         {"french-number", "40000.00"},
			"40\u202f000,00":         {"french-number", "40000.00"},
			"1 000":                  {"thousands-separator", "1000"},
			"1.234,56":               {"french-number", "1234.56"},
			"1,234.56":               {"thousands-separator", "1234.56"},
			"1,234,567":              {"thousands-separator", "1234567"},
			"1.234.567":              {"thousands-separator", "1234567"},
			"1.234.567,8":            {"french-number", "1234567.8"},
			"1'000":                  {"thousands-separator", "1000"},
			"1’000":                  {"number-signs", "1000"},
			"1_000":                  {"thousands-separator", "1000"},
			"12 34":                  {"thousands-separator", ""},
			"1.23.456":               {"thousands-separator", ""},
			"1 000 €":                {"currency", "1000"},
			"1 250,50 euros":         {"currency", "1250.50"},
			"€ 12,5":                 {"currency", "12.5"},
			"150 € TTC":              {"currency", "150"},
			"50 %":                   {"percent", ""},
			"12,5%":                  {"percent", ""},
			"12 m2":                  {"unit", ""},
			"12 km":                  {"unit", ""},
			"2,18602E+13":            {"scientific", ""},
			"1,5E-05":                {"scientific", "1.5E-05"},
			"−12":                    {"number-signs", "-12"},
			"- 12":                   {"number-form", "-12"},
			"１２":                     {"number-signs", "12"},
			"Infinity":               {"infinity", "INF"},
			"-∞":                     {"infinity", "-INF"},
			"néant":                  {"not-a-number", ""},
			"-":                      {"not-a-number", ""},
			"12/03/2023":             {"not-a-number", ""},
			"12 à 15":                {"not-a-number", ""},
			"\u200b12":               {"invisible-character", "12"},
			"'12":                    {"leading-apostrophe", "12"},
			"1e99999999999999999999": {"scientific", ""},
			" ":                      {"blank", ""},
		}},
		{french, map[string]explanation{
			"1 234.56":      {"decimal-point", "1234,56"},
			"12.5":          {"decimal-point", "12,5"},
			"1,234.5":       {"decimal-point", "1234,5"},
			"1\u00a0234,56": {"thousands-separator", "1234,56"},
			"1.234,56":      {"thousands-separator", "1234,56"},
		}},
		{Spec{Type: "integer"}, map[string]explanation{
			"12.0":        {"float-integer", "12"},
			"12,00":       {"float-integer", "12"},
			"12.5":        {"float-integer", ""},
			"1 000":       {"thousands-separator", "1000"},
			"1 000,00":    {"float-integer", "1000"},
			"1,000":       {"number-ambiguous", ""},
			"1.234":       {"thousands-separator", ""},
			"1,234,567":   {"thousands-separator", "1234567"},
			"1E3":         {"scientific", "1000"},
			"1,25E+2":     {"scientific", "125"},
			"1,25E+1":     {"scientific", ""},
			"2,18602E+13": {"scientific", ""},
			"12 €":        {"currency", "12"},
			"95 %":        {"percent", ""},
			"douze":       {"not-a-number", ""},
			"INF":         {"not-a-number", ""},
		}},
		{Spec{Type: "boolean"}, map[string]explanation{
			"tRUE":      {"boolean-case", "true"},
			"oui":       {"boolean-word", "true"},
			"NON":       {"boolean-word", "false"},
			"Vrai":      {"boolean-word", "true"},
			"faux":      {"boolean-word", "false"},
			"x":         {"not-a-boolean", ""},
			"no":        {"boolean-word", "false"},
			"1.0":       {"boolean-word", "true"},
			"peut-être": {"not-a-boolean", ""},
			" true":     {"spaces", "true"},
		}},
		{ouiNon, map[string]explanation{"OUI": {"boolean-case", "oui"}, "1": {"boolean-word", "oui"}, "false": {"boolean-word", "non"}}},
		{Spec{Type: "boolean", TrueValues: []string{}}, map[string]explanation{"oui": {"not-a-boolean", ""}}},
		{Spec{Type: "date"}, map[string]explanation{
			"12/03/2023":             {"date-day-first", "2023-03-12"},
			"03/04/2023":             {"date-day-first", "2023-04-03"},
			"1.2.2023":               {"date-day-first", "2023-02-01"},
			"12-03-2023":             {"date-day-first", "2023-03-12"},
			"12 03 2023":             {"date-day-first", "2023-03-12"},
			"12/31/2019":             {"date-month-first", "2019-12-31"},
			"2018/01/30":             {"date-slashes", "2018-01-30"},
			"2018.1.30":              {"date-slashes", "2018-01-30"},
			"2018-1-3":               {"date-short", "2018-01-03"},
			"20180130":               {"date-compact", "2018-01-30"},
			"30012018":               {"date-compact", "2018-01-30"},
			"2016-12-05 00:00:00":    {"date-with-time", "2016-12-05"},
			"2016-12-05T00:00:00Z":   {"date-with-time", "2016-12-05"},
			"05/12/2016 08h30":       {"date-with-time", "2016-12-05"},
			"30/02/2016 08h30":       {"date-impossible", ""},
			"12/03/23":               {"date-two-digit-year", ""},
			"43101":                  {"date-serial", "2018-01-01"},
			"45292":                  {"date-serial", "2024-01-01"},
			"44000":                  {"date-excel-serial", "2020-06-18"},
			"janv-24":                {"date-month-number", ""},
			"01-févr.":               {"date-month-number", ""},
			"abc-24":                 {"not-a-date", ""},
			"#REF!":                  {"spreadsheet-error", ""},
			"########":               {"spreadsheet-error", ""},
			"=A1":                    {"formula", ""},
			"43101,5":                {"date-serial", "2018-01-01"},
			"35000":                  {"date-excel-serial", "1995-10-28"},
			"75001":                  {"not-a-date", ""},
			"2023-02-30":             {"date-impossible", ""},
			"31/04/2023":             {"date-impossible", ""},
			"13/13/2023":             {"date-impossible", ""},
			"0000-01-01":             {"date-impossible", ""},
			"12 mars 2023":           {"date-text", "2023-03-12"},
			"1er Août 2023":          {"date-text", "2023-08-01"},
			"lundi 12 mars 2023":     {"date-text", "2023-03-12"},
			"12-févr.-2023":          {"date-text", "2023-02-12"},
			"March 12, 2023":         {"date-text", "2023-03-12"},
			"12\u00a0mars\u00a02023": {"date-text", "2023-03-12"},
			"2023":                   {"date-partial", ""},
			"03/2023":                {"date-partial", ""},
			"mars 2023":              {"date-partial", ""},
			"courant 2023":           {"not-a-date", ""},
			"'2023-03-12":            {"leading-apostrophe", "2023-03-12"},
			" 2023-03-12":            {"spaces", "2023-03-12"},
			"\ufeff2023-03-12":       {"invisible-character", "2023-03-12"},
			strings.Repeat("1", 80):  {"not-a-date", ""},
		}},
		{dayMonth, map[string]explanation{
			"2023-03-12":   {"date-iso", "12/03/2023"},
			"12 mars 2023": {"date-text", "12/03/2023"},
			"12-03-2023":   {"date-day-first", "12/03/2023"},
		}},
		{Spec{Type: "date", Format: "%A %d %B %Y"}, map[string]explanation{"12/03/2023": {"date-day-first", "Sunday 12 March 2023"}}},
		{Spec{Type: "date", Format: "%d-%b-%y (%j)"}, map[string]explanation{"12/03/2023": {"date-day-first", "12-Mar-23 (071)"}}},
		{Spec{Type: "date", Format: "%Y"}, map[string]explanation{"12/03/2023": {"date-day-first", "2023"}}},
		{Spec{Type: "date", Format: "jj/mm/aaaa"}, map[string]explanation{"12/03/2023": {"date-day-first", ""}}},
		{Spec{Type: "time"}, map[string]explanation{
			"10h20":            {"time-french", "10:20:00"},
			"9 h":              {"time-french", "09:00:00"},
			"10h20min":         {"time-french", "10:20:00"},
			"10:20":            {"time-without-seconds", "10:20:00"},
			"5:30 PM":          {"time-without-seconds", "17:30:00"},
			"1:20:30":          {"time-form", "01:20:30"},
			"25:00:00":         {"time-impossible", ""},
			"14:00 PM":         {"time-impossible", ""},
			"01/02/2023 10:20": {"time-with-date", "10:20:00"},
			"midi":             {"not-a-time", ""},
		}},
		{hourMin, map[string]explanation{"10:20:00": {"time-form", "10h20"}}},
		{Spec{Type: "datetime"}, map[string]explanation{
			"12/03/2023 10:20":          {"date-day-first", "2023-03-12T10:20:00"},
			"12/03/2023 à 10h20":        {"date-day-first", "2023-03-12T10:20:00"},
			"2023-03-12T10:20":          {"time-without-seconds", "2023-03-12T10:20:00"},
			"2023-03-12T9:20:05.5+0200": {"time-form", "2023-03-12T09:20:05.5+02:00"},
			"2023-03-12":                {"datetime-without-time", ""},
			"2023-02-30":                {"date-impossible", ""},
			"2023-02-30T10:20:00":       {"date-impossible", ""},
			"2023-02-20T10:70:00":       {"time-impossible", ""},
			"mars 2023 10:20":           {"not-a-datetime", ""},
			"45000":                     {"date-excel-serial", ""},
			"hier":                      {"not-a-datetime", ""},
		}},
		{Spec{Type: "datetime", Format: "%d/%m/%y %I:%M:%S.%f %p %z %Z"}, map[string]explanation{
			"2023-03-12T13:20:30.5-01:30": {"time-form", "12/03/23 01:20:30.500000 PM -01:30 UTC"}}},
		{Spec{Type: "year"}, map[string]explanation{
			"2019.0": {"float-integer", "2019"}, "12/03/2019": {"year-with-date", "2019"}, "2019-05": {"year-with-date", "2019"}, "2019-2020": {"year-range", ""},
			"2019/20": {"year-range", ""}, "19": {"year-two-digit", ""}, "30/02/2019": {"date-impossible", ""}, "MMXIX": {"not-a-year", ""}}},
		{Spec{Type: "yearmonth"}, map[string]explanation{
			"2019-1": {"yearmonth-form", "2019-01"}, "01/2019": {"yearmonth-form", "2019-01"}, "mars 2019": {"yearmonth-form", "2019-03"}, "2019 - 01": {"yearmonth-form", "2019-01"},
			"2019-01-31": {"yearmonth-with-day", "2019-01"}, "2019": {"date-partial", ""}, "30/02/2019": {"date-impossible", ""}, "2019-13": {"not-a-yearmonth", ""}, "janv-24": {"date-month-number", ""}}},
		{Spec{Type: "duration"}, map[string]explanation{"pt1h": {"duration-case", "PT1H"}, "01:30:00": {"duration-clock", "PT01H30M00S"}, "1h30": {"duration-words", "PT1H30M"},
			"2 h": {"duration-words", "PT2H"}, "1 h 30 min": {"duration-words", "PT1H30M"}, "90 min": {"duration-words", "PT90M"}, "3 mois": {"duration-words", "P3M"},
			"2 ans": {"duration-words", "P2Y"}, "15 jours": {"duration-words", "P15D"}, "1:30": {"not-a-duration", ""}, "un an": {"not-a-duration", ""}, "1h75": {"not-a-duration", ""}}},
		{Spec{Type: "geopoint"}, map[string]explanation{
			"48.86, 102.44":      {"coordinates-swapped", "102.44,48.86"},
			"48.86,-102.44":      {"coordinates-swapped", "-102.44,48.86"},
			"[2.44,48.86]":       {"geopoint-form", "2.44,48.86"},
			"(2.44 48.86)":       {"geopoint-form", "2.44,48.86"},
			"2.44;48.86":         {"geopoint-form", "2.44,48.86"},
			"2,44;48,86":         {"decimal-comma", "2.44,48.86"},
			`{"lon":2,"lat":48}`: {"geopoint-form", "2,48"},
			"652381.2,6862047.9": {"coordinates-out-of-range", ""},
			"NaN,1":              {"not-a-geopoint", ""},
			"Paris":              {"not-a-geopoint", ""},
		}},
		{Spec{Type: "geopoint", Format: "array"}, map[string]explanation{
			"2.44,48.86": {"geopoint-form", "[2.44,48.86]"}, "[48.86,-102.44]": {"coordinates-swapped", "[-102.44,48.86]"}, "+1,02": {"geopoint-form", ""}}},
		{Spec{Type: "geopoint", Format: "object"}, map[string]explanation{"[2.44,48.86]": {"geopoint-form", `{"lon":2.44,"lat":48.86}`}}},
		{Spec{Format: "email"}, map[string]explanation{
			"mailto:a@b.fr": {"email-mailto", "a@b.fr"}, "<a@b.fr>": {"email-brackets", "a@b.fr"}, "a@b.fr;c@d.fr": {"email-several", ""},
			"www.b.fr": {"email-without-at", ""}, "a b@b.fr": {"not-an-email", ""}, "a@b.fr ": {"spaces", "a@b.fr"}}},
		{Spec{Format: "uri"}, map[string]explanation{"www.rennes.fr": {"uri-without-scheme", ""}, "Rennes Métropole": {"not-a-uri", ""}}},
		{Spec{Format: "uuid"}, map[string]explanation{"12": {"not-a-uuid", ""}}},
		{Spec{Format: "binary"}, map[string]explanation{"é": {"not-base64", ""}}},
		{Spec{Format: "wkt"}, map[string]explanation{"point(1 2)": {"wkt-case", "POINT(1 2)"}, "1 2": {"not-wkt", ""}}},
		{Spec{Type: "array"}, map[string]explanation{"['a', 'b']": {"json-quotes", `["a", "b"]`}, "a,b": {"not-json", ""}, "{}": {"json-type", ""}, "['l'été']": {"not-json", ""}}},
		{Spec{Type: "array", ItemType: integers}, map[string]explanation{"[1.5]": {"array-item", ""}}},
		{Spec{Type: "list", ItemType: integers}, map[string]explanation{"b": {"list-item", ""}}},
		{Spec{Type: "object"}, map[string]explanation{"[]": {"json-type", ""}, "{“a”: 1}": {"json-quotes", `{"a": 1}`}}},
		{Spec{Type: "geojson"}, map[string]explanation{`{"type":"Point"}`: {"geojson-structure", ""}, "[]": {"json-type", ""}}},
		{Spec{}, map[string]explanation{"a": {}}},
	}
)

func TestExplain(t *testing.T) {
	for _, test := range explained {
		typ := must(t, test.spec)
		got := map[string]explanation{}
		for cell := range test.cells {
			reason, fix := typ.Explain([]byte(cell))
			got[cell] = explanation{reason, fix}
			if fix != "" && !typ.Valid([]byte(fix)) {
				t.Errorf("%s: the correction of %q is %q, which is not valid", typ.Name, cell, fix)
			}
		}
		if diff := cmp.Diff(test.cells, got); diff != "" {
			t.Errorf("%s %s: %s", typ.Name, typ.Format, diff)
		}
	}
}

func TestExplainLeavesLongCellsAlone(t *testing.T) {
	reason, fix := must(t, Spec{Type: "number"}).Explain([]byte(strings.Repeat("1 ", maxExplained)))
	if diff := cmp.Diff(explanation{}, explanation{reason, fix}); diff != "" {
		t.Error(diff)
	}
}
