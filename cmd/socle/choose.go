package main

import (
	"errors"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/input/web"
)

// A chooser gives each file its plan: that of the schema which was asked for,
// or else of the one that its name and columns speak for.
type chooser struct {
	asked   *schemas.Schema // nil where it is to be detected
	without bool            // files are to be judged without any schema
	among   *schemas.Catalogue
	checks  []*validate.Check
	options validate.Options

	mu    sync.Mutex
	plans map[string]*validate.Plan // by schema ID
	form  *validate.Plan            // of no schema, once it is needed
}

func newChooser(asked *schemas.Schema, without bool, among *schemas.Catalogue, o validate.Options) *chooser {
	return &chooser{asked: asked, without: without, among: among, checks: checks.All(), options: o, plans: map[string]*validate.Plan{}}
}

// A chosen is the plan for one file, and how it was found.
type chosen struct {
	plan     *validate.Plan
	none     bool              // the plan is without schema
	failure  *validate.Failure // why no schema judges, where the file is judged as far as that goes without
	detected bool              // not asked for
	nameOnly bool              // detected by the name of the file alone
	newer    string            // the newest version, where another judges
}

// choose gives the plan for a file, or says that no schema fits.
func (c *chooser) choose(f *validate.File) (chosen, *validate.Failure) {
	switch {
	case c.asked != nil && c.asked.Kind == schemas.JSON && !f.Items && !f.Empty():
		return chosen{}, notJSON(c.asked)
	case c.without:
		return chosen{plan: c.formPlan(), none: true}, nil
	case c.asked != nil:
		return chosen{plan: c.plan(c.asked), newer: newer(c.asked)}, nil
	case f.Empty():
		return chosen{plan: c.formPlan(), none: true}, nil
	}
	candidates := byDataset(rank(c.among, f))
	if len(candidates) == 0 || candidates[0].Score < schemas.Sure {
		if f.Items { // its form and geometry can be judged all the same
			return chosen{plan: c.formPlan(), none: true, failure: noSchema(candidates)}, nil
		}
		return chosen{}, noSchema(candidates)
	}
	s, err := c.among.Find(candidates[0].Name + "@" + candidates[0].Version)
	if err != nil {
		return chosen{}, noSchema(candidates)
	}
	return chosen{plan: c.plan(s), detected: true, nameOnly: candidates[0].Matched == 0, newer: newer(s)}, nil
}

// notJSON says that a table is not what the schema describes.
func notJSON(s *schemas.Schema) *validate.Failure {
	return &validate.Failure{Code: "not-json", Say: text.Text{
		FR: s.ID() + " décrit des données JSON ou GeoJSON, et ce fichier est un tableau : donnez un autre schéma, ou le fichier GeoJSON.",
		EN: s.ID() + " describes JSON or GeoJSON data, and this file is a table: give another schema, or the GeoJSON file.",
	}}
}

// rank ranks the schemas of a catalogue by how well they fit a file: by its columns
// or, where that fits a JSON Schema better, by what stands beside the list that
// these are of, for a schema may describe a document as a whole.
func rank(among *schemas.Catalogue, f *validate.File) []schemas.Candidate {
	candidates := among.Detect(nameOf(f), f.Labels, f.Sample, kindsFor(f)...)
	if len(f.Names) == 0 {
		return candidates
	}
	whole := among.Detect(nameOf(f), f.Names, nil, schemas.JSON)
	if len(whole) > 0 && (len(candidates) == 0 || whole[0].Score > candidates[0].Score) {
		return whole
	}
	return candidates
}

// kindsFor says which kinds of schemas a file may have.
func kindsFor(f *validate.File) []schemas.Kind {
	if f.Items {
		return []schemas.Kind{schemas.Table, schemas.JSON}
	}
	return []schemas.Kind{schemas.Table}
}

// plan compiles the plan of a schema, once.
func (c *chooser) plan(s *schemas.Schema) *validate.Plan {
	c.mu.Lock()
	defer c.mu.Unlock()
	id := s.ID()
	if c.plans[id] == nil {
		rules := c.checks
		if s.Kind == schemas.JSON {
			rules = withoutColumns(rules)
		}
		c.plans[id] = validate.Compile(s, rules, c.options)
	}
	return c.plans[id]
}

// formPlan compiles the plan of a file that no schema judges: all that can be
// said of how it is written, and of its geometry.
func (c *chooser) formPlan() *validate.Plan {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.form == nil {
		c.form = validate.Compile(&schemas.Schema{}, withoutColumns(c.checks), c.options)
	}
	return c.form
}

// withoutColumns leaves out the checks that hold a file's columns against the
// fields of a table's schema.
func withoutColumns(all []*validate.Check) []*validate.Check {
	return slices.DeleteFunc(slices.Clone(all), func(c *validate.Check) bool { return slices.Contains(ofColumns, c.Code) })
}

var ofColumns = []string{"unmatched-header", "missing-label", "extra-label", "incorrect-label", "late-property"}

// nameOf is the name that may speak for a schema: standard input has none.
func nameOf(f *validate.File) string {
	switch {
	case f.Path == "-":
		return ""
	case f.Name != "":
		return f.Name
	}
	return ownName(f.Path)
}

