// Package pull fetches the official documents of the national catalogue of
// schemas into a cache on the machine, and reads them there by name.
//
// The cache is a folder: OWNER/NAME/VERSION.json for each document, as it was
// published, and manifest.json, which says of each where it came from and what
// its fingerprint is. A pull gathers what it fetches beside the documents and
// moves it into its place at the end, the manifest last: one that breaks
// leaves the cache as it was. A document that cannot be fetched is no break:
// it alone stays as it was, and the result says why.
//
// Everything that comes over the network is taken for hostile: addresses,
// names, sizes, lengths, redirections and contents.
package pull

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/diff"
	"github.com/socle-commun/socle/schemas/fetch"
)

// Options say what to pull, from where and to where.
type Options struct {
	From        string   // address of the catalogue; "" is National
	Dir         string   // folder of the cache, made where there is none
	Names       []string // NAME or OWNER/NAME, followed or not by @VERSION; none is the whole catalogue
	AllVersions bool     // of each name without @VERSION, not the newest alone
	Progress    func(done, total int)

	limits limits
	now    func() time.Time
	pause  func(context.Context, time.Duration) error
}

// A Status is what became of one document. The words are public.
type Status string

// The states of a document after a pull.
const (
	Fetched   Status = "fetched"   // new in the cache, or changed
	Unchanged Status = "unchanged" // the cache had it
	Skipped   Status = "skipped"   // the schema is a text for people: there is nothing to fetch
	Failed    Status = "failed"    // it could not be fetched; the cache keeps what it had
)

// A Document is one version of a schema that was asked for.
type Document struct {
	Name    string // OWNER/NAME
	Version string
	Status  Status
	Record  Record        // what the manifest has of it, where it was fetched or unchanged
	Manual  string        // address of the documentation for people; "" where none is known
	Differs []diff.Change // the rules in which it differs from the document of the same name in the embedded catalogue
	Fault   *Fault        // why it failed
}

// A Result is what a pull did, by name and version.
type Result struct {
	From      string // address of the catalogue
	Dir       string // folder of the cache
	Documents []Document
}

// Count counts the documents in a state.
func (r *Result) Count(s Status) int {
	n := 0
	for _, d := range r.Documents {
		if d.Status == s {
			n++
		}
	}
	return n
}

// atOnce is how many documents are fetched at the same time.
const atOnce = 4

// A puller is one pull under way.
type puller struct {
	Options
	client *client
	cache  *Cache
	stage  *stage
	bytes  atomic.Int64 // fetched so far
}

// Pull fetches documents into the cache. The error is a
// *schemas.NotFoundError where a name is unknown to the catalogue, or else a
// *Fault; the cache is then as it was.
func Pull(ctx context.Context, o Options) (*Result, error) {
	o = o.complete()
	base, fault := addressOf(o.From)
	if fault != nil {
		return nil, fault
	}
	ctx, cancel := context.WithTimeoutCause(ctx, o.limits.whole, errTooLong)
	defer cancel()
	p := &puller{Options: o, client: newClient(o), cache: openToPull(o.Dir), stage: newStage(o.Dir, o.now())}
	defer p.client.close()
	defer p.stage.close()
	if p.cache.manifest.Version > manifestVersion {
		return nil, tooNew(o.Dir)
	}
	items, err := p.client.catalogue(ctx, base, o.Names, o.AllVersions)
	if err != nil {
		return nil, err
	}
	documents, err := p.all(ctx, items)
	if err == nil {
		err = p.stage.commit(ctx)
	}
	if err != nil {
		return nil, err
	}
	return &Result{From: fetch.Public(base), Dir: o.Dir, Documents: documents}, nil
}

// all fetches the items and gives what became of them, in their order. The
// error is one of the disk, or of the time that is over.
func (p *puller) all(ctx context.Context, items []item) ([]Document, error) {
	documents := make([]Document, len(items))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	var mu sync.Mutex
	done := 0
	for i, it := range items {
		group.Go(func() error {
			var err error
			if documents[i], err = p.one(ctx, it); err != nil {
				return err
			}
			if p.Progress != nil {
				mu.Lock()
				defer mu.Unlock()
				done++
				p.Progress(done, len(items))
			}
			return nil
		})
	}
	return documents, group.Wait()
}

// one fetches an item unless the cache has it.
func (p *puller) one(ctx context.Context, it item) (Document, error) {
	d := Document{Name: it.name, Version: it.version, Status: Failed, Manual: it.manual, Fault: it.fault}
	switch {
	case it.fault != nil:
		return d, nil
	case it.kind == "":
		d.Status = Skipped
		return d, nil
	}
	held, known := p.cache.held(it)
	got, fault := p.client.get(ctx, it.address, known)
	if fault == nil && got.body == nil {
		got.body = held
	}
	if fault == nil {
		d.Differs, fault = p.judge(it, got.body)
	}
	if ctx.Err() != nil {
		return d, interrupted(ctx)
	}
	if d.Fault = fault; fault != nil {
		return d, nil
	}
	d.Record = newRecord(it, got, p.now().UTC())
	d.Status = Unchanged
	switch {
	case known == nil || known.SHA256 != d.Record.SHA256:
		d.Status = Fetched
		return d, p.stage.add(d.Record, got.body)
	case known.sameSource(d.Record):
		d.Record = *known
		return d, nil
	}
	return d, p.stage.add(d.Record, nil) // the bytes are in their place
}

// judge wants a document that socle can use, of the kind that the catalogue
// says it has, and tells in what it differs from the embedded one.
func (p *puller) judge(it item, body []byte) ([]diff.Change, *Fault) {
	if p.bytes.Add(int64(len(body))) > p.limits.total {
		return nil, tooMuch(p.limits.total)
	}
	s, err := schemas.Parse(it.id(), body)
	switch {
	case err != nil:
		return nil, notSchema(body, err)
	case s.Kind.String() != it.kind:
		return nil, otherKind(it.kind, s.Kind)
	}
	return differences(s, it.id()), nil
}
