package cog

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
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
	return text, nil
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
	var communes writer
	blocks := communes.communes(l)
	w.blocks(blocks)
	w.postal(l, blocks)
	w.epcis(l)
	w.Write(communes.Bytes())
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
}

func (w *writer) epcis(l *List) {
	w.section("epcis", len(l.EPCIs))
	for _, e := range l.EPCIs {
		members := ""
		if e.Kind == EPT {
			members = strings.Join(e.Members, " ")
		}
		w.line(e.SIREN, e.Kind, e.Name, members)
	}
}

// communes writes the sections of communes, and tells where the blocks of the
// first lie in it.
func (w *writer) communes(l *List) (blocks []blockLines) {
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
		before := w.Len()
		w.line(shortCode(last, c.Code), c.Name, place[c.EPCI], c.SIREN, strings.Join(c.PostalCodes, " "), count(c.Population), c.Parent)
		last = c.Code
		if name := firstTwo(c.Code); len(blocks) == 0 || blocks[len(blocks)-1].name != name {
			blocks = append(blocks, blockLines{name: name})
		}
		b := &blocks[len(blocks)-1]
		b.communes++
		b.bytes += w.Len() - before
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
	return blocks
}

// A blockLines says how many communes a block has, and how long their lines are.
type blockLines struct {
	name            string
	communes, bytes int
}

func (w *writer) blocks(all []blockLines) {
	w.section("blocks", len(all))
	for _, b := range all {
		w.line(b.name, strconv.Itoa(b.communes), strconv.Itoa(b.bytes))
	}
}

// postal writes which blocks have communes with the postal codes that begin
// with the same two digits.
func (w *writer) postal(l *List, blocks []blockLines) {
	now, _ := l.split()
	names := map[string][]string{}
	for _, b := range blocks {
		for i := range b.communes {
			for _, code := range now[i].PostalCodes {
				if of := names[firstTwo(code)]; !slices.Contains(of, b.name) {
					names[firstTwo(code)] = append(of, b.name)
				}
			}
		}
		now = now[b.communes:]
	}
	w.section("postal", len(names))
	for _, digits := range slices.Sorted(maps.Keys(names)) {
		w.line(digits, strings.Join(names[digits], " "))
	}
}

func firstTwo(code string) string { return code[:min(2, len(code))] }

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
