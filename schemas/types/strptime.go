package types

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

// A moment is what a pattern reads. Parts that it does not tell are those of 1900-01-01T00:00:00, as in Python.
type moment struct {
	day   civil
	clock clock
}

// A pattern is a compiled strptime pattern.
type pattern struct{ steps []step }

// A step reads one directive, one byte of text, or white space.
type step struct {
	directive byte // 0 is text, ' ' white space
	text      byte
	width     int  // the greatest number of digits, 0 being words
	full      bool // all the digits must be there; after a short name, the dot is not its own
}

// directives are the letters that may follow %, with the greatest number of digits that they read, 0 being words.
var directives = map[byte]int{
	'Y': 4, 'y': 2, 'm': 2, 'd': 2, 'j': 3, 'H': 2, 'I': 2, 'M': 2, 'S': 2, 'f': 6,
	'b': 0, 'h': 0, 'B': 0, 'a': 0, 'A': 0, 'p': 0, 'z': 0, 'Z': 0,
}

// shorthands stand for several directives, in the C locale.
var shorthands = map[byte]string{
	'F': "%Y-%m-%d", 'D': "%m/%d/%y", 'x': "%m/%d/%y", 'T': "%H:%M:%S", 'X': "%H:%M:%S", 'R': "%H:%M",
	'c': "%a %b %d %H:%M:%S %Y",
}

// compilePattern reads a pattern as Python's strptime does. One without any directive is a literal text: a remark says so.
func compilePattern(format string) (*pattern, []string, error) {
	format = strings.TrimPrefix(format, "fmt:")
	p := &pattern{}
	told := false
	for i := 0; i < len(format); i++ {
		c := format[i]
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			if n := len(p.steps); n == 0 || p.steps[n-1].directive != ' ' {
				p.steps = append(p.steps, step{directive: ' '})
			}
			continue
		case c != '%':
			p.steps = append(p.steps, step{text: c})
			continue
		}
		i++
		if i == len(format) {
			return nil, nil, fmt.Errorf("format %q ends with a lone %%", format)
		}
		c = format[i]
		if long, ok := shorthands[c]; ok {
			inner, _, err := compilePattern(long)
			if err != nil {
				return nil, nil, err
			}
			p.steps = append(p.steps, inner.steps...)
			told = true
			continue
		}
		if c == '%' {
			p.steps = append(p.steps, step{text: '%'})
			continue
		}
		width, known := directives[c]
		if !known {
			return nil, nil, fmt.Errorf("format %q holds %%%c, which is unknown: known directives are %s", format, c, knownDirectives)
		}
		p.steps = append(p.steps, step{directive: c, width: width, full: c == 'Y' || c == 'y'})
		told = true
	}
	p.markAdjacent()
	if !told {
		return p, []string{fmt.Sprintf("format %q holds no directive such as %%d: only that very text is accepted", format)}, nil
	}
	return p, nil, nil
}

const knownDirectives = "%Y %y %m %d %j %H %I %M %S %f %b %h %B %a %A %p %z %Z %F %D %x %T %X %R %c %%"

// markAdjacent demands all the digits where nothing tells two numbers apart, so that 2019011 is no date of %Y%m%d, and
// leaves to the pattern the dot that it writes after a short name.
func (p *pattern) markAdjacent() {
	for i := range p.steps[:max(len(p.steps)-1, 0)] {
		this, next := &p.steps[i], &p.steps[i+1]
		if this.width > 0 && next.width > 0 {
			next.full = next.full || next.directive != 'f'
		}
		if next.width > 0 || next.directive == 0 && (isDigit(next.text) || next.text == '.' && this.width == 0) {
			this.full = true
		}
	}
}

// fields are the numbers that a pattern finds.
type fields struct {
	year, month, day, yearDay int
	hour, minute, second      int
	nanos, offset             int
	half                      int // 1 is AM, 2 is PM
	twelve                    bool
}

func (p *pattern) read(raw []byte) (moment, bool) {
	f := fields{year: 1900, month: 1, day: 1}
	rest := raw
	for i := range p.steps {
		n := p.steps[i].read(rest, &f)
		if n < 0 {
			return moment{}, false
		}
		rest = rest[n:]
	}
	if len(rest) > 0 {
		return moment{}, false
	}
	return f.moment()
}

// read says how many bytes a step takes, or -1.
func (s *step) read(b []byte, f *fields) int {
	switch s.directive {
	case 0:
		if len(b) == 0 || b[0] != s.text && (!isLetter(b[0]) || b[0]|0x20 != s.text|0x20) {
			return -1
		}
		return 1
	case ' ':
		n := len(b) - len(bytes.TrimLeftFunc(b, unicode.IsSpace))
		if n == 0 {
			return -1
		}
		return n
	case 'b', 'h':
		return s.dotted(b, pick(b, shortMonths, &f.month))
	case 'B':
		return pick(b, longMonths, &f.month)
	case 'a':
		return s.dotted(b, pick(b, shortDays, nil))
	case 'A':
		return pick(b, longDays, nil)
	case 'p':
		return pick(b, halves, &f.half)
	case 'Z':
		return pick(b, zones, nil)
	case 'z':
		return readOffset(b, &f.offset)
	}
	return s.readDigits(b, f)
}

