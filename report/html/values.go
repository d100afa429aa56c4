package html

import (
	"slices"
	"strconv"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// A kindView is one sentence of a fault, with the values and places that it is
// true of.
type kindView struct {
	Message, Hint, Example string
	Told                   bool // the sentence of each entry is its own
	HasValue, HasFix       bool
	HasWhere               bool
	List                   bool        // there are sentences only, without value or place
	Plain                  bool        // there is nothing to say but where
	Entries, Rest          []entryView // the first ones, and those that are folded away
	RestTitle, Cut         string
}

// An entryView is a value that a fault was found in, with what to write
// instead and where.
type entryView struct {
	Value, Fix, Message, Hint string
	Where                     []placeView
	More                      string

	count int
}

// A placeView is a cell or a row, with a link where the page shows it.
type placeView struct{ Text, Link string }

const (
	unfolded  = 6      // entries that stand open
	maxLooked = 20_000 // findings of a kind that are looked at
)

// kind tells one sentence of a fault.
func (f *filer) kind(k report.Kind) kindView {
	first := k.Findings[0]
	message, hint := report.Words(f.r, f.f, first, f.lang)
	looked := k.Findings[:min(len(k.Findings), maxLooked)]
	told := f.differ(looked)
	v := kindView{Told: told}
	entries := f.entries(looked, told)
	if !told {
		v.Message = clipped(message, 1000)
	}
	if !told || sameHint(entries) {
		v.Hint = clipped(hint, 1000)
		for i := range entries {
			entries[i].Hint = ""
		}
	}
	if hint == "" && first.Fix == "" {
		v.Example = report.Example(f.r, f.f, first, f.lang)
	}
	for i := range entries {
		v.HasValue = v.HasValue || entries[i].Value != "" && (told || len(k.Findings) > 1 || entries[i].Fix != "")
		v.HasFix = v.HasFix || entries[i].Fix != ""
		v.HasWhere = v.HasWhere || len(entries[i].Where) > 0
	}
	total := len(entries)
	entries = entries[:min(total, f.detail.values)]
	open := min(unfolded, len(entries))
	if open+1 == len(entries) {
		open++ // a fold for one is none
	}
	v.Entries, v.Rest = entries[:open], entries[open:]
	v.List = told && !v.HasWhere && !v.HasValue && !v.HasFix
	v.Plain = v.HasWhere && len(v.Rest) == 0 && len(v.Entries) == 1 && !v.HasValue && !v.HasFix && !told
	v.RestTitle = f.say("more-values", "n", len(v.Rest))
	if len(entries) < total {
		v.Cut = f.say("values-kept", "n", len(entries), "total", total)
	}
	return v
}

// differ says whether the sentences of the findings differ in more than the
// value, the place and what to write instead.
func (f *filer) differ(findings []*validate.Finding) bool {
	bare := func(finding *validate.Finding) string {
		blank := *finding
		blank.Value, blank.Fix, blank.Pos, blank.Column = "", "", validate.Position{}, 0
		message, hint := report.Words(f.r, f.f, &blank, f.lang)
		return message + "\x00" + hint
	}
	first := bare(findings[0])
	return slices.ContainsFunc(findings[1:], func(finding *validate.Finding) bool { return bare(finding) != first })
}

// sameHint says whether one hint is meant for all.
func sameHint(entries []entryView) bool {
	return !slices.ContainsFunc(entries, func(e entryView) bool { return e.Hint != entries[0].Hint })
}

// entries puts findings of the same value, fix and sentence together, the most
// frequent first.
func (f *filer) entries(findings []*validate.Finding, told bool) []entryView {
	type key struct{ value, fix, message, hint string }
	var entries []entryView
	at := map[key]int{}
	for _, finding := range findings {
		k := key{value: finding.Value, fix: finding.Fix}
		if told {
			k.message, k.hint = report.Words(f.r, f.f, finding, f.lang)
		}
		i, ok := at[k]
		if !ok {
			i = len(entries)
			at[k] = i
			entries = append(entries, entryView{Value: clipped(k.value, valueWidth), Fix: clipped(k.fix, 2*valueWidth),
				Message: clipped(k.message, 600), Hint: clipped(k.hint, 600)})
		}
		e := &entries[i]
		e.count++
		if place := f.place(finding); place.Text != "" && len(e.Where) < f.detail.cells {
			e.Where = append(e.Where, place)
		}
	}
	for i := range entries {
		if more := entries[i].count - len(entries[i].Where); more > 0 && len(entries[i].Where) > 0 {
			entries[i].More = f.say("more-cells", "n", more)
		}
	}
	slices.SortStableFunc(entries, func(a, b entryView) int { return b.count - a.count })
	return entries
}

// place names where a finding is, and links to the row in the grid.
func (f *filer) place(finding *validate.Finding) placeView {
	row := finding.Pos.Row
	p := placeView{}
	switch {
	case row <= 0:
		return p
	case finding.Column > 0 && !f.items():
		p.Text = report.CellName(finding.Column, row)
	default:
		p.Text = f.say("row-n", "n", strconv.Itoa(row))
	}
	if f.rows[row] {
		p.Link = "#" + f.rowID(row)
	}
	return p
}

func (f *filer) rowID(row int) string { return fileID(f.id) + "r" + strconv.Itoa(row) }
