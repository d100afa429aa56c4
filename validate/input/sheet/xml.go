package sheet

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// A token is what the scanner has come to.
type token uint8

const (
	opened token = iota + 1 // a start tag: name and attributes hold
	closed                  // an end tag: name holds; that of an empty element too
	words                   // a piece of text, which may go on in the next token
)

// maxTag is the longest tag that is read, in bytes.
const maxTag = 1 << 20

var errXML = errors.New("XML")

// A scanner reads the tags and texts of an XML document, without a look at how
// they nest but for the count of open elements. It knows no document type: a
// document that declares one, as those do that grow when they are read, is an
// error. What it lends holds until the next token.
type scanner struct {
	in         io.Reader
	buf        []byte
	at         int // in buf: what is not read yet
	ended      error
	depth      int
	name       []byte // of the element, without its prefix
	attributes []byte
	text       []byte // of words, entities resolved
	pending    bool   // an empty element's end is to be told
	raw        bool   // within CDATA
	carried    bool   // the last piece of text ended with CR
}

func newScanner(in io.Reader) (*scanner, error) {
	s := &scanner{in: in, buf: make([]byte, 0, 64<<10)}
	for len(s.buf) < 2 && s.fill() {
	}
	if len(s.buf) > 1 && (s.buf[0] == 0xff && s.buf[1] == 0xfe || s.buf[0] == 0xfe && s.buf[1] == 0xff) {
		wide := io.MultiReader(bytes.NewReader(bytes.Clone(s.buf)), in)
		s.in = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Reader(wide)
		s.buf = s.buf[:0]
	}
	if s.ended != nil && s.ended != io.EOF {
		return nil, s.ended
	}
	return s, nil
}

// fill reads more, behind what is not read yet.
func (s *scanner) fill() bool {
	if s.ended != nil {
		return false
	}
	if s.at > 0 {
		s.buf = s.buf[:copy(s.buf, s.buf[s.at:])]
		s.at = 0
	}
	if len(s.buf) == cap(s.buf) {
		longer := make([]byte, len(s.buf), 2*cap(s.buf))
		copy(longer, s.buf)
		s.buf = longer
	}
	for range 100 {
		n, err := s.in.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf, s.ended = s.buf[:len(s.buf)+n], err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	s.ended = io.ErrNoProgress
	return false
}

// next gives the next token; io.EOF behind the last.
func (s *scanner) next() (token, error) {
	if s.pending {
		s.pending = false
		s.depth--
		return closed, nil
	}
	for {
		if s.at == len(s.buf) && !s.fill() {
			return 0, s.end()
		}
		switch {
		case s.raw:
			return s.cdata()
		case s.buf[s.at] != '<':
			return s.words()
		}
		tag, err := s.tag()
		if err != nil {
			return 0, err
		}
		switch {
		case tag == nil: // a comment, an instruction, or CDATA begins
		case tag[0] == '/':
			if s.depth--; s.depth < 0 {
				return 0, errXML
			}
			s.name = local(bytes.TrimRight(tag[1:], " \t\r\n"))
			return closed, nil
		default:
			s.open(tag)
			return opened, nil
		}
	}
}

// end says how the document ends.
func (s *scanner) end() error {
	if s.ended == io.EOF && (s.depth != 0 || s.raw) {
		return io.ErrUnexpectedEOF
	}
	return s.ended
}

func (s *scanner) open(tag []byte) {
	if tag[len(tag)-1] == '/' {
		tag, s.pending = tag[:len(tag)-1], true
	}
	s.depth++
	n := bytes.IndexAny(tag, " \t\r\n")
	if n < 0 {
		n = len(tag)
	}
	s.name, s.attributes = local(tag[:n]), tag[n:]
}

// local is a name without its prefix.
func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// tag gives what stands between the brackets at hand; nil where that is not
// of interest.
func (s *scanner) tag() ([]byte, error) {
	quote := byte(0)
	for i := 1; ; i++ {
		if s.at+i == len(s.buf) {
			if i > maxTag || !s.fill() {
				return nil, s.cut()
			}
		}
		switch b := s.buf[s.at+i]; {
		case i == 1 && b == '!':
			return nil, s.declaration()
		case i == 1 && b == '?':
			return nil, s.skip("?>")
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '<' || b == '>' && i == 1:
			return nil, errXML
		case b == '>':
			tag := s.buf[s.at+1 : s.at+i]
			s.at += i + 1
			return tag, nil
		}
	}
}

// cut is the error of a document that ends within something.
func (s *scanner) cut() error {
	switch s.ended {
	case nil:
		return errXML
	case io.EOF:
		return io.ErrUnexpectedEOF
	}
	return s.ended
}

// declaration passes over a comment, or begins CDATA.
func (s *scanner) declaration() error {
	const cdata = "<![CDATA["
	for len(s.buf)-s.at < len(cdata) {
		if !s.fill() {
			return s.cut()
		}
	}
	switch {
	case bytes.HasPrefix(s.buf[s.at:], []byte("<!--")):
		s.at += 4
		return s.skip("-->")
	case bytes.HasPrefix(s.buf[s.at:], []byte(cdata)):
		s.at += len(cdata)
		s.raw = true
		return nil
	}
	return errXML
}

// skip passes over what ends with a mark.
func (s *scanner) skip(mark string) error {
	for {
		if i := bytes.Index(s.buf[s.at:], []byte(mark)); i >= 0 {
			s.at += i + len(mark)
			return nil
		}
		s.at = max(s.at, len(s.buf)-len(mark)+1)
		if !s.fill() {
			return s.cut()
		}
	}
}

// cdata gives a piece of text in which nothing has a meaning.
func (s *scanner) cdata() (token, error) {
	const mark = "]]>"
	for len(s.buf)-s.at < len(mark) {
		if !s.fill() {
			return 0, s.cut()
		}
	}
	i := bytes.Index(s.buf[s.at:], []byte(mark))
	piece := s.buf[s.at:]
	if s.raw = i < 0; s.raw {
		piece = piece[:len(piece)-len(mark)+1]
		s.at += len(piece)
	} else {
		piece = piece[:i]
		s.at += i + len(mark)
	}
	s.text = s.lines(piece)
	return words, nil
}

// words gives a piece of text, up to the next tag or what is at hand.
func (s *scanner) words() (token, error) {
	for {
		piece := s.buf[s.at:]
		n := bytes.IndexByte(piece, '<')
		if n < 0 {
			n = whole(piece)
			if n == 0 { // an entity or a character that is cut in two
				if len(piece) > utf8.UTFMax+20 || !s.fill() {
					return 0, s.cut()
				}
				continue
			}
		}
		piece = piece[:n]
		s.at += n
		s.text = s.lines(piece)
		if bytes.IndexByte(s.text, '&') < 0 {
			return words, nil
		}
		var err error
		s.text, err = resolve(s.text)
		return words, err
	}
}

// whole says how much of a text can be read without what follows it.
func whole(b []byte) int {
	n := len(b)
	for i := 1; i <= min(utf8.UTFMax, n); i++ {
		if utf8.RuneStart(b[n-i]) {
			if !utf8.FullRune(b[n-i:]) {
				n -= i
			}
			break
		}
	}
	if amp := bytes.LastIndexByte(b[:n], '&'); amp >= 0 && bytes.IndexByte(b[amp:n], ';') < 0 {
		n = amp
	}
	return n
}

// lines writes line ends as XML reads them: LF.
func (s *scanner) lines(b []byte) []byte {
	if s.carried && len(b) > 0 && b[0] == '\n' {
		b = b[1:]
	}
	s.carried = len(b) > 0 && b[len(b)-1] == '\r'
	if bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
}

var entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}