// newer gives the newest version of a catalogue schema, or "" where s is it.
func newer(s *schemas.Schema) string {
	if s.Source != "" {
		return ""
	}
	for _, e := range schemas.Entries() {
		if e.Name == s.Name && e.Latest() != s.Version {
			return e.Latest()
		}
	}
	return ""
}

// inCommon is the score below which a schema has nothing to do with a file.
const inCommon = 0.05

// byDataset keeps of each dataset the version that a file would be judged by,
// and those only that have something in common with the file.
func byDataset(candidates []schemas.Candidate) []schemas.Candidate {
	var best []schemas.Candidate
	seen := map[string]bool{}
	for _, c := range candidates {
		if c.Score >= inCommon && !seen[c.Name] {
			best = append(best, c)
		}
		seen[c.Name] = true
	}
	return best
}

// noSchema says that no schema is near enough, and which are the nearest.
func noSchema(candidates []schemas.Candidate) *validate.Failure {
	var names []string
	for _, c := range candidates[:min(len(candidates), 3)] {
		names = append(names, c.Name)
	}
	say := text.Text{
		FR: "Aucun schéma du catalogue ne correspond assez au nom et au contenu du fichier.",
		EN: "No schema of the catalogue fits the name and the contents of the file well enough.",
	}
	if len(names) > 0 {
		say.FR += " Les plus proches : " + strings.Join(names, ", ") + "."
		say.EN += " The nearest: " + strings.Join(names, ", ") + "."
	}
	say.FR += " Donnez le schéma avec --schema NOM (la liste : socle schemas list)."
	say.EN += " Give the schema with --schema NAME (the list: socle schemas list)."
	return &validate.Failure{Code: "no-schema", Say: say}
}

// schemaFor finds the schema that --schema names: a file where the name has a
// slash and is one, else a schema of the catalogue, else a file. With
// --official it is one of the cache.
func (a *app) schemaFor(asked string) (*schemas.Schema, error) {
	if a.official.asked {
		return a.officialSchema(asked)
	}
	if web.Is(asked) {
		return a.schemaAt(asked)
	}
	info, err := os.Stat(asked)
	isFile := err == nil && !info.IsDir()
	if isFile && strings.ContainsAny(asked, `/\`) {
		return a.schemaFile(asked)
	}
	s, err := a.find(asked)
	if err == nil {
		return s, nil
	}
	if isFile {
		return a.schemaFile(asked)
	}
	return nil, a.schemaError(asked, err)
}

// schemaFile reads a schema document and says what is odd in it. One that has
// no name goes by that of its file.
func (a *app) schemaFile(path string) (*schemas.Schema, error) {
	s, err := schemas.ParseFile(path)
	if err != nil {
		return nil, a.schemaError(path, err)
	}
	return a.remarked(s, path), nil
}

// remarked says what is odd in a schema document, and names the schema after
// it where it has no name.
func (a *app) remarked(s *schemas.Schema, path string) *schemas.Schema {
	if s.Name == "" {
		s.Name = path
	}
	for _, r := range s.Remarks {
		a.tell(path + a.colon() + r.Path + a.colon() + r.Say.In(a.lang))
	}
	return s
}

// schemaError says why there is no such schema, or why it cannot be used.
func (a *app) schemaError(asked string, err error) error {
	var missing *schemas.NotFoundError
	var bad *schemas.DocumentError
	var said *failed
	var documented *schemas.DocumentedError
	switch {
	case errors.As(err, &said):
		return said
	case errors.As(err, &documented):
		return a.usage("le schéma %s (%s) n'existe que sous forme de documentation : socle ne peut rien vérifier avec lui. Elle est ici : %s",
			"the schema %s (%s) exists as documentation only: socle can check nothing with it. It is here: %s",
			documented.Name, documented.Title, documented.Documentation)
	case errors.As(err, &bad):
		return &refused{&failed{exitUsage, bad.In(a.lang)}, bad}
	case !errors.As(err, &missing):
		return a.usage("le schéma %s ne peut pas être lu (%s).", "the schema %s cannot be read (%s).", asked, a.reason(err))
	case isURL(asked):
		return a.usage("socle ne lit que les adresses http et https : téléchargez le schéma %s, puis donnez le nom du fichier.",
			"socle reads http and https addresses only: download the schema %s, then give the name of the file.", asked)
	case len(missing.Versions) > 0:
		return a.usage("le schéma %s n'existe pas dans cette version. Il y a : %s.", "the schema %s has no such version. There are: %s.",
			asked, strings.Join(missing.Versions, ", "))
	case len(missing.Several) > 0:
		return a.usage("plusieurs schémas portent le nom « %s ». Écrivez %s.", "several schemas have the name %q. Write %s.",
			asked, a.any(missing.Several))
	}
	return a.usage("il n'y a ni schéma « %s » dans le catalogue, ni fichier de ce nom.%s La liste : socle schemas list",
		"there is neither a schema %q in the catalogue nor a file of that name.%s The list: socle schemas list", asked, a.meant(missing.Similar...))
}
