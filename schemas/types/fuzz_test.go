package types

import (
	"bytes"
	"cmp"
	"math/big"
	"strings"
	"testing"
)

// fuzzed are the types of the tables above, compiled once.
func fuzzed(f *testing.F) []*Type {
	var all []*Type
	for _, c := range cells {
		all = append(all, must(f, c.spec))
	}
	return append(all, must(f, Spec{Type: "geojson"}), must(f, Spec{Type: "geojson", Format: "topojson"}))
}

// FuzzTypes holds every type to its laws on any two cells.
func FuzzTypes(f *testing.F) {
	for _, c := range cells {
		for i, cell := range append(c.good, c.bad...) {
			f.Add([]byte(cell), []byte(c.good[i%len(c.good)]))
		}
	}
	for _, e := range explained {
		for cell := range e.cells {
			f.Add([]byte(cell), []byte("1"))
		}
	}
	f.Add([]byte(`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}`), []byte("-0.000e-1"))
	all := fuzzed(f)
	number, date := must(f, Spec{Type: "number"}), must(f, Spec{Type: "date"})
	f.Fuzz(func(t *testing.T, a, b []byte) {
		if len(a) == 0 || len(b) == 0 {
			return
		}
		for _, typ := range all {
			laws(t, typ, a)
		}
		numberLaws(t, number, a, b)
		dateLaws(t, date, a)
	})
}

func laws(t *testing.T, typ *Type, cell []byte) {
	before := bytes.Clone(cell)
	valid := typ.Valid(cell)
	key, ok := typ.Key([]byte("x"), cell)
	switch {
	case valid != ok:
		t.Fatalf("%s %s: %q is valid: %v, has a key: %v", typ.Name, typ.Format, cell, valid, ok)
	case !ok && string(key) != "x":
		t.Fatalf("%s %s: %q has no key and leaves %q", typ.Name, typ.Format, cell, key)
	case typ.Text && ok && string(key[1:]) != string(cell):
		t.Fatalf("%s %s: %q has the key %q", typ.Name, typ.Format, cell, key)
	}
	reason, fix := typ.Explain(cell)
	if valid && reason+fix != "" {
		t.Fatalf("%s %s: %q is valid and explained by %s", typ.Name, typ.Format, cell, reason)
	}
	if fix != "" && !typ.Valid([]byte(fix)) {
		t.Fatalf("%s %s: %q is corrected to %q, which is not valid", typ.Name, typ.Format, cell, fix)
	}
	if !valid {
		return
	}
	n := typ.Length(cell)
	count := 0
	for range typ.Items(cell) {
		count++
	}
	if typ.items != nil && n != count {
		t.Fatalf("%s: %q has the length %d and %d items", typ.Name, cell, n, count)
	}
	if p, ok := typ.Point(cell); ok && (p.Lon() < -180 || p.Lon() > 180 || p.Lat() < -90 || p.Lat() > 90) {
		t.Fatalf("%q is at %v", cell, p)
	}
	if !bytes.Equal(before, cell) {
		t.Fatalf("%s %s: %q was changed to %q", typ.Name, typ.Format, before, cell)
	}
	if from, err := typ.KeyOf(string(cell)); typ.value == nil && (err != nil || !bytes.Equal(from, key[1:])) {
		t.Fatalf("%s %s: %q in a schema is %x, %v, and not %x", typ.Name, typ.Format, cell, from, err, key[1:])
	}
}

// numberLaws compares keys as math/big compares the numbers.
func numberLaws(t *testing.T, typ *Type, a, b []byte) {
	x, y := ratOf(typ, a), ratOf(typ, b)
	if x == nil || y == nil {
		return
	}
	keyA, _ := typ.Key(nil, a)
	keyB, _ := typ.Key(nil, b)
	if got, want := bytes.Compare(keyA, keyB), x.Cmp(y); got != want {
		t.Fatalf("%q and %q compare as %d, their keys as %d", a, b, want, got)
	}
	long, ok := typ.Key(nil, []byte(x.FloatString(340)))
	if !ok || !bytes.Equal(long, keyA) {
		t.Fatalf("%q has the key %x, and %x with 340 decimals", a, keyA, long)
	}
}

// ratOf is the value of a valid short number, nil of others.
func ratOf(typ *Type, cell []byte) *big.Rat {
	cell = bytes.TrimSpace(cell)
	_, exponent, _ := strings.Cut(strings.ToLower(string(cell)), "e")
	if len(cell) > 40 || len(strings.TrimLeft(exponent, "+-0")) > 2 || !typ.Valid(cell) {
		return nil
	}
	r, _ := new(big.Rat).SetString(string(cell))
	return r
}

// dateLaws reads what was written from what was read, and orders days as their numbers.
func dateLaws(t *testing.T, typ *Type, cell []byte) {
	day, ok := readDate(cell)
	if !ok {
		return
	}
	if day.String() != string(cell) || civilOf(day.days()) != day {
		t.Fatalf("%q is %v, day %d", cell, day, day.days())
	}
	pivot := civil{2000, 3, 1}
	key, _ := typ.Key(nil, cell)
	if got, want := bytes.Compare(key, pivot.appendKey(nil)), cmp.Compare(day.days(), pivot.days()); got != want {
		t.Fatalf("%q compares to %v as %d, its key as %d", cell, pivot, want, got)
	}
	p, _, err := compilePattern("%A %d %B %y")
	if err != nil {
		t.Fatal(err)
	}
	if m, ok := p.read([]byte(p.format(moment{day: day}))); !ok || m.day.year%100 != day.year%100 || m.day.month != day.month || m.day.day != day.day {
		t.Fatalf("%q is written %q and read %v", cell, p.format(moment{day: day}), m.day)
	}
}
