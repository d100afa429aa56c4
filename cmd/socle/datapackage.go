package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/datapackage"
	"github.com/socle-commun/socle/validate/input"
)

// packageName is what the document of a Data Package is called.
const packageName = "datapackage.json"

// unpack puts the tables of Data Packages in the place of their documents.
// Files of a package that are also named by themselves are judged once, by the
// package.
func (a *app) unpack(targets []target) ([]target, error) {
	var out []target
	packed := map[string]bool{}
	for _, t := range targets {
		if t.failure != nil || !mayBePackage(t.path) {
			out = append(out, t)
			continue
		}
		pack, err := datapackage.Open(t.path, a.find, a.packageWeb(t))
		var bad *schemas.DocumentError
		switch {
		case errors.As(err, &bad) && strings.EqualFold(input.Name(t.path), packageName):
			return nil, &failed{exitUsage, bad.In(a.lang)}
		case err != nil: // opening it says what it is
			out = append(out, t)
			continue
		}
		for _, table := range pack.Tables {
			out = append(out, target{path: table.Path, table: table, pack: pack})
			packed[table.Path] = true
		}
	}
	return slices.DeleteFunc(out, func(t target) bool { return t.table == nil && packed[t.path] }), nil
}

// mayBePackage says whether a path is worth a look: a JSON file.
func mayBePackage(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && strings.EqualFold(filepath.Ext(path), ".json")
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
