package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/schemas/diff"
	"github.com/socle-commun/socle/schemas/pull"
	"github.com/socle-commun/socle/schemas/text"
)

// A pullJSON is what a pull did, as --json writes it.
type pullJSON struct {
	From      string       `json:"from"`
	Cache     string       `json:"cache"`
	Fetched   int          `json:"fetched"`
	Unchanged int          `json:"unchanged"`
	Skipped   int          `json:"skipped"` // without a document for machines
	Failed    int          `json:"failed"`
	Documents []pulledJSON `json:"documents"`
}

type pulledJSON struct {
	Name          string        `json:"name"`
	Version       string        `json:"version"`
	Status        pull.Status   `json:"status"`
	Kind          string        `json:"kind,omitempty"`
	Address       string        `json:"address,omitempty"`
	Size          int           `json:"size,omitempty"` // in bytes
	SHA256        string        `json:"sha256,omitempty"`
	Documentation string        `json:"documentation,omitempty"`
	Differs       []diff.Change `json:"differs,omitempty"` // from the embedded document to the official one
	Failure       *pullFailure  `json:"failure,omitempty"`
}

type pullFailure struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

func newPullJSON(a *app, r *pull.Result) pullJSON {
	out := pullJSON{
		From: r.From, Cache: r.Dir, Documents: []pulledJSON{},
		Fetched: r.Count(pull.Fetched), Unchanged: r.Count(pull.Unchanged), Skipped: r.Count(pull.Skipped), Failed: r.Count(pull.Failed),
	}
	for _, d := range r.Documents {
		j := pulledJSON{
			Name: d.Name, Version: d.Version, Status: d.Status, Kind: d.Record.Kind, Address: d.Record.Address,
			Size: d.Record.Size, SHA256: d.Record.SHA256, Differs: d.Differs,
		}
		if d.Status == pull.Skipped {
			j.Documentation = d.Manual
		}
		if d.Fault != nil {
			j.Failure = &pullFailure{d.Fault.Code, d.Fault.Say.In(a.lang)}
		}
		out.Documents = append(out.Documents, j)
	}
	return out
}

// printPull writes a line for each document and what they come to. Of a whole
// catalogue, the documents that are as they were get none.
func (a *app) printPull(r *pull.Result, each bool) {
	bytes := 0
	for _, d := range r.Documents {
		id, line := shown(d.Name+"@"+d.Version), ""
		switch d.Status {
		case pull.Fetched:
			bytes += d.Record.Size
			line = a.say("récupéré, ", "fetched, ") + a.size(d.Record.Size)
		case pull.Unchanged:
			line = a.say("inchangé", "unchanged")
		case pull.Skipped:
			line = a.say("pas de document pour les machines", "no document for machines")
			if d.Manual != "" {
				line += a.say(" ; documentation : ", "; documentation: ") + d.Manual
			}
		case pull.Failed:
			line = a.say("impossible : ", "failed: ") + d.Fault.Say.In(a.lang)
		}
		if each || d.Status != pull.Unchanged || len(d.Differs) > 0 {
			fmt.Fprintln(a.out, id+a.colon()+shown(line))
		}
		if len(d.Differs) > 0 {
			a.printDiffers(r.Dir, d)
		}
	}
	a.printPulled(r, bytes)
}

// printDiffers says in which rules an official document is not the embedded
// one, and which command tells more.
func (a *app) printDiffers(dir string, d pull.Document) {
	path := filepath.Join(dir, filepath.FromSlash(d.Name), d.Version+".json")
	if strings.Contains(path, " ") {
		path = `"` + path + `"`
	}
	fmt.Fprintln(a.out, "  "+shown(a.say("le document officiel diffère du catalogue de socle : ", "the official document differs from the catalogue of socle: ")+a.places(d.Differs)))
	fmt.Fprintln(a.out, "  "+shown(a.say("le détail : ", "the details: ")+"socle schemas diff "+d.Name+"@"+d.Version+" "+path))
}

// printPulled writes the sum.
func (a *app) printPulled(r *pull.Result, bytes int) {
	var parts []string
	part := func(s pull.Status, fr, en, more string) {
		if n := r.Count(s); n > 0 {
			parts = append(parts, a.count(n, fr, en)+more)
		}
	}
	part(pull.Fetched, "{n} {n|document récupéré|documents récupérés}", "{n} {n|document|documents} fetched", " ("+a.size(bytes)+")")
	part(pull.Unchanged, "{n} {n|document inchangé|documents inchangés}", "{n} {n|document|documents} unchanged", "")
	part(pull.Skipped, "{n} {n|schéma|schémas} sans document pour les machines", "{n} {n|schema|schemas} without a document for machines", "")
	part(pull.Failed, "{n} {n|document|documents} en échec", "{n} {n|document|documents} failed", "")
	fmt.Fprintf(a.out, "\n%s.\n%s%s\n", strings.Join(parts, ", "), a.say("Cache : ", "Cache: "), shown(r.Dir))
}

// mostPlaces is how many places of differences are written out.
const mostPlaces = 6

// places names the columns, or files of a package, that differ.
func (a *app) places(changes []diff.Change) string {
	var names []string
	for _, c := range changes {
		name := c.Field
		if name == "" {
			name = a.say("l'ensemble", "the whole")
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	line := strings.Join(names[:min(len(names), mostPlaces)], ", ")
	if more := len(names) - mostPlaces; more > 0 {
		line += a.count(more, " et {n} {n|autre|autres}", " and {n} more")
	}
	return line
}

// size writes a number of bytes: "812 o", "12,3 ko", "1,4 Mo".
func (a *app) size(bytes int) string {
	units := []string{a.say("o", "B"), a.say("ko", "kB"), a.say("Mo", "MB")}
	value, unit := float64(bytes), 0
	for value >= 999.95 && unit < len(units)-1 {
		value, unit = value/1000, unit+1
	}
	if unit == 0 {
		return strconv.Itoa(bytes) + " " + units[0]
	}
	number := strconv.FormatFloat(value, 'f', 1, 64)
	if a.lang == text.French {
		number = strings.Replace(number, ".", ",", 1)
	}
	return number + " " + units[unit]
}
