// Package web reads files at addresses of the web, as they come, within limits
// of time and size. Nothing is asked of any server but what the address says.
package web

import (
	"context"
	"io"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"github.com/socle-commun/socle/schemas/fetch"
	"github.com/socle-commun/socle/validate"
)

// MaxBytes is the largest file that is read, in bytes, unless Options say
// otherwise.
const MaxBytes = 2 << 30

// The limits of patience.
const (
	idle          = 30 * time.Second // without an answer, or with next to nothing of it
	mostRedirects = 10
)

// Options bound what a server may cost. A zero value is the usual one.
type Options struct {
	MaxBytes int64         // of the file, as it is sent and as it is unpacked
	Connect  time.Duration // to reach the server
	Idle     time.Duration // to wait for the answer, and for more of it
	Accept   string        // the media types that are asked for, as the header Accept has them

	transport *http.Transport           // of tests; else one for each file
	guarded   bool                      // of tests: the guard watches that transport too
	private   func(netip.AddrPort) bool // of tests; else what the networks are
}

func (o Options) complete() Options {
	if o.MaxBytes == 0 {
		o.MaxBytes = MaxBytes
	}
	if o.Connect == 0 {
		o.Connect = fetch.Connect
	}
	if o.Idle == 0 {
		o.Idle = idle
	}
	if o.private == nil {
		o.private = private
	}
	if o.Accept == "" {
		o.Accept = "text/csv, text/tab-separated-values, application/geo+json, */*;q=0.5"
	}
	return o
}

// A Body is a file that a server sends. Its bytes are those of the file: how
// they were packed for the way is undone. Reading ends with io.EOF where the
// file is whole, else with a *validate.Failure. It is to be closed.
type Body struct {
	io.ReadCloser
	Address string // that was asked for, without name and password
	Name    string // of the file, as the server calls it; "" where it does not
	Charset string // the encoding that the server claims, as it writes it; "" where it does not
	Size    int64  // in bytes; -1 where it is not known
	Begin   []byte // the first bytes, which Read gives all the same
}

// Is says whether an argument is an address of the web.
func Is(arg string) bool {
	scheme, rest, found := strings.Cut(arg, "://")
	return found && rest != "" && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// Public is an address as it may be shown: without a name and a password. What
// cannot be read as an address is shown up to where they might stand.
func Public(address string) string {
	u, err := url.Parse(address)
	if err == nil {
		return fetch.Public(u)
	}
	scheme, rest, _ := strings.Cut(address, "://")
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	return scheme + "://" + rest[strings.LastIndexByte(rest[:end], '@')+1:]
}

// Open asks for the file at an address. ctx ends the reading of its body too.
// A failure says why there is no file to read; the status of the server's
// answer among it, and an answer that is a web page.
func Open(ctx context.Context, address string, o Options) (*Body, *validate.Failure) {
	o = o.complete()
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || !fetch.IsWeb(u) {
		return nil, failureOf(fetch.BadAddress(Public(address)))
	}
	ctx, cancel := context.WithCancel(ctx)
	body, failure := ask(ctx, cancel, u, o)
	if failure != nil {
		cancel()
	}
	return body, failure
}

// ask asks once. cancel ends all that ctx began.
func ask(ctx context.Context, cancel context.CancelFunc, u *url.URL, o Options) (*Body, *validate.Failure) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, failureOf(fetch.BadAddress(fetch.Public(u)))
	}
	request.Header.Set("User-Agent", "socle")
	request.Header.Set("Accept", o.Accept)
	request.Header.Set("Accept-Encoding", "gzip") // unpacked here, so that a length is that of what is sent
	client := http.Client{Transport: o.transport, CheckRedirect: fetch.Follow(mostRedirects)}
	if o.transport == nil || o.guarded {
		transport := o.transport
		if transport == nil {
			transport = fetch.Transport(o.Connect)
		}
		transport.DisableKeepAlives = true
		client.Transport, client.CheckRedirect = transport, (&guard{private: o.private}).watch(transport, o.Connect)
	}
	watch := newWatch(o.Idle, cancel)
	watch.start()
	response, err := client.Do(request)
	watch.stop(minProgress)
	if err != nil {
		return nil, watch.failure(err)
	}
	from, failure := read(response, watch, cancel, o)
	if failure != nil {
		response.Body.Close()
		return nil, failure
	}
	body := &Body{ReadCloser: from, Address: fetch.Public(u), Name: nameOf(response.Header), Size: response.ContentLength, Begin: from.begin}
	if from.unpacked != nil {
		body.Size = -1
	}
	_, body.Charset = mediaType(response.Header)
	return body, nil
}

// Document fetches a small document whole. Its size limit is most, in bytes.
func Document(ctx context.Context, address string, most int64, o Options) ([]byte, *validate.Failure) {
	o.MaxBytes = most
	if o.Accept == "" {
		o.Accept = "application/json, */*;q=0.5"
	}
	body, failure := Open(ctx, address, o)
	if failure != nil {
		return nil, failure
	}
	defer body.Close()
	data, err := io.ReadAll(body)
	if err != nil {
		return nil, failureOf(err)
	}
	return data, nil
}
