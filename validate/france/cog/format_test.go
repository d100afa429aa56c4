package cog

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// little is a list with a line of every kind, and littleText what it is written as.
func little() *List {
	return &List{
		Source: "made up", Version: "1.0.0", Vintage: "2026", Licence: "none",
		Regions:     []Region{{"11", "Île"}, {"94", "Corse"}},
		Departments: []Department{{"2A", "Sud", "94"}, {"75", "Paris", "11"}, {"988", "Loin", ""}},
		EPCIs: []EPCI{
			{SIREN: "200000001", Kind: "CC", Name: "Du Maquis", Members: []string{"2A001", "2A002"}},
			{SIREN: "200000002", Kind: EPT, Name: "Du Fleuve", Members: []string{"75056"}},
		},
		Communes: []Commune{
			{Code: "2A001", Name: "Haut", Department: "2A", Region: "94", EPCI: "200000001", SIREN: "212000012", PostalCodes: []string{"20000", "20090"}, Population: 12},
			{Code: "2A002", Name: "Bas", Department: "2A", Region: "94", EPCI: "200000001", SIREN: "200000003", PostalCodes: []string{"20000"}},
			{Code: "75056", Name: "Paris", Department: "75", Region: "11", Population: 2000000},
			{Code: "75101", Name: "Paris 1er", Department: "75", Region: "11", Parent: "75056", Kind: Arrondissement},
			{Code: "98801", Name: "Île", Department: "988", Kind: Overseas},
			{Code: "2A001", Name: "Milieu", Department: "2A", Region: "94", EPCI: "200000001", Parent: "2A001", Kind: Delegated},
			{Code: "2A003", Name: "Ancien", Department: "2A", Region: "94", EPCI: "200000001", Parent: "2A001", Kind: Associated},
		},
		Former: []Former{{"20001", "2A001", "1976"}, {"2A003", "2A001", ""}, {"2A004", "2A002", "2019"}},
	}
}

const littleText = `socle-cog 2
made up	1.0.0	2026	none
regions 2
11	Île
94	Corse
departments 3
2A	Sud	94
75	Paris	11
988	Loin	
blocks 3
2A	2	56
75	2	50
98	1	16
postal 1
20	2A
epcis 2
200000001	CC	Du Maquis	
200000002	EPT	Du Fleuve	75056
communes 5
2A001	Haut	0	=	20000 20090	12	
	Bas	0	200000003	20000		
75056	Paris				2000000	
75101	Paris 1er					75056
98801	Île					
parts 2
2A001	Milieu	D	2A001
2A003	Ancien	A	2A001
former 3
20001	2A001	1976
2A003	2A001	
	2A002	2019
`

func TestText(t *testing.T) {
	if diff := cmp.Diff(littleText, string(encodeText(little()))); diff != "" {
		t.Error(diff)
	}
	list, err := decodeText(littleText)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(little(), list); diff != "" {
		t.Error(diff)
	}
}

// sameAsIndexed holds what an index says, block by block, against the list.
func sameAsIndexed(t *testing.T, want *List, text string) {
	t.Helper()
	x := newIndex(text)
	now, _ := want.split()
	for i := range now {
		code := now[len(now)-1-i].Code
		if got, ok := x.find([]byte(code)); !ok || got.Code != code {
			t.Fatalf("%s is not found", code)
		}
		for _, code := range now[i].PostalCodes {
			if !slices.ContainsFunc(x.byPostalCode([]byte(code)), func(c *Commune) bool { return c.Code == now[i].Code }) {
				t.Errorf("%s does not serve %s", code, now[i].Code)
			}
		}
	}
	got := *x.head
	got.Communes, got.Former, got.EPCIs = slices.Concat(x.whole(), x.parts()), x.former(), x.joined()
	if diff := cmp.Diff(want, &got, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	x.names()
}

func TestIndex(t *testing.T) {
	sameAsIndexed(t, little(), littleText)
	list, err := Decode([]byte(embedded))
	if err != nil {
		t.Fatal(err)
	}
	sameAsIndexed(t, list, embedded)
}

// What is read is written as it was, and is not written where it would not be
// read again.
func TestRoundTrip(t *testing.T) {
	list, err := Decode([]byte(embedded))
	if err != nil {
		t.Fatal(err)
	}
	data, err := Encode(list)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, again); diff != "" {
		t.Error(diff)
	}
	for what, spoil := range map[string]func(*List){
		"a code":          func(l *List) { l.Communes[0].Code = "2C001" },
		"a short code":    func(l *List) { l.Communes[2].Code = "" },
		"the order":       func(l *List) { l.Communes[0], l.Communes[1] = l.Communes[1], l.Communes[0] },
		"a tab":           func(l *List) { l.Communes[0].Name = "Ha\tut" },
		"a line":          func(l *List) { l.Regions[0].Name = "Î\nle" },
		"a kind":          func(l *List) { l.Communes[4].Kind = Merged },
		"another region":  func(l *List) { l.Communes[0].Region = "11" },
		"a lost member":   func(l *List) { l.EPCIs[0].Members = nil },
		"its own EPCI":    func(l *List) { l.Communes[6].EPCI = "" },
		"an unknown EPCI": func(l *List) { l.Communes[2].EPCI = "200000009" },
	} {
		l := little()
		spoil(l)
		if _, err := Encode(l); err == nil {
			t.Errorf("%s is written", what)
		}
	}
}

