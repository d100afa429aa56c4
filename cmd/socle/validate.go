package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/france/territory"
	"github.com/socle-commun/socle/validate/input"
)

// A request is what the flags of validate ask for.
type request struct {
	schema         string
	reports        []reportTo
	output         string // where the report goes of which reports does not say it
	rejects        string // where rows with errors go; "" for nowhere
	accepted       string // where the others go
	options        validate.Options
	input          input.Options
	land           *territory.Land // that the data must be of; nil for none
	failOn         validate.Severity
	progress       progressMode
	jobs           int
	again          *reopener // nil where no report reads data again
	quiet, verbose bool
	excel          bool
}

var thresholds = []word[validate.Severity]{
	{name: "error", value: validate.Error, also: []string{"erreur"}},
	{name: "warning", value: validate.Warning, also: []string{"avertissement"}},
	{name: "never", value: validate.None, also: []string{"jamais"}},
}

func (a *app) validate() *cobra.Command {
	r := &request{failOn: validate.Error, jobs: runtime.NumCPU()}
	r.options.MaxFindings = 1000
	cmd := &cobra.Command{
		Use:     a.say("validate [FICHIER|DOSSIER|ADRESSE|-]...", "validate [FILE|FOLDER|ADDRESS|-]..."),
		Aliases: []string{"valider", "check"}, SuggestFor: []string{"valide", "verifier", "vérifier", "lint", "test"},
		Short: a.say("Vérifie des fichiers et dit quoi corriger", "Checks files and says what to mend"),
		Long:  a.say(validateFR, validateEN),
		Example: a.say("socle valider subventions.csv\nsocle valider --schema scdl/subventions@2.1.1 --strict subventions.csv\nsocle valider --format json --output rapport.json dossier/\ncat export.csv | socle valider -",
			"socle validate subventions.csv\nsocle validate --schema scdl/subventions@2.1.1 --strict subventions.csv\nsocle validate --format json --output report.json folder/\ncat export.csv | socle validate -"),
		ValidArgsFunction: completeFiles,
	}
	a.validateFlags(cmd, r)
	read := a.inputFlags(cmd)
	land := a.territoryFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		var err error
		if r.input, err = read(); err != nil {
			return err
		}
		if r.land, err = land(); err != nil {
			return err
		}
		r.input.FirstRow = r.options.Strict
		return a.runValidate(cmd.Context(), r, paths)
	}
	return cmd
}

func (a *app) validateFlags(cmd *cobra.Command, r *request) {
	flags := cmd.Flags()
	a.schemaFlag(cmd, &r.schema)
	a.officialFlag(cmd)
	a.formatFlags(cmd, r)
	a.rejectsFlags(cmd, r)
	flags.BoolVar(&r.options.Strict, "strict", false, a.say("applique Table Schema à la lettre", "applies Table Schema to the letter"))
	addChoice(cmd, flags, &r.failOn, thresholds, "fail-on", "", a.say("gravité qui donne le code de sortie 1", "severity that gives exit code 1"))
	flags.Var(number{&r.options.MaxFindings, 0}, "max-findings", a.say("fautes gardées par fichier, outre les cinq premières de chaque sorte, `N` = 0 pour toutes ; les totaux sont toujours exacts", "findings kept for each file, besides the first five of each kind, `N` = 0 for all; totals are always exact"))
	flags.Var(number{&r.jobs, 1}, "jobs", a.say("`N` calculs à la fois", "`N` computations at once"))
	flags.BoolVarP(&r.quiet, "quiet", "q", false, a.say("ne montre que ce qui ne va pas", "shows only what is wrong"))
	flags.BoolVarP(&r.verbose, "verbose", "v", false, a.say("montre chaque faute, et non les premières de chaque sorte", "shows every fault, not the first of each kind"))
	addChoice(cmd, flags, &r.progress, progressModes, "progress", "", a.say("montre l'avancement (auto : si c'est long, et sur un écran)", "shows progress (auto: if it takes long, and on a screen)"))
}

