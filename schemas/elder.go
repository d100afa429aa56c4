package schemas

import "slices"

// elder gives the position of the version that a file's columns belong to: the
// newest, or an older one that knows more of them under their own names.
func (h *heading) elder(o *outline) int {
	chosen, known := 0, h.named(&o.Versions[0])
	for i := 1; i < len(o.Versions); i++ {
		more := h.named(&o.Versions[i])
		if len(more) > len(known) && containsAll(more, known) {
			chosen, known = i, more
		}
	}
	return chosen
}

// named lists the fields of a version that the file has under their own names.
func (h *heading) named(v *versionOutline) []string {
	var out []string
	for _, list := range [][]string{v.Required, v.Optional} {
		for _, field := range list {
			if _, ok := h.columns[field]; ok {
				out = append(out, field)
			}
		}
	}
	return out
}

func containsAll(all, some []string) bool {
	for _, name := range some {
		if !slices.Contains(all, name) {
			return false
		}
	}
	return true
}

// mostElders is how many older versions of a dataset are read for their rules.
const mostElders = 2

// weigh holds the sample against the document of the chosen version and scores
// it anew. Of the dataset that fits best, it also looks among the older
// versions that know the same columns for one that the values belong to.
func (r *ranking) weigh(h *heading, elders bool) {
	at := slices.IndexFunc(r.outline.Versions, func(v versionOutline) bool { return v.Version == r.best().Version })
	chosen := &r.outline.Versions[at]
	if len(h.sample) == 0 || r.outline.Kind != Table {
		return
	}
	s, err := r.outline.load(chosen.Version)
	if err != nil {
		return
	}
	if elders {
		rules, known, read := []string{chosen.Rules}, h.named(chosen), 0
		for i := at + 1; i < len(r.outline.Versions) && read < mostElders; i++ {
			v := &r.outline.Versions[i]
			if slices.Contains(rules, v.Rules) || len(h.named(v)) != len(known) || !containsAll(known, h.named(v)) {
				continue
			}
			rules, read = append(rules, v.Rules), read+1
			if old, err := r.outline.load(v.Version); err == nil && h.belongs(old, s) {
				s, chosen = old, v
				r.choose(i)
				break
			}
		}
	}
	h.refute(r, chosen, s)
}

// refute scores the chosen candidate anew: a column none of whose values keeps
// to the rules of its field counts half.
func (h *heading) refute(r *ranking, v *versionOutline, s *Schema) {
	fields := map[string]*Field{}
	for i := range s.Fields {
		fields[Fold(s.Fields[i].Name)] = &s.Fields[i]
	}
	t := h.tally(r.outline, v)
	for _, m := range t.matches {
		part, filled, kept := 1.0, 0, 0
		f := fields[m.field]
		for value := range h.values(m.label, f) {
			filled++
			if f.Accepts(value) {
				kept++
			}
		}
		if filled > 0 && kept == 0 {
			part = 0.5
			r.best().Refuted++
		}
		t.count(m, part)
	}
	r.best().Score = t.score(h, r.name)
}
