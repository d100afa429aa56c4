package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// Each file of testdata holds cases, and in "want" what is written of them.
func TestRun(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			folder, want := t.TempDir(), ""
			for _, f := range archive.Files {
				if f.Name == "want" {
					want = string(f.Data)
					continue
				}
				to := filepath.Join(folder, filepath.FromSlash(f.Name))
				if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(to, f.Data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			var out, wrong bytes.Buffer
			code := run([]string{"-v", folder}, &out, &wrong)
			if diff := cmp.Diff(want, out.String()+wrong.String()); diff != "" {
				t.Errorf("written (-want +got):\n%s", diff)
			}
			if wanted := map[bool]int{true: 1, false: 0}[bytes.Contains([]byte(want), []byte(": differs\n"))]; code != wanted {
				t.Errorf("the exit code is %d, want %d", code, wanted)
			}
		})
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"-x"}, {filepath.Join(t.TempDir(), "none")}} {
		var out, wrong bytes.Buffer
		if code := run(args, &out, &wrong); code != 2 || wrong.Len() == 0 || out.Len() > 0 {
			t.Errorf("%v: exit code %d, %q, %q", args, code, out.String(), wrong.String())
		}
	}
}

// Every reason is a sentence of its own.
func TestChoices(t *testing.T) {
	seen := map[string]bool{}
	for _, list := range allChoices() {
		for _, c := range list {
			if c.why == "" || seen[c.why] || c.holds == nil {
				t.Errorf("the reason %q is empty or there twice", c.why)
			}
			seen[c.why] = true
		}
	}
}
