package pull

import (
	"context"
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/fetch"
)

// An item is one document that a catalogue names.
type item struct {
	name, version string
	kind          string   // schemas.Kind's word; "" where there is no machine-readable schema
	address       *url.URL // nil where there is a fault
	manual        string   // address for people
	fault         *Fault   // why it cannot be fetched, known beforehand
}

func (it item) id() string { return it.name + "@" + it.version }

// A listed schema is one entry of the national catalogue, as it is published.
type listed struct {
	Name     string `json:"name"`
	Type     string `json:"schema_type"`
	Manual   string `json:"external_doc"`
	Homepage string `json:"homepage"`
	Versions []struct {
		Name    string `json:"version_name"`
		Address string `json:"schema_url"`
	} `json:"versions"`
}

// catalogue fetches the catalogue and gives the items that are asked for, by
// name and version. A name that it does not know is a *schemas.NotFoundError;
// any other error a *Fault.
func (c *client) catalogue(ctx context.Context, base *url.URL, names []string, all bool) ([]item, error) {
	got, fault := c.get(ctx, base, nil)
	if ctx.Err() != nil {
		return nil, interrupted(ctx)
	}
	var doc struct {
		Schemas []listed `json:"schemas"`
	}
	if fault == nil && json.Unmarshal(got.body, &doc) != nil {
		fault = notCatalogue(got.body)
	}
	if fault != nil {
		return nil, fault.Of(base)
	}
	items := itemsOf(base, doc.Schemas)
	switch {
	case len(items) == 0:
		return nil, notCatalogue(got.body).Of(base)
	case len(items) > mostItems:
		return nil, tooMany(len(items)).Of(base)
	}
	return choose(items, names, all)
}

// kinds are the words of the catalogue for the documents that socle reads. Of
// the others, there is nothing but a text for people.
var kinds = []string{schemas.Table.String(), schemas.JSON.String(), schemas.Package.String()}

// itemsOf reads the entries of a catalogue. Of those whose names are one to a
// file system that knows no case, the first counts.
func itemsOf(base *url.URL, list []listed) []item {
	var items []item
	seen := map[string]string{}
	for _, l := range list {
		for _, v := range l.Versions {
			it := item{name: l.Name, version: strings.TrimPrefix(v.Name, "v"), manual: webOnly(l.Manual, l.Homepage)}
			if slices.Contains(kinds, l.Type) {
				it.kind = l.Type
				it.address, it.fault = below(base, v.Address)
			}
			key := strings.ToLower(it.id())
			_, twice := seen[key]
			folder, other := seen[strings.ToLower(l.Name)]
			if !isName(l.Name) || !isVersion(it.version) || twice || other && folder != l.Name {
				it.fault = badName(it.id())
			}
			seen[key], seen[strings.ToLower(l.Name)] = l.Name, l.Name
			items = append(items, it)
		}
	}
	slices.SortStableFunc(items, func(a, b item) int {
		if a.name != b.name {
			return strings.Compare(a.name, b.name)
		}
		return schemas.CompareVersions(a.version, b.version)
	})
	return items
}

// webOnly gives the first of the addresses that is one of the web.
func webOnly(addresses ...string) string {
	for _, a := range addresses {
		if u, err := url.Parse(a); err == nil && u.Host != "" && fetch.IsWeb(u) {
			return fetch.Public(u)
		}
	}
	return ""
}

// choose takes the items that are asked for, each once.
func choose(items []item, names []string, all bool) ([]item, error) {
	entries := entriesOf(len(items), func(i int) (string, string) { return items[i].name, items[i].version })
	wanted := map[string]bool{}
	want := func(e schemas.Entry, version string) {
		switch {
		case version != "":
			wanted[e.Name+"@"+version] = true
		case !all:
			wanted[e.Name+"@"+e.Latest()] = true
		default:
			for _, v := range e.Versions {
				wanted[e.Name+"@"+v] = true
			}
		}
	}
	sound := slices.DeleteFunc(slices.Clone(entries), func(e schemas.Entry) bool { return !isName(e.Name) })
	for _, asked := range names {
		e, version, err := resolve(sound, asked)
		if err != nil {
			return nil, err
		}
		want(e, version)
	}
	if len(names) == 0 {
		for _, e := range entries {
			want(e, "")
		}
	}
	return slices.DeleteFunc(items, func(it item) bool { return !wanted[it.id()] }), nil
}

// entriesOf gathers n names and versions, sorted by both, as entries.
func entriesOf(n int, at func(int) (name, version string)) []schemas.Entry {
	var entries []schemas.Entry
	for i := range n {
		name, version := at(i)
		if last := len(entries) - 1; last < 0 || entries[last].Name != name {
			entries = append(entries, schemas.Entry{Name: name})
		}
		last := &entries[len(entries)-1]
		last.Versions = append(last.Versions, version)
	}
	return entries
}
