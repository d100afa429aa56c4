package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// scripts ask the peers that are libraries.
//
//go:embed peers
var scripts embed.FS

// A pack is a package that is installed for a peer.
type pack struct{ name, from, version string }

// thePacks pins the versions.
var thePacks = []pack{
	{"duckdb", "pip", "2.0.0"},
	{"polars", "pip", "2.1.0"},
	{"frictionless", "pip", "5.21.0"},
	{"validata-table", "pip", "0.12.5"},
	{"tableschema", "npm", "1.12.6"},
	{"@ban-team/validateur-bal", "npm", "3.5.2"},
	{"@placemarkio/check-geojson", "npm", "0.1.14"},
	{"qsv", "cargo", "16.1.0"},
}

// packVersion is the pinned version of a package.
func packVersion(name string) string {
	for _, p := range thePacks {
		if p.name == name {
			return p.version
		}
	}
	return ""
}

// An env is where programs are, and the schema that socle is given.
type env struct {
	cache, self, socle string
	schema             string
	missing            map[string]string // packages that cannot be had, and why
}

func (e *env) python() string {
	if runtime.GOOS == "windows" {
		return filepath.Join(e.cache, "python", "Scripts", "python.exe")
	}
	return filepath.Join(e.cache, "python", "bin", "python")
}

func (e *env) node() string              { return filepath.Join(e.cache, "node") }
func (e *env) qsv() string               { return filepath.Join(e.cache, "cargo", "bin", "qsvdp") }
func (e *env) script(name string) string { return filepath.Join(e.cache, "peers", name) }

// writeScripts puts the scripts where the peers' interpreters find them.
func (e *env) writeScripts() error {
	return fs.WalkDir(scripts, "peers", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := scripts.ReadFile(path)
		if err != nil {
			return err
		}
		target := filepath.Join(e.cache, filepath.FromSlash(path))
		return errors.Join(os.MkdirAll(filepath.Dir(target), 0o755), os.WriteFile(target, text, 0o644))
	})
}

// install gets a package, unless it is there. Where it cannot be had, the reason
// is kept.
func (e *env) install(ctx context.Context, p pack, patience time.Duration, say func(string, ...any)) {
	done := filepath.Join(e.cache, "have-"+strings.NewReplacer("@", "", "/", "-").Replace(p.name)) // written last
	wanted := p.from + " " + p.version
	if there, err := os.ReadFile(done); err == nil && string(there) == wanted {
		return
	}
	if patience == 0 {
		e.missing[p.name] = "it was not asked for"
		return
	}
	say("installing %s %s by %s", p.name, p.version, p.from)
	ctx, stop := context.WithTimeoutCause(ctx, patience, fmt.Errorf("it was not installed within %v", patience))
	defer stop()
	err := e.by(ctx, p)
	if err == nil {
		err = os.WriteFile(done, []byte(wanted), 0o644)
	}
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		e.missing[p.name] = err.Error()
		say("%s cannot be had: %v", p.name, err)
	}
}

// by runs the package's own installer.
func (e *env) by(ctx context.Context, p pack) error {
	switch p.from {
	case "pip":
		if _, err := os.Stat(e.python()); err != nil {
			if err := e.have(ctx, "", nil, "python3", "-m", "venv", filepath.Join(e.cache, "python")); err != nil {
				return err
			}
		}
		return e.have(ctx, "", nil, e.python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", p.name+"=="+p.version)
	case "npm":
		if err := os.MkdirAll(e.node(), 0o755); err != nil {
			return err
		}
		return e.have(ctx, e.node(), nil, "npm", "install", "--prefix", e.node(), "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", p.name+"@"+p.version)
	}
	// The program for DataPusher+ is the one of the crate that needs nothing but the
	// registry. Optimising it as a whole would take longer than all the rest.
	target := filepath.Join(e.cache, "cargo", "target") // stays for a second try, where there is no time left
	faster := []string{"CARGO_PROFILE_RELEASE_LTO=off", "CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16", "CARGO_TARGET_DIR=" + target}
	err := e.have(ctx, "", faster, "cargo", "install", "--quiet", "--locked", "--root", filepath.Join(e.cache, "cargo"),
		"--features", "datapusher_plus", "--bin", "qsvdp", p.name+"@"+p.version)
	if err == nil {
		err = os.RemoveAll(target)
	}
	return err
}

// have runs an installer in a folder.
func (e *env) have(ctx context.Context, dir string, extra []string, program string, args ...string) error {
	if _, err := exec.LookPath(program); err != nil {
		return fmt.Errorf("%s is not there", filepath.Base(program))
	}
	command := exec.CommandContext(ctx, program, args...)
	together(command)
	command.Dir, command.Stderr, command.Env = dir, os.Stderr, append(os.Environ(), extra...)
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s %s: %w", filepath.Base(program), args[0], err)
	}
	return nil
}
