package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/report/book"
	"github.com/socle-commun/socle/report/ci"
	"github.com/socle-commun/socle/report/html"
)

// formats lists all formats of reports, the default first.
func formats() []report.Format {
	return slices.Concat(report.Formats(), []report.Format{html.Format, book.Format}, ci.Formats())
}

// formatNamed gives a format, which must be known.
func formatNamed(name string) report.Format {
	all := formats()
	return all[slices.IndexFunc(all, func(f report.Format) bool { return f.Name == name })]
}

// A reportTo is one of those that a run writes.
type reportTo struct {
	format report.Format
	path   string  // "" for standard output
	out    *output // nil for standard output
	flag   purpose // what path was said by

	stream report.Streamer // of a format that takes findings as they are found, once its file is open
}

// A formatList is the flag --format: it adds one report each time, as FORMAT
// or FORMAT:FILE.
type formatList struct{ to *[]reportTo }

func formatNames() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.Name)
	}
	return names
}

// Set takes one more report.
func (l formatList) Set(s string) error {
	name, path, file := strings.Cut(s, ":")
	name = strings.ToLower(strings.TrimSpace(name))
	if !slices.Contains(formatNames(), name) {
		return &badValue{words: formatNames()}
	}
	if file && strings.TrimSpace(path) == "" {
		return errBlank
	}
	*l.to = append(*l.to, reportTo{format: formatNamed(name), path: path})
	return nil
}

// String gives nothing: the default is told in words.
func (l formatList) String() string { return "" }

// Type names the flag's values in help, where its usage does not.
func (l formatList) Type() string { return "FORMAT[:FILE]" }

// formatFlags adds --format and --output.
func (a *app) formatFlags(cmd *cobra.Command, r *request) {
	flags := cmd.Flags()
	flags.VarP(formatList{&r.reports}, "format", "f", a.say("`FORMAT[:FICHIER]` d'un rapport, à répéter pour en avoir plusieurs ; FORMAT est %s (sinon text)",
		"`FORMAT[:FILE]` of a report, to be repeated for several; FORMAT is %s (else text)", a.any(formatNames())))
	if err := cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // a flag that was not added a line above
	}
	flags.VarP(filled{&r.output}, "output", "o", a.say("`FICHIER` du rapport dont --format ne dit pas où il va (sinon la sortie standard)",
		"`FILE` of the report of which --format does not say where it goes (else standard output)"))
	flags.BoolVar(&r.excel, "excel", false, a.say("écrit le rapport csv pour qu'Excel l'ouvre d'un double clic (points-virgules, marque UTF-8)", "writes the csv report so that a French Excel opens it at a double click (semicolons, UTF-8 mark)"))
}

// gitlabReport is where GitLab's documentation has the report of code quality,
// in the folder of the project.
const gitlabReport = "gl-code-quality-report.json"

// planReports settles which reports the run writes and where: what the flags
// ask for or else, beside the text, the annotations of the CI that it runs in.
// No two reports go to one place.
func (a *app) planReports(r *request) error {
	if len(r.reports) == 0 {
		r.reports = []reportTo{{format: formats()[0]}}
		if r.output == "" {
			r.reports = append(r.reports, a.annotations()...)
		}
	}
	places, csv := map[string]bool{}, false
	for i := range r.reports {
		w := &r.reports[i]
		if w.flag = forFormat; w.path == "" {
			w.flag, w.path, r.output = forReport, r.output, ""
		}
		if w.path == "-" {
			w.path = ""
		}
		place := absolute(resolved(w.path, mostLinks))
		if w.path == "" {
			place = ""
		}
		switch {
		case w.path == "" && w.format.Binary:
			return a.usage("le format %[1]s ne se lit pas à l'écran : écrivez --format %[1]s:FICHIER.", "the format %[1]s cannot be read on a screen: write --format %[1]s:FILE.", w.format.Name)
		case w.path == "" && places[place] && !w.format.Beside:
			return a.usage("deux rapports iraient sur la sortie standard : donnez un fichier à l'un d'eux, --format %s:FICHIER.",
				"two reports would go to standard output: give one of them a file, --format %s:FILE.", w.format.Name)
		case w.path != "" && places[place]:
			return a.usage("deux rapports iraient dans le fichier %s.", "two reports would go to the file %s.", w.path)
		}
		places[place] = true
		csv = csv || w.format.Name == "csv"
		r.options.Cells = r.options.Cells || w.format.Cells
	}
	if r.excel && !csv {
		return a.usage("--excel ne change que le rapport csv : ajoutez --format csv:FICHIER.", "--excel changes the csv report only: add --format csv:FILE.")
	}
	if r.output != "" {
		return a.usage("--output ne sert qu'à un rapport dont --format ne dit pas où il va, et il n'y en a pas.", "--output is for a report of which --format does not say where it goes, and there is none.")
	}
	return nil
}

// annotations are the reports that a CI shows beside the files, where the run
// is in one.
func (a *app) annotations() []reportTo {
	switch {
	case os.Getenv("GITHUB_ACTIONS") == "true":
		return []reportTo{{format: formatNamed("github")}}
	case os.Getenv("GITLAB_CI") == "true":
		return []reportTo{{format: formatNamed("gitlab"), path: filepath.Join(os.Getenv("CI_PROJECT_DIR"), gitlabReport)}}
	}
	return nil
}

// openReports opens the files of the reports: none is among the files that
// the run reads.
func (a *app) openReports(r *request, reads []string) error {
	for i := range r.reports {
		w := &r.reports[i]
		var to io.Writer = a.out
		if w.path != "" {
			var err error
			if w.out, err = a.createFor(w.flag, w.path, reads); err != nil {
				r.dropReports()
				return err
			}
			to = w.out
		}
		if w.format.Streams {
			w.stream = w.format.New(to, a.reportOptions(r, w)).(report.Streamer)
		}
	}
	return nil
}

// streams lists the reports that take findings as they are found, and says
// whether all do.
func (r *request) streams() (to []report.Streamer, all bool) {
	for _, w := range r.reports {
		if w.stream != nil {
			to = append(to, w.stream)
		}
	}
	return to, len(to) == len(r.reports)
}

// dropReports gives up the files that no report was written to.
func (r *request) dropReports() {
	for i := range r.reports {
		if out := r.reports[i].out; out != nil {
			out.drop()
			r.reports[i].out = nil
		}
	}
}
