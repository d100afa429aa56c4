package telephone

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/nyaruka/phonenumbers"
)

var update = flag.Bool("update", false, "make plans.txt anew")

func TestPlansAreFresh(t *testing.T) {
	want := plansText(t)
	if *update {
		if err := os.WriteFile("plans.txt", []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, plans); diff != "" {
		t.Errorf("plans.txt is stale, make it anew with: go test ./validate/france/telephone -update\n%s", diff)
	}
}

// plansText writes the metadata of the library in the format of plans.txt.
func plansText(t *testing.T) string {
	t.Helper()
	all, short := metadata(t)
	var w strings.Builder
	w.WriteString("Numbering plans of libphonenumber; doc.go tells the format\n")
	line := func(fields ...string) {
		for _, field := range fields {
			if strings.ContainsAny(field, "\t\r\n") {
				t.Fatalf("%q cannot be a field", field)
			}
		}
		w.WriteString(strings.Join(fields, "\t") + "\n")
	}
	for code := 1; code < 1000; code++ {
		for i, id := range phonenumbers.GetRegionCodesForCountryCode(code) {
			if i == 0 {
				fmt.Fprintf(&w, "=%d\n", code)
			}
			m := all[id]
			if id == phonenumbers.REGION_CODE_FOR_NON_GEO_ENTITY {
				m = all[fmt.Sprint(code)]
			}
			writeRegion(line, m)
			if s := short[id]; s != nil && exists(s.GetShortCode()) {
				line("short", lengthsText(s.GetGeneralDesc().GetPossibleLength()), s.GetGeneralDesc().GetNationalNumberPattern())
				line("code", lengthsText(s.GetShortCode().GetPossibleLength()), s.GetShortCode().GetNationalNumberPattern())
			}
			if i == 0 {
				writeFormats(line, m)
			}
		}
	}
	return w.String()
}

// metadata gives the library's, by region or, for services of all countries,
// by country calling code.
func metadata(t *testing.T) (all, short map[string]*phonenumbers.PhoneMetadata) {
	t.Helper()
	all, short = map[string]*phonenumbers.PhoneMetadata{}, map[string]*phonenumbers.PhoneMetadata{}
	list, err := phonenumbers.MetadataCollection()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range list.GetMetadata() {
		id := m.GetId()
		if id == phonenumbers.REGION_CODE_FOR_NON_GEO_ENTITY {
			id = fmt.Sprint(m.GetCountryCode())
		}
		all[id] = m
	}
	if list, err = phonenumbers.ShortNumberMetadataCollection(); err != nil {
		t.Fatal(err)
	}
	for _, m := range list.GetMetadata() {
		short[m.GetId()] = m
	}
	if m := all["FR"]; fmt.Sprint(m.GetCountryCode()) != home || m.GetInternationalPrefix() != idd {
		t.Fatalf("France has the code %d and dials %s", m.GetCountryCode(), m.GetInternationalPrefix())
	}
	return all, short
}

// writeRegion writes what tells whether a number is one of the region's. Of
// what kind it is does not matter.
func writeRegion(line func(fields ...string), m *phonenumbers.PhoneMetadata) {
	line("region", m.GetId())
	if m.GetLeadingDigits() != "" {
		line("starts", m.GetLeadingDigits())
	}
	if m.GetNationalPrefixForParsing() != "" {
		line("prefix", m.GetNationalPrefixForParsing(), m.GetNationalPrefixTransformRule())
	}
	of := m.GetGeneralDesc()
	line("number", lengthsText(of.GetPossibleLength()), lengthsText(of.GetPossibleLengthLocalOnly()), of.GetNationalNumberPattern())
	kinds := []*phonenumbers.PhoneNumberDesc{
		m.GetFixedLine(), m.GetPremiumRate(), m.GetTollFree(), m.GetSharedCost(), m.GetVoip(), m.GetPersonalNumber(),
		m.GetPager(), m.GetUan(), m.GetVoicemail(),
	}
	if !m.GetSameMobileAndFixedLinePattern() {
		kinds = append(kinds, m.GetMobile())
	}
	for _, kind := range kinds {
		if exists(kind) {
			line("kind", lengthsText(kind.GetPossibleLength()), kind.GetNationalNumberPattern())
		}
	}
}

// writeFormats writes how numbers are written internationally.
func writeFormats(line func(fields ...string), m *phonenumbers.PhoneMetadata) {
	formats := m.GetIntlNumberFormat()
	if len(formats) == 0 {
		formats = m.GetNumberFormat()
	}
	for _, f := range formats {
		starts := ""
		if of := f.GetLeadingDigitsPattern(); len(of) > 0 {
			starts = of[len(of)-1]
		}
		line("format", f.GetPattern(), starts, f.GetFormat())
	}
}

// exists says whether there are numbers of a kind: "NA" and a length of -1 mean none.
func exists(d *phonenumbers.PhoneNumberDesc) bool {
	form := d.GetNationalNumberPattern()
	return form != "" && form != "NA" && !slices.Contains(d.GetPossibleLength(), -1)
}

func lengthsText(lengths []int32) string { return strings.Trim(fmt.Sprint(lengths), "[]") }
