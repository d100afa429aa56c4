package fetch

import "net/http"

// A Validator tells one state of an answer from another, by the headers that a
// server gave with it.
type Validator struct{ ETag, Modified string }

// longestHeader is how long a header may be to be kept, in bytes.
const longestHeader = 1024

// ValidatorOf gives the validator of an answer. A header that is too long to be
// kept is left out.
func ValidatorOf(r *http.Response) Validator {
	short := func(name string) string {
		if v := r.Header.Get(name); len(v) <= longestHeader {
			return v
		}
		return ""
	}
	return Validator{ETag: short("ETag"), Modified: short("Last-Modified")}
}

// Ask asks in a request for an answer of another state only, and says whether
// it does: there may be nothing known to tell it by.
func (v Validator) Ask(request *http.Request) bool {
	if v.ETag != "" {
		request.Header.Set("If-None-Match", v.ETag)
	}
	if v.Modified != "" {
		request.Header.Set("If-Modified-Since", v.Modified)
	}
	return v != Validator{}
}
