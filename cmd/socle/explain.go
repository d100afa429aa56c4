package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
)

// A checkJSON is one check as --json writes it.
type checkJSON struct {
	Code     string            `json:"code"`
	Severity validate.Severity `json:"severity"`
	Strict   validate.Severity `json:"strict_severity"`
	Since    string            `json:"since"`
	Title    string            `json:"title"`
	Why      string            `json:"why"`
	Mend     string            `json:"mend"`
	Bad      string            `json:"bad,omitempty"`
	Good     string            `json:"good,omitempty"`
}

func newCheckJSON(c *validate.Check, lang text.Lang) checkJSON {
	j := checkJSON{
		Code: c.Code, Severity: c.Severity, Strict: c.Severity, Since: c.Since,
		Title: c.Title.In(lang), Why: c.Why.In(lang), Mend: c.Mend.In(lang), Bad: c.Bad, Good: c.Good,
	}
	if c.Strict != validate.None {
		j.Strict = c.Strict
	}
	return j
}

func (a *app) explain() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "explain [CODE]", Aliases: []string{"expliquer"}, SuggestFor: []string{"explique", "codes", "checks"},
		Short:             a.say("Explique une faute : pourquoi, et comment la corriger", "Explains a fault: why, and how to mend it"),
		Long:              a.say("Explique le code d'une faute, ou liste tous les codes.", "Explains the code of a fault, or lists all codes."),
		Example:           a.say("socle expliquer\nsocle expliquer type-error", "socle explain\nsocle explain type-error"),
		ValidArgsFunction: a.completeCodes,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.usage("donnez un seul code.", "give one code only.")
			}
			list := []checkJSON{}
			for _, c := range checks.All() {
				list = append(list, newCheckJSON(c, a.lang))
			}
			if len(args) == 0 {
				return a.printChecks(list, asJSON)
			}
			for _, c := range list {
				if c.Code == strings.ToLower(args[0]) {
					return a.printCheck(c, asJSON)
				}
			}
			return a.usage("il n'y a pas de code « %s ».%s La liste : socle explain", "there is no code %q.%s The list: socle explain",
				args[0], a.meant(nearCodes(args[0])...))
		},
	}
	a.jsonFlag(cmd, &asJSON)
	return cmd
}

// severities names the severities for people.
var severities = map[validate.Severity]text.Text{
	validate.Notice:  {FR: "remarque", EN: "notice"},
	validate.Warning: {FR: "avertissement", EN: "warning"},
	validate.Error:   {FR: "erreur", EN: "error"},
}

func (a *app) printChecks(list []checkJSON, asJSON bool) error {
	if asJSON {
		return a.printJSON(map[string]any{"checks": list})
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, a.say("CODE\tGRAVITÉ\tCE QUI EST TROUVÉ", "CODE\tSEVERITY\tWHAT IS FOUND"))
	for _, c := range list {
		fmt.Fprintf(w, "%s\t%s\t%s\n", c.Code, severities[c.Severity].In(a.lang), c.Title)
	}
	return a.printed(w.Flush())
}

func (a *app) printCheck(c checkJSON, asJSON bool) error {
	if asJSON {
		return a.printJSON(c)
	}
	fmt.Fprintln(a.out, strings.Join(wrap(c.Code+a.colon()+c.Title, a.width()), "\n"))
	severity := severities[c.Severity].In(a.lang)
	if c.Strict != c.Severity {
		severity += a.say(" ; %s avec --strict", "; %s with --strict", severities[c.Strict].In(a.lang))
	}
	fmt.Fprintf(a.out, "%s%s", a.say("Gravité : ", "Severity: "), severity)
	fmt.Fprintf(a.out, " · %s\n", a.say("depuis la version %s", "since version %s", c.Since))
	a.paragraph("Pourquoi", "Why", c.Why)
	a.example("Fautif", "Wrong", c.Bad)
	a.example("Correct", "Right", c.Good)
	a.paragraph("Comment corriger", "How to mend it", c.Mend)
	return nil
}

func (a *app) paragraph(fr, en, body string) {
	if body != "" {
		a.section(fr+" :", en+":", strings.Join(wrap(body, a.width()-2), "\n"))
	}
}

func (a *app) example(fr, en, body string) {
	lines := strings.Split(strings.TrimRight(body, "\n"), "\n")
	for i := range lines {
		lines[i] = shown(lines[i])
	}
	a.section(fr+" :", en+":", strings.Join(lines, "\n"))
}
