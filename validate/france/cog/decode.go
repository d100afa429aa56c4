package cog

import (
	"errors"
	"fmt"
	"strings"
)

// Decode reads a data file. It gives an error unless codes are well formed,
// rise, and are known wherever they are named, and the file is as Encode
// writes it. The list keeps nothing of data.
func Decode(data []byte) (*List, error) {
	text := string(data)
	l, err := decodeText(text)
	if err != nil {
		return nil, err
	}
	if string(encodeText(l)) != text {
		return nil, errors.New("cog: not as Encode writes it")
	}
	return l, nil
}

// decodeText reads all but what is known of the rest: blocks and postal.
func decodeText(text string) (*List, error) {
	d := &decoder{rest: text, list: &List{}, places: make(codePlaces, codeNumbers)}
	d.head()
	d.skip("blocks")
	d.skip("postal")
	d.epcis()
	d.communes()
	d.list.Communes = append(d.list.Communes, d.parts()...)
	d.former()
	if d.rest != "" {
		d.fail("lines after the last section")
	}
	if d.err != nil {
		return nil, fmt.Errorf("cog: line %d: %w", d.read, d.err)
	}
	return d.list, nil
}

// head reads what stands before the sections of communes.
func (d *decoder) head() {
	if d.line() != heading {
		d.fail("not a list of this format")
	}
	var about [4]string
	d.fields(about[:])
	l := d.list
	l.Source, l.Version, l.Vintage, l.Licence = about[0], about[1], about[2], about[3]
	d.regions()
	d.departments()
}

// skip passes over a section.
func (d *decoder) skip(name string) {
	for range d.section(name) {
		_, rest, ok := strings.Cut(d.rest, "\n")
		if d.read++; !ok {
			d.fail("unfinished line")
			return
		}
		d.rest = rest
	}
}

// A decoder reads the lines of a data file, and nothing after its first error.
type decoder struct {
	rest string // what is still to be read
	read int    // lines
	err  error
	list *List

	places codePlaces      // of the communes of the list that Find finds
	made   strings.Builder // codes and SIREN that are not in the text
	postal []string        // room for postal codes
}

// fail keeps the first error.
func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf(format, args...)
	}
}

// line cuts off a line.
func (d *decoder) line() string {
	var f [1]string
	d.fields(f[:])
	return f[0]
}

// fields cuts off a line of exactly as many fields as there is room for.
func (d *decoder) fields(into []string) {
	if d.err != nil {
		return
	}
	d.read++
	field, from := 0, 0
	for i := range len(d.rest) {
		c := d.rest[i]
		if c != '\t' && c != '\n' {
			continue
		}
		into[field], from = d.rest[from:i], i+1
		field++
		if (c == '\n') != (field == len(into)) {
			d.fail("a line of %d fields should be here", len(into))
		}
		if c == '\n' || d.err != nil {
			d.rest = d.rest[from:]
			return
		}
	}
	d.fail("unfinished line")
}

// section reads the line that starts a section, and gives the number of lines.
func (d *decoder) section(name string) int {
	title, digits, _ := strings.Cut(d.line(), " ")
	n, ok := number(digits)
	if title != name || !ok || n > len(d.rest) {
		d.fail("the section %s should start here", name)
	}
	if d.err != nil {
		return 0
	}
	return n
}

// rows gives n lines, up to the first error.
func (d *decoder) rows(n int, fields []string, row func()) {
	for i := 0; i < n && d.err == nil; i++ {
		if d.fields(fields); d.err == nil {
			row()
		}
	}
}

// keep makes a string of bytes, without an allocation of its own.
func (d *decoder) keep(b []byte) string {
	from := d.made.Len()
	d.made.Write(b)
	return d.made.String()[from:]
}

// rising says whether a key follows the last one.
func (d *decoder) rising(last, key string) {
	if last >= key {
		d.fail("%q comes after %q", key, last)
	}
}
