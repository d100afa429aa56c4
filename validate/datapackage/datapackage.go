// Package datapackage finds the tables of a Data Package: of each resource its
// data, its schema and its dialect.
package datapackage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/sheet"
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

	parts   []string // files or addresses that make up the data
	web     *Web
	data    any // the data that the document holds
	options input.Options
}

// A Package is a Data Package whose documents are read. Its data is not.
type Package struct {
	Path   string
	Tables []*Table

	web *Web
}

// A Web reads what a document names by its address.
type Web struct {
	Table func(address string, o input.Options) (validate.Input, error)
	Body  func(address string) (io.ReadCloser, error)
}

// Open reads the package of the document at path. find gives a schema of the
// catalogue. from reads addresses; nil refuses them. The error is that of the
// document; what is wrong with one resource stands in its table.
func Open(path string, find func(string) (*schemas.Schema, error), from *Web) (*Package, error) {
	doc, err := schemas.ParseFile(path)
	if err != nil {
		return nil, err
	}
	if doc.Kind != schemas.Package {
		return nil, &schemas.DocumentError{Source: path, Problems: []schemas.Problem{{Say: text.Text{
			FR: "ce document n'est pas un Data Package.", EN: "this document is no Data Package.",
		}}}}
	}
	p := &Package{Path: path, web: from}
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
	t := &Table{Name: r.Name, data: r.Data, web: p.web, Path: fmt.Sprintf("%s#%s", p.Path, r.Name)}
	if r.Name == "" {
		t.Path = fmt.Sprintf("%s#%d", p.Path, i+1)
	}
	for _, part := range r.Paths {
		file, failure := p.beside(part)
		if failure != nil {
			t.Failure = failure
			return t
		}
		t.parts = append(t.parts, file)
	}
	if len(t.parts) > 0 {
		if t.Path = t.parts[0]; web.Is(t.Path) {
			t.Path = web.Public(t.Path)
		}
	}
	if t.Failure = p.readSchema(t, r, find); t.Failure == nil {
		t.Failure = p.readDialect(t, r)
	}
	return t
}

// beside gives the file that a path of the document names, or an address as it
// is. As the specification has it, a path that leads out of the package's
// folder is refused.
func (p *Package) beside(path string) (string, *validate.Failure) {
	if web.Is(path) {
		if p.web != nil {
			return path, nil
		}
		return "", failure("web-address", "La ressource est une adresse du web (%s) : elle n'est lue que si vous donnez le document lui-même, %s.",
			"The resource is a web address (%s): it is read only where you give the document itself, %s.", web.Public(path), p.Path)
	}
	if !filepath.IsLocal(filepath.FromSlash(path)) {
		return "", failure("unsafe-path", "Le chemin « %s » mène hors du dossier du Data Package : il n'est pas suivi.",
			"The path %q leads out of the folder of the Data Package: it is not followed.", path)
	}
	dir := filepath.Dir(p.Path)
	if dir == "." {
		return path, nil
	}
	return filepath.ToSlash(dir) + "/" + path, nil
}

// readSchema reads the schema of a resource: in the document, beside it, or in
// the catalogue.
func (p *Package) readSchema(t *Table, r *schemas.Resource, find func(string) (*schemas.Schema, error)) *validate.Failure {
	var err error
	switch {
	case r.Inline != nil:
		t.Schema, err = schemas.Parse(t.Path+" (schema)", r.Inline)
	case r.Schema != "":
		file, failure := p.beside(r.Schema)
		if failure != nil {
			return failure
		}
		if !web.Is(file) {
			t.Schema, err = schemas.ParseFile(file)
			break
		}
		var document []byte
		if document, err = p.fetch(file, maxSchema); err == nil {
			t.Schema, err = schemas.Parse(web.Public(file), document)
		}
	case r.Entry != "":
		t.Schema, err = find(r.Entry)
	}
	var bad *schemas.DocumentError
	switch {
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

// fetch reads a document, which is a file or at an address.
func (p *Package) fetch(place string, most int64) ([]byte, error) {
	from, err := openPart(place, p.web)
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
		file, unsafe := p.beside(address)
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
	case len(t.parts) == 1 && web.Is(t.parts[0]):
		return t.web.Table(t.parts[0], o)
	case len(t.parts) == 1 && sheet.Is(t.parts[0]):
		return sheet.Open(t.parts[0], o, nil)
	case len(t.parts) == 1:
		return input.Open(t.parts[0], nil, o)
	}
	return input.Read(t.Path, &parts{places: t.parts, web: t.web}, o)
}
