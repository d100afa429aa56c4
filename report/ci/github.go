package ci

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// githubFormat is the workflow commands of GitHub Actions, which become
// annotations. GitHub shows mostAnnotations of each level, so no more are
// written: the first finding of each group before the second of any. The whole
// table goes to the summary of the step, the file that GITHUB_STEP_SUMMARY
// names.
var githubFormat = report.Format{
	Name: "github",
	Title: text.Text{
		FR: "annotations de GitHub Actions, et le résumé de l'étape",
		EN: "annotations of GitHub Actions, and the summary of the step",
	},
	Refusals: true,
	Beside:   true,
	New:      func(w io.Writer, o report.Options) report.Writer { return &githubWriter{w: w, o: o} },
}

// mostAnnotations is how many annotations of each level GitHub shows of a step.
const mostAnnotations = 10

var githubLevels = map[validate.Severity]string{validate.Error: "error", validate.Warning: "warning", validate.Notice: "notice"}

type githubWriter struct {
	w io.Writer
	o report.Options
}

// Close has nothing to write: Write has written everything.
func (g *githubWriter) Close() error { return nil }

// Write writes the commands and, where the environment asks for it, the
// summary.
func (g *githubWriter) Write(result *validate.Result) error {
	r := newRun(result, g.o)
	w := bufio.NewWriter(g.w)
	shown := 0
	for _, c := range r.commands() {
		fmt.Fprintln(w, c)
		shown++
	}
	s := r.Summary
	if total := s.Errors + s.Warnings + s.Notices; total > 0 {
		fmt.Fprintln(w, r.fill(sayMark, "shown", r.number(shown), "n", r.number(total), "limit", strconv.Itoa(mostAnnotations)))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if g.o.Env == nil || g.o.Env(summaryVariable) == "" {
		return nil
	}
	return r.summarise(g.o.Env(summaryVariable))
}

// A command is a workflow command: ::level property=value,…::data.
type command struct {
	level      string
	properties []string // names and values in turn
	data       string
}

// String writes the command, without a line end.
func (c command) String() string {
	var b strings.Builder
	b.WriteString("::" + c.level)
	for i := 0; i+1 < len(c.properties); i += 2 {
		b.WriteByte(" ,"[min(i, 1)])
		b.WriteString(c.properties[i] + "=" + properties.Replace(c.properties[i+1]))
	}
	b.WriteString("::" + data.Replace(c.data))
	return b.String()
}

// What the toolkit of GitHub Actions escapes in the data and in properties.
var (
	data       = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	properties = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// A candidate is a finding that may become an annotation.
type candidate struct {
	*group
	finding *validate.Finding // nil for a group of which only the number is known
	turn    int               // of the finding in its group, from 0
	rank    int               // of the group in its file
}

// commands gives the annotations: files that were not judged, then errors,
// warnings and notices, mostAnnotations of each level at most.
func (r *run) commands() []command {
	var out []command
	for _, f := range r.Files {
		if f.Failure != nil && len(out) < mostAnnotations {
			title := sayUnjudged
			if report.Judged(f) {
				title = sayPartly
			}
			c := command{level: "error", data: r.failure(f.Failure)}
			c.properties = append(r.fileProperty(f.File), "title", r.fill(title))
			out = append(out, c)
		}
	}
	for _, severity := range []validate.Severity{validate.Error, validate.Warning, validate.Notice} {
		room := mostAnnotations
		if severity == validate.Error {
			room -= len(out)
		}
		for _, c := range r.candidates(severity, room) {
			out = append(out, r.annotation(c))
		}
	}
	return out
}

// candidates gives the most useful findings of a severity, room at most: one of
// each group first, those of the biggest groups of each file before others.
func (r *run) candidates(severity validate.Severity, room int) []candidate {
	var all []candidate
	for i := range r.Files {
		found := slices.DeleteFunc(r.groups(i), func(g *group) bool { return g.Severity != severity })
		slices.SortStableFunc(found, func(a, b *group) int { return cmp.Compare(b.Count.Count, a.Count.Count) })
		for rank, g := range found {
			if len(g.findings) == 0 {
				all = append(all, candidate{group: g, rank: rank})
			}
			for turn, f := range g.findings[:min(room, len(g.findings))] {
				all = append(all, candidate{g, f, turn, rank})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.turn, b.turn), cmp.Compare(a.rank, b.rank), cmp.Compare(a.number, b.number))
	})
	return all[:min(room, len(all))]
}

// annotation writes a finding; the first of a group says how many there are.
func (r *run) annotation(c candidate) command {
	out := command{level: githubLevels[c.Severity], properties: r.fileProperty(c.file.File)}
	if c.finding != nil {
		out.data = r.say(c.file, c.finding)
		out.properties = append(out.properties, placeProperties(c.file.File, c.finding)...)
		if place := r.placeOf(c.file.File, c.finding); place != "" && c.finding.Column > 0 {
			out.data = place + r.fill(sayColon) + out.data
		}
	} else {
		out.data = r.title(c.Code)
	}
	if n := c.Count.Count; n > 1 && c.turn == 0 {
		out.data += r.fill(sayInTotal, "n", r.number(n), "where", strings.TrimSuffix(strings.Replace(r.where(c.group), " (", ", ", 1), ")"))
	}
	out.properties = append(out.properties, "title", r.title(c.Code)+" ["+report.Show(c.Code, nameWidth)+"]")
	return out
}

// fileProperty names the file, but for what is no file of the project.
func (r *run) fileProperty(f *validate.File) []string {
	if p := r.path(f); p != "" && p != "-" && !isAddress(p) {
		return []string{"file", report.Show(p, 0)}
	}
	return nil
}

// placeProperties says where a finding is. Columns are left out where it spans
// lines: GitHub would refuse the command.
func placeProperties(file *validate.File, f *validate.Finding) []string {
	at, ok := regionOf(file, f)
	if !ok {
		return nil
	}
	out := []string{"line", strconv.Itoa(at.line), "endLine", strconv.Itoa(at.endLine)}
	if at.char > 0 && at.endLine == at.line {
		out = append(out, "col", strconv.Itoa(at.char))
		if at.endChar > 0 {
			out = append(out, "endColumn", strconv.Itoa(at.endChar))
		}
	}
	return out
}
