package main

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
)

// A trial is one planted fault, and one finding on its cell.
type trial struct {
	kind     kind
	field    string
	original string
	planted  string
	code     string // of the finding; "" where nothing is found
	fix      string

	message, hint string

	shows bool // the value
	forms bool // the expected form, an example of it or the allowed values
	valid bool // the proposal, once it is written
	right bool // the proposal is what stood there
}

// trials plants each kind of fault in the first cell of each column that it
// fits.
func (e *example) trials() ([]trial, error) {
	var all []trial
	for c, name := range e.table[0] {
		field := e.schema.Field(name)
		if field == nil {
			continue
		}
		for _, k := range kinds {
			row := e.place(k, field, c)
			if row == 0 {
				continue
			}
			found, err := e.try(k, field, row, c)
			if err != nil {
				return nil, fmt.Errorf("%s, %s in %s: %w", e.path, k.name, name, err)
			}
			all = append(all, found...)
		}
	}
	return all, nil
}

// place finds the first row in which a fault can be planted, or 0.
func (e *example) place(k kind, field *schemas.Field, column int) int {
	for row := 1; row < len(e.table); row++ {
		value := e.table[row][column]
		if value == "" {
			continue
		}
		if k.name == emptied {
			if field.Constraints.Required {
				return row
			}
			continue
		}
		if planted := k.plant(field, value); planted != "" && planted != value {
			return row
		}
	}
	return 0
}

// emptied is the kind that leaves nothing in the cell.
const emptied = "empty though required"

// try plants a fault and gives what is found of the cell.
func (e *example) try(k kind, field *schemas.Field, row, column int) ([]trial, error) {
	table := e.clone()
	original := table[row][column]
	table[row][column] = k.plant(field, original)
	r, err := e.judge(table)
	if err != nil {
		return nil, err
	}
	var all []trial
	planted := trial{kind: k, field: e.schema.Name + " " + field.Name, original: original, planted: table[row][column]}
	for _, f := range at(r, row+1, column+1) {
		t := planted
		t.code, t.fix = f.Code, f.Fix
		t.message, t.hint = report.Message(r, r.Files[0], f, text.French)
		t.shows = strings.Contains(t.message+t.hint, report.Show(f.Value, 80)) && f.Value != ""
		t.forms = t.namesForm(field)
		if f.Fix != "" {
			table[row][column] = f.Fix
			mended, err := e.judge(table)
			if err != nil {
				return nil, err
			}
			t.valid = !heavy(at(mended, row+1, column+1))
			t.right = same(field, f.Fix, original)
			table[row][column] = planted.planted
		}
		all = append(all, t)
	}
	if len(all) == 0 {
		all = append(all, planted)
	}
	return all, nil
}

// same says whether two texts are the same value of a field.
func same(f *schemas.Field, a, b string) bool {
	if a == b {
		return true
	}
	one, ok := f.Type.Key(nil, []byte(a))
	two, too := f.Type.Key(nil, []byte(b))
	return ok && too && string(one) == string(two)
}

// wanted are the words that tell a form, or lead to an example of it.
var wanted = regexp.MustCompile(`s'écri(t|vent)|doit (avoir|s'écrire)|il (en |y )?faut|on (y )?attend|Écrivez|écrivez|À écrire|Exemple|exemple|[Vv]aleurs possibles|sur ce modèle|le maximum est|commence à|s'arrête à|une seule|sans décimale|Vouliez-vous`)

// namesForm says whether the reader learns what is expected.
func (t *trial) namesForm(f *schemas.Field) bool {
	said := t.message + " " + t.hint
	return wanted.MatchString(said) || f.Model != "" && strings.Contains(said, f.Model) || t.fix != "" && strings.Contains(said, report.Show(t.fix, 80))
}

// defect says what is wrong with the trial, or "".
func (t *trial) defect() string {
	switch {
	case t.fix != "" && !t.valid:
		return "the proposal is not valid"
	case t.code != "" && t.fix == "" && t.kind.certain:
		return "no proposal, though there is one reading"
	case t.fix != "" && !t.right && t.kind.certain:
		return "the proposal is not what stood there"
	}
	return ""
}

func (t *trial) write(w io.Writer) {
	fmt.Fprintf(w, "%s | %s | %q -> %q | %s | %q", t.kind.name, t.field, t.original, t.planted, t.code, t.fix)
	if d := t.defect(); d != "" {
		fmt.Fprintf(w, " | DEFECT: %s", d)
	}
	fmt.Fprintf(w, "\n    %s\n    %s\n", t.message, t.hint)
}

// A line is what the findings of one check tell.
type line struct{ found, shows, forms, fixes, valid, right int }

// A tally is the sum of trials.
type tally struct {
	planted, missed int
	checks          map[string]*line
	all             line
	defects         []trial
	silent          map[string]int // by kind: nothing was found
}

func (s *tally) add(t trial) {
	if s.checks == nil {
		s.checks, s.silent = map[string]*line{}, map[string]int{}
	}
	s.planted++
	if t.code == "" {
		s.missed++
		s.silent[t.kind.name]++
		return
	}
	if s.checks[t.code] == nil {
		s.checks[t.code] = &line{}
	}
	for _, l := range []*line{s.checks[t.code], &s.all} {
		l.found++
		for _, part := range []struct {
			to *int
			is bool
		}{{&l.shows, t.shows}, {&l.forms, t.forms}, {&l.fixes, t.fix != ""}, {&l.valid, t.valid}, {&l.right, t.right}} {
			if part.is {
				*part.to++
			}
		}
	}
	if t.defect() != "" {
		s.defects = append(s.defects, t)
	}
}

// write writes the table, then the kinds that nobody minded and the defects.
func (s *tally) write(w io.Writer) {
	fmt.Fprintf(w, "| check | findings | show the value | name the form | propose | valid | right |\n|---|--:|--:|--:|--:|--:|--:|\n")
	var codes []string
	for code := range s.checks {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		s.checks[code].write(w, code)
	}
	s.all.write(w, "all")
	fmt.Fprintf(w, "\n%d trials of %d kinds; nothing to find in %d:\n", s.planted, len(kinds), s.missed)
	for _, k := range kinds {
		if n := s.silent[k.name]; n > 0 {
			fmt.Fprintf(w, "  %d × %s\n", n, k.name)
		}
	}
	fmt.Fprintf(w, "%d defects\n", len(s.defects))
	for i := range s.defects {
		s.defects[i].write(w)
	}
}

func (l *line) write(w io.Writer, name string) {
	share := func(n, of int) string {
		if of == 0 {
			return "-"
		}
		return fmt.Sprintf("%d (%d%%)", n, 100*n/of)
	}
	fmt.Fprintf(w, "| %s | %d | %s | %s | %s | %s | %s |\n", name, l.found,
		share(l.shows, l.found), share(l.forms, l.found), share(l.fixes, l.found), share(l.valid, l.fixes), share(l.right, l.fixes))
}
