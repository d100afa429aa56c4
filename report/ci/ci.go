// Package ci writes results for the programs that watch over changes: code
// hosts, build servers and editors. Each format is what its readers document;
// none holds a clock, a host name or an absolute path, so that the same data
// gives the same bytes.
package ci

import (
	"cmp"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// Formats lists the formats of this package.
func Formats() []report.Format {
	return []report.Format{sarifFormat, junitFormat, checkstyleFormat, githubFormat, gitlabFormat}
}

// A run is what all formats write from: the result, its language, and the
// folder below which paths are named.
type run struct {
	*validate.Result
	lang   text.Lang
	roots  []string // folders of which paths are relative, in the order of trust
	folder string   // of the run
	checks map[string]*validate.Check
}

// rootVariables name the folder of the checked-out project, the most telling
// first.
var rootVariables = []string{"GITHUB_WORKSPACE", "CI_PROJECT_DIR", "PWD"}

func newRun(r *validate.Result, o report.Options) *run {
	out := &run{Result: r, lang: cmp.Or(o.Lang, text.French), checks: make(map[string]*validate.Check, len(r.Checks))}
	for _, c := range r.Checks {
		out.checks[c.Code] = c
	}
	if o.Env != nil {
		for _, name := range rootVariables {
			if root := slashed(o.Env(name)); root != "" {
				root = strings.TrimSuffix(root, "/") + "/"
				if out.roots = append(out.roots, root); name == "PWD" {
					out.folder = root
				}
			}
		}
	}
	return out
}

// title is the short label of a check, or its code.
func (r *run) title(code string) string {
	if c := r.checks[code]; c != nil && !c.Title.Empty() {
		return report.Typeset(r.lang, c.Title.In(r.lang))
	}
	return report.Show(code, nameWidth)
}

// say says a finding and how to mend it.
func (r *run) say(file *validate.FileResult, f *validate.Finding) string {
	message, hint := report.Message(r.Result, file, f, r.lang)
	if hint != "" {
		message += " " + hint
	}
	return message
}

// failure says why a file was not judged.
func (r *run) failure(f *validate.Failure) string {
	return report.Show(report.Typeset(r.lang, f.Say.In(r.lang)), 0)
}

// exit is the exit code of the run, and its meaning.
func (r *run) exit() (code int, meaning string) {
	switch {
	case r.refused():
		code = 2
	case r.Summary.Unjudged > 0:
		code = 3
	case r.reached():
		code = 1
	}
	return code, r.fill(sayExit[code])
}

// refused says whether nothing was judged for want of a usable schema.
func (r *run) refused() bool {
	for _, f := range r.Files {
		if f.Failure == nil || f.Failure.Code != "bad-schema" {
			return false
		}
	}
	return len(r.Files) > 0
}

// reached says whether some finding is at or above the threshold.
func (r *run) reached() bool {
	for _, f := range r.Files {
		if r.FailOn != validate.None && f.Worst() >= r.FailOn {
			return true
		}
	}
	return false
}
