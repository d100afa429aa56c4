package outline

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/socle-commun/socle/schemas/fetch"
)

// limits bound what the server may cost. A zero one is the usual one.
type limits struct {
	connect time.Duration // to reach the server
	request time.Duration // for one answer, from the question to its last byte
	answer  int64         // bytes of one answer
}

// usual allows for all communes of a large department.
var usual = limits{connect: fetch.Connect, request: 3 * time.Minute, answer: 256 << 20}

const mostRedirects = 5

// A client asks the server.
type client struct {
	http   *http.Client
	limits limits
}

func newClient(l limits) *client {
	if l == (limits{}) {
		l = usual
	}
	return &client{&http.Client{Transport: fetch.Transport(l.connect), CheckRedirect: fetch.Follow(mostRedirects)}, l}
}

func (c *client) close() { c.http.CloseIdleConnections() }

// An answer is what the server gave for one address.
type answer struct {
	body      []byte
	unchanged bool // it is still the known one, and there is no body
	fetch.Validator
}

// get asks for an address, unless the answer is still the known one.
func (c *client) get(ctx context.Context, u *url.URL, known fetch.Validator) (answer, *fetch.Fault) {
	ctx, cancel := context.WithTimeout(ctx, c.limits.request)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return answer{}, fetch.BadAddress(fetch.Public(u))
	}
	request.Header.Set("User-Agent", "socle")
	request.Header.Set("Accept", "application/geo+json, application/json")
	conditional := known.Ask(request)
	response, err := c.http.Do(request)
	if err != nil && context.Cause(ctx) == context.Canceled {
		return answer{}, fetch.New("interrupted", "interrompu.", "interrupted.")
	}
	if err != nil {
		return answer{}, fetch.Network(err)
	}
	defer response.Body.Close()
	switch {
	case response.StatusCode == http.StatusNotModified && conditional:
		return answer{unchanged: true}, nil
	case response.StatusCode != http.StatusOK:
		return answer{}, refused(response.StatusCode)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, c.limits.answer+1))
	switch {
	case err != nil:
		return answer{}, fetch.Network(err)
	case int64(len(body)) > c.limits.answer:
		return answer{}, fetch.New("too-large", "la réponse dépasse %d Mo.", "the answer is larger than %d MB.", c.limits.answer>>20)
	}
	return answer{body: body, Validator: fetch.ValidatorOf(response)}, nil
}

// notFoundCode is the word of the fault that the server does not know a
// territory; it may know others.
const notFoundCode = "not-found"

// refused says what a status that is no success means.
func refused(status int) *fetch.Fault {
	switch {
	case status == 404 || status == 410:
		return fetch.New(notFoundCode, "le service ne connaît pas ce territoire (réponse %d).", "the service does not know this territory (answer %d).", status)
	case status == 429 || status == 408 || status >= 500:
		f := fetch.New("status", "le service est en panne ou surchargé (réponse %d) : réessayez plus tard.", "the service is out of order or overloaded (answer %d): try again later.", status)
		f.Passes = true
		return f
	}
	return fetch.New("status", "le service refuse de répondre (réponse %d).", "the service refuses to answer (answer %d).", status)
}

// notOutlines says that an answer has no outlines.
func notOutlines(body []byte) *fetch.Fault {
	if bytes.HasPrefix(bytes.TrimSpace(body), []byte("<")) {
		return fetch.New("page", "la réponse est une page web, et non du GeoJSON : un portail de connexion ou un pare-feu répond sans doute à la place du service.",
			"the answer is a web page, not GeoJSON: a login portal or a firewall probably answers in the service's place.")
	}
	return fetch.New("outlines", "la réponse n'est pas du GeoJSON avec des contours de communes.", "the answer is not GeoJSON with outlines of communes.")
}

// disk says that the cache could not be written.
func disk(dir string, err error) *fetch.Fault {
	f := fetch.New("disk", "le dossier des contours %s ne peut pas être écrit (%s).", "the folder of outlines %s cannot be written (%s).", dir, fetch.Innermost(err))
	f.Err = err
	return f
}
