package geojson

import "github.com/socle-commun/socle/validate"

// A member is what a walker met: a value of the document's object, or of an object
// right within it.
type member struct {
	path  [2]string // the names that lead to it; the second is "" for a member of the document
	kind  byte      // the value's first byte
	inner byte      // the first byte within a list or an object
	text  string    // of a string: its beginning, as it is written
	at    validate.Position
	raw   []byte // the JSON of "crs" and "bbox", and of what the walker keeps, as far as it is not too long
}

// depth is 1 for a member of the document, 2 for one within a member of it.
func (m *member) depth() int {
	if m.path[1] != "" {
		return 2
	}
	return 1
}

// A walker reads what stands beside the items, byte by byte and in bounded
// memory: the members of a document and of the objects right within it.
type walker struct {
	members []member
	faults  []misplaced
	depth   int
	closed  bool // the document has ended

	place   place
	objects [3]bool // by depth: the bracket that is open is that of an object
	names   [3]string
	awaits  [3]byte // by depth, in an object: what comes next, 'n' a name, ':' or 'v' a value, ',' a comma
	text    []byte  // the string that is being read, its beginning
	within  bool    // a string
	escaped bool
	quote   byte
	bare    bool    // a word without quotes is being read
	latest  *member // whose value is being read
	inner   *member // whose first inner byte is wanted
	kept    int     // the number of the member whose JSON is being kept, from 1; 0 for none

	keep func(*member) bool // whose JSON is wanted; nil for none but "crs" and "bbox"
	held int                // bytes of JSON that are kept
	lost bool               // there were too many members, or one was too long to be kept
}

// A misplaced byte of the document is a fault that no row can carry.
type misplaced struct {
	kind validate.FaultKind
	at   validate.Position
	text string
}

// What a walker remembers at most.
const (
	maxMembers  = 4096
	maxText     = 256
	maxKept     = 1 << 20 // bytes of one member
	maxHeld     = 8 << 20 // of all of them
	maxRemarked = 16
)

// walk reads b until stop says so of a member whose list or object has just
// begun, or until the document ends. It gives how many bytes it read.
func (w *walker) walk(b []byte, stop func(*member) bool) int {
	for i, c := range b {
		if w.closed {
			return i
		}
		if w.inner != nil && !white[c] {
			m := w.inner
			m.inner, w.inner = c, nil
			if stop != nil && stop(m) {
				return i
			}
		}
		if w.kept > 0 {
			w.keepByte(c)
		}
		w.step(c)
		w.place.byte(c)
	}
	return len(b)
}

// step reads one byte.
func (w *walker) step(c byte) {
	switch {
	case w.within:
		w.inText(c)
	case white[c]:
		w.endWord()
	case w.depth > 2:
		w.skip(c)
	default:
		w.shallow(c)
	}
}

// inText reads a byte of a string.
func (w *walker) inText(c byte) {
	switch {
	case w.escaped:
		w.escaped = false
	case c == escaping:
		w.escaped = true
	case c == w.quote:
		w.within = false
		w.endText()
		return
	}
	if len(w.text) < maxText {
		w.text = append(w.text, c)
	}
}

// skip reads a byte of what is nested too deep to be of interest.
func (w *walker) skip(c byte) {
	switch classes[c] {
	case quote:
		w.begin(c)
	case opens:
		w.depth++
	case closes:
		w.depth--
		w.endValue()
	}
}

// begin begins a string.
func (w *walker) begin(c byte) { w.within, w.quote, w.text = true, c, w.text[:0] }

// endText ends a string: a name, or a value.
func (w *walker) endText() {
	if w.depth > 2 {
		return
	}
	d := w.depth
	switch {
	case w.objects[d] && w.awaits[d] == 'n':
		w.names[d], w.awaits[d] = string(w.text), ':'
	case w.latest != nil && w.latest.kind == w.quote && w.latest.depth() == d:
		w.latest.text = string(w.text)
		w.endValue()
	}
}

// endWord ends a name without quotes.
func (w *walker) endWord() {
	if w.bare {
		if n := len(w.faults); n > 0 && w.faults[n-1].kind == validate.FaultJSONName {
			w.faults[n-1].text = valid8(w.text)
		}
		w.bare = false
		w.endText()
	}
}

