// Package fetch holds what every question to a server has in common: which
// addresses are asked, which redirections are followed, and how it is said
// that nothing came of it. What it gives is for people in both languages.
package fetch

import (
	"net"
	"net/http"
	"net/url"
	"time"
)

// Connect is how long a server may take to be reached, usually.
const Connect = 10 * time.Second

// Transport gives a way to servers that gives up where one is not reached
// within connect. The proxy of the environment (HTTPS_PROXY, NO_PROXY) is used.
func Transport(connect time.Duration) *http.Transport {
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            (&net.Dialer{Timeout: connect}).DialContext,
		TLSHandshakeTimeout:    connect,
		MaxResponseHeaderBytes: 64 << 10,
		ForceAttemptHTTP2:      true,
	}
}

// Follow judges redirections, for http.Client.CheckRedirect: most of them are
// followed, to web addresses, and none from https to http. Its errors are
// *Fault.
func Follow(most int) func(next *http.Request, before []*http.Request) error {
	return func(next *http.Request, before []*http.Request) error {
		switch {
		case len(before) > most:
			return New("redirect", "le serveur renvoie d'une adresse à l'autre plus de %d fois.", "the server redirects more than %d times.", most)
		case !IsWeb(next.URL):
			return BadAddress(Public(next.URL))
		case before[len(before)-1].URL.Scheme == "https" && next.URL.Scheme == "http":
			return Downgraded(next.URL)
		}
		return nil
	}
}

// IsWeb says whether an address is one of the web.
func IsWeb(u *url.URL) bool { return u.Scheme == "http" || u.Scheme == "https" }

// Public is an address as it may be shown and kept: without a name and a
// password.
func Public(u *url.URL) string {
	if u == nil {
		return ""
	}
	plain := *u
	plain.User = nil
	return plain.String()
}
