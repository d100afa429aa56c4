package html

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// A position is where a row lies, in degrees.
type position struct {
	row      int
	lat, lon float64
	bad      bool // the position itself is at fault
	plain    bool // nothing is wrong with the row
}

// A locator says which columns of a file hold positions. Columns count from 0;
// -1 is none.
type locator struct{ point, lat, lon int }

// locate finds the columns that hold positions; ok is false without any.
func (f *filer) locate() (l locator, ok bool) {
	l = locator{-1, -1, -1}
	for i, c := range f.f.Columns {
		name := c.Name
		if c.Field != "" {
			name = c.Field
			if f.f.Schema != nil && l.point < 0 {
				if field := f.f.Schema.Field(name); field != nil && field.Type != nil && field.Type.Name == "geopoint" {
					l.point = i
				}
			}
		}
		switch axis(name) {
		case 'y':
			if l.lat < 0 {
				l.lat = i
			}
		case 'x':
			if l.lon < 0 {
				l.lon = i
			}
		}
	}
	return l, l.point >= 0 || l.lat >= 0 && l.lon >= 0
}

// axis says whether a column's name means a latitude ('y'), a longitude ('x')
// or neither: "latitude", "Ylat", "c_long_coor1".
func axis(name string) byte {
	for word := range strings.FieldsFuncSeq(strings.ToLower(name), func(r rune) bool { return r < 'a' || r > 'z' }) {
		switch strings.TrimPrefix(strings.TrimPrefix(word, "x"), "y") {
		case "lat", "latitude", "latcoor":
			return 'y'
		case "lon", "long", "lng", "longitude", "longcoor":
			return 'x'
		}
	}
	return 0
}

// read gives the position that a row's cells tell.
func (l locator) read(cells []string) (lat, lon float64, ok bool) {
	at := func(c int) string {
		if c < 0 || c >= len(cells) {
			return ""
		}
		return cells[c]
	}
	if l.lat >= 0 && l.lon >= 0 {
		lat, ok = degrees(at(l.lat))
		if ok {
			lon, ok = degrees(at(l.lon))
		}
		if ok {
			return lat, lon, onEarth(lat, lon)
		}
	}
	lat, lon, ok = pair(at(l.point))
	return lat, lon, ok && onEarth(lat, lon)
}

// empty says whether the cells hold no position at all, be it a wrong one.
func (l locator) empty(cells []string) bool {
	for _, c := range []int{l.point, l.lat, l.lon} {
		if c >= 0 && c < len(cells) && strings.TrimSpace(cells[c]) != "" {
			return false
		}
	}
	return true
}

// degrees reads a number, also one with a decimal comma: that it is a fault
// does not hide where it lies.
func degrees(s string) (float64, bool) {
	n, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(s), ",", ".", 1), 64)
	return n, err == nil && !math.IsNaN(n) && !math.IsInf(n, 0)
}

func onEarth(lat, lon float64) bool { return math.Abs(lat) <= 90 && math.Abs(lon) <= 180 }

// maxPair is the longest text that is taken for a position, in bytes.
const maxPair = 200

// pair reads a geopoint in any of its forms: "lon, lat", "[lon, lat]",
// {"lon": …, "lat": …}.
func pair(s string) (lat, lon float64, ok bool) {
	if len(s) > maxPair {
		return 0, 0, false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("[](){},;: \t\"'", r) })
	var found []float64
	swapped := false
	for _, part := range parts {
		if n, ok := degrees(part); ok {
			found = append(found, n)
			continue
		}
		swapped = swapped || len(found) == 0 && axis(part) == 'y'
	}
	if len(found) != 2 {
		return 0, 0, false
	}
	if swapped {
		return found[0], found[1], true
	}
	return found[1], found[0], true
}

// positions reads where the rows with findings lie: those of which a position
// can be read, at most max of them, how many there are, and how many rows have
// one that cannot be read. Behind them stands a sample of other rows.
func (f *filer) positions(max int) (found []position, total, unread int) {
	if l, ok := f.locate(); ok && !f.items() {
		found, total, unread = f.written(l, max)
	}
	seen := map[int]bool{}
	for _, p := range found {
		seen[p.row] = true
	}
	for _, s := range slices.Concat(f.f.Spots.Faulty, f.f.Spots.All) {
		if seen[s.Row] || len(found) >= 2*max {
			continue
		}
		seen[s.Row] = true
		if s.Faulty {
			total++
		}
		found = append(found, position{row: s.Row, lat: s.Lat, lon: s.Lon, bad: f.misshapen[s.Row], plain: !s.Faulty})
	}
	return found, total, unread
}

// misshapes lists the features whose shape itself is at fault.
func (f *filer) misshapes() map[int]bool {
	rows := map[int]bool{}
	for i := range f.f.Findings {
		if finding := &f.f.Findings[i]; f.items() && finding.Field == "" && finding.Severity > validate.Notice {
			rows[finding.Pos.Row] = true
		}
	}
	return rows
}

// written reads the positions that stand in the cells of the rows with
// findings.
func (f *filer) written(l locator, max int) (found []position, total, unread int) {
	for _, row := range f.found {
		lat, lon, ok := l.read(row.cells)
		if !ok {
			if !l.empty(row.cells) {
				unread++
			}
			continue
		}
		if total++; len(found) < max {
			found = append(found, position{row: row.row, lat: lat, lon: lon, bad: l.faulty(row.findings)})
		}
	}
	return found, total, unread
}

// faulty says whether one of the findings is on the position itself.
func (l locator) faulty(findings []*validate.Finding) bool {
	for _, finding := range findings {
		if c := finding.Column - 1; c >= 0 && finding.Severity > validate.Notice && (c == l.point || c == l.lat || c == l.lon) {
			return true
		}
	}
	return false
}