// endValue ends the value of a member.
func (w *walker) endValue() {
	if w.latest != nil && w.depth == w.latest.depth() {
		w.latest = nil
	}
}

// shallow reads a byte of the document's members, or of those of a member.
func (w *walker) shallow(c byte) {
	d := w.depth
	if w.bare && wordy[c] {
		w.text = append(w.text, c)
		w.text = w.text[:min(len(w.text), maxText)]
		return
	}
	w.endWord()
	if d > 0 && w.objects[d] && w.awaits[d] == 'n' && classes[c] != closes && c != ',' {
		w.name(c)
		return
	}
	switch c {
	case ':':
		if d > 0 && w.awaits[d] == ':' {
			w.awaits[d] = 'v'
		}
	case ',':
		w.endValue()
		if d > 0 && w.objects[d] {
			w.awaits[d] = 'n'
		}
	case '}', ']':
		w.endValue()
		if d > 0 && w.objects[d] && w.awaits[d] == 'n' && w.comma(d) {
			w.remark(validate.FaultJSONComma, "")
		}
		w.depth--
		w.endValue()
		w.closed = w.depth <= 0
	default:
		w.value(c)
	}
}

// comma says whether a comma stands before the bracket that closes an object:
// there is a member already.
func (w *walker) comma(d int) bool { return w.names[d] != "" }

// name begins the name of a member.
func (w *walker) name(c byte) {
	switch {
	case c == '"':
		w.begin(c)
	case c == '\'':
		w.remark(validate.FaultJSONQuote, "")
		w.begin(c)
	case wordy[c]:
		w.remark(validate.FaultJSONName, "")
		w.bare, w.text = true, append(w.text[:0], c)
	default:
		w.remark(validate.FaultJSONSyntax, string(rune(c)))
	}
}

// value begins a value, or goes on with a number or a word.
func (w *walker) value(c byte) {
	d := w.depth
	if d > 0 && w.objects[d] && w.awaits[d] != 'v' {
		switch {
		case c == '"' && w.awaits[d] == ',': // a comma is missing
			w.remark(validate.FaultJSONNoComma, "")
			w.endValue()
			w.awaits[d] = 'n'
			w.begin(c)
			return
		case classes[c] == plain:
			return
		}
	}
	if d > 0 && w.objects[d] && w.awaits[d] == 'v' {
		w.awaits[d] = ','
		w.note(c)
	}
	switch {
	case c == '"' || c == '\'':
		w.begin(c)
	case classes[c] == opens:
		if w.depth++; w.depth < len(w.objects) {
			w.objects[w.depth], w.awaits[w.depth], w.names[w.depth] = c == '{', 'n', ""
		}
	}
}

// note remembers a member whose value begins with c.
func (w *walker) note(c byte) {
	if w.depth == 2 && !w.objects[1] {
		w.latest = nil
		return
	}
	if len(w.members) == maxMembers {
		w.latest, w.lost = nil, true
		return
	}
	m := member{kind: c, at: w.place.Position}
	m.path[0] = w.names[1]
	if w.depth == 2 {
		m.path[1] = w.names[2]
	}
	w.members = append(w.members, m)
	w.latest = &w.members[len(w.members)-1]
	if classes[c] == opens {
		w.inner = w.latest
	}
	if w.kept == 0 && (w.depth == 1 && (m.path[0] == "crs" || m.path[0] == "bbox") || w.keep != nil && w.keep(w.latest)) {
		w.latest.raw = append(w.latest.raw, c)
		w.kept = len(w.members)
	}
}

// keepByte keeps a byte of a member's value; of one that is too long, nothing.
func (w *walker) keepByte(c byte) {
	m := &w.members[w.kept-1]
	switch {
	case !w.within && w.depth == m.depth() && (c == ',' || c == '}'):
		m.raw, w.kept = m.raw[:trimWhite(m.raw, 0, len(m.raw))], 0
		w.held += len(m.raw)
	case len(m.raw) == maxKept, w.held+len(m.raw) >= maxHeld:
		m.raw, w.kept, w.lost = nil, 0, true
	default:
		m.raw = append(m.raw, c)
	}
}

// remark notes a fault at the byte that is being read.
func (w *walker) remark(kind validate.FaultKind, text string) {
	if len(w.faults) < maxRemarked {
		w.faults = append(w.faults, misplaced{kind, w.place.Position, text})
	}
}
