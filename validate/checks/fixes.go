package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// accepts says whether a value satisfies all that a field's type and
// constraints demand of one cell.
func accepts(f *schemas.Field, value string) bool {
	raw := []byte(value)
	if value == "" || f.IsMissing(raw) {
		return false
	}
	key, ok := f.Type.Key(nil, raw)
	if !ok {
		return false
	}
	k := &f.Constraints
	switch {
	case k.Pattern != nil && !k.Pattern.Match(raw):
	case k.Enum != nil && !k.Enum.Has(key):
	case k.MinLength >= 0 && f.Type.Length(raw) < k.MinLength, k.MaxLength >= 0 && f.Type.Length(raw) > k.MaxLength:
	case k.Minimum.Below(f.Type, key), k.Maximum.Above(f.Type, key), k.ExclusiveMin.AtMost(f.Type, key), k.ExclusiveMax.AtLeast(f.Type, key):
	default:
		return true
	}
	return false
}

// writeIf proposes a value where the field accepts it.
func writeIf(finding *validate.Finding, f *schemas.Field, value string) {
	if finding != nil && accepts(f, value) {
		finding.Write(value)
	}
}
