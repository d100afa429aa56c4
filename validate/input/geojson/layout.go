package geojson

import "bytes"

// A layout is how items stand in a file.
type layout string

// The layouts, as validate.File names them.
const (
	Collection layout = "collection" // in the "features" of an object
	Feature    layout = "feature"    // the file is one item
	Lines      layout = "lines"      // one after the other
	Sequence   layout = "sequence"   // each behind the sign RS (RFC 8142)
	Array      layout = "array"      // in a list
	Object     layout = "object"     // in a list within an object
)

// listed says whether the items stand in a list, with commas between them.
func (l layout) listed() bool { return l == Collection || l == Array || l == Object }

// Detect says whether a text begins as JSON does that holds objects, and of
// which kind it seems: "sequence", "array", or "object" for one or several
// objects. The byte order mark may be there or not.
func Detect(sample []byte) (kind string, ok bool) {
	b := bytes.TrimPrefix(sample, []byte("\xef\xbb\xbf"))
	i := skipWhite(b, 0)
	if i == len(b) {
		return "", false
	}
	next := byte(0)
	if at := skipWhite(b, i+1); at < len(b) {
		next = b[at]
	}
	switch b[i] {
	case separator:
		return "sequence", next == '{' || next == '['
	case '{':
		return "object", next == '"' || next == '}' || next == '\'' || bareMember(b[skipWhite(b, i+1):])
	case '[':
		return "array", next == '{' || next == ']' || next == '['
	}
	return "", false
}

// bareMember says whether a member begins there whose name has no quotes.
func bareMember(b []byte) bool {
	i := 0
	for i < len(b) && wordy[b[i]] {
		i++
	}
	at := skipWhite(b, i)
	return i > 0 && at < len(b) && b[at] == ':'
}
