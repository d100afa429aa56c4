package main

import (
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/datapackage"
	"github.com/socle-commun/socle/validate/input"
	"github.com/socle-commun/socle/validate/input/web"
)

// unpack puts the tables of Data Packages in the place of their documents, and
// the datasets of archives in theirs. Files of a package that are also named by
// themselves are judged once, by the package.
func (a *app) unpack(targets []target) ([]target, error) {
	var out []target
	packed := map[string]bool{}
	for _, t := range targets {
		var parts []target
		var err error
		switch {
		case t.failure != nil:
		case t.archive != "":
			parts, err = a.expand(t.archive, t.path)
		case mayBePackage(t):
			parts, err = a.tables(t)
		}
		var bad *failed
		switch {
		case errors.As(err, &bad):
			return nil, bad
		case err != nil:
			t.failure = asFailure(err)
			parts = []target{t}
		case parts == nil:
			parts = []target{t}
		}
		for _, part := range parts {
			part.note(packed)
		}
		out = append(out, parts...)
	}
	return slices.DeleteFunc(out, func(t target) bool { return t.table == nil && packed[t.path] }), nil
}

// note puts the files of a table of a package among others.
func (t target) note(files map[string]bool) {
	if t.table == nil {
		return
	}
	for _, file := range t.table.Files() {
		files[file] = true
	}
}

// mayBePackage says whether a target is worth a look: a JSON file, or an
// address that ends like a Data Package's.
func mayBePackage(t target) bool {
	if t.address != "" {
		return strings.EqualFold(ownName(t.address), input.PackageName)
	}
	info, err := os.Stat(t.path)
	return err == nil && info.Mode().IsRegular() && strings.EqualFold(filepath.Ext(t.path), ".json")
}

// tables gives the tables of a Data Package, nothing where a document is none
// and is not called so. The error is a *failed where the document is wrong, and
// a *validate.Failure where it cannot be fetched.
func (a *app) tables(t target) ([]target, error) {
	var pack *datapackage.Package
	var err error
	if t.address == "" {
		home := datapackage.Disk{Document: t.path, Open: func(path string, o input.Options) (validate.Input, error) {
			return a.openFile(path, o, likeness)
		}}
		if t.named { // else nobody has asked for addresses
			home.Web = a.packageWeb()
		}
		pack, err = datapackage.Open(t.path, home, a.find)
	} else {
		document, failure := web.Document(a.ctx, t.address, maxPackage, a.web)
		if failure != nil {
			return nil, failure
		}
		at, wrong := url.Parse(t.address)
		if wrong != nil {
			return nil, wrong
		}
		pack, err = datapackage.Parse(t.path, document, datapackage.Server{URL: at, Web: a.packageWeb()}, a.find)
	}
	var bad *schemas.DocumentError
	switch {
	case errors.As(err, &bad) && strings.EqualFold(ownName(t.path), input.PackageName):
		return nil, &failed{exitUsage, bad.In(a.lang)}
	case err != nil: // opening it says what it is
		return nil, nil
	}
	return tablesOf(pack), nil
}

// maxPackage is the largest document of a Data Package that is fetched, or read
// from an archive, in bytes.
const maxPackage = 16 << 20

func tablesOf(pack *datapackage.Package) []target {
	out := []target{}
	for _, table := range pack.Tables {
		out = append(out, target{path: table.Path, table: table, pack: pack})
	}
	return out
}

// expand lists the datasets of the ZIP archive in file, and the tables of the
// Data Packages that it holds. shown is what reports call the archive. The
// error is a *failed where a package is wrong, else a *validate.Failure.
func (a *app) expand(file, shown string) ([]target, error) {
	archive, err := input.ReadArchive(file)
	if err != nil {
		return nil, err
	}
	var out []target
	packed := map[string]bool{}
	for _, document := range archive.Packages {
		pack, err := a.packedPackage(archive, document, shown)
		if err != nil {
			return nil, err
		}
		for _, t := range tablesOf(pack) {
			t.archive = file
			t.note(packed)
			out = append(out, t)
		}
	}
	for _, m := range archive.Datasets {
		if path := shown + "/" + m.Name; !packed[path] {
			out = append(out, target{path: path, failure: m.Failure, archive: file, member: &m})
		}
	}
	return out, nil
}

// packedPackage reads a Data Package within an archive.
func (a *app) packedPackage(archive *input.Archive, document input.Member, shown string) (*datapackage.Package, error) {
	from, err := document.Open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	data, err := io.ReadAll(io.LimitReader(from, maxPackage))
	if err != nil {
		return nil, asFailure(err)
	}
	pack, err := datapackage.Parse(shown+"/"+document.Name, data, datapackage.Archived{
		Archive: archive, Document: document.Name, Path: shown,
		Open: func(shown string, m input.Member, o input.Options) (validate.Input, error) {
			return a.openMember(shown, m, o, likeness)
		},
	}, a.find)
	var bad *schemas.DocumentError
	if errors.As(err, &bad) {
		return nil, &failed{exitUsage, bad.In(a.lang)}
	}
	return pack, err
}

// choosePacked gives the plan for a table of a package: that of its schema,
// with the keys of the other tables that it refers to.
func (c *chooser) choosePacked(t target, o input.Options) *validate.Plan {
	rules := slices.Clone(c.checks)
	at := slices.IndexFunc(rules, func(r *validate.Check) bool { return r.Code == "foreign-key" })
	rules[at] = checks.ForeignKeys(func(k schemas.ForeignKey) (*checks.KeySet, error) {
		other := t.pack.Table(k.Resource)
		switch {
		case other == nil:
			return nil, datapackage.ErrNoResource
		case other.Failure != nil:
			return nil, other.Failure
		case other.Schema == nil:
			return nil, datapackage.ErrNoSchema
		}
		in, err := other.Read(o)
		if err != nil {
			return nil, err
		}
		defer in.Close()
		return checks.KeysFor(in, other.Schema, t.table.Schema, k, c.options.Strict)
	})
	return validate.Compile(t.table.Schema, rules, c.options)
}
