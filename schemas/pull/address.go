package pull

import (
	"net/url"
	"strings"

	"github.com/socle-commun/socle/schemas/fetch"
)

// addressOf reads the address of a catalogue. That of a mere site is completed
// as the national one has it.
func addressOf(from string) (*url.URL, *Fault) {
	u, err := url.Parse(strings.TrimSpace(from))
	if err != nil || u.Host == "" || !fetch.IsWeb(u) {
		return nil, fetch.BadAddress(from)
	}
	if u.Path == "" || u.Path == "/" {
		u.Path = "/schemas/schemas.json"
	}
	return u, nil
}

// below resolves the address of a document as a catalogue writes it: relative
// to the catalogue's, or in full. Where the catalogue is a mirror, what it says
// to be on the national site is read on the mirror.
func below(catalogue *url.URL, address string) (*url.URL, *Fault) {
	national := strings.TrimSuffix(National, "schemas.json")
	if catalogue.String() != National {
		if rest, ok := strings.CutPrefix(address, national); ok {
			address = "./" + rest
		}
	}
	u, err := catalogue.Parse(address)
	switch {
	case err != nil || address == "" || u.Host == "" || !fetch.IsWeb(u):
		return nil, fetch.BadAddress(address)
	case catalogue.Scheme == "https" && u.Scheme == "http":
		return nil, fetch.Downgraded(u)
	}
	return u, nil
}
