package checks

import (
	"strings"
	"time"
	"unicode"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// respell gives another spelling of a value that satisfies the field's
// pattern, or "". It tries what agents' tools most often do to a value, one
// thing at a time, and lets the pattern decide.
func respell(f *schemas.Field, value string) string {
	trimmed := strings.TrimSpace(value)
	for _, candidate := range []string{
		trimmed,
		closeUp(trimmed),
		strings.TrimSuffix(trimmed, ".0"),
		strings.ReplaceAll(trimmed, "_", "/"),
		strings.ReplaceAll(trimmed, "/", "-"),
		isoDates(trimmed, "/"),
		strings.ToUpper(trimmed),
		strings.ToLower(trimmed),
		phone(trimmed),
	} {
		if candidate != value && candidate != "" && datesExist(candidate) && f.Constraints.Pattern.Match([]byte(candidate)) {
			return candidate
		}
	}
	return ""
}

// closeUp takes the spaces out of a number; words keep theirs.
func closeUp(value string) string {
	if strings.ContainsFunc(value, unicode.IsLetter) {
		return ""
	}
	return strings.Join(strings.Fields(value), "")
}

// isoDates writes the parts of a period YYYY/MM/DD_YYYY/MM/DD with hyphens and
// joins them with between; other texts give "".
func isoDates(value, between string) string {
	parts := strings.Split(value, "_")
	for i, part := range parts {
		if len(part) != len("2018/01/30") {
			return ""
		}
		parts[i] = strings.ReplaceAll(part, "/", "-")
	}
	return strings.Join(parts, between)
}

var isoDate = lazyregexp.New(`\d{4}-\d{2}-\d{2}`)

// datesExist says whether what looks like dates in a text are days of the
// calendar.
func datesExist(value string) bool {
	for _, date := range isoDate.FindAllString(value, -1) {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return false
		}
	}
	return true
}

// phone writes a French number in its international form: "01 02 03 04 05"
// becomes "+33102030405". Other texts give "".
func phone(value string) string {
	digits := strings.NewReplacer(" ", "", ".", "", "-", "").Replace(value)
	if len(digits) != 10 || digits[0] != '0' {
		return ""
	}
	return "+33" + digits[1:]
}
