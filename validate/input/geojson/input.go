package geojson

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/shelf"
)

// A Source is a text to read as JSON.
type Source struct {
	Path      string
	Size      int64 // bytes; -1 where it is not known
	Closer    io.Closer
	Begin     []byte           // what was read of it, the byte order mark taken off
	Rest      io.Reader        // what follows
	All       bool             // nothing follows
	BOM       bool             // there was a byte order mark, of three bytes
	Encoding  string           // that it has, or seems to have
	Doubtful  bool             // as validate.File.Doubtful
	Declared  bool             // as validate.File.EncodingDeclared
	Charmap   *charmap.Charmap // of an encoding in which each byte is a character; nil in UTF-8
	ChunkSize int              // bytes judged at once; 0 for a good number

	limit int // bytes of the longest item; 0 for validate.MaxItem
}

// An Input reads features, or objects. Chunks are cut by one goroutine and read
// by many.
type Input struct {
	src      Source
	record   *record // what was read of it; nil once chunks are read
	aim      aim
	begun    bool  // chunks are read: it is too late to take another aim
	failure  error // of taking one
	file     validate.File
	features bool // items are features
	charmap  *charmap.Charmap
	scanner  scanner
	columns  columns
	derived  []derived
	begins   byte    // what the text begins with: '{', or 0 for anything else
	within   bool    // and the items are in a list within
	current  string  // the list whose items are read, as validate.Row.List has it
	walker   *walker // reads what stands beside the items
	before   int     // members of the document that stand before the items
	cutter   *cutter
	closer   io.Closer
	parsers  shelf.Shelf[parser]
	late     late

	mutex    sync.Mutex
	notes    []validate.Note // whole once Chunks has ended
	lists    []string        // that were entered
	document validate.Document
}

// New finds out how a text holds features or objects, and which properties they
// have. The error is a *validate.Failure. The text is closed by the Input, or by
// the caller where there is an error.
func New(src Source) (*Input, error) {
	in := &Input{src: src, parsers: shelf.New[parser](), closer: src.Closer, charmap: src.Charmap}
	in.file = validate.File{
		Path: src.Path, Format: "json", Size: src.Size, Encoding: src.Encoding, BOM: src.BOM,
		EncodingDeclared: src.Declared, Doubtful: src.Doubtful, Notes: in.list,
	}
	if src.All && src.Size < 0 {
		in.file.Size = int64(len(src.Begin))
	}
	in.file.Items, in.file.Beside = true, in.beside
	in.record = &record{b: slices.Clip(src.Begin)}
	if err := in.open(aim{}); err != nil {
		return nil, err
	}
	return in, nil
}

// File is what is known before the first item.
func (in *Input) File() *validate.File { return &in.file }

// Close closes the text.
func (in *Input) Close() error { return in.closer.Close() }

// Chunks cuts the text into whole items. It can be read once.
func (in *Input) Chunks() iter.Seq2[validate.Chunk, error] {
	return func(yield func(validate.Chunk, error) bool) {
		in.begun, in.record = true, nil
		if in.failure != nil {
			yield(validate.Chunk{}, in.failure)
			return
		}
		for {
			chunk, err := in.cutter.next()
			if err == io.EOF {
				var more bool
				if more, err = in.tail(); more {
					continue
				}
				if err == nil {
					return
				}
			}
			if !yield(chunk, err) || err != nil {
				return
			}
		}
	}
}

// list gives the notes.
func (in *Input) list() []validate.Note {
	in.mutex.Lock()
	notes := in.notes
	if len(in.lists) > 1 || len(in.lists) == 1 && !in.features {
		notes = append([]validate.Note{{Kind: "path", N: len(in.lists), Text: valid8([]byte(strings.Join(in.lists, ", ")))}}, notes...)
	}
	in.mutex.Unlock()
	if late, ok := in.late.note(); ok {
		notes = append(notes[:len(notes):len(notes)], late)
	}
	return notes
}

// note adds a note.
func (in *Input) note(n validate.Note) {
	n.Pos.Row = 0
	in.mutex.Lock()
	defer in.mutex.Unlock()
	in.notes = append(in.notes, n)
}

// A stream is what is still to be read of a text.
type stream struct {
	b   []byte // read already
	r   io.Reader
	err error // why reading ended

	record *record // that keeps what is read; nil for none
}

// A record keeps what was read of a text, from its beginning.
type record struct {
	b    []byte
	err  error // why reading ended
	lost bool  // it became too long
}

// add keeps what was read.
func (r *record) add(b []byte, err error) {
	if r == nil || r.lost {
		return
	}
	if len(r.b)+len(b) > maxReplay {
		r.b, r.lost = nil, true
		return
	}
	r.b, r.err = append(r.b, b...), err
}

// need reads on until n bytes are at hand, or the text ends.
func (s *stream) need(n int) {
	if len(s.b) >= n || s.err != nil {
		return
	}
	b := make([]byte, n)
	had := copy(b, s.b)
	got, err := io.ReadFull(s.r, b[had:])
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	s.b, s.err = b[:had+got], err
	s.record.add(b[had:had+got], err)
}

// ended says whether the text ends with what is at hand.
func (s *stream) ended() bool { return s.err == io.EOF }

// reader gives all of it.
func (s *stream) reader() io.Reader {
	readers := []io.Reader{&rest{b: s.b}}
	switch s.err {
	case nil:
		readers = append(readers, s.r)
	case io.EOF:
	default:
		readers = append(readers, &rest{err: s.err})
	}
	return io.MultiReader(readers...)
}

// A rest gives bytes, then an error.
type rest struct {
	b   []byte
	err error
}

func (r *rest) Read(b []byte) (int, error) {
	n := copy(b, r.b)
	if r.b = r.b[n:]; n == 0 {
		if r.b = nil; r.err != nil {
			return 0, r.err
		}
		return 0, io.EOF
	}
	return n, nil
}

// Progress is how much of the text's file was read, from 0 to 1, where its closer
// knows that; else 0.
func (in *Input) Progress() float64 {
	if p, ok := in.closer.(interface{ Progress() float64 }); ok {
		return p.Progress()
	}
	return 0
}