// runValidate judges the files and writes the report. What cannot be right is
// refused before any file is read.
func (a *app) runValidate(ctx context.Context, r *request, paths []string) error {
	if r.quiet && r.verbose {
		return a.usage("--quiet et --verbose se contredisent : choisissez.", "--quiet and --verbose contradict each other: choose.")
	}
	if err := a.checkOfficial(r.schema); err != nil {
		return err
	}
	if err := a.planReports(r); err != nil {
		return err
	}
	var schema *schemas.Schema
	without := slices.Contains(noSchemas, strings.ToLower(r.schema))
	if r.schema != "" && !without {
		var err error
		if schema, err = a.dataSchema(r.schema); err != nil {
			return a.reportRefused(r, paths, err)
		}
	}
	targets, err := a.targets(paths)
	if err != nil {
		return err
	}
	if schema != nil && slices.ContainsFunc(targets, func(t target) bool { return t.table != nil }) {
		return a.usage("un Data Package nomme lui-même les schémas de ses fichiers : enlevez --schema, ou donnez les fichiers un à un.",
			"a Data Package names the schemas of its files: drop --schema, or give the files one by one.")
	}
	if err := a.placeRows(r, targets, reads(schema, targets)); err != nil {
		return err
	}
	among, err := a.catalogue()
	if err != nil {
		return err
	}
	if err := a.openReports(r, reads(schema, targets)); err != nil {
		return err
	}
	result := &validate.Result{Version: versionName(), FailOn: r.failOn, Strict: r.options.Strict}
	if to, all := r.streams(); to != nil {
		r.options.Streamed = all && r.rejects == "" && r.accepted == ""
		r.options.Stream = func(file *validate.FileResult, findings []validate.Finding) {
			for _, s := range to {
				s.Found(result, file, findings)
			}
			a.out.Flush() // its error stays, and ends the run
		}
	}
	bar := a.newProgress(r.progress, r.quiet, targets)
	j := &judge{app: a, chooser: newChooser(schema, without, among, r.options), input: r.input, jobs: r.jobs, bar: bar}
	j.chooser.checks = checks.AllWithin(r.land)
	r.again = a.newReopener(ctx, r, j.chooser.fit)
	j.again = r.again
	result.Checks = j.chooser.checks
	for _, f := range j.all(ctx, targets) {
		result.Add(f)
	}
	bar.close()
	unsorted := a.tellSorted(targets, result, r.quiet)
	if err := a.deliverAll(r, result); err != nil {
		return err
	}
	if unsorted != nil {
		return unsorted
	}
	return verdict(result)
}

// reads lists the files that a run reads.
func reads(schema *schemas.Schema, targets []target) []string {
	var paths []string
	for _, t := range targets {
		paths = append(paths, t.path)
		if t.archive != "" {
			paths = append(paths, t.archive)
		}
	}
	if schema != nil && schema.Source != "" {
		paths = append(paths, schema.Source)
	}
	return paths
}

// deliverAll writes every report that is wanted, and says where those are that
// went to files. It gives the first error, once all were tried and the others
// are told.
func (a *app) deliverAll(r *request, result *validate.Result) error {
	var first error
	for i := range r.reports {
		w := &r.reports[i]
		err := a.deliver(w.out, func(to io.Writer) error { return a.report(to, r, w, result) })
		if err == nil && w.out != nil && !r.quiet {
			fmt.Fprintln(a.stderr, a.say("Rapport écrit dans %s.", "Report written to %s.", shown(w.path)))
		}
		if first == nil {
			first = err
		} else if err != nil {
			a.tell(err.Error())
		}
	}
	return first
}

// report writes the result in one of the formats that were asked for.
func (a *app) report(to io.Writer, r *request, asked *reportTo, result *validate.Result) error {
	if asked.stream != nil {
		return errors.Join(asked.stream.Write(result), asked.stream.Close())
	}
	buffered := bufio.NewWriter(to)
	w := asked.format.New(buffered, a.reportOptions(r, asked))
	for _, step := range []func() error{func() error { return w.Write(result) }, w.Close, buffered.Flush} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// reportOptions say how a report is written: for a screen where it goes to one.
func (a *app) reportOptions(r *request, asked *reportTo) report.Options {
	o := report.Options{Lang: a.lang, Verbose: r.verbose, Quiet: r.quiet, Excel: r.excel, Env: environment}
	if r.again != nil {
		o.Open = r.again.open
	}
	if asked.out == nil && a.screen != nil {
		o.Color = !a.noColor && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(int(a.screen.Fd())); err == nil {
			o.Width = width
		}
	}
	return o
}

// environment gives a variable of the environment. PWD is the folder of the
// run, also where the caller has changed folders without saying so.
func environment(name string) string {
	if name == "PWD" {
		if folder, err := os.Getwd(); err == nil {
			return folder
		}
	}
	return os.Getenv(name)
}

// noSchemas are the words of --schema that ask for none.
var noSchemas = []string{"none", "aucun"}

// verdict turns a result into the exit code.
func verdict(r *validate.Result) error {
	if r.Summary.Unjudged > 0 {
		return &failed{code: exitUnjudged}
	}
	for _, f := range r.Files {
		if r.FailOn != validate.None && f.Worst() >= r.FailOn {
			return &failed{code: exitFindings}
		}
	}
	return nil
}
