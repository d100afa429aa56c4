package sheet

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// tokens writes what the scanner reads of a document: tags, and texts joined.
func tokens(in io.Reader) ([]string, error) {
	s, err := newScanner(in)
	if err != nil {
		return nil, err
	}
	var out []string
	text := ""
	flush := func() {
		if text != "" {
			out = append(out, fmt.Sprintf("%q", text))
		}
		text = ""
	}
	for {
		t, err := s.next()
		switch {
		case err == io.EOF:
			flush()
			return out, nil
		case err != nil:
			return out, err
		case t == words:
			text += string(s.text)
		case t == opened:
			flush()
			out = append(out, "<"+string(s.name)+" a="+string(s.attribute("a")))
		default:
			flush()
			out = append(out, ">"+string(s.name))
		}
	}
}

// standard writes the same by encoding/xml.
func standard(doc string) ([]string, error) {
	d := xml.NewDecoder(strings.NewReader(doc))
	var out []string
	text := ""
	flush := func() {
		if text != "" {
			out = append(out, fmt.Sprintf("%q", text))
		}
		text = ""
	}
	for {
		t, err := d.Token()
		if err == io.EOF {
			flush()
			return out, nil
		}
		if err != nil {
			return out, err
		}
		switch t := t.(type) {
		case xml.CharData:
			text += string(t)
		case xml.StartElement:
			flush()
			a := ""
			for _, attribute := range t.Attr {
				if attribute.Name.Space == "" && attribute.Name.Local == "a" {
					a = attribute.Value
				}
			}
			out = append(out, "<"+t.Name.Local+" a="+a)
		case xml.EndElement:
			flush()
			out = append(out, ">"+t.Name.Local)
		}
	}
}

var documents = []string{
	`<r><c a="1" b='2'>x</c><c a='&lt;"&#233;&#xE9;>'/></r>`,
	"<?xml version=\"1.0\"?>\n<!-- <no> -->\n<x:r xmlns:x=\"u\"><x:c a = \"1\" >é &amp; ü\r\nà\rb</x:c\n></x:r>",
	`<r>a<![CDATA[<b>&amp;]]]]>c<!-- -- -->d</r>`,
	`<r>` + strings.Repeat("&amp;é", 300) + `</r>`,
	`<r a=""><b ca="no" a="yes"/></r>`,
}

// The scanner reads what encoding/xml reads, however few bytes it is given.
func TestScannerAgainstStandard(t *testing.T) {
	for _, doc := range documents[:len(documents):len(documents)] {
		doc = strings.Replace(doc, "<!-- -- -->", "<!-- - -->", 1)
		want, err := standard(doc)
		if err != nil {
			t.Fatal(err)
		}
		for name, in := range map[string]io.Reader{
			"whole": strings.NewReader(doc), "bytes": iotest.OneByteReader(strings.NewReader(doc)), "halves": iotest.HalfReader(strings.NewReader(doc)),
		} {
			got, err := tokens(in)
			if err != nil {
				t.Errorf("%s, %s: %v", doc, name, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %s: %s", doc, name, diff)
			}
		}
	}
}

func TestScannerRefuses(t *testing.T) {
	for _, doc := range []string{
		`<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>`, `<r>&a;</r>`, `<r>&#x110000;</r>`, `<r>&#;</r>`, `<r>`, `<r`, `<r a="`, `</r>`, `<r></r></r>`,
		`<>`, `<r><!-- `, `<r><![CDATA[ `, `<r>&amp`, `<r <b></r>`, `<r>` + strings.Repeat("&", 100), "<r a=\"" + strings.Repeat("x", 2*maxTag),
	} {
		if got, err := tokens(strings.NewReader(doc)); err == nil {
			t.Errorf("%.40q is read: %v", doc, got)
		}
	}
}

func TestScannerReadsUTF16(t *testing.T) {
	var b bytes.Buffer
	b.Write([]byte{0xff, 0xfe})
	for _, r := range `<r a="é">œ</r>` {
		b.Write([]byte{byte(r), byte(r >> 8)})
	}
	got, err := tokens(&b)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"<r a=é", `"œ"`, ">r"}, got); diff != "" {
		t.Error(diff)
	}
}

// The scanner reads a document alike, however few bytes it is given.
func FuzzScanner(f *testing.F) {
	for _, doc := range documents {
		f.Add(doc)
	}
	f.Add("\xfe\xff\xec\x02")
	f.Fuzz(func(t *testing.T, doc string) {
		got, err := tokens(iotest.OneByteReader(strings.NewReader(doc)))
		whole, wholeErr := tokens(strings.NewReader(doc))
		if (err == nil) != (wholeErr == nil) {
			t.Fatalf("%v in bytes, %v as a whole", err, wholeErr)
		}
		if err == nil {
			if diff := cmp.Diff(whole, got); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}
