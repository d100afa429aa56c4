package telephone

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/nyaruka/phonenumbers"
)

// An answer is all that the package says of a value.
type answer struct {
	Value   string
	Is      bool
	Written string // internationally
}

func ours(value string) answer {
	written, _ := International(value)
	return answer{value, Is(value), written}
}

// theirs is the library's answer, without the extension, which International leaves out.
func theirs(value string) answer {
	a := answer{Value: value}
	n, err := phonenumbers.Parse(value, "FR")
	if err != nil {
		return a
	}
	a.Is = phonenumbers.IsValidNumber(n) || phonenumbers.IsValidShortNumber(n)
	if phonenumbers.IsValidNumber(n) {
		n.Extension = nil
		a.Written = phonenumbers.Format(n, phonenumbers.INTERNATIONAL)
	}
	return a
}

func same(t *testing.T, value string) {
	t.Helper()
	if diff := cmp.Diff(theirs(value), ours(value)); diff != "" {
		t.Fatalf("libphonenumber (-) judges otherwise (+):\n%s", diff)
	}
}

// Examples of every kind of number of every region, and what is near them.
func TestExamplesAsTheLibrary(t *testing.T) {
	all, short := metadata(t)
	r := rand.New(rand.NewPCG(33, 1))
	for _, from := range []map[string]*phonenumbers.PhoneMetadata{all, short} {
		for _, id := range slices.Sorted(maps.Keys(from)) {
			m := from[id]
			for _, d := range kindsOf(m) {
				national := d.GetExampleNumber()
				if national == "" {
					continue
				}
				for _, value := range spellings(fmt.Sprint(m.GetCountryCode()), national, m.GetNationalPrefix()) {
					same(t, value)
					for range 2 {
						same(t, mutated(r, value))
					}
				}
			}
		}
	}
}

// Digits of every length after every country calling code, and without one.
func TestDigitsAsTheLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(33, 2))
	for code := 1; code < 1000; code++ {
		times := 1
		if len(phonenumbers.GetRegionCodesForCountryCode(code)) > 0 {
			times = 4
		}
		for length := range 19 {
			for range times {
				same(t, fmt.Sprintf("+%d%s", code, digits(r, length)))
			}
		}
	}
	for first := range 10_000 {
		same(t, fmt.Sprintf("%04d%s", first, digits(r, 6)))
	}
	for length := range 20 {
		for range 200 {
			same(t, digits(r, length))
		}
	}
}

// Texts of anything that may stand in a number, and of what does not.
func TestTextsAsTheLibrary(t *testing.T) {
	pieces := []string{
		"+", "+", "33", "0", "00", "1", "262", "69", "599", "&&", "]]", "#", "*", " ", "-", "(", ")", "/", "x", " ext. ", "ext", ";ext=", ",,", ",", ";",
		"tel:", ";phone-context=", "+33", "example.fr", ";isub=", "poste", "anexo", "доб", "\uff0b", "\uff11", "٣", "۳", "३", "\u00a0", "\u200b", "~", "A", "FRA", "K", "ſ", "\n", "\xff",
	}
	r := rand.New(rand.NewPCG(33, 3))
	for range 10_000 {
		var value strings.Builder
		for range 1 + r.IntN(6) {
			value.WriteString(pieces[r.IntN(len(pieces))])
			if r.IntN(2) == 0 {
				value.WriteString(digits(r, r.IntN(9)))
			}
		}
		same(t, value.String())
	}
	same(t, strings.Repeat("0", maxText)+"1")
	same(t, "")
}

func FuzzAsTheLibrary(f *testing.F) {
	for _, value := range []string{"01 99 00 27 37", "+262 262 12 34 56", "3949", "tel:0199;phone-context=+33", "0033 (0) 1 99 00 27 37 ext. 12", "+33+33", "1-800-FLOWERS"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) { same(t, value) })
}

func kindsOf(m *phonenumbers.PhoneMetadata) []*phonenumbers.PhoneNumberDesc {
	return []*phonenumbers.PhoneNumberDesc{
		m.GetFixedLine(), m.GetMobile(), m.GetPremiumRate(), m.GetTollFree(), m.GetSharedCost(), m.GetVoip(), m.GetPersonalNumber(),
		m.GetPager(), m.GetUan(), m.GetVoicemail(), m.GetShortCode(), m.GetEmergency(), m.GetCarrierSpecific(), m.GetStandardRate(), m.GetSmsServices(),
	}
}

func spellings(code, national, prefix string) []string {
	return []string{
		national, prefix + national, "+" + code + national, "00" + code + " " + national, code + national,
		"+" + code + " (" + prefix + ") " + national, "+" + code + prefix + national,
	}
}

// mutated changes, adds or takes away a digit, or puts a sign in its place.
func mutated(r *rand.Rand, value string) string {
	at := r.IntN(len(value))
	switch r.IntN(4) {
	case 0:
		return value[:at] + digits(r, 1) + value[at:]
	case 1:
		return value[:at] + value[at+1:]
	case 2:
		return value[:at] + string("+ .-/x;,#o"[r.IntN(10)]) + value[at+1:]
	}
	return value[:at] + digits(r, 1) + value[at+1:]
}

func digits(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = '0' + byte(r.IntN(10))
	}
	return string(b)
}
