package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/mattn/go-colorable"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate/input/web"
)

// An exitCode is what the program tells its caller. Of several files the
// highest counts.
type exitCode int

// The exit codes. They are public and never change.
const (
	exitFine     exitCode = 0 // nothing found at or above --fail-on
	exitFindings exitCode = 1 // findings at or above --fail-on
	exitUsage    exitCode = 2 // wrong usage, configuration or schema
	exitUnjudged exitCode = 3 // a file could not be read or judged to its end, or the report not be written
)

// A failed command ends the program with a code and, mostly, a sentence.
type failed struct {
	code exitCode
	say  string // "" where everything is said
}

// Error gives the sentence.
func (f *failed) Error() string { return f.say }

// An app is one run of the program: its language and where it reads and
// writes. Commands know nothing else of the world.
type app struct {
	lang    text.Lang
	stdin   io.Reader
	out     *bufio.Writer // standard output; it remembers its first error
	stderr  io.Writer
	screen  *os.File // standard output where it is a terminal, else nil
	noColor bool

	ctx       context.Context // of the run
	web       web.Options     // how addresses are read
	stdinName string          // what standard input is called; "" for nothing

	temps temporaries

	folders []string           // of the user's own schemas
	opened  *schemas.Catalogue // once it was needed

	official official
}

// run is the program: it gives the exit code. The first Ctrl-C lets the report
// be written, the second one ends the process at once.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{lang: language(args, os.Getenv("SOCLE_LANG")), stdin: stdin, stderr: stderr}
	defer a.temps.clear()
	ctx, stop := interruptible(func() {
		a.temps.clear()
		os.Exit(exitInterrupted)
	})
	defer stop()
	a.ctx = ctx
	signal.Ignore(syscall.SIGPIPE) // writing then gives an error, which end turns into a code

	if f, ok := stdout.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		a.screen = f
		stdout = colorable.NewColorable(f)
	}
	a.out = bufio.NewWriter(stdout)
	root := a.root()
	root.SetArgs(append([]string{}, args...))
	root.SetOut(a.out)
	root.SetErr(stderr)
	return int(a.end(root.ExecuteContext(ctx)))
}

// end says what went wrong and gives the exit code. Where the reader of
// standard output has gone (socle … | head), it is silent: the code is 3, for
// not everything could be told.
func (a *app) end(err error) exitCode {
	code := exitFine
	var f *failed
	switch {
	case errors.As(err, &f):
		code = f.code
	case err != nil:
		code = exitUsage
	}
	if err != nil && err.Error() != "" {
		a.tell(err.Error())
	}
	if err := a.out.Flush(); err != nil {
		code = exitUnjudged
		if !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe) {
			a.tell(a.say("l'écriture sur la sortie standard a échoué : %s", "writing to standard output failed: %s", a.reason(err)))
		}
	}
	return code
}

// root makes the tree of commands in the language of the run.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use: a.say("socle COMMANDE", "socle COMMAND"),
		Short: a.say("Vérifie les données ouvertes d'une collectivité avant leur publication",
			"Checks a local authority's open data before publication"),
		Long: a.say(rootFR, rootEN),
		Example: a.say("socle valider subventions.csv\nsocle detecter export.csv\nsocle expliquer type-error",
			"socle validate subventions.csv\nsocle detect export.csv\nsocle explain type-error"),
		Args: cobra.ArbitraryArgs, SilenceErrors: true, SilenceUsage: true, SuggestionsMinimumDistance: 2,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	flags := root.PersistentFlags()
	flags.BoolP("help", "h", false, a.say("affiche l'aide de la commande", "shows the help of the command"))
	languages := []word[text.Lang]{{name: "fr", value: text.French, also: []string{"fr-fr", "fr_fr", "french", "français"}}, {name: "en", value: text.English, also: []string{"en-gb", "en_gb", "en-us", "en_us", "english"}}}
	addChoice(root, flags, &a.lang, languages, "lang", "", a.say("langue des messages (sinon celle de SOCLE_LANG)", "language of messages (else that of SOCLE_LANG)"))
	flags.Lookup("lang").DefValue = string(text.French)
	flags.BoolVar(&a.noColor, "no-color", false, a.say("n'emploie pas de couleurs (comme la variable NO_COLOR)", "uses no colours (as the variable NO_COLOR does)"))
	showVersion := root.Flags().Bool("version", false, a.say("affiche la version", "shows the version"))

	root.RunE = func(cmd *cobra.Command, args []string) error {
		if *showVersion {
			return a.printVersion(false)
		}
		return a.group(cmd, args)
	}
	root.SetHelpFunc(a.help)
	root.SetFlagErrorFunc(a.flagError)
	root.SetHelpCommand(a.helpCommand())
	root.AddCommand(a.foldersFlag(a.validate()), a.foldersFlag(a.detect()), a.foldersFlag(a.schemas()), a.compare(), a.explain(), a.territory(), a.version(), a.completion())
	return root
}

const rootFR = `socle vérifie les données ouvertes d'une collectivité avant leur publication : des tableaux (CSV, XLSX, ODS), face aux
schémas du socle commun des données locales (SCDL) et de leurs voisins. Rien ne quitte la machine : le réseau ne
sert qu'à lire une adresse que vous donnez, ou que nomme un Data Package que vous donnez, et à « socle schemas pull ».

Codes de sortie :
  0  rien à redire, au seuil de --fail-on
  1  des fautes ont été trouvées
  2  commande, réglage ou schéma incorrect
  3  un fichier n'a pas pu être lu ou jugé jusqu'au bout, ou le rapport n'a pas pu être écrit
De plusieurs fichiers, le code le plus haut l'emporte.`

const rootEN = `socle checks a local authority's open data before publication: tables (CSV, XLSX, ODS), against the schemas of the French
"socle commun des données locales" (SCDL) and of their neighbours. Nothing leaves the machine: the network serves
only to read an address that you give, or that a Data Package names which you give, and "socle schemas pull".

Exit codes:
  0  nothing found at or above --fail-on
  1  faults were found
  2  wrong command, setting or schema
  3  a file could not be read or judged to its end, or the report could not be written
Of several files the highest code counts.`
