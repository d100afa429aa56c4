package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A table is what is written of all files.
type table struct {
	verdicts              []verdict
	reasons               []string // in the order of their first use; their numbers in the table
	uses                  []int    // how many differences each reason explains
	agree, chosen, differ int      // files
}

func (t *table) add(v verdict) {
	t.verdicts = append(t.verdicts, v)
	unexplained := false
	for _, d := range v.differences {
		unexplained = unexplained || d.Reason == ""
		if d.Reason != "" {
			t.uses[t.number(d.Reason)-1]++
		}
	}
	switch {
	case unexplained:
		t.differ++
	case len(v.differences) > 0:
		t.chosen++
	default:
		t.agree++
	}
}

// number gives the number of a reason, from 1.
func (t *table) number(reason string) int {
	i := slices.Index(t.reasons, reason)
	if i < 0 {
		i = len(t.reasons)
		t.reasons, t.uses = append(t.reasons, reason), append(t.uses, 0)
	}
	return i + 1
}

// write writes a row a file, the reasons, and what they add up to. verbose adds
// the differences that have reasons to those that have none.
func (t *table) write(w io.Writer, verbose bool) {
	fmt.Fprintf(w, "| file | socle | %s |\n|---|---|---|---|\n", strings.Join(peerNames, " | "))
	for _, v := range t.verdicts {
		fmt.Fprintf(w, "| %s | %s |", v.name, findings(v.found))
		for _, peer := range peerNames {
			fmt.Fprintf(w, " %s |", t.cell(v, peer))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "\n= both say the same; - the peer does not see it; + socle does not; < socle forbids less; > socle forbids more\n\n")
	for i, reason := range t.reasons {
		fmt.Fprintf(w, "%2d. %s (%d)\n", i+1, reason, t.uses[i])
	}
	for _, v := range t.verdicts {
		for _, d := range v.differences {
			if verbose || d.Reason == "" {
				fmt.Fprintf(w, "%s: %s\n", v.name, d)
			}
		}
	}
	fmt.Fprintf(w, "\n%d files agree, %d differ by choice, %d differ\n", t.agree, t.chosen, t.differ)
}

// cell says how a peer's answer compares, with the numbers of reasons; ? is for
// none.
func (t *table) cell(v verdict, peer string) string {
	var parts []string
	for _, d := range v.differences {
		if d.peer != peer {
			continue
		}
		number := "?"
		if d.Reason != "" {
			number = fmt.Sprint(t.number(d.Reason))
		}
		if part := string(d.side) + number; !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return "="
	}
	return strings.Join(parts, " ")
}

// findings names what socle finds.
func findings(found []finding) string {
	var words []string
	for _, f := range found {
		if word := f.Code + " (" + f.Severity.String() + ")"; !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	if len(words) == 0 {
		return "nothing"
	}
	return strings.Join(words, ", ")
}

// String writes a difference in a line.
func (d difference) String() string {
	line := d.peer + " " + string(d.side)
	if d.mine.Code != "" {
		line += " socle: " + d.mine.Code
		if d.mine.Reason != "" {
			line += "/" + d.mine.Reason
		}
		line += " (" + d.mine.Severity.String() + ")"
	}
	if d.theirs.Message != "" {
		line += fmt.Sprintf(" peer: %q", d.theirs.Message)
	}
	if d.Reason == "" {
		return line + ": no reason"
	}
	return line + ": " + d.Reason
}
