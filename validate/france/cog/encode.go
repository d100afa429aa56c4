package cog

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Encode writes a data file: the same bytes for the same list. It gives an
// error for a list that Decode would not give back as it is.
func Encode(l *List) ([]byte, error) {
	text := encodeText(l)
	back, err := decodeText(string(text))
	if err != nil {
		return nil, err
	}
	if !reflect.DeepEqual(l, back) {
		return nil, errors.New("cog: the list is not sorted, or says of a part what its parent does not say")
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	return z.EncodeAll(text, nil), nil
}

// A writer writes the lines of a data file.
type writer struct{ bytes.Buffer }

func (w *writer) line(fields ...string) { w.WriteString(strings.Join(fields, "\t") + "\n") }

func (w *writer) section(name string, n int) { fmt.Fprintf(w, "%s %d\n", name, n) }

func encodeText(l *List) []byte {
	var w writer
	w.line(heading)
	w.line(l.Source, l.Version, l.Vintage, l.Licence)
	w.territories(l)
	w.communes(l)
	return w.Bytes()
}

func (w *writer) territories(l *List) {
	w.section("regions", len(l.Regions))
	for _, r := range l.Regions {
		w.line(r.Code, r.Name)
	}
	w.section("departments", len(l.Departments))
	for _, d := range l.Departments {
		w.line(d.Code, d.Name, d.Region)
	}
	w.section("epcis", len(l.EPCIs))
	for _, e := range l.EPCIs {
		members := ""
		if e.Kind == EPT {
			members = strings.Join(e.Members, " ")
		}
		w.line(e.SIREN, e.Kind, e.Name, members)
	}
}

func (w *writer) communes(l *List) {
	place := make(map[string]string)
	for i, e := range l.EPCIs {
		place[e.SIREN] = strconv.Itoa(i)
	}
	now, parts := l.split()
	w.section("communes", len(now))
	last := ""
	for _, c := range now {
		if made := usualSIREN(c.Code); string(made[:]) == c.SIREN {
			c.SIREN = usual
		}
		if c.Parent != "" {
			c.EPCI = ""
		}
		w.line(shortCode(last, c.Code), c.Name, place[c.EPCI], c.SIREN, strings.Join(c.PostalCodes, " "), count(c.Population), c.Parent)
		last = c.Code
	}
	w.section("parts", len(parts))
	last = ""
	for _, c := range parts {
		w.line(shortCode(last, c.Code), c.Name, c.Kind.String()[:1], c.Parent)
		last = c.Code
	}
	w.section("former", len(l.Former))
	last = ""
	for _, f := range l.Former {
		w.line(shortCode(last, f.Code), f.Into, f.Year)
		last = f.Code
	}
}

// shortCode leaves out a code that follows the last.
func shortCode(last, code string) string {
	if next, ok := following(last); ok && string(next[:]) == code {
		return ""
	}
	return code
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