// resolve writes out the entities of a text. Only those are known that XML
// itself defines.
func resolve(b []byte) ([]byte, error) {
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		amp := bytes.IndexByte(b, '&')
		if amp < 0 {
			return append(out, b...), nil
		}
		out, b = append(out, b[:amp]...), b[amp+1:]
		end := bytes.IndexByte(b, ';')
		if end <= 0 {
			return nil, errXML
		}
		name := string(b[:end])
		b = b[end+1:]
		if known, ok := entities[name]; ok {
			out = append(out, known...)
			continue
		}
		r, err := reference(name)
		if err != nil || r > utf8.MaxRune {
			return nil, errXML
		}
		out = utf8.AppendRune(out, rune(r))
	}
	return out, nil
}

// reference gives the character that a reference names by its number.
func reference(name string) (uint64, error) {
	number, found := strings.CutPrefix(name, "#")
	if !found {
		return 0, errXML
	}
	if hex, found := strings.CutPrefix(number, "x"); found {
		return strconv.ParseUint(hex, 16, 32)
	}
	return strconv.ParseUint(number, 10, 32)
}

// attribute gives the value of an attribute of the start tag at hand, by its
// name with its prefix; nil where it is not there.
func (s *scanner) attribute(name string) []byte {
	for rest := s.attributes; ; {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.TrimRight(rest[:eq], " \t\r\n")
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if rest[0] != '"' && rest[0] != '\'' || end < 0 {
			return nil
		}
		value := rest[1 : 1+end]
		if string(key) == name {
			if bytes.IndexByte(value, '&') >= 0 {
				value, _ = resolve(value)
			}
			if value == nil {
				value = []byte{}
			}
			return value
		}
		rest = rest[end+2:]
	}
}

// number gives the value of an attribute that is a whole number up to a limit;
// or what stands for it where it is none.
func (s *scanner) number(name string, limit, otherwise int) int {
	n, ok := small(s.attribute(name))
	if !ok {
		return otherwise
	}
	return min(n, limit)
}

// small reads a whole number; a longer one than nine digits is the largest.
func small(b []byte) (int, bool) {
	n := 0
	for _, d := range b {
		if d < '0' || d > '9' {
			return 0, false
		}
		if n = n*10 + int(d-'0'); n > 1<<30 {
			n = 1 << 30
		}
	}
	return n, len(b) > 0
}
