package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the scripts expect")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"socle": main})
}

// TestScripts runs the command line as its scripts write it. $EXAMPLES is the
// folder of the schemas' examples.
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs("../../testdata/examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "../../testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLES", examples)
			env.Setenv("SOCLE_LANG", "")
			env.Setenv("NO_COLOR", "")
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition " + name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"latin1":   toLatin1,
			"serve":    serveFolder,
			"expand":   expandFile,
			"zipped":   zipCommand,
			"gzipped":  gzipCommand,
			"zstd":     zstdCommand,
			"bytes":    writeBytes,
			"workbook": workbookCommand,
			"exitcode": exitCodeIs,
			"inbook":   inBookCommand,
		},
	})
}

// toLatin1 rewrites UTF-8 files in Windows-1252: latin1 FILE...
func toLatin1(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		var out []byte
		for _, r := range ts.ReadFile(name) {
			out = append(out, byte(r))
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), out, 0o666))
	}
}

// writeBytes writes a file whose bytes a script cannot hold: bytes FILE
// TEXT, where \x00, \xff and a few more are escapes.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	content := strings.NewReplacer(`\x00`, "\x00", `\xff`, "\xff", `\n`, "\n",
		`\xd0`, "\xd0", `\xcf`, "\xcf", `\x11`, "\x11", `\xe0`, "\xe0", `\x03`, "\x03", `\x04`, "\x04").Replace(args[1])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o666))
}

// exitCodeIs runs the program and wants an exact code: exitcode N socle ARG...
func exitCodeIs(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}

// gone is a standard output that nobody reads any more.
type gone struct{ err error }

func (g gone) Write([]byte) (int, error) { return 0, g.err }

func TestLostOutput(t *testing.T) {
	full := errors.New("no space left")
	for _, tt := range []struct {
		name string
		args []string
		err  error
		say  string
	}{
		{"head has gone", []string{"schemas", "list"}, syscall.EPIPE, ""},
		{"report to head", []string{"validate", "../../testdata/examples/scdl/subventions/valide.csv"}, syscall.EPIPE, ""},
		{"closed pipe", []string{"--help"}, io.ErrClosedPipe, ""},
		{"disk full", []string{"version"}, full, "socle : l'écriture sur la sortie standard a échoué : no space left\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("SOCLE_LANG", "")
			var stderr bytes.Buffer
			code := run(tt.args, strings.NewReader(""), gone{tt.err}, &stderr)
			if code != int(exitUnjudged) {
				t.Errorf("exit code %d", code)
			}
			if diff := cmp.Diff(tt.say, stderr.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestInterrupt sends a Ctrl-C to a run that waits for its standard input.
func TestInterrupt(t *testing.T) {
	t.Setenv("SOCLE_LANG", "")
	r, w := io.Pipe()
	defer w.Close()
	go func() {
		io.WriteString(w, "a,b\n")
		self, err := os.FindProcess(os.Getpid())
		if err == nil {
			err = self.Signal(os.Interrupt)
		}
		if err != nil {
			t.Error(err)
		}
	}()
	var stdout, stderr bytes.Buffer
	done := make(chan int, 1)
	go func() { done <- run([]string{"validate", "-"}, r, &stdout, &stderr) }()
	select {
	case code := <-done:
		if code != int(exitUnjudged) || !strings.Contains(stdout.String(), "Interrompu") {
			t.Errorf("exit code %d, report %q, %q", code, stdout.String(), stderr.String())
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the run goes on after Ctrl-C")
	}
}
