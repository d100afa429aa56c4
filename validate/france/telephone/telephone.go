package telephone

// Is says whether a value is a telephone number that can be dialled from
// France: a French one, a short one included, or one of another country with
// its code.
func Is(value string) bool {
	n, ok := parse(value)
	return ok && (n.valid() || n.short())
}

// International writes a number with its country code, as "+262 262 12 34 56";
// an extension is left out. A short number is none that can be called from abroad.
func International(value string) (written string, ok bool) {
	n, ok := parse(value)
	if !ok || !n.valid() {
		return "", false
	}
	written = n.national
	for _, f := range n.plan.formats {
		if (f.starts == nil || f.starts.start.MatchString(n.national)) && f.form.matches(n.national) {
			written = f.form.whole.ReplaceAllString(n.national, f.write)
			break
		}
	}
	return "+" + n.plan.code + " " + written, true
}

// A number is a text that has been taken apart: a country, and the digits
// that are dialled there after its national prefix.
type number struct {
	plan     *plan
	national string
}

// valid says whether the number is in use somewhere.
func (n number) valid() bool {
	for _, r := range n.plan.regions {
		switch {
		case len(n.plan.regions) == 1 || r.starts == nil:
			if r.uses(n.national) {
				return true
			}
		case r.starts.start.MatchString(n.national):
			return r.uses(n.national)
		}
	}
	return false
}

// uses says whether the region has such a number.
func (r *region) uses(national string) bool {
	if !r.number.matches(national) {
		return false
	}
	for i := range r.kinds {
		if r.kinds[i].matches(national) {
			return true
		}
	}
	return false
}

// short says whether the number is a short one, such as 115. Where several
// regions share a code, what is in use is not held against all short numbers.
func (n number) short() bool {
	for _, r := range n.plan.regions {
		if r.code != nil && r.code.matches(n.national) {
			return len(n.plan.regions) > 1 || r.short.matches(n.national)
		}
	}
	return false
}
