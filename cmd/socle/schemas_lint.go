package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas/lint"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
)

func (a *app) schemasLint() *cobra.Command {
	var asJSON bool
	failOn := validate.Error
	cmd := &cobra.Command{
		Use: a.say("lint FICHIER|NOM[@VERSION]...", "lint FILE|NAME[@VERSION]..."), Aliases: []string{"relire"},
		SuggestFor: []string{"check", "verifier", "vérifier"},
		Short:      a.say("Relit un schéma et dit ce qui y est à corriger", "Reads a schema over and says what to mend in it"),
		Long: a.say("Relit des schémas pour ceux qui les écrivent : ce qui les rend inutilisables, ce qui y reste sans effet (fautes de frappe, contraintes mal placées), les exemples que leurs propres règles refusent. Chaque remarque donne la ligne et la colonne.\n\nCodes de sortie : 0 rien à redire, au seuil de --fail-on · 1 des fautes ont été trouvées · 2 un fichier n'existe pas ou n'est pas du JSON.",
			"Reads schemas over for those who write them: what makes them useless, what has no effect in them (slips, constraints out of place), examples that their own rules refuse. Each remark gives the line and the column.\n\nExit codes: 0 nothing to say, at the threshold of --fail-on · 1 faults were found · 2 a file does not exist or is no JSON."),
		Example: "socle schemas lint schema.json\nsocle schemas lint --fail-on warning --json schema.json\nsocle schemas lint scdl/subventions@2.1.1",
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
			return a.completeSchemas(cmd, nil, begun)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.usage("donnez le fichier d'un schéma, ou le nom de l'un de ceux du catalogue.", "give the file of a schema, or the name of one of the catalogue.")
			}
			return a.lint(args, failOn, asJSON)
		},
	}
	a.jsonFlag(cmd, &asJSON)
	addChoice(cmd, cmd.Flags(), &failOn, thresholds, "fail-on", "", a.say("gravité qui donne le code de sortie 1", "severity that gives exit code 1"))
	return cmd
}

// A linted is what was found in one document, as --json writes it.
type linted struct {
	Path      string       `json:"path"` // as it was asked for
	Counts    lintCounts   `json:"counts"`
	Truncated bool         `json:"truncated"` // there are more problems than are listed
	Problems  []problemOut `json:"problems"`
	Failure   string       `json:"failure,omitempty"` // why nothing could be read

	report *lint.Report
}

type lintCounts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Notice  int `json:"notice"`
}

type problemOut struct {
	lint.Problem
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// lint reads schemas over and tells what was found.
func (a *app) lint(asked []string, failOn validate.Severity, asJSON bool) error {
	var customs []lint.Custom
	for names, columns := range checks.Customs() {
		customs = append(customs, lint.Custom{Names: names, Columns: columns})
	}
	code, files := exitFine, []linted{}
	for _, name := range asked {
		file := linted{Path: name, Problems: []problemOut{}}
		data, err := a.document(name)
		if err != nil {
			file.Failure = err.Error()
			code = exitUsage
		} else {
			a.judged(&file, lint.Document(data, customs))
			code = max(code, lintCode(file.report, failOn))
		}
		files = append(files, file)
	}
	if asJSON {
		if err := a.printJSON(map[string]any{"files": files}); err != nil {
			return err
		}
	} else {
		for i := range files {
			if i > 0 && files[i].report != nil && files[i-1].report != nil {
				fmt.Fprintln(a.out)
			}
			a.printLint(&files[i])
		}
	}
	if code != exitFine {
		return &failed{code: code}
	}
	return nil
}

// judged keeps what was found, in the language of the run.
func (a *app) judged(file *linted, r *lint.Report) {
	file.report, file.Truncated = r, r.Truncated
	file.Counts = lintCounts{r.Errors, r.Warnings, r.Notices}
	for _, p := range r.Problems {
		file.Problems = append(file.Problems, problemOut{p, p.Say.In(a.lang), p.Hint.In(a.lang)})
	}
}

// lintCode gives the exit code for one document.
func lintCode(r *lint.Report, failOn validate.Severity) exitCode {
	threshold := map[validate.Severity]lint.Severity{validate.Error: lint.Error, validate.Warning: lint.Warning}[failOn]
	switch {
	case r.NotJSON:
		return exitUsage
	case threshold != lint.None && r.Worst() >= threshold:
		return exitFindings
	}
	return exitFine
}

// largestLinted is the largest document that is read over, in bytes.
const largestLinted = 4 << 20

// document gives the bytes of a schema document: of a file where there is one
// and its name has a slash or is not of the catalogue, as for --schema.
func (a *app) document(asked string) ([]byte, error) {
	info, err := os.Stat(asked)
	isFile := err == nil && !info.IsDir()
	if !isFile || !strings.ContainsAny(asked, `/\`) {
		s, err := a.find(asked)
		if err == nil {
			return s.Document, nil
		}
		if !isFile {
			return nil, a.schemaError(asked, err)
		}
	}
	f, err := os.Open(asked)
	if err != nil {
		return nil, a.schemaError(asked, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestLinted+1))
	switch {
	case err != nil:
		return nil, a.schemaError(asked, err)
	case len(data) > largestLinted:
		return nil, a.usage("%s dépasse %d Mo : ce n'est pas un schéma.", "%s is larger than %d MB: it is no schema.", asked, largestLinted>>20)
	}
	return data, nil
}
