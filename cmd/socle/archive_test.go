package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"os"

	"github.com/klauspost/compress/zstd"
	"github.com/rogpeppe/go-internal/testscript"
)

// zipCommand is "zipped ARCHIVE FILE...": it packs files under the names that
// it is given, even ones that lead out of the archive or name no file.
func zipCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: zipped ARCHIVE FILE...")
	}
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	z := zip.NewWriter(f)
	for _, name := range args[1:] {
		data, err := os.ReadFile(ts.MkAbs(name))
		if !errors.Is(err, fs.ErrNotExist) {
			ts.Check(err)
		}
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write(data)
		ts.Check(err)
	}
	ts.Check(z.Close())
}

// gzipCommand is "gzipped FILE": it packs a file beside itself.
func gzipCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: gzipped FILE")
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".gz"), b.Bytes(), 0o666))
}

// zstdCommand is "zstd FILE": it packs a file beside itself by Zstandard.
func zstdCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: zstd FILE")
	}
	w, err := zstd.NewWriter(nil)
	ts.Check(err)
	packed := w.EncodeAll([]byte(ts.ReadFile(args[0])), nil)
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0])+".zst", packed, 0o666))
}
