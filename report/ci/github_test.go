package ci

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/report/internal/golden"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// A heard command is what the runner of GitHub Actions makes of a line.
type heard struct {
	level, message string
	properties     map[string]string
}

// hear reads a line as the runner does: "::", a name, properties up to the
// next "::", and the rest is the message. Properties are divided by commas and
// have a "=". Escapes are taken back, "%25" last.
func hear(line string) (heard, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), "::")
	if !ok {
		return heard{}, false
	}
	head, message, ok := strings.Cut(rest, "::")
	if !ok {
		return heard{}, false
	}
	out := heard{properties: map[string]string{}, message: strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%").Replace(message)}
	out.level, head, _ = strings.Cut(head, " ")
	for part := range strings.SplitSeq(strings.TrimSpace(head), ",") {
		name, value, ok := strings.Cut(part, "=")
		if ok && name != "" && value != "" {
			out.properties[name] = strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(value)
		}
	}
	return out, true
}

func TestCommandsAreHeard(t *testing.T) {
	for _, c := range []heard{
		{"error", "a: b, c", map[string]string{"file": "a,b:c.csv", "title": "100 %"}},
		{"warning", "::error::%0A\r\n%25", map[string]string{"file": "x::y%3A\nz", "line": "3"}},
		{"notice", "", map[string]string{}},
	} {
		sent := command{level: c.level, data: c.message}
		for _, name := range []string{"file", "line", "title"} {
			if value, ok := c.properties[name]; ok {
				sent.properties = append(sent.properties, name, value)
			}
		}
		got, ok := hear(sent.String())
		if diff := cmp.Diff(c, got, cmp.AllowUnexported(heard{})); !ok || diff != "" || strings.Contains(sent.String(), "\n") {
			t.Errorf("%q is heard as (-want +got):\n%s", sent, diff)
		}
	}
}

func TestAnnotations(t *testing.T) {
	number := regexp.MustCompile(`^[1-9][0-9]*$`)
	each(t, []report.Format{githubFormat}, func(name, written string) {
		levels := map[string]int{}
		lines := strings.Split(strings.TrimSuffix(written, "\n"), "\n")
		for i, line := range lines {
			c, ok := hear(line)
			if !ok {
				if line != "" && (i+1 < len(lines) || !strings.HasPrefix(line, "socle")) || strings.Contains(line, "##[") {
					t.Errorf("%s: line %q", name, line)
				}
				continue
			}
			levels[c.level]++
			for property, value := range c.properties {
				switch property {
				case "file", "title":
				case "line", "endLine", "col", "endColumn":
					if !number.MatchString(value) {
						t.Errorf("%s: %s is %s", name, property, value)
					}
				default:
					t.Errorf("%s: the property %q", name, property)
				}
			}
			if p := c.properties; p["col"] != "" && p["line"] != p["endLine"] || p["endColumn"] != "" && p["col"] == "" {
				t.Errorf("%s: GitHub refuses %q", name, line)
			}
			if c.message == "" || c.properties["title"] == "" {
				t.Errorf("%s: %q says nothing", name, line)
			}
		}
		for level, n := range levels {
			if n > mostAnnotations || githubLevels[validate.Error] != level && level != "warning" && level != "notice" {
				t.Errorf("%s: %d of %q", name, n, level)
			}
		}
	})
}

