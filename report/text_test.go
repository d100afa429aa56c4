package report

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report/internal/golden"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// write gives what a format writes of r.
func write(t *testing.T, f Format, r *validate.Result, o Options) string {
	t.Helper()
	var b bytes.Buffer
	w := f.New(&b, o)
	if err := w.Write(r); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	fr, en := Options{Lang: text.French}, Options{Lang: text.English}
	all := samples()
	for name, r := range all {
		golden.Check(t, name+".fr.txt", write(t, textFormat, r, fr))
	}
	for _, c := range []struct {
		file, sample string
		o            Options
	}{
		{"faulty.en.txt", "faulty", en},
		{"interrupted.en.txt", "interrupted", en},
		{"several.en.80.txt", "several", Options{Lang: text.English, Width: 80}},
		{"several.fr.80.txt", "several", Options{Lang: text.French, Width: 80}},
		{"faulty.fr.verbose.txt", "faulty", Options{Lang: text.French, Verbose: true}},
		{"truncated.fr.verbose.txt", "truncated", Options{Lang: text.French, Verbose: true}},
		{"several.fr.quiet.txt", "several", Options{Lang: text.French, Quiet: true}},
		{"several.fr.color.txt", "several", Options{Lang: text.French, Width: 100, Color: true}},
	} {
		golden.Check(t, c.file, write(t, textFormat, all[c.sample], c.o))
	}
}

// everyOption calls with each sample and each way to write it, uncoloured.
func everyOption(call func(name string, r *validate.Result, o Options)) {
	for name, r := range samples() {
		for _, lang := range []text.Lang{text.French, text.English} {
			for _, width := range []int{0, 1, 40, 80} {
				call(name, r, Options{Lang: lang, Width: width})
				call(name, r, Options{Lang: lang, Width: width, Verbose: true})
				call(name, r, Options{Lang: lang, Width: width, Quiet: true})
			}
		}
	}
}

func TestNothingHiddenIsWritten(t *testing.T) {
	for _, f := range Formats() {
		everyOption(func(name string, r *validate.Result, o Options) {
			for _, c := range write(t, f, r, o) {
				if c != '\n' && hidden(c) || c == '\ufffd' && f.Name == "text" {
					t.Fatalf("%s %s %+v: writes %U", f.Name, name, o, c)
				}
			}
		})
	}
}

func TestColourChangesNoWord(t *testing.T) {
	paints := regexp.MustCompile("\x1b\\[[0-9;]*m")
	everyOption(func(name string, r *validate.Result, o Options) {
		plain := write(t, textFormat, r, o)
		o.Color = true
		painted := write(t, textFormat, r, o)
		if diff := cmp.Diff(plain, paints.ReplaceAllString(painted, "")); diff != "" {
			t.Errorf("%s %+v (-plain +painted):\n%s", name, o, diff)
		}
		if strings.Contains(plain, "(") && plain == painted {
			t.Errorf("%s %+v: nothing is painted", name, o)
		}
	})
}

func TestLinesFit(t *testing.T) {
	everyOption(func(name string, r *validate.Result, o Options) {
		if o.Width < 40 || o.Quiet {
			return
		}
		report, _, _ := strings.Cut(write(t, textFormat, r, o), "\n"+sayFile.In(o.Lang)+"  ")
		for line := range strings.Lines(report) {
			line = strings.TrimSuffix(line, "\n")
			inside := strings.TrimLeft(line, " -→…")
			if line != inside && columns(line) > o.Width && strings.Contains(inside, " ") {
				t.Errorf("%s %+v: %d columns:\n%s", name, o, columns(line), line)
			}
		}
	})
}

func TestTableFits(t *testing.T) {
	for _, width := range []int{0, 80, 70} {
		out := write(t, textFormat, samples()["several"], Options{Lang: text.French, Width: width})
		table := strings.Split(strings.TrimSpace(out[strings.LastIndex(out, "\nFichier"):]), "\n")
		if len(table) != 8 {
			t.Fatalf("the table has %d lines, want 8", len(table))
		}
		ends := regexp.MustCompile(`(?: conforme| non conforme| non jugé| jugé en partie)$`)
		for _, line := range table[1 : len(table)-1] {
			verdict := ends.FindString(line)
			if got, want := columns(strings.TrimSuffix(line, verdict)), columns(table[0])-columns("Verdict")-1; verdict == "" || got != want {
				t.Errorf("the verdict of %q starts in column %d, want %d", line, got, want)
			}
			if width > 0 && columns(line) > width {
				t.Errorf("%q has %d columns, want %d at most", line, columns(line), width)
			}
		}
	}
}

func TestCleanFileIsOneLine(t *testing.T) {
	for _, name := range []string{"clean", "newer"} {
		for _, width := range []int{0, 40} {
			got := write(t, textFormat, samples()[name], Options{Lang: text.French, Width: width})
			if strings.Count(got, "\n") != 1 {
				t.Errorf("%s: %q", name, got)
			}
		}
		if got := write(t, textFormat, samples()[name], Options{Quiet: true}); got != "" {
			t.Errorf("%s, quiet: %q", name, got)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestWriteErrorIsTold(t *testing.T) {
	for _, f := range Formats() {
		if err := f.New(brokenPipe{}, Options{}).Write(samples()["faulty"]); err != os.ErrClosed {
			t.Errorf("%s: error %v, want %v", f.Name, err, os.ErrClosed)
		}
	}
}

// On a runner of GitHub no line of the report is a command, whatever files are
// called and cells hold.
func TestNoWorkflowCommands(t *testing.T) {
	r := samples()["hostile"]
	r.Files[0].File.Path = "::error::a"
	for i := range r.Files[0].Findings {
		r.Files[0].Findings[i].Value = "::stop-commands::x ##[add-path]y"
	}
	env := func(name string) string { return map[string]string{"GITHUB_ACTIONS": "true"}[name] }
	for _, verbose := range []bool{false, true} {
		report := write(t, textFormat, r, Options{Lang: text.French, Verbose: verbose, Env: env, Width: 20})
		for line := range strings.Lines(report) {
			if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
				t.Errorf("a runner would obey %q", line)
			}
		}
	}
}
