package schemas

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/pattern"
	"github.com/socle-commun/socle/schemas/types"
)

// badType says why a type cannot be compiled. The error's own words are
// English, and the French sentence quotes them where it cannot do without.
func (c *compiler) badType(path string, spec types.Spec, err error) {
	switch {
	case !slices.Contains(types.Names(), spec.Type) && spec.Type != "":
		c.problem(path, "le type « %s » est inconnu. Les types sont : %s.", `the type "%s" is unknown. The types are: %s.`, spec.Type, quoted(strings.Join(types.Names(), ", ")))
	case spec.Type == "number" || spec.Type == "integer":
		c.problem(path, "« decimalChar » (%s) et « groupChar » (%s) ne permettent pas d'écrire un nombre.", `no number can be written with "decimalChar" (%s) and "groupChar" (%s).`,
			spec.DecimalChar, spec.GroupChar)
	default:
		c.problem(path, "le format « %s » n'est pas un format du type %s (en anglais : %s).", `the format "%s" is not a format of the type %s (%s).`, spec.Format, spec.Type, quoted(err.Error()))
	}
}

// oddType says what types.Compile remarks.
func (c *compiler) oddType(path string, spec types.Spec, remark string) {
	name := spec.Type
	if name == "" {
		name = "string"
	}
	switch {
	case name == "boolean" && !strings.HasPrefix(remark, "format"):
		c.remark(path, "une même écriture y est à la fois vraie et fausse : elle est lue comme vraie.", "one text is both a true and a false value there: it is read as true.")
	case strings.HasSuffix(spec.Type, "date") || strings.HasSuffix(spec.Type, "time"):
		c.remark(path, "le format « %s » ne contient rien qui se lise comme une date ou une heure (%%Y, %%m, %%H…) : seul ce texte même est admis.",
			`the format "%s" holds nothing that is read as a date or a time (%%Y, %%m, %%H…): only that very text is allowed.`, spec.Format)
	default:
		c.remark(path, "le format « %s » n'existe pas pour le type %s : il est ignoré.", `the format "%s" does not exist for the type %s: it is ignored.`, spec.Format, name)
	}
}

// compilePattern compiles the constraint "pattern", nil where it has a problem.
func (c *compiler) compilePattern(path string, t *types.Type, expr string) *pattern.Pattern {
	p, err := pattern.Compile(expr)
	if err != nil {
		at, reason := 0, err.Error()
		if syntax := new(pattern.SyntaxError); errors.As(err, &syntax) {
			at, reason = syntax.Pos, syntax.Reason
		}
		if at > 0 {
			c.problem(path, "l'expression régulière est incorrecte au caractère %d (en anglais : %s).", "the regular expression is wrong at character %d (%s).", at, quoted(reason))
		} else {
			c.problem(path, "l'expression régulière ne convient pas (en anglais : %s).", "the regular expression will not do (%s).", quoted(reason))
		}
		return nil
	}
	if t.Name != "string" {
		c.remark(path, "une expression régulière n'est prévue que pour le type string : elle juge ici le texte de la cellule, de type %s.",
			"a regular expression is meant for the type string only: here it judges the text of the cell, of type %s.", t.Name)
	}
	return p
}

// constraintNames are the members that have a meaning inside "constraints"
// only.
var constraintNames = []string{
	"enum", "exclusiveMaximum", "exclusiveMinimum", "maxLength", "maximum", "minLength", "minimum", "pattern", "required", "unique",
}

// remarkStrays remarks, once for each name, the constraints that are written
// outside "constraints" or under a misspelt name: they have no effect.
func (c *compiler) remarkStrays(fields []map[string]any) {
	first, count := map[string]int{}, map[string]int{}
	for i, d := range fields {
		for name := range d {
			if slices.Contains(constraintNames, name) || name != "constraints" && Nearest(name, []string{"constraints"}) != "" {
				if count[name]++; count[name] == 1 {
					first[name] = i
				}
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(count)) {
		c.remark(fmt.Sprintf("fields[%d].%s", first[name], clip(name)), "« %s » n'est pas écrit dans « constraints » et reste sans effet (champs concernés : %d).",
			`"%s" is not written inside "constraints" and has no effect (fields concerned: %d).`, name, count[name])
	}
}

// remarkChecks remarks the custom checks that name a column without field.
func (c *compiler) remarkChecks(positions map[string]int) {
	for i, check := range c.schema.Checks {
		for _, column := range check.Columns() {
			if _, ok := positions[column]; !ok {
				c.remark(fmt.Sprintf("custom_checks[%d]", i), "le contrôle « %s » nomme « %s », qui n'est pas un champ du schéma.",
					`the check "%s" names "%s", which is not a field of the schema.`, check.Name, column)
			}
		}
	}
}
