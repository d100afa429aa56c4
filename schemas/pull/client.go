package pull

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/socle-commun/socle/schemas/fetch"
)

// A client asks servers for documents, within limits. The proxy of the
// environment (HTTPS_PROXY, NO_PROXY) is used.
type client struct {
	http   *http.Client
	limits limits
	pause  func(context.Context, time.Duration) error
}

// An answer is what a server gave for one address.
type answer struct {
	body []byte // nil where the document is as it was
	fetch.Validator
}

func newClient(o Options) *client {
	transport := fetch.Transport(o.limits.connect)
	transport.MaxConnsPerHost = atOnce
	return &client{&http.Client{Transport: transport, CheckRedirect: fetch.Follow(mostRedirects)}, o.limits, o.pause}
}

func (c *client) close() { c.http.CloseIdleConnections() }

// get fetches a document, unless it is the known one. What may pass is tried
// again, twice.
func (c *client) get(ctx context.Context, u *url.URL, known *Record) (answer, *Fault) {
	for attempt := 0; ; attempt++ {
		got, fault := c.try(ctx, u, known)
		if fault == nil || !fault.Passes || attempt == len(pauses) {
			return got, fault
		}
		if c.pause(ctx, pauses[attempt]) != nil {
			return got, fault
		}
	}
}

// try asks once.
func (c *client) try(ctx context.Context, u *url.URL, known *Record) (answer, *Fault) {
	ctx, cancel := context.WithTimeout(ctx, c.limits.request)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return answer{}, fetch.BadAddress(fetch.Public(u))
	}
	request.Header.Set("User-Agent", "socle")
	request.Header.Set("Accept", "application/json, */*;q=0.1")
	var before fetch.Validator
	if known != nil {
		before = fetch.Validator{ETag: known.ETag, Modified: known.Modified}
	}
	conditional := before.Ask(request)
	response, err := c.http.Do(request)
	if err != nil {
		return answer{}, fetch.Network(err)
	}
	defer response.Body.Close()
	got := answer{Validator: fetch.ValidatorOf(response)}
	switch {
	case response.StatusCode == http.StatusNotModified && conditional:
		return answer{Validator: before}, nil
	case response.StatusCode != http.StatusOK:
		return answer{}, refused(response.StatusCode)
	}
	got.body, err = io.ReadAll(io.LimitReader(response.Body, c.limits.document+1))
	switch {
	case err != nil:
		return answer{}, fetch.Network(err)
	case int64(len(got.body)) > c.limits.document:
		return answer{}, tooLarge(c.limits.document)
	}
	return got, nil
}
