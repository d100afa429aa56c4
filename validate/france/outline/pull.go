package outline

import (
	"context"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/socle-commun/socle/schemas/fetch"
	"github.com/socle-commun/socle/validate/france/cog"
	"github.com/socle-commun/socle/validate/france/territory"
)

// API is the public API of administrative divisions (API Découpage administratif).
const API = "https://geo.api.gouv.fr"

// Options say where outlines come from and where they go.
type Options struct {
	Dir      string                // of the cache; it is made where it is not there
	API      string                // the address that questions begin with; "" is API
	Progress func(done, total int) // told after each question; may be nil

	limits limits
	now    func() time.Time // of tests
}

// An Outcome is what became of one territory.
type Outcome struct {
	Territory *territory.Declared
	Fetched   []string     // codes of the communes whose outlines are new in the cache
	Unchanged []string     // of those whose outlines are still the server's
	Missing   []string     // of those that the server gave no outline of
	Fault     *fetch.Fault // why not everything could be asked; nil where it could
}

// A question is one address to ask, and the communes that it is about.
type question struct {
	path  string
	query url.Values
	codes []string
}

// Pull fetches the outlines of the communes of territories, and puts each into
// the cache once it is whole: what is there stays until there is better. The
// error is a *fetch.Fault about the address or the folder.
func Pull(ctx context.Context, territories []*territory.Declared, o Options) ([]Outcome, error) {
	if o.API == "" {
		o.API = API
	}
	if o.now == nil {
		o.now = time.Now
	}
	base, err := url.Parse(o.API)
	if err != nil || base.Host == "" || !fetch.IsWeb(base) {
		return nil, fetch.BadAddress(o.API)
	}
	if err := os.MkdirAll(o.Dir, 0o777); err != nil {
		return nil, disk(o.Dir, err)
	}
	asked := make([][]question, len(territories))
	total, done := 0, 0
	for i, t := range territories {
		asked[i] = questions(t)
		total += len(asked[i])
	}
	c := newClient(o.limits)
	defer c.close()
	outcomes := make([]Outcome, len(territories))
	var last *fetch.Fault // that the next question would meet too
	for i, t := range territories {
		outcomes[i].Territory = t
		for _, q := range asked[i] {
			if last == nil {
				last = outcomes[i].ask(ctx, c, base, q, o)
			}
			if last != nil {
				outcomes[i].Fault = last
			}
			if last != nil && last.Code == notFoundCode {
				last = nil
			}
			done++
			if o.Progress != nil {
				o.Progress(done, total)
			}
		}
	}
	return outcomes, nil
}

// questions lists what to ask about a territory: as few addresses as the API
// has.
func questions(t *territory.Declared) []question {
	var list []question
	switch t.Kind {
	case territory.Commune:
		list = append(list, ofCommune(t.Communes()[0]))
	case territory.EPCI:
		if e := cog.EPCIBySIREN([]byte(t.Code)); e != nil && e.Kind == cog.EPT { // the API does not list their communes
			for _, c := range t.Communes() {
				list = append(list, ofCommune(c))
			}
			break
		}
		list = append(list, question{path: "epcis/" + t.Code + "/communes", codes: codesOf(t.Communes())})
	default:
		for _, c := range t.Communes() {
			path := "departements/" + c.Department + "/communes"
			if n := len(list); n == 0 || list[n-1].path != path {
				list = append(list, question{path: path})
			}
			last := &list[len(list)-1]
			last.codes = append(last.codes, c.Code)
		}
	}
	for i := range list {
		if list[i].query == nil {
			list[i].query = url.Values{}
		}
		list[i].query.Set("fields", "nom,code,contour")
		list[i].query.Set("format", "geojson")
		list[i].query.Set("geometry", "contour")
	}
	return list
}

// ofCommune is the question about one commune; an arrondissement has to be
// asked for as such.
func ofCommune(c *cog.Commune) question {
	if c.Kind == cog.Arrondissement {
		return question{path: "communes", query: url.Values{"code": {c.Code}, "type": {"arrondissement-municipal"}}, codes: []string{c.Code}}
	}
	return question{path: "communes/" + c.Code, codes: []string{c.Code}}
}

func codesOf(communes []*cog.Commune) []string {
	codes := make([]string, len(communes))
	for i, c := range communes {
		codes[i] = c.Code
	}
	return codes
}

// ask asks one question and keeps what comes of it.
func (out *Outcome) ask(ctx context.Context, c *client, base *url.URL, q question, o Options) *fetch.Fault {
	address := *base.JoinPath(strings.Split(q.path, "/")...)
	address.RawQuery = q.query.Encode()
	source := fetch.Public(&address)
	got, fault := c.get(ctx, &address, known(o.Dir, source, q.codes))
	if fault != nil {
		return fault
	}
	if got.unchanged {
		out.Unchanged = append(out.Unchanged, q.codes...)
		return nil
	}
	outlines, err := decode(got.body)
	if err != nil {
		return notOutlines(got.body)
	}
	missing := slices.Clone(q.codes)
	for _, outline := range outlines {
		at := slices.Index(missing, outline.Code)
		if at < 0 {
			continue // nobody asked for it
		}
		outline.Source, outline.ETag, outline.Modified = source, got.ETag, got.Modified
		outline.Fetched = o.now().UTC().Truncate(time.Second)
		if err := outline.save(o.Dir); err != nil {
			return disk(o.Dir, err)
		}
		missing = slices.Delete(missing, at, at+1)
		out.Fetched = append(out.Fetched, outline.Code)
	}
	out.Missing = append(out.Missing, missing...)
	return nil
}

// known gives what the server said of the outlines of communes, where the cache
// has all of them from one answer of the address; else nothing.
func known(dir, source string, codes []string) fetch.Validator {
	var said fetch.Validator
	for i, code := range codes {
		o, err := Load(dir, code)
		if err != nil || o.Source != source {
			return fetch.Validator{}
		}
		switch its := (fetch.Validator{ETag: o.ETag, Modified: o.Modified}); {
		case i == 0:
			said = its
		case said != its:
			return fetch.Validator{}
		}
	}
	return said
}
