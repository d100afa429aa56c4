package main

import (
	"fmt"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// A candidateJSON is one schema that a file may follow, as --json writes it.
type candidateJSON struct {
	Name    string   `json:"name"`
	Version string   `json:"version"`
	Score   float64  `json:"score"` // from 0 to 1
	ByName  bool     `json:"by_name"`
	Matched []string `json:"matched"` // fields that the file has a column for
	Missing []string `json:"missing"` // fields that it has none for
	Unknown []string `json:"unknown"` // its columns that the schema does not know

	Misspelt []misspeltJSON `json:"misspelt"` // its columns that are to be renamed
	Faults   []faultsJSON   `json:"faults"`   // fields that values of the first rows do not keep to
}

type misspeltJSON struct {
	Column string `json:"column"`
	Field  string `json:"field"`
	Match  string `json:"match"`
}

type faultsJSON struct {
	Field   string `json:"field"`
	Filled  int    `json:"filled"` // cells of the first rows that were looked at
	Faults  int    `json:"faults"` // those among them that do not keep to the field
	Example string `json:"example"`
}

// compare names what a candidate and a file have in common, and what separates
// them.
func compare(among *schemas.Catalogue, c schemas.Candidate, f *validate.File) candidateJSON {
	out := candidateJSON{
		Name: c.Name, Version: c.Version, Score: c.Score, ByName: c.ByName,
		Matched: []string{}, Missing: []string{}, Unknown: []string{}, Misspelt: []misspeltJSON{}, Faults: []faultsJSON{},
	}
	s, err := among.Find(c.Name + "@" + c.Version)
	if err != nil {
		return out
	}
	header := validate.Bind(s, f.Labels, false)
	for i, column := range header.Fields {
		if column < 0 {
			out.Missing = append(out.Missing, s.Fields[i].Name)
			continue
		}
		out.Matched = append(out.Matched, s.Fields[i].Name)
		if faults := faultsOf(&s.Fields[i], column, f.Sample); faults.Faults > 0 {
			out.Faults = append(out.Faults, faults)
		}
	}
	for _, column := range header.Columns {
		switch {
		case column.Field >= 0 && column.Match != validate.Exact:
			out.Misspelt = append(out.Misspelt, misspeltJSON{column.Label, s.Fields[column.Field].Name, column.Match.String()})
		case column.Field < 0 && column.Label != "" && column.Duplicate < 0:
			out.Unknown = append(out.Unknown, column.Label)
		}
	}
	return out
}

// faultsOf holds the first values of a column against its field.
func faultsOf(f *schemas.Field, column int, sample [][]string) faultsJSON {
	out := faultsJSON{Field: f.Name}
	for _, row := range sample {
		if column >= len(row) || row[column] == "" || f.IsMissing([]byte(row[column])) {
			continue
		}
		if out.Filled++; f.Accepts([]byte(row[column])) {
			continue
		}
		if out.Faults++; out.Faults == 1 {
			out.Example = validate.Clip([]byte(row[column]))
		}
	}
	return out
}

// printDetection writes the candidates of one file, the first with its columns.
func (a *app) printDetection(d detection) {
	fmt.Fprintln(a.out, shown(d.Path))
	switch {
	case d.Failure != "":
		fmt.Fprintf(a.out, "  %s\n", shown(d.Failure))
		return
	case d.Sure:
		say := a.say("Reconnu : c'est la dernière version, %s, qui sert à le vérifier.", "Recognised: the newest version, %s, is what checks it.", d.Schema)
		if d.Newer != "" {
			say = a.say("Reconnu : c'est une version ancienne, %s, qui sert à le vérifier, car ses colonnes ou ses valeurs sont d'elle. La dernière est %s.",
				"Recognised: an old version, %s, is what checks it, for its columns or its values are of that one. The newest is %s.", d.Schema, d.Newer)
		}
		if len(d.Candidates[0].Matched) == 0 {
			say = a.say("Supposé d'après son nom seulement, aucune colonne n'y correspond : %s.", "Supposed from its name alone, no column is of it: %s.", d.Schema)
		}
		fmt.Fprintf(a.out, "  %s\n", say)
	case len(d.Candidates) == 0:
		fmt.Fprintf(a.out, "  %s\n", a.say("Aucun schéma du catalogue ne ressemble à ce fichier.", "No schema of the catalogue is like this file."))
	default:
		fmt.Fprintf(a.out, "  %s\n", a.say("Pas reconnu : aucun schéma n'est assez proche.", "Not recognised: no schema is near enough."))
	}
	for i, c := range d.Candidates {
		fmt.Fprintf(a.out, "  %s  %s@%s%s%s, %s, %s\n", a.say("%3.0f %%", "%3.0f%%", 100*c.Score), c.Name, c.Version, a.colon(),
			a.count(len(c.Matched), "{n} {n|colonne trouvée|colonnes trouvées}", "{n} {n|column|columns} found"),
			a.count(len(c.Missing), "{n} {n|absente|absentes}", "{n} missing"),
			a.count(len(c.Unknown), "{n} {n|inconnue|inconnues}", "{n} unknown"))
		if i == 0 {
			a.names("trouvées", "found", c.Matched)
			a.names("absentes", "missing", c.Missing)
			a.names("inconnues", "unknown", c.Unknown)
			var renamed, faulty []string
			for _, m := range c.Misspelt {
				renamed = append(renamed, m.Column+" → "+m.Field)
			}
			for _, f := range c.Faults {
				faulty = append(faulty, f.Field+a.say(" (%d sur %d)", " (%d of %d)", f.Faults, f.Filled))
			}
			a.names("à renommer", "to rename", renamed)
			a.names("mal remplies", "badly filled", faulty)
		}
	}
}

// names writes a list of columns, at most thirty of them.
func (a *app) names(fr, en string, list []string) {
	if len(list) == 0 {
		return
	}
	short := make([]string, 0, 31)
	for _, name := range list[:min(len(list), 30)] {
		short = append(short, shown(name))
	}
	if len(list) > 30 {
		short = append(short, "…")
	}
	lines := wrap(strings.Join(short, ", "), describedWidth-23)
	fmt.Fprintf(a.out, "         %-12s  %s\n", a.say(fr, en), strings.Join(lines, "\n"+strings.Repeat(" ", 23)))
}