// Every line of littleText, spoilt in one way, is refused.
func TestSpoiltText(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"socle-cog 2", "socle-cog 1", "line 1: not a list"},
		{"\tnone\n", "\n", "line 2: a line of 4 fields"},
		{"\tnone\n", "\tnone\t\n", "line 2: a line of 4 fields"},
		{"regions 2", "regions 999999", "line 3: the section regions"},
		{"regions 2", "regions -1", "line 3: the section regions"},
		{"regions 2", "regions", "line 3: the section regions"},
		{"regions 2", "regions 1", "line 5: a line of 1 fields"},
		{"11\tÎle", "95\tÎle", `line 5: "94" comes after "95"`},
		{"Sud\t94", "Sud\t93", `line 7: unknown region "93"`},
		{"75\tParis", "1\tParis", `line 8: "1" comes after "2A"`},
		{"200000001\tCC", "20000000\tCC", `line 17: "20000000" is no SIREN`},
		{"200000002", "200000001", `line 18: "200000001" comes after`},
		{"Maquis\t", "Maquis\t75056", `line 17: the communes of "200000001" are to name it`},
		{"Fleuve\t75056", "Fleuve\t75056 75056", `"75056" comes after "75056"`},
		{"Fleuve\t75056", "Fleuve\t75057", `unknown member "75057"`},
		{"communes 5", "communes 70000", "the section communes"},
		{"2A001\tHaut", "2C001\tHaut", `"2C001" is no code`},
		{"2A001\tHaut", "3\tHaut", `"3" is no code`},
		{"2A001\tHaut", "\tHaut", `there is no code after ""`},
		{"2A001\tHaut", "2A999\tHaut", `there is no code after "2A999"`},
		{"2A001\tHaut", "2B001\tHaut", `"2B001" is in no department`},
		{"Haut\t0", "Haut\t2", `there is no EPCI "2"`},
		{"Haut\t0", "Haut\t-1", `there is no EPCI "-1"`},
		{"Haut\t0", "Haut\t1", `the communes of "200000002" are not to name it`},
		{"Bas\t0\t200000003", "Bas\t0\t20000000x", `"20000000x" is no SIREN`},
		{"20000 20090", "20000_20090", `"20000_20090" are no postal codes`},
		{"20000 20090", "20000 2009", `"20000 2009" are no postal codes`},
		{"20000 20090", "20000 2009x", `"20000 2009x" are no postal codes`},
		{"20000 20090", " ", `" " are no postal codes`},
		{"20000 20090", "20090 20000", `"20000" comes after "20090"`},
		{"2000000\t\n", "9999999999\t\n", `"9999999999" is no number of people`},
		{"2000000\t\n", "-5\t\n", `"-5" is no number of people`},
		{"\t\t75056", "\t\t75057", `"75101" is part of "75057"`},
		{"\t\t75056", "\t\t75101", `"75101" is part of "75101"`},
		{"1er\t\t", "1er\t0\t", `"75101" has the EPCI of its parent`},
		{"Milieu\tD", "Milieu\tX", `"X" is no kind`},
		{"Milieu\tD\t2A001", "Milieu\tD\t", `"2A001" is part of nothing`},
		{"Milieu\tD\t2A001", "Milieu\tD\t75101", `"2A001" is part of "75101"`},
		{"20001\t2A001", "20001\t75101", `"20001" cannot have become "75101"`},
		{"\t2A002\t2019", "75056\t2A002\t2019", `"75056" cannot have become "2A002"`},
		{"2A003\t2A001", "2A003\t2A002", `"2A003" is part of "2A001" and not of "2A002"`},
		{"1976", "76", `"76" is no year`},
		{"2019\n", "2019", "unfinished line"},
		{"2019\n", "2019\n\n", "lines after the last section"},
	} {
		_, err := decodeText(strings.Replace(littleText, c.from, c.to, 1))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: %v, want %s", c.to, c.from, err, c.want)
		}
	}
}

// A data file that was cut or in which a bit was turned never makes Decode
// panic, and is refused unless Encode would have written it.
func TestCorruptedBytes(t *testing.T) {
	data, err := Encode(little())
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		if _, err := Decode(data[:i]); err == nil {
			t.Errorf("the first %d bytes pass", i)
		}
		for bit := range 8 {
			spoilt := append([]byte(nil), data...)
			spoilt[i] ^= 1 << bit
			l, err := Decode(spoilt)
			if err != nil {
				continue
			}
			if again, err := Encode(l); err != nil || !bytes.Equal(spoilt, again) {
				t.Errorf("byte %d, bit %d: what is read is not what was written", i, bit)
			}
		}
	}
}

// Whatever text is read can be written and read again.
func FuzzText(f *testing.F) {
	f.Add(littleText)
	f.Fuzz(func(t *testing.T, text string) {
		list, err := decodeText(text)
		if err != nil {
			return
		}
		data, err := Encode(list)
		if err != nil {
			t.Fatal(err)
		}
		sameAsIndexed(t, list, string(data))
	})
}

func BenchmarkLoad(b *testing.B) {
	b.SetBytes(int64(len(embedded)))
	b.ReportAllocs()
	for b.Loop() {
		newIndex(embedded).whole()
	}
}

func BenchmarkFind(b *testing.B) {
	code := []byte("59350")
	b.ReportAllocs()
	for b.Loop() {
		Find(code)
	}
}
