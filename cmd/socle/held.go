package main

import (
	"bufio"
	"context"
	"io"
	"os"

	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
	"github.com/socle-commun/socle/validate/input/web"
)

// A stream is what can be read only once, as it comes.
type stream struct {
	io.ReadCloser
	begin   []byte // the first bytes, which Read gives all the same
	size    int64  // in bytes; -1 where it is not known
	name    string // of the file, where that which reports show does not end with it
	claimed string // the encoding that the server claims
}

// Size is how many bytes the stream gives, -1 where that is not known.
func (s *stream) Size() int64 { return s.size }

// packed says whether the stream may be a workbook or a ZIP archive, which are
// read here and there.
func (s *stream) packed() bool { return sheet.Begins(s.begin) || string(s.begin) == "PK\x05\x06" }

// flows says whether a target can be read only once: an address, standard
// input, a pipe.
func (t target) flows() bool {
	switch {
	case t.failure != nil || t.table != nil || t.member != nil:
		return false
	case t.address != "" || t.stdin || t.path == "-":
		return true
	}
	info, err := os.Stat(t.path)
	return err == nil && !info.Mode().IsRegular()
}

// A held target is one that is ready to be opened: it is several where it
// turns out to be an archive.
type held struct {
	parts []target
	copy  *copied // behind them; nil where there is none
}

// forget removes what was copied.
func (h held) forget() {
	if h.copy != nil {
		h.copy.forget()
	}
}

// hold makes a target ready. What can be read only once is copied where it is
// to be read twice, or here and there. It does not wait for one that gives
// nothing, such as a keyboard, once ctx is cancelled.
func (a *app) hold(ctx context.Context, t target) (held, *validate.Failure) {
	if !t.flows() {
		return held{parts: []target{t}}, nil
	}
	type result struct {
		held    held
		failure *validate.Failure
	}
	done := make(chan result, 1)
	go func() {
		h, failure := a.holdStream(ctx, t)
		done <- result{h, failure}
	}()
	select {
	case <-ctx.Done():
		return held{}, unread
	case got := <-done:
		return got.held, got.failure
	}
}

func (a *app) holdStream(ctx context.Context, t target) (held, *validate.Failure) {
	from, failure := a.stream(ctx, t)
	if failure != nil {
		return held{}, failure
	}
	if t.sorting == nil && !t.again && !from.packed() {
		t.stream = from
		return held{parts: []target{t}}, nil
	}
	defer from.Close()
	most := int64(0) // what comes from an address has its own limit
	if t.address == "" && from.packed() {
		most = maxWorkbook
	}
	c, failure := a.copyOf(from, ".tmp", most)
	if failure != nil {
		return held{}, failure
	}
	h := held{parts: []target{t}, copy: c}
	h.parts[0].kept = c
	if !from.packed() || sheet.Is(c.path) || !input.IsZip(c.path) {
		return h, nil
	}
	parts, err := a.expand(c.path, t.path)
	if err != nil {
		c.forget()
		return held{}, asFailure(err)
	}
	for i := range parts {
		parts[i].sorting = t.sorting
	}
	h.parts = parts
	return h, nil
}

// stream begins to read a target that flows.
func (a *app) stream(ctx context.Context, t target) (*stream, *validate.Failure) {
	if t.address != "" {
		return a.webStream(ctx, t.address)
	}
	from := io.NopCloser(a.stdin)
	if !t.stdin && t.path != "-" {
		f, err := os.Open(t.path)
		if err != nil {
			return nil, unreadable(err)
		}
		from = f
	}
	buffered := bufio.NewReader(from)
	s := &stream{ReadCloser: both{buffered, from}, size: -1}
	s.begin, _ = buffered.Peek(4) // reading says what is wrong
	return s, nil
}

// both reads from one and closes the other.
type both struct {
	io.Reader
	io.Closer
}

// webStream begins to read what is at an address.
func (a *app) webStream(ctx context.Context, address string) (*stream, *validate.Failure) {
	body, failure := web.Open(ctx, address, a.web)
	if failure != nil {
		return nil, failure
	}
	return &stream{
		ReadCloser: body, begin: body.Begin[:min(len(body.Begin), 4)], size: body.Size, name: otherName(body), claimed: body.Charset,
	}, nil
}

// openStream reads a table as it comes.
func (a *app) openStream(s *stream, shown string, o input.Options) (validate.Input, error) {
	o.Claimed = s.claimed
	in, err := a.readText(shown, s, o)
	if err != nil {
		return nil, err
	}
	in.File().Name = s.name
	return in, nil
}
