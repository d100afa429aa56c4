// Package checks holds the rules, one file each. Nothing registers itself: a
// rule exists when it stands in All.
package checks

import "github.com/socle-commun/socle/validate"

// All lists the rules in the order of reports: the file, its header, its
// rows, its cells, French identifiers, keys.
func All() []*validate.Check {
	return []*validate.Check{
		emptyFile, noRows, encoding, delimiter, unknownCustomCheck,
		missingLabel, extraLabel, duplicateLabel, blankLabel, incorrectLabel,
		blankRow, missingCell, extraCell, unclosedQuote, recordTooLong, encodingError, damagedText,
		typeError, required, pattern, enum,
		minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength,
		siret, siren, oneOfRequired,
		unique, primaryKey,
	}
}

// Find gives the rule of that code, or nil.
func Find(code string) *validate.Check {
	for _, c := range All() {
		if c.Code == code {
			return c
		}
	}
	return nil
}
