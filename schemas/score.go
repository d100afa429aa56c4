package schemas

import "math"

// A heading is what Detect reads of a file: its labels, and the values below
// them.
type heading struct {
	columns map[string]int // by folded label: its first column
	weight  float64        // of all labels together
	sample  [][]string
}

func newHeading(labels []string, sample [][]string) *heading {
	h := &heading{columns: map[string]int{}, sample: sample}
	for c, l := range labels {
		f := Fold(Bare(l))
		if _, twice := h.columns[f]; !twice && f != "" {
			h.columns[f] = c
			h.weight += rarity(f)
		}
	}
	return h
}

// byAlias is what a column counts that is found under another name of its
// field: less than under its own, so that a file of former names is known for
// what it is.
const byAlias = 0.8

// label finds the label of a folded field: its own name, or an alias.
func (h *heading) label(o *outline, field string) (label string, worth float64, ok bool) {
	if _, ok := h.columns[field]; ok {
		return field, 1, true
	}
	for _, alias := range o.Aliases[field] {
		if _, ok := h.columns[alias]; ok {
			return alias, byAlias, true
		}
	}
	return "", 0, false
}

// score holds the columns of a file against one version.
func (h *heading) score(o *outline, v *versionOutline, name float64) Candidate {
	c := Candidate{Name: o.Name, Version: v.Version, ByName: name > 0}
	t := h.tally(o, v)
	for _, m := range t.matches {
		t.count(m, 1)
	}
	c.Matched = len(t.matches)
	c.Missing = t.all - c.Matched
	c.Unknown = len(h.columns) - c.Matched
	c.Score = t.score(h, name)
	return c
}

// A match is a field that a column of the file is for.
type match struct {
	field, label  string
	worth, weight float64 // of the way it was found, of the field
}

// A tally weighs the columns and the fields that find each other. Required
// fields weigh double, and each name by how few datasets have it: that there is
// a latitude tells nothing, that there is a nomBeneficiaire almost all.
type tally struct {
	matches []match
	all     int     // number of fields
	fields  float64 // weight of all fields
	found   float64 // of those that are found
	known   float64 // of the columns that find them
}

func (h *heading) tally(o *outline, v *versionOutline) *tally {
	t := &tally{all: len(v.Required) + len(v.Optional)}
	taken := map[string]bool{}
	gather := func(names []string, weight float64) {
		for _, field := range names {
			if label, worth, ok := h.label(o, field); ok && !taken[label] {
				taken[label] = true
				t.matches = append(t.matches, match{field, label, worth, weight})
			}
		}
	}
	gather(v.Required, 2)
	gather(v.Optional, 1)
	if len(t.matches) == 0 {
		return t
	}
	for _, field := range v.Required {
		t.fields += 2 * rarity(field)
	}
	for _, field := range v.Optional {
		t.fields += rarity(field)
	}
	return t
}

// count adds a match, which may be worth a part of what it is.
func (t *tally) count(m match, part float64) {
	weight := rarity(m.label)
	t.known += weight * m.worth * part
	t.found += min(weight, rarity(m.field)) * m.worth * m.weight * part
}

// fewMatches is how many columns may have found a field by chance. Where they
// are not half of the fields either, they are never Sure by themselves.
const fewMatches = 2

// score is the harmonic mean of the part of the fields and the part of the
// columns that find each other, to which the file's name adds its own.
func (t *tally) score(h *heading, name float64) float64 {
	score := 0.0
	if t.found > 0 {
		fields, columns := t.found/t.fields, t.known/h.weight
		score = 2 * fields * columns / (fields + columns)
	}
	if len(t.matches) <= fewMatches && 2*len(t.matches) < t.all {
		score = min(score, 0.9*Sure)
	}
	score += name * (1 - score)
	if len(t.matches) < fewMatches && name < nameRules {
		score = min(score, 0.9*Sure) // a name without columns only suggests
	}
	return math.Round(score*1000) / 1000
}

// rarity weighs a folded name: 1 where one dataset has it or none, less the
// more have it.
func rarity(name string) float64 {
	return 1 / float64(max(catalogueIndex().Common[name], 1))
}
