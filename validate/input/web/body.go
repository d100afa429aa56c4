package web

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/gzip"

	"github.com/socle-commun/socle/schemas/fetch"
	"github.com/socle-commun/socle/validate"
)

// minProgress is how many bytes must come within the time of patience: a
// server that sends one after the other is as good as silent.
const minProgress = 4 << 10

// A watch ends a question on which a server spends more than some time
// without progress. Time that nobody waits for the server does not count.
type watch struct {
	limit   time.Duration
	timer   *time.Timer
	fired   atomic.Bool
	began   time.Time     // of the present wait
	waited  time.Duration // since there was progress
	arrived int           // bytes since then
}

func newWatch(limit time.Duration, cancel context.CancelFunc) *watch {
	w := &watch{limit: limit}
	w.timer = time.AfterFunc(limit, func() {
		w.fired.Store(true)
		cancel()
	})
	w.timer.Stop()
	return w
}

// start begins to wait.
func (w *watch) start() {
	w.began = time.Now()
	w.timer.Reset(max(w.limit-w.waited, 0))
}

// stop ends a wait that brought n bytes.
func (w *watch) stop(n int) {
	w.timer.Stop()
	w.waited += time.Since(w.began)
	if w.arrived += n; w.arrived >= minProgress {
		w.waited, w.arrived = 0, 0
	}
}

// failure says why there is no more.
func (w *watch) failure(err error) *validate.Failure {
	if w.fired.Load() {
		return failureOf(fetch.TimedOut())
	}
	return failureOf(err)
}

// A reader reads the body of an answer.
type reader struct {
	sent     io.ReadCloser // the server's bytes
	watch    *watch
	cancel   context.CancelFunc
	unpacked *gzip.Reader  // nil where they are not packed
	from     *bufio.Reader // the file's bytes
	begin    []byte        // the first of them
	left     int64         // of the file's bytes, before it is too large
	max      int64
	failed   *validate.Failure
}

// read looks at an answer, and gives its body where that may be a file.
func read(response *http.Response, w *watch, cancel context.CancelFunc, o Options) (*reader, *validate.Failure) {
	switch {
	case response.StatusCode != http.StatusOK:
		return nil, refused(response.StatusCode)
	case response.ContentLength > o.MaxBytes:
		return nil, tooLarge(o.MaxBytes)
	}
	r := &reader{sent: response.Body, watch: w, cancel: cancel, left: o.MaxBytes, max: o.MaxBytes}
	plain := io.Reader(&limited{r: r, left: o.MaxBytes})
	switch packing := strings.ToLower(strings.TrimSpace(response.Header.Get("Content-Encoding"))); packing {
	case "", "identity":
	case "gzip", "x-gzip":
		packed := bufio.NewReader(plain)
		magic, err := packed.Peek(2)
		if len(magic) == 0 && err == io.EOF { // an empty file
			break
		}
		if len(magic) == 2 && string(magic) != "\x1f\x8b" {
			return nil, damaged()
		}
		unpacked, err := gzip.NewReader(packed)
		if err != nil {
			return nil, r.failure(err)
		}
		r.unpacked, plain = unpacked, unpacked
	default:
		return nil, unknownPacking(packing)
	}
	r.from = bufio.NewReaderSize(plain, 64<<10)
	begin, err := r.from.Peek(sniffed)
	if err != nil && err != io.EOF {
		return nil, r.failure(err)
	}
	if kind, _ := mediaType(response.Header); isPage(begin, kind) {
		return nil, page()
	}
	r.begin = bytes.Clone(begin)
	return r, nil
}

// A limited reader reads the server's bytes, no more than some.
type limited struct {
	r    *reader
	left int64
}

func (l *limited) Read(b []byte) (int, error) {
	l.r.watch.start()
	n, err := l.r.sent.Read(b)
	l.r.watch.stop(n)
	if l.left -= int64(n); l.left < 0 {
		return 0, tooLarge(l.r.max)
	}
	if err != nil && err != io.EOF {
		return n, l.r.watch.failure(err)
	}
	return n, err
}

// Read reads the file's bytes.
func (r *reader) Read(b []byte) (int, error) {
	if r.failed != nil {
		return 0, r.failed
	}
	n, err := r.from.Read(b)
	if r.left -= int64(n); r.left < 0 {
		n, err = 0, tooLarge(r.max)
	}
	if err != nil && err != io.EOF {
		r.failed = r.failure(err)
		return n, r.failed
	}
	return n, err
}

// failure says why the file's bytes end early.
func (r *reader) failure(err error) *validate.Failure {
	var known *validate.Failure
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return failureOf(fetch.Cut())
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), r.unpacked != nil:
		return damaged()
	}
	return failureOf(err)
}

// Close ends the answer, whatever is left of it.
func (r *reader) Close() error {
	r.cancel()
	r.watch.timer.Stop()
	return r.sent.Close()
}

// sniffed is how much of a body tells a web page, in bytes.
const sniffed = 512

// isPage says whether a body is a web page, by its first bytes. Where the
// server calls it one, a beginning of any tag will do: not every server knows
// what it sends, and data is sent under that name too.
func isPage(begin []byte, kind string) bool {
	begin = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(begin, []byte("\xef\xbb\xbf")), " \t\r\n"))
	if kind == "text/html" || kind == "application/xhtml+xml" {
		return bytes.HasPrefix(begin, []byte("<"))
	}
	return bytes.HasPrefix(begin, []byte("<!doctype html")) || bytes.HasPrefix(begin, []byte("<html"))
}
