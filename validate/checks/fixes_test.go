package checks_test

import (
	"encoding/csv"
	"strings"
	"testing"
)

// What a finding proposes, put in place of the cell, no longer gives that
// finding: the law of all fixes, on every case of every check.
func TestFixesMend(t *testing.T) {
	tried := 0
	eachCase(t, func(t *testing.T, c *checkCase) {
		for _, name := range c.data("bad") {
			data, _ := c.file(name + ".csv")
			r := c.judge(name, data, false).Files[0]
			if r.File.Delimiter == "" {
				continue
			}
			table := readLines(unfold(data), r.File.Delimiter)
			for _, f := range r.Findings {
				record, known := table[f.Pos.Line]
				if f.Fix == "" || f.Column == 0 || !known || f.Column > len(record) || record[f.Column-1] != f.Value {
					continue
				}
				tried++
				record[f.Column-1] = f.Fix
				mended := c.judge(name, written(table, r.File.Delimiter), false).Files[0]
				record[f.Column-1] = f.Value
				for _, g := range mended.Findings {
					if g.Code == f.Code && g.Reason == f.Reason && g.Column == f.Column && g.Pos.Row == f.Pos.Row {
						t.Errorf("%s %s: %q is proposed for %q, and is told again: %s %s", name, f.Code, f.Fix, f.Value, g.Code, g.Reason)
					}
				}
			}
		}
	})
	if tried < 200 {
		t.Errorf("only %d fixes were tried", tried)
	}
}

// readLines gives the records of a file by the line where each starts, those
// that encoding/csv reads.
func readLines(data, delimiter string) map[int][]string {
	table := map[int][]string{}
	r := csv.NewReader(strings.NewReader(data))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = rune(delimiter[0]), -1, true
	for {
		record, err := r.Read()
		if err != nil {
			return table
		}
		line, _ := r.FieldPos(0)
		table[line] = record
	}
}

// written gives a file of the records, each at its line.
func written(table map[int][]string, delimiter string) string {
	last := 0
	for line := range table {
		last = max(last, line)
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = rune(delimiter[0])
	for line := 1; line <= last; line++ {
		record, known := table[line]
		if !known {
			if strings.Count(b.String(), "\n") < line {
				b.WriteString("\n")
			}
			continue
		}
		if err := w.Write(record); err != nil {
			return ""
		}
		w.Flush()
	}
	return b.String()
}
