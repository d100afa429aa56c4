package types

import (
	"fmt"
	"strings"
)

// A temporal is a date, a time or a datetime: how it is read, keyed and written.
type temporal struct {
	anyReader func(raw []byte) (moment, bool) // of the format any
	appendKey func(dst []byte, m moment) []byte
	iso       func(m moment) string // in the default format
}

var (
	dates = temporal{readAnyDate,
		func(dst []byte, m moment) []byte { return m.day.appendKey(dst) },
		func(m moment) string { return m.day.String() }}
	times = temporal{readAnyTime,
		func(dst []byte, m moment) []byte { return m.clock.appendKey(dst) },
		func(m moment) string { return m.clock.String() }}
	datetimes = temporal{readAnyDatetime,
		func(dst []byte, m moment) []byte { return appendMoment(dst, m.day, m.clock) },
		func(m moment) string { return m.day.String() + "T" + m.clock.String() }}
)

func buildDate(t *Type, _ Spec) ([]string, error) {
	t.valid, t.key = validDate, dateKey
	return t.buildTemporal(dates)
}

func buildTime(t *Type, _ Spec) ([]string, error) {
	t.valid, t.key = validTime, timeKey
	return t.buildTemporal(times)
}

func buildDatetime(t *Type, _ Spec) ([]string, error) {
	t.valid, t.key = validMoment, momentKey
	return t.buildTemporal(datetimes)
}

// buildTemporal finishes a type whose default format is set, with the format that is asked.
func (t *Type) buildTemporal(kind temporal) ([]string, error) {
	t.Ordered = true
	write := kind.iso
	t.explain = func(raw []byte) (string, string) { return explainTemporal(t.Name, raw, write) }
	if t.Format == defaultFormat {
		return nil, nil
	}
	read := kind.anyReader
	var remarks []string
	if t.Format != "any" {
		p, notes, err := compilePattern(t.Format)
		if err != nil {
			return nil, fmt.Errorf("type %s: %w (or default, or any)", t.Name, err)
		}
		t.Format = strings.TrimPrefix(t.Format, "fmt:")
		read, write, remarks = p.read, p.format, notes
		if len(remarks) > 0 {
			write = func(moment) string { return "" }
		}
	}
	iso := t.Name == "date" && t.Format == "%Y-%m-%d"
	t.valid = func(raw []byte) bool {
		if iso && validDate(raw) {
			return true
		}
		_, ok := read(raw)
		return ok
	}
	t.key = func(dst, raw []byte) ([]byte, bool) {
		if iso {
			if key, ok := dateKey(dst, raw); ok {
				return key, true
			}
		}
		m, ok := read(raw)
		if !ok {
			return dst, false
		}
		return kind.appendKey(dst, m), true
	}
	return remarks, nil
}

func (c civil) String() string { return fmt.Sprintf("%04d-%02d-%02d", c.year, c.month, c.day) }

// String writes a time in the default format, with the zone that was read.
func (c clock) String() string {
	s := fmt.Sprintf("%02d:%02d:%02d", c.seconds/3600, c.seconds/60%60, c.seconds%60)
	if c.nanos > 0 {
		s += strings.TrimRight(fmt.Sprintf(".%09d", c.nanos), "0")
	}
	if c.offset != 0 {
		s += zoneText(c.offset)
	}
	return s
}
