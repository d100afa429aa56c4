package ci

import (
	"encoding/xml"
	"io"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// checkstyleFormat is the report of Checkstyle, version 5.0, which most build
// servers read. A fault of the whole file stands on line 1; the source is
// "socle." and the check's code.
var checkstyleFormat = report.Format{
	Name: "checkstyle",
	Title: text.Text{
		FR: "le rapport de Checkstyle (XML), pour les serveurs d'intégration",
		EN: "the report of Checkstyle (XML), for build servers",
	},
	Refusals: true,
	New:      func(w io.Writer, o report.Options) report.Writer { return &checkstyleWriter{w: w, o: o} },
}

var checkstyleSeverities = map[validate.Severity]string{validate.Error: "error", validate.Warning: "warning", validate.Notice: "info"}

type checkstyleWriter struct {
	w io.Writer
	o report.Options
}

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr,omitempty"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// Close has nothing to write: Write has written a whole document.
func (c *checkstyleWriter) Close() error { return nil }

// Write writes the report as one document.
func (c *checkstyleWriter) Write(result *validate.Result) error {
	r := newRun(result, c.o)
	out := checkstyleReport{Version: "5.0"}
	for i, f := range r.Files {
		out.Files = append(out.Files, checkstyleFile{r.shownPath(f.File), r.checkstyleErrors(i, f)})
	}
	return writeXML(c.w, out)
}

func (r *run) checkstyleErrors(number int, f *validate.FileResult) []checkstyleError {
	var out []checkstyleError
	if f.Failure != nil {
		out = append(out, checkstyleError{1, 0, "error", r.failure(f.Failure), source(f.Failure.Code)})
	}
	for _, g := range r.groups(number) {
		severity := checkstyleSeverities[g.Severity]
		for _, finding := range g.findings {
			e := checkstyleError{lineOf(finding), 0, severity, r.say(f, finding), source(g.Code)}
			if at, ok := regionOf(f.File, finding); ok {
				e.Column = at.char
			}
			out = append(out, e)
		}
		if n := g.unkept(); n > 0 {
			out = append(out, checkstyleError{1, 0, severity, r.others(g, n), source(g.Code)})
		}
	}
	return out
}

func source(code string) string { return "socle." + report.Show(code, nameWidth) }
