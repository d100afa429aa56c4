package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// A request is what the flags of validate ask for.
type request struct {
	schema, output string
	rejects        string // where rows with errors go; "" for nowhere
	accepted       string // where the others go
	format         string
	options        validate.Options
	input          input.Options
	failOn         validate.Severity
	progress       progressMode
	jobs           int
	quiet, verbose bool
}

var thresholds = []word[validate.Severity]{
	{name: "error", value: validate.Error, also: []string{"erreur"}},
	{name: "warning", value: validate.Warning, also: []string{"avertissement"}},
	{name: "never", value: validate.None, also: []string{"jamais"}},
}

func (a *app) validate() *cobra.Command {
	r := &request{format: report.Formats()[0].Name, failOn: validate.Error, jobs: runtime.NumCPU()}
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
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		var err error
		if r.input, err = read(); err != nil {
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
	var formats []word[string]
	for _, f := range report.Formats() {
		formats = append(formats, word[string]{name: f.Name, value: f.Name})
	}
	addChoice(cmd, flags, &r.format, formats, "format", "f", a.say("`FORMAT` du rapport : %s", "`FORMAT` of the report: %s", a.any((&choice[string]{words: formats}).names())))
	flags.VarP(filled{&r.output}, "output", "o", a.say("`FICHIER` du rapport (sinon la sortie standard)", "`FILE` of the report (else standard output)"))
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
	format, _ := report.Find(r.format) // the flag takes known names only
	r.options.Cells = format.Cells
	var schema *schemas.Schema
	if r.schema != "" {
		var err error
		if schema, err = a.tableFor(r.schema); err != nil {
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
	out, err := a.reportTo(r, schema, targets)
	if err != nil {
		return err
	}
	among, err := a.catalogue()
	if err != nil {
		return err
	}
	bar := a.newProgress(r.progress, r.quiet, targets)
	j := &judge{app: a, chooser: newChooser(schema, among, r.options), input: r.input, jobs: r.jobs, bar: bar}
	result := &validate.Result{Version: versionName(), Checks: j.chooser.checks, FailOn: r.failOn, Strict: r.options.Strict}
	for _, f := range j.all(ctx, targets) {
		result.Add(f)
	}
	bar.close()
	unsorted := a.tellSorted(targets, result, r.quiet)
	if err := a.deliver(out, func(w io.Writer) error { return a.report(w, r, result, out == nil) }); err != nil {
		return err
	}
	if unsorted != nil {
		return unsorted
	}
	if out != nil && !r.quiet {
		fmt.Fprintln(a.stderr, a.say("Rapport écrit dans %s.", "Report written to %s.", shown(r.output)))
	}
	return verdict(result)
}

// reportTo opens the file of the report, nil for standard output.
func (a *app) reportTo(r *request, schema *schemas.Schema, targets []target) (*output, error) {
	if r.output == "" || r.output == "-" {
		return nil, nil
	}
	return a.create(r.output, reads(schema, targets))
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

// report writes the result in the format that was asked for.
func (a *app) report(to io.Writer, r *request, result *validate.Result, onScreen bool) error {
	o := report.Options{Lang: a.lang, Verbose: r.verbose, Quiet: r.quiet}
	if onScreen && a.screen != nil {
		o.Color = !a.noColor && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(int(a.screen.Fd())); err == nil {
			o.Width = width
		}
	}
	format, _ := report.Find(r.format) // the flag takes known names only
	buffered := bufio.NewWriter(to)
	w := format.New(buffered, o)
	for _, step := range []func() error{func() error { return w.Write(result) }, w.Close, buffered.Flush} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

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

const validateFR = `Vérifie des tableaux (CSV, XLSX, ODS, même compressés), ceux d'un dossier et de ses sous-dossiers (sauf les
fichiers cachés) ou d'un Data Package, et dit ce qu'il faut corriger, dans quelle cellule, et quoi écrire à la place.

Sans --schema, le schéma est reconnu au nom du fichier, à ses colonnes et à ses valeurs : la dernière version,
sauf si le fichier suit clairement une plus ancienne.
Par défaut, l'ordre des colonnes est libre et les écarts de présentation ne sont que des avertissements ;
--strict en fait des erreurs.

Une adresse (https://…) est lue comme un fichier, à mesure qu'il arrive ; rien d'autre ne va sur le réseau.

--rejects et --accepted partagent les lignes entre deux fichiers CSV (UTF-8, virgules) : celles qui ont des erreurs,
avec leur numéro et les motifs, et les autres, telles quelles. Dans les rejets, une apostrophe précède ce qu'un
tableur prendrait pour une formule ; les lignes acceptées ne changent pas, et le contrôle « formula-cell » les compte.
Une erreur du fichier entier, comme une colonne obligatoire absente, fait rejeter toutes les lignes.

Codes de sortie : 0 rien à redire · 1 des fautes · 2 commande, réglage ou schéma incorrect · 3 un fichier
n'a pas pu être jugé jusqu'au bout, ou le rapport n'a pas pu être écrit en entier (tube refermé compris).
Avec Ctrl-C, le rapport de ce qui est déjà jugé est écrit, et le code est 3.`

const validateEN = `Checks tables (CSV, XLSX, ODS, packed or not), those of a folder and its subfolders (save hidden files) or of a
Data Package, and says what to mend, in which cell, and what to write instead.

Without --schema the schema is recognised by the file's name, columns and values: the newest version, unless the
file clearly follows an older one.
By default the order of columns is free and departures in presentation are mere warnings; --strict makes them errors.

An address (https://…) is read as a file is, as it comes; nothing else uses the network.

--rejects and --accepted divide the rows between two CSV files (UTF-8, commas): those with errors, with their
numbers and the reasons, and the others, as they are. In the rejects an apostrophe stands before what a spreadsheet
would take for a formula; accepted rows do not change, and the check "formula-cell" counts such cells.
An error of the whole file, such as a required column that is absent, has all rows rejected.

Exit codes: 0 nothing found · 1 faults · 2 wrong command, setting or schema · 3 a file could not be judged
to its end, or the report not be written in full (a closed pipe included).
After Ctrl-C the report of what has been judged is written, and the code is 3.`
