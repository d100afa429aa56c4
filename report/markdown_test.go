package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report/internal/golden"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

func TestMarkdown(t *testing.T) {
	all := samples()
	for _, name := range []string{"none", "clean", "faulty", "single", "unkept", "truncated", "hostile", "unopened", "nameless", "several"} {
		golden.Check(t, name+".md", write(t, markdownFormat, all[name], Options{Lang: text.French}))
	}
	for _, name := range []string{"none", "faulty", "several"} {
		golden.Check(t, name+".en.md", write(t, markdownFormat, all[name], Options{Lang: text.English}))
	}
}

// Every row of a table has the columns of its head, and what a stranger wrote
// neither marks anything nor names anybody.
func TestMarkdownIsPlain(t *testing.T) {
	escapes := regexp.MustCompile("\\\\[\\\\`*_{}\\[\\]<>#|~@&$!:.]|<!-- -->")
	lively := sample(faulty("@moi/#12/:smile:/www.exemple.fr/%3/</summary><b>.csv"))
	lively.Files[0].Findings[6].Value = "@moi #12 !3 $4 %5 ~6 &7 :+1: :stuck_out_tongue: https://a.fr <i> **a** ![b](c) `d` a@b.fr\n/close"
	all := samples()
	all["lively"] = lively
	for name, r := range all {
		columns := 0
		for line := range strings.Lines(write(t, markdownFormat, r, Options{Lang: text.French})) {
			line = strings.TrimSuffix(line, "\n")
			if !utf8.ValidString(line) || naming.MatchString(escapes.ReplaceAllString(line, "\x00")) || strings.HasPrefix(line, "/") {
				t.Errorf("%s: %s", name, line)
			}
			if summary, ok := strings.CutPrefix(line, "<details><summary>"); ok {
				summary = strings.ReplaceAll(strings.TrimSuffix(summary, "</summary>"), "<!-- -->", "")
				if strings.ContainsAny(summary, "<>") {
					t.Errorf("%s: %s", name, line)
				}
				continue
			}
			bare := escapes.ReplaceAllString(strings.TrimPrefix(line, "### "), "")
			if !strings.HasPrefix(line, "|") {
				columns = 0
			} else if n := strings.Count(bare, "|"); columns == 0 {
				columns = n
			} else if n != columns {
				t.Errorf("%s: %d columns, not %d: %s", name, n, columns, line)
			}
			if line != "</details>" && (strings.ContainsAny(bare, "\\`*_{}[]<>#~@&$!") || strings.Contains(bare, "://") || strings.Contains(bare, "www.")) {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// many gives n results that share the faults of one.
func many(n int, path string, f *validate.FileResult) *validate.Result {
	files := make([]*validate.FileResult, n)
	for i := range files {
		one := *f
		one.File = &validate.File{Path: fmt.Sprintf(path, i)}
		files[i] = &one
	}
	return sample(files...)
}

// crowd is a file with many faults of many columns, a thousand of them kept.
func crowd() *validate.FileResult {
	f := sampleFile("")
	for c := range 200 {
		f.Columns = append(f.Columns, validate.ColumnResult{Name: fmt.Sprint("c", c), Field: fmt.Sprint("c", c)})
		find(f, 5, validate.Finding{Code: "type-error", Severity: validate.Error, Field: fmt.Sprint("c", c), Column: c + 4, Pos: at(2)},
			"@a|b", "2", "3", "4", "5")
	}
	return f
}

// Whatever there is, the report is no longer than a comment may be, it says
// what it leaves out, and no file takes the room of the others.
func TestMarkdownFits(t *testing.T) {
	long := strings.Repeat("très_long_", 50) + "%d.csv"
	for _, c := range []struct {
		name           string
		r              *validate.Result
		tabled, shown  int // files in the table, with details
		left, kindLeft string
	}{
		{"a thousand files, a million faults", many(1000, "commune-%d.csv", crowd()), 338, 35, "965", "sortes de fautes"},
		{"long names", many(1000, long, crowd()), 90, 35, "965", "sortes de fautes"},
		{"three files", many(3, "commune-%d.csv", crowd()), 3, 3, "", "sortes de fautes"},
		{"ten thousand clean files", many(10000, "commune-%d.csv", sampleFile("")), 969, 0, "9\u202f031", ""},
	} {
		got := write(t, markdownFormat, c.r, Options{Lang: text.French})
		tabled, shown := strings.Count(got, "conforme |"), strings.Count(got, "<details>")
		if diff := cmp.Diff([]int{c.tabled, c.shown}, []int{tabled, shown}); diff != "" {
			t.Errorf("%s: files in the table and with details (-want +got):\n%s", c.name, diff)
		}
		if len(got) > maxMarkdown || !strings.Contains(got, c.left) || !strings.Contains(got, c.kindLeft) || strings.Count(got, "</details>") != shown {
			t.Errorf("%s: %d bytes, or it is not said what is left out: %s", c.name, len(got), got[len(got)-300:])
		}
	}
}

func TestShares(t *testing.T) {
	for _, c := range []struct {
		room        int
		wants, want []int
	}{
		{100, []int{10, 20, 30}, []int{10, 20, 30}},
		{100, []int{90, 10, 90}, []int{45, 10, 45}},
		{9, []int{5, 5, 5}, []int{3, 3, 3}},
		{0, []int{5}, []int{0}},
		{10, nil, []int{}},
	} {
		if diff := cmp.Diff(c.want, shares(c.room, c.wants)); diff != "" {
			t.Errorf("%d among %v (-want +got):\n%s", c.room, c.wants, diff)
		}
	}
}
