package pull

import (
	"context"
	"time"

	"github.com/socle-commun/socle/schemas/fetch"
)

// National is the address of the national catalogue of schemas.
const National = "https://schema.data.gouv.fr/schemas/schemas.json"

// limits bound what a server may cost. A zero one is the usual one.
type limits struct {
	connect  time.Duration // to reach the server
	request  time.Duration // for one answer, from the question to its last byte
	whole    time.Duration // for the pull
	document int64         // bytes of one document, and of the catalogue
	total    int64         // bytes of all documents of one pull
}

var usual = limits{
	connect: fetch.Connect, request: time.Minute, whole: 15 * time.Minute,
	document: 10 << 20, total: 256 << 20,
}

// mostItems is how many documents a catalogue may name.
const mostItems = 10_000

// mostRedirects is how many redirections are followed for one address.
const mostRedirects = 5

// pauses stand before the second and the third attempt at an address.
var pauses = []time.Duration{time.Second, 4 * time.Second}

// complete sets what was left open.
func (o Options) complete() Options {
	if o.From == "" {
		o.From = National
	}
	if o.limits.connect == 0 {
		o.limits.connect = usual.connect
	}
	if o.limits.request == 0 {
		o.limits.request = usual.request
	}
	if o.limits.whole == 0 {
		o.limits.whole = usual.whole
	}
	if o.limits.document == 0 {
		o.limits.document = usual.document
	}
	if o.limits.total == 0 {
		o.limits.total = usual.total
	}
	if o.now == nil {
		o.now = time.Now
	}
	if o.pause == nil {
		o.pause = wait
	}
	return o
}

// wait waits, or less where ctx ends.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
