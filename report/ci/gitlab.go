package ci

import (
	"io"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// gitlabFormat is GitLab's report of code quality: one list, each entry with a
// fingerprint of its own that no line number goes into. GitLab shows the
// description only, so that begins with the check's code.
var gitlabFormat = report.Format{
	Name: "gitlab",
	Title: text.Text{
		FR: "GitLab Code Quality (JSON), pour les demandes de fusion",
		EN: "GitLab Code Quality (JSON), for merge requests",
	},
	Refusals: true,
	New:      func(w io.Writer, o report.Options) report.Writer { return &gitlabWriter{w: w, o: o} },
}

var gitlabSeverities = map[validate.Severity]string{validate.Error: "major", validate.Warning: "minor", validate.Notice: "info"}

type gitlabWriter struct {
	w    io.Writer
	o    report.Options
	seen map[string]bool   // fingerprints that are taken
	last map[string]string // by what was asked for: the one that was given last
}

type gitlabIssue struct {
	Description string         `json:"description"`
	Check       string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end,omitempty"`
}

// Close has nothing to write: Write has written a whole document.
func (g *gitlabWriter) Close() error { return nil }

// Write writes the report as one document.
func (g *gitlabWriter) Write(result *validate.Result) error {
	r := newRun(result, g.o)
	g.seen, g.last = map[string]bool{}, map[string]string{}
	issues := []gitlabIssue{}
	for i, f := range r.Files {
		path := r.path(f.File)
		if path == "" {
			path = "?"
		}
		if f.Failure != nil {
			code := f.Failure.Code
			issues = append(issues, gitlabIssue{
				r.described(code, r.failure(f.Failure)), code, g.unique(digest(path, code)), "critical", gitlabLocation{path, gitlabLines{Begin: 1}},
			})
		}
		for _, group := range r.groups(i) {
			issues = g.group(issues, r, path, group)
		}
	}
	return report.WriteJSON(g.w, issues)
}

// group adds the issues of a group: one for each finding, and one for those of
// which only the number is known.
func (g *gitlabWriter) group(issues []gitlabIssue, r *run, path string, of *group) []gitlabIssue {
	severity := gitlabSeverities[of.Severity]
	for _, f := range of.findings {
		lines := gitlabLines{Begin: lineOf(f)}
		if at, ok := regionOf(of.file.File, f); ok && at.endLine > lines.Begin {
			lines.End = at.endLine
		}
		issues = append(issues, gitlabIssue{
			r.described(of.Code, r.say(of.file, f)), of.Code, g.unique(digest(path, fingerprint(of.file, f))), severity, gitlabLocation{path, lines},
		})
	}
	if n := of.unkept(); n > 0 {
		issues = append(issues, gitlabIssue{
			r.described(of.Code, r.others(of, n)), of.Code, g.unique(digest(path, of.Code, of.Field, "rest")), severity, gitlabLocation{path, gitlabLines{Begin: 1}},
		})
	}
	return issues
}

// described says a code and a sentence.
func (r *run) described(code, said string) string {
	return report.Show(code, nameWidth) + r.fill(sayColon) + said
}

// unique gives the fingerprint, or one made of it where it is taken: the n-th
// finding of a kind always has the same.
func (g *gitlabWriter) unique(wanted string) string {
	fingerprint := wanted
	if last, again := g.last[wanted]; again {
		fingerprint = digest(last)
	}
	for g.seen[fingerprint] {
		fingerprint = digest(fingerprint)
	}
	g.seen[fingerprint], g.last[wanted] = true, fingerprint
	return fingerprint
}
