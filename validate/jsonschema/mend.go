package jsonschema

import (
	"regexp"
	"time"

	"github.com/socle-commun/socle/schemas"
)

// Matches says whether a text has what the expression of a Fault asks for.
func Matches(expression, text string) bool {
	if re, err := regexp.Compile(expression); err == nil {
		return re.MatchString(text)
	}
	p, err := schemas.SearchPattern(expression)
	return err == nil && p.Match([]byte(text))
}

// Day reads a day as people in France write it, such as 31/12/2025, and gives
// it as yyyy-mm-dd; empty where it is none.
func Day(text string) string {
	for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.2006", "2006/1/2", "20060102"} {
		if day, err := time.Parse(layout, text); err == nil && day.Year() >= 1000 {
			return day.Format(time.DateOnly)
		}
	}
	return ""
}
