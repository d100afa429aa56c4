package ci

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// junitFormat is the XML of JUnit as Jenkins and others read it: a suite for
// each file, and in it a case for each check and column with faults. Those at
// or above the threshold have failed, the others have passed and say what was
// found. A column of the schema without any fault is a case that has passed,
// and so is a file that conforms; one that was not judged is an error. Times
// are 0, for no report holds a clock.
var junitFormat = report.Format{
	Name: "junit",
	Title: text.Text{
		FR: "JUnit (XML), pour Jenkins, GitLab et les autres : un essai par contrôle et par colonne",
		EN: "JUnit (XML), for Jenkins, GitLab and others: a case for each check and column",
	},
	Refusals: true,
	New:      func(w io.Writer, o report.Options) report.Writer { return &junitWriter{w: w, o: o} },
}

// placesTold is how many findings of a case are told one by one.
const placesTold = 10

type junitWriter struct {
	w io.Writer
	o report.Options
}

type junitReport struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Time     string       `xml:"time,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	ID       int         `xml:"id,attr"`
	File     string      `xml:"file,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Time     string      `xml:"time,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Time    string        `xml:"time,attr"`
	Failure *junitProblem `xml:"failure"`
	Error   *junitProblem `xml:"error"`
	Told    string        `xml:"system-out,omitempty"`
}

type junitProblem struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// Close has nothing to write: Write has written a whole document.
func (j *junitWriter) Close() error { return nil }

// Write writes the report as one document.
func (j *junitWriter) Write(result *validate.Result) error {
	r := newRun(result, j.o)
	out := junitReport{Name: "socle", Time: "0"}
	for i := range r.Files {
		suite := r.suite(i)
		out.Tests += suite.Tests
		out.Failures += suite.Failures
		out.Errors += suite.Errors
		out.Suites = append(out.Suites, suite)
	}
	return writeXML(j.w, out)
}

// suite writes a file.
func (r *run) suite(number int) junitSuite {
	f := r.Files[number]
	name := r.shownPath(f.File)
	out := junitSuite{Name: name, ID: number, File: name, Time: "0"}
	add := func(c junitCase) {
		c.Class, c.Time = name, "0"
		out.Tests++
		if c.Failure != nil {
			out.Failures++
		}
		if c.Error != nil {
			out.Errors++
		}
		out.Cases = append(out.Cases, c)
	}
	if f.Failure != nil {
		said := r.failure(f.Failure)
		add(junitCase{Name: r.fill(sayJudged), Error: &junitProblem{said, report.Show(f.Failure.Code, nameWidth), said}})
	}
	touched := map[string]bool{}
	for _, g := range r.groups(number) {
		touched[g.Field] = true
		add(r.groupCase(g))
	}
	if out.Failures+out.Errors == 0 {
		add(junitCase{Name: r.conforms(f)})
	}
	for _, c := range f.Columns {
		if c.Field != "" && !touched[c.Field] {
			touched[c.Field] = true
			add(junitCase{Name: r.fill(sayColumn, "field", report.Show(c.Field, nameWidth))})
		}
	}
	return out
}

// groupCase writes what a check found in a column.
func (r *run) groupCase(g *group) junitCase {
	name := r.title(g.Code) + " [" + report.Show(g.Code, nameWidth) + "]"
	if g.Field != "" {
		column := r.fill(sayNoLabel, "field", report.Show(g.Field, nameWidth))
		name = r.fill(sayCase, "place", column, "title", r.title(g.Code), "code", report.Show(g.Code, nameWidth))
	}
	out := junitCase{Name: name}
	told := r.told(g)
	if g.Severity < r.threshold() {
		out.Told = r.count(g) + r.fill(sayColon) + told
		return out
	}
	out.Failure = &junitProblem{r.count(g) + r.fill(sayColon) + r.title(g.Code), report.Show(g.Code, nameWidth), told}
	return out
}

// threshold is the severity from which on a case has failed. Errors are never
// said to have passed.
func (r *run) threshold() validate.Severity {
	if r.FailOn == validate.None {
		return validate.Error
	}
	return min(r.FailOn, validate.Error)
}

// count says how many findings a group has.
func (r *run) count(g *group) string {
	return report.Tally(g.Severity, g.Count.Count, r.lang)
}

// told tells the first findings of a group, a line each, and how many more
// there are.
func (r *run) told(g *group) string {
	var lines []string
	for _, f := range g.findings[:min(placesTold, len(g.findings))] {
		line := r.say(g.file, f)
		if place := r.placeOf(g.file.File, f); place != "" {
			if f.Pos.Line > 0 && f.Column > 0 {
				place += " (" + r.fill(sayLine, "n", strconv.Itoa(f.Pos.Line)) + ")"
			}
			line = place + r.fill(sayColon) + line
		}
		lines = append(lines, line)
	}
	if more := g.Count.Count - len(lines); more > 0 {
		lines = append(lines, "… "+r.fill(sayAndMore, "n", r.number(more)))
	}
	return strings.Join(lines, "\n")
}

// conforms names the case of a file without failures.
func (r *run) conforms(f *validate.FileResult) string {
	if f.Schema == nil {
		return r.fill(sayJudged)
	}
	return r.fill(sayConforms, "schema", report.Show(f.Schema.ID(), nameWidth))
}
