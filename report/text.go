package report

import (
	"io"

	"github.com/fatih/color"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

var textFormat = Format{
	Name: "text",
	Title: text.Text{
		FR: "pour les personnes" + nb + ": ce qui est à corriger, où et comment",
		EN: "for people: what is to be corrected, where and how",
	},
	New: func(w io.Writer, o Options) Writer {
		return &textWriter{page: newPage(w, o), speech: speech{o.Lang}, o: o}
	},
}

type textWriter struct {
	*page
	speech
	o Options
	r *validate.Result
}

// Write writes all files, and a table of them where there are several.
func (t *textWriter) Write(r *validate.Result) error {
	t.r = r
	gap := false // the file before took more than a line
	for i, f := range r.Files {
		if t.o.Quiet {
			switch {
			case f.Failure != nil:
				t.line(t.head(f) + ". " + typeset(t.lang, Show(f.Failure.Say.In(t.lang), 0)))
			case f.Worst() >= validate.Warning:
				t.line(t.head(f))
			}
			continue
		}
		clean := f.Failure == nil && f.Worst() == validate.None
		if i > 0 && (gap || !clean) {
			t.line("")
		}
		gap = !clean
		if clean {
			t.line(t.clean(f))
			t.reasons(f)
		} else {
			t.file(f)
		}
	}
	if len(r.Files) > 1 && !t.o.Quiet {
		t.line("")
		t.table(r)
	}
	return t.w.Flush()
}

// Close has nothing to write: Write has written all.
func (t *textWriter) Close() error { return nil }

// colour gives the paint of a file's verdict.
func colour(f *validate.FileResult) []color.Attribute {
	switch {
	case f.Failure != nil || f.Errors > 0:
		return red
	case f.Warnings > 0:
		return yellow
	}
	return green
}

// head says the file's name, verdict and counts on one line.
func (t *textWriter) head(f *validate.FileResult) string {
	verdict := t.in(colour(f), t.verdict(f))
	if counts := t.counts(f); counts != "" {
		verdict += " (" + counts + ")"
	}
	return t.fill(sayHead, "path", t.in(bold, t.path(f)), "verdict", verdict)
}

// clean says all of a file that nothing was found in, on one line.
func (t *textWriter) clean(f *validate.FileResult) string {
	s := t.head(f) + ", " + t.number(t.of(f, sayRows), f.Rows)
	if f.Schema == nil {
		return s
	}
	s += ", " + Show(f.Schema.ID(), valueWidth)
	if f.Detected {
		s += t.fill(sayRecognised)
	}
	if f.Newer != "" {
		s += t.fill(sayCleanNewer, "version", Show(f.Newer, valueWidth))
	}
	return s
}

// file says all of a file that something was found in.
func (t *textWriter) file(f *validate.FileResult) {
	t.line(t.head(f))
	if f.Failure == nil || judged(f) {
		if f.File != nil {
			t.para("  ", t.facts(f)+".", nil, "")
			t.reasons(f)
		}
		if f.Schema != nil {
			t.para("  ", t.schema(f)+".", nil, "")
		}
	}
	if score, ok := f.Score(); ok {
		t.para("  ", t.score(f, score)+".", nil, "")
	}
	if f.Failure != nil {
		t.failure(f)
	}
	blocking := func(s validate.Severity) bool {
		return s == validate.Error || t.r.FailOn != validate.None && s >= t.r.FailOn
	}
	t.part(sayBlocking, red, f, blocking)
	t.part(sayOther, yellow, f, func(s validate.Severity) bool { return !blocking(s) })
	if f.Truncated && t.o.Verbose {
		t.line("")
		t.para("  ", t.number(sayKept, f.Errors+f.Warnings+f.Notices,
			"kept", text.Number(t.lang, len(f.Findings))), nil, "")
	}
}

// schema says what the file was judged by.
func (t *textWriter) schema(f *validate.FileResult) string {
	s := t.fill(saySchema, "name", Show(f.Schema.Name, valueWidth))
	if f.Schema.Version != "" {
		s += t.fill(sayVersion, "version", Show(f.Schema.Version, valueWidth))
	}
	if f.Detected {
		if f.NameOnly {
			s += t.fill(sayNameOnly)
		} else {
			s += t.fill(sayDetected)
		}
	} else {
		s += t.fill(sayAsked)
	}
	if t.r.Strict {
		s += t.fill(sayStrict)
	}
	if f.Schema.Proposal {
		s += t.fill(sayProposal)
	}
	if f.Schema.Official {
		s += t.fill(sayOfficial)
	}
	if f.Newer != "" {
		s += t.fill(sayNewer, "version", Show(f.Newer, valueWidth))
	}
	return s
}

// reasons says by what it was found out how the file is written, where every
// detail is wanted.
func (t *textWriter) reasons(f *validate.FileResult) {
	if !t.o.Verbose || f.File == nil {
		return
	}
	for _, reason := range f.File.Reasons {
		t.para("  · ", typeset(t.lang, Show(reason.In(t.lang), 0)), nil, "")
	}
}

// failure says why the file was not judged, or not to its end.
func (t *textWriter) failure(f *validate.FileResult) {
	t.para("  ", typeset(t.lang, Show(f.Failure.Say.In(t.lang), 0)), nil, "")
	t.para("  ", t.extent(f), nil, "")
}

// paintOf gives the paint of a severity.
func paintOf(s validate.Severity) []color.Attribute {
	switch s {
	case validate.Error:
		return red
	case validate.Warning:
		return yellow
	}
	return cyan
}
