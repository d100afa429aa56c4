package checks

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// The checks whose code begins with "bal-" are the rules of the format "Base
// Adresse Locale". A schema asks for each by a custom check of that name, with
// the parameters
//
//	profile  version of the format, "1.1" to "1.5"; the last where it is left out
//	column   the column that the rule is about, or a list of them
//
// Rules about several columns of a row find them by the names that the format
// gives them, and leave out those that the schema does not have. The rules and
// their weight are those of the validator of the national address base
// (npm package @ban-team/validateur-bal 3.5.2, profiles 1.1-strict,
// 1.2-strict, 1.3, 1.4 and 1.5).

// balVersions are the profiles, as documents write them.
var balVersions = []string{"1.1", "1.2", "1.3", "1.4", "1.5"}

// A balWeight is what a fault weighs in each profile; None where the profile
// does not judge it.
type balWeight [5]validate.Severity

// The weights of the format's faults.
var (
	balError      = balWeight{validate.Error, validate.Error, validate.Error, validate.Error, validate.Error}
	balErrorFrom3 = balWeight{validate.Notice, validate.Notice, validate.Error, validate.Error, validate.Error}
	balErrorFrom4 = balWeight{validate.Notice, validate.Notice, validate.Notice, validate.Error, validate.Error}
	balErrorTo2   = balWeight{validate.Error, validate.Error, validate.Warning, validate.Warning, validate.Warning}
	balWarn       = balWeight{validate.Warning, validate.Warning, validate.Warning, validate.Warning, validate.Warning}
	balWarnFrom3  = balWeight{validate.Notice, validate.Notice, validate.Warning, validate.Warning, validate.Warning}
	balWarnFrom4  = balWeight{validate.Notice, validate.Notice, validate.Notice, validate.Warning, validate.Warning}
	balNote       = balWeight{validate.Notice, validate.Notice, validate.Notice, validate.Notice, validate.Notice}
)

// A balRule is a rule as one schema asks for it.
type balRule struct {
	profile int
	fields  []*schemas.Field // those of the parameter column that the schema has
	places  []int            // their positions in the schema
	weights map[string]balWeight
	balNames
}

// balRules gives the demands of a schema for the rule of that code.
func balRules(s *schemas.Schema, code string, weights map[string]balWeight) []*balRule {
	var rules []*balRule
	for _, check := range s.Checks {
		if !strings.EqualFold(check.Name, code) {
			continue
		}
		rule := &balRule{profile: slices.Index(balVersions, check.Column("profile")), weights: weights, balNames: newBALNames(s)}
		if rule.profile < 0 {
			rule.profile = len(balVersions) - 1
		}
		for _, name := range check.List("column") {
			if f := s.Field(name); f != nil {
				rule.fields, rule.places = append(rule.fields, f), append(rule.places, f.Index)
			}
		}
		rules = append(rules, rule)
	}
	return rules
}

// balFile makes the File part of a rule.
func balFile(code string, weights map[string]balWeight, judge func(*balRule, *validate.Pass, *validate.File)) func(*schemas.Schema) func(*validate.Pass, *validate.File) {
	return func(s *schemas.Schema) func(*validate.Pass, *validate.File) {
		rules := balRules(s, code, weights)
		if len(rules) == 0 {
			return nil
		}
		return func(p *validate.Pass, f *validate.File) {
			for _, rule := range rules {
				if !f.Empty() {
					judge(rule, p, f)
				}
			}
		}
	}
}

// balRows makes the Row part of a rule about several cells of a row.
func balRows(code string, weights map[string]balWeight, judge func(*balRule, balRow)) func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
	return func(s *schemas.Schema) func(*validate.Pass, *validate.Row) {
		rules := balRules(s, code, weights)
		if len(rules) == 0 {
			return nil
		}
		return func(p *validate.Pass, r *validate.Row) {
			if r.Blank || len(r.Cells) == 0 {
				return // other checks say so
			}
			for _, rule := range rules {
				judge(rule, balRow{p, r})
			}
		}
	}
}

// balCells makes the Row part of a rule about single cells: judge sees each
// filled cell of the rule's columns that is of its type, without the spaces
// around it.
func balCells(code string, weights map[string]balWeight, judge func(rule *balRule, r balRow, c *validate.Cell, text []byte)) func(*schemas.Schema) func(*validate.Pass, *validate.Row) {
	return balRows(code, weights, func(rule *balRule, r balRow) {
		for _, at := range rule.places {
			if c := r.Of(at); c.State == validate.Valid {
				judge(rule, r, c, balTrim(c.Raw))
			}
		}
	})
}