// dotted adds the dot that may end a short name of n bytes.
func (s *step) dotted(b []byte, n int) int {
	if n >= 0 && n < len(b) && b[n] == '.' && !s.full {
		return n + 1
	}
	return n
}

// readDigits reads a number and keeps it where it belongs, if it is in its range.
func (s *step) readDigits(b []byte, f *fields) int {
	n, value := 0, 0
	for n < s.width && n < len(b) && isDigit(b[n]) {
		value = value*10 + int(b[n]-'0')
		n++
	}
	if n == 0 || s.full && n < s.width {
		return -1
	}
	low, high := 0, 59
	switch s.directive {
	case 'Y':
		f.year, low, high = value, 1, 9999
	case 'y':
		f.year, high = value+2000, 99
		if value > 68 {
			f.year = value + 1900
		}
	case 'm':
		f.month, low, high = value, 1, 12
	case 'd':
		f.day, low, high = value, 1, 31
	case 'j':
		f.yearDay, low, high = value, 1, 366
	case 'H':
		f.hour, high = value, 23
	case 'I':
		f.hour, f.twelve, low, high = value, true, 1, 12
	case 'M':
		f.minute = value
	case 'S':
		f.second = value
	case 'f':
		f.nanos, _ = readFraction(b[:n])
		high = 999_999
	}
	if value < low || value > high {
		return -1
	}
	return n
}

// readOffset reads Z, +0100 or +01:00 at the start of b, as Python's %z does.
func readOffset(b []byte, offset *int) int {
	for _, n := range [...]int{6, 5, 1} {
		if n > len(b) || b[0] == 'z' {
			continue
		}
		if v, ok := readZone(b[:n]); ok {
			*offset = v
			return n
		}
	}
	return -1
}

// moment puts the numbers together, if such a day exists.
func (f *fields) moment() (moment, bool) {
	if f.yearDay > 0 {
		f.month, f.day = 1, f.yearDay
		for f.month < 12 && f.day > daysIn(f.year, f.month) {
			f.day -= daysIn(f.year, f.month)
			f.month++
		}
	}
	if f.twelve {
		f.hour %= 12
	}
	if f.half == 2 && f.hour < 12 && f.twelve {
		f.hour += 12
	}
	m := moment{civil{f.year, f.month, f.day}, clock{f.hour*3600 + f.minute*60 + f.second, f.nanos, f.offset}}
	return m, m.day.exists()
}

// format writes a moment so that read reads it.
func (p *pattern) format(m moment) string {
	var b strings.Builder
	for i := range p.steps {
		p.steps[i].write(&b, m)
	}
	return b.String()
}

func (s *step) write(b *strings.Builder, m moment) {
	hour := m.clock.seconds / 3600 % 24
	number := func(width, v int) { fmt.Fprintf(b, "%0*d", width, v) }
	switch s.directive {
	case 0:
		b.WriteByte(s.text)
	case ' ':
		b.WriteByte(' ')
	case 'Y':
		number(4, m.day.year)
	case 'y':
		number(2, m.day.year%100)
	case 'm':
		number(2, m.day.month)
	case 'd':
		number(2, m.day.day)
	case 'j':
		number(3, int(m.day.days()-civil{m.day.year, 1, 1}.days())+1)
	case 'H':
		number(2, hour)
	case 'I':
		number(2, (hour+11)%12+1)
	case 'M':
		number(2, m.clock.seconds/60%60)
	case 'S':
		number(2, m.clock.seconds%60)
	case 'f':
		number(6, m.clock.nanos/1000)
	case 'b', 'h':
		b.WriteString(monthNames[m.day.month-1][1])
	case 'B':
		b.WriteString(monthNames[m.day.month-1][0])
	case 'a':
		b.WriteString(dayNames[m.day.weekday()][1])
	case 'A':
		b.WriteString(dayNames[m.day.weekday()][0])
	case 'p':
		b.WriteString(halves[hour/12].text)
	case 'Z':
		b.WriteString("UTC")
	case 'z':
		b.WriteString(zoneText(m.clock.offset))
	}
}

// zoneText writes an offset as +01:00.
func zoneText(offset int) string {
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	return fmt.Sprintf("%c%02d:%02d", sign, offset/3600, offset/60%60)
}

// weekday counts from Monday, 0.
func (c civil) weekday() int { return int(((c.days()+3)%7 + 7) % 7) }

// pick reads the longest of some words, in any letter case, and keeps what it stands for.
func pick(b []byte, words []word, value *int) int {
	for i := range words {
		n := len(words[i].text)
		if n > len(b) || !bytes.EqualFold(b[:n], words[i].bytes) {
			continue
		}
		if value != nil {
			*value = words[i].value
		}
		return n
	}
	return -1
}