// Of many findings those are annotated that tell most: one of each group, of
// each file.
func TestTheMostUsefulAnnotations(t *testing.T) {
	written := write(t, githubFormat, crowded(3, 2, 20), report.Options{Lang: text.English})
	var got []string
	for line := range strings.Lines(written) {
		if c, ok := hear(strings.TrimSuffix(line, "\n")); ok {
			got = append(got, fmt.Sprint(c.properties["file"], " ", c.properties["line"], " ", strings.Contains(c.message, "21 in total, column")))
		}
	}
	want := []string{
		"0.csv 2 true", "1.csv 2 true", "2.csv 2 true", "0.csv 2 true", "1.csv 2 true", "2.csv 2 true",
		"0.csv 3 false", "1.csv 3 false", "2.csv 3 false", "0.csv 3 false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// summaryOf gives what the format adds to a file of that content.
func summaryOf(t *testing.T, r *validate.Result, lang text.Lang, before string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "summary.md")
	if err := os.WriteFile(path, []byte(before), 0o644); err != nil {
		t.Fatal(err)
	}
	write(t, githubFormat, r, report.Options{Lang: lang, Env: func(name string) string {
		if name == summaryVariable {
			return path
		}
		return ""
	}})
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	added, ok := strings.CutPrefix(string(data), before)
	if !ok {
		t.Fatal("what stood in the summary is gone")
	}
	return added
}

func TestSummary(t *testing.T) {
	all := samples()
	for _, name := range []string{"clean", "faulty", "several", "hostile"} {
		golden.Check(t, name+".summary.md", summaryOf(t, all[name], text.French, ""))
	}
	golden.Check(t, "several.en.summary.md", summaryOf(t, all["several"], text.English, "# Before\n"))
}

// Every row of a table has the columns of its head, and no mark of Markdown or
// HTML is left without its backslash.
func TestSummaryIsPlain(t *testing.T) {
	escapes := regexp.MustCompile("\\\\[\\\\`*_{}\\[\\]<>#|~@&$!:.]")
	for name, r := range samples() {
		columns := 0
		for line := range strings.Lines(summaryOf(t, r, text.French, "")) {
			line = strings.TrimLeft(strings.TrimSuffix(line, "\n"), "#")
			bare := escapes.ReplaceAllString(line, "")
			if !strings.HasPrefix(line, "|") {
				columns = 0
			} else if n := strings.Count(bare, "|"); columns == 0 {
				columns = n
			} else if n != columns {
				t.Errorf("%s: %d columns, not %d: %s", name, n, columns, line)
			}
			if strings.ContainsAny(bare, "\\`*_{}[]<>#~@&$!") || strings.Contains(bare, "://") || strings.Contains(bare, "www.") || !utf8.ValidString(line) {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

func TestSummaryFits(t *testing.T) {
	r := crowded(40, 100, 3)
	for _, before := range []int{0, summarySize - 5000, summarySize - 10, summarySize + 10} {
		added := summaryOf(t, r, text.English, strings.Repeat("x", before))
		if len(added) > max(summarySize-before, 0) {
			t.Errorf("%d bytes behind %d", len(added), before)
		}
		if before == summarySize-5000 && !strings.Contains(added, "There is no room here for") {
			t.Error("it is not said that rows are left out")
		}
	}
	write := newRun(r, report.Options{Lang: text.English})
	whole := string(write.summary(summarySize))
	rows, lost := strings.Count(whole, "| error |"), string(write.summary(100000))
	var told int
	if _, after, ok := strings.Cut(lost, "no room here for "); ok {
		fmt.Sscan(strings.ReplaceAll(after[:5], ",", ""), &told)
	}
	if shown := strings.Count(lost, "| error |"); rows != 4000 || shown+told != rows {
		t.Errorf("%d rows shown, %d told as left out, of %d", shown, told, rows)
	}
}

func TestSummaryCannotBeWritten(t *testing.T) {
	folder := t.TempDir()
	w := githubFormat.New(&strings.Builder{}, report.Options{Env: func(string) string { return folder }})
	if err := w.Write(sample()); err == nil {
		t.Error("nobody says that the summary was not written")
	}
}

// Whatever a file is called and says, one line is one command, and is heard as
// it was meant.
func FuzzCommand(f *testing.F) {
	f.Add("a,b:c.csv", "100 % ::error::")
	f.Add(nasty, nasty)
	f.Fuzz(func(t *testing.T, file, message string) {
		line := command{"error", []string{"file", "x" + file, "line", "3"}, message}.String()
		got, ok := hear(line)
		want := heard{"error", message, map[string]string{"file": "x" + file, "line": "3"}}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(heard{})); !ok || diff != "" || strings.ContainsAny(line, "\r\n") {
			t.Errorf("%q (-want +got):\n%s", line, diff)
		}
	})
}
