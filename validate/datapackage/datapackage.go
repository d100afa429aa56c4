// Package datapackage finds the tables of a Data Package: of each resource its
// data, its schema and its dialect.
package datapackage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/web"
)

// ErrNoResource says that the package has no resource of that name.
var ErrNoResource = &validate.Failure{Code: "no-resource", Say: text.Text{
	FR: "le Data Package n'a pas cette ressource", EN: "the Data Package has no such resource",
}}

// ErrNoSchema says that a resource has no schema, so that nothing is known of
// its keys.
var ErrNoSchema = &validate.Failure{Code: "no-schema", Say: text.Text{
	FR: "cette ressource n'a pas de schéma", EN: "this resource has no schema",
}}

// A Table is one resource of a package with what is needed to judge it.
type Table struct {
	Name    string            // of the resource
	Path    string            // as reports show it
	Schema  *schemas.Schema   // nil where the resource has none
	Failure *validate.Failure // why it cannot be judged; nil where it can

	parts   []string // places that make up the data
	home    Home
	data    any // the data that the document holds
	options input.Options
}

// A Package is a Data Package whose documents are read. Its data is not.
type Package struct {
	Path   string
	Tables []*Table

	home Home
}

// Open reads the package of the document at path. find gives a schema of the
// catalogue. The error is that of the document; what is wrong with one
// resource stands in its table.
func Open(path string, home Home, find func(string) (*schemas.Schema, error)) (*Package, error) {
	doc, err := schemas.ParseFile(path)
	if err != nil {
		return nil, err
	}
	return made(path, doc, home, find)
}

// Parse is Open for a document that was read already; path is what reports
// call it.
func Parse(path string, document []byte, home Home, find func(string) (*schemas.Schema, error)) (*Package, error) {
	doc, err := schemas.Parse(path, document)
	if err != nil {
		return nil, err
	}
	return made(path, doc, home, find)
}

func made(path string, doc *schemas.Schema, home Home, find func(string) (*schemas.Schema, error)) (*Package, error) {
	if doc.Kind != schemas.Package {
		return nil, &schemas.DocumentError{Source: path, Problems: []schemas.Problem{{Say: text.Text{
			FR: "ce document n'est pas un Data Package.", EN: "this document is no Data Package.",
		}}}}
	}
	p := &Package{Path: path, home: home}
	for i := range doc.Resources {
		p.Tables = append(p.Tables, p.table(i, &doc.Resources[i], find))
	}
	return p, nil
}

// Table gives the table of a resource, or nil.
func (p *Package) Table(name string) *Table {
	for _, t := range p.Tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

func (p *Package) table(i int, r *schemas.Resource, find func(string) (*schemas.Schema, error)) *Table {
	t := &Table{Name: r.Name, data: r.Data, home: p.home, Path: fmt.Sprintf("%s#%s", p.Path, r.Name)}
	if r.Name == "" {
		t.Path = fmt.Sprintf("%s#%d", p.Path, i+1)
	}
	for _, part := range r.Paths {
		file, failure := p.home.Find(part)
		if failure != nil {
			t.Failure = failure
			return t
		}
		t.parts = append(t.parts, file)
	}
	if len(t.parts) > 0 {
		t.Path = p.home.Shown(t.parts[0])
	}
	if t.Failure = p.readSchema(t, r, find); t.Failure == nil {
		t.Failure = p.readDialect(t, r)
	}
	return t
}

// readSchema reads the schema of a resource: in the document, beside it, or in
// the catalogue.
func (p *Package) readSchema(t *Table, r *schemas.Resource, find func(string) (*schemas.Schema, error)) *validate.Failure {
	var err error
	switch {
	case r.Inline != nil:
		t.Schema, err = schemas.Parse(t.Path+" (schema)", r.Inline)
	case r.Schema != "":
		file, failure := p.home.Find(r.Schema)
		if failure != nil {
			return failure
		}
		var document []byte
		if document, err = p.fetch(file, maxSchema); err == nil {
			t.Schema, err = schemas.Parse(p.home.Shown(file), document)
		}
		if err == nil {
			t.Schema.Source = p.home.Shown(file)
		}
	case r.Entry != "":
		t.Schema, err = find(r.Entry)
	}
	var bad *schemas.DocumentError
	var known *validate.Failure
	switch {
	case errors.As(err, &known):
		return &validate.Failure{Code: "no-schema", Say: text.Text{
			FR: "Le schéma de la ressource ne peut pas être lu. " + known.Say.FR,
			EN: "The schema of the resource cannot be read. " + known.Say.EN,
		}}
	case errors.As(err, &bad):
		return &validate.Failure{Code: "bad-schema", Say: text.Text{FR: bad.In(text.French), EN: bad.In(text.English)}}
	case err != nil:
		return failure("no-schema", "Le schéma de la ressource ne peut pas être lu : %v.", "The schema of the resource cannot be read: %v.", err)
	case t.Schema != nil && t.Schema.Kind != schemas.Table:
		return failure("bad-schema", "Le schéma de la ressource n'est pas un Table Schema.", "The schema of the resource is no Table Schema.")
	case t.Schema != nil && t.Schema.Name == "":
		t.Schema.Name = t.Name
	}
	return nil
}

// The largest documents that are read, in bytes.
const (
	maxSchema  = 16 << 20
	maxDialect = 1 << 20
)

// fetch reads a document.
func (p *Package) fetch(place string, most int64) ([]byte, error) {
	from, err := p.home.Body(place)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	data, err := io.ReadAll(io.LimitReader(from, most+1))
	if err == nil && int64(len(data)) > most {
		err = failure("too-large", "Le document dépasse %d Mo.", "The document is larger than %d MB.", most>>20)
	}
	return data, err
}

// readDialect reads the dialect and the encoding that the resource declares.
func (p *Package) readDialect(t *Table, r *schemas.Resource) *validate.Failure {
	if r.Encoding != "" {
		name, ok := input.EncodingNamed(r.Encoding)
		if !ok {
			return failure("bad-encoding", "L'encodage déclaré, « %s », est inconnu.", "The declared encoding, %q, is unknown.", r.Encoding)
		}
		t.options.Encoding, t.options.Declared = name, true
	}
	if r.Dialect == nil {
		return nil
	}
	document := []byte(r.Dialect)
	var address string
	if json.Unmarshal(document, &address) == nil {
		file, unsafe := p.home.Find(address)
		if unsafe != nil {
			return unsafe
		}
		var err error
		if document, err = p.fetch(file, maxDialect); err != nil {
			return failure("bad-dialect", "Le dialecte « %s » ne peut pas être lu.", "The dialect %q cannot be read.", web.Public(address))
		}
	}
	d, err := input.ParseDialect(document)
	var bad *input.DialectError
	if errors.As(err, &bad) {
		return &validate.Failure{Code: "bad-dialect", Say: text.Text{FR: "Le dialecte de la ressource : " + bad.Say.FR, EN: "The dialect of the resource: " + bad.Say.EN}}
	}
	t.options.Dialect = d
	return nil
}

func failure(code, fr, en string, args ...any) *validate.Failure {
	return &validate.Failure{Code: code, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}}
}

// Files lists what reports would call the files of the table, one or several.
func (t *Table) Files() []string {
	names := make([]string, len(t.parts))
	for i, part := range t.parts {
		names[i] = t.home.Shown(part)
	}
	return names
}

// Options are what the resource declares of how its data is written, with
// those of others where it declares nothing.
func (t *Table) Options(others input.Options) input.Options {
	if t.options.Dialect != nil {
		others.Dialect = t.options.Dialect
	}
	if others.Encoding == "" {
		others.Encoding, others.Declared = t.options.Encoding, t.options.Declared
	}
	return others
}

// Read opens the table's data. The error is a *validate.Failure.
func (t *Table) Read(o input.Options) (validate.Input, error) {
	in, err := t.open(t.Options(o))
	if err == nil {
		in.File().Resource = t.Name
	}
	return in, err
}

// open opens the data by the options that hold for it.
func (t *Table) open(o input.Options) (validate.Input, error) {
	switch {
	case t.Failure != nil:
		return nil, t.Failure
	case t.data != nil && len(t.parts) == 0:
		if written, ok := t.data.(string); ok { // a table as it would stand in a file
			o.Encoding = input.UTF8
			return input.Read(t.Path, io.NopCloser(strings.NewReader(written)), o)
		}
		table, failure := asCSV(t.data)
		if failure != nil {
			return nil, failure
		}
		plain := input.Dialect{Delimiter: ',', Quote: '"'}
		return input.Read(t.Path, io.NopCloser(strings.NewReader(table)), input.Options{Dialect: &plain, Encoding: input.UTF8})
	case len(t.parts) == 1:
		return t.home.Table(t.parts[0], o)
	}
	return input.Read(t.Path, &parts{places: t.parts, home: t.home}, o)
}
