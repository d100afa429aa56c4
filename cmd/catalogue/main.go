// Command catalogue carries the facts of official schema documents over
// into the embedded catalogue, and joins them with the project's own sentences.
//
//	go run ./cmd/catalogue -from DIR -sentences DIR OWNER/NAME@VERSION...
//
// DIR/OWNER/NAME/VERSION.json is the official document. The sentences come
// from OWNER__NAME.json of the other folder, or else from the documents of the
// dataset that the catalogue has. What lands is a document to read and commit.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

func main() {
	from := flag.String("from", "", "folder of the official documents")
	ours := flag.String("sentences", "", "folder of the project's sentences")
	to := flag.String("to", "schemas/catalog", "folder of the catalogue")
	flag.Parse()
	for _, id := range flag.Args() {
		name, version, ok := strings.Cut(id, "@")
		if !ok {
			fail(fmt.Errorf("%s: write OWNER/NAME@VERSION", id))
		}
		number, _, _ := strings.Cut(version, "__") // of a version that has several files, the one named behind it
		s, err := readSentences(*ours, *to, name, number)
		if err != nil {
			fail(err)
		}
		data, err := os.ReadFile(filepath.Join(*from, name, version+".json"))
		if err != nil {
			fail(err)
		}
		document, untold, err := carryAny(id, data, s)
		if err != nil {
			fail(fmt.Errorf("%s: %w", id, err))
		}
		for _, field := range untold {
			fmt.Fprintf(os.Stderr, "%s: no title for %s\n", id, field)
		}
		path := filepath.Join(*to, name, number+".json")
		if err := write(path, document); err != nil {
			fail(err)
		}
	}
}

// carryAny carries a document of any kind.
func carryAny(id string, data []byte, s *sentences) (json.RawMessage, []string, error) {
	parsed, err := schemas.Parse(id, data)
	if err != nil {
		return nil, nil, err
	}
	switch parsed.Kind {
	case schemas.JSON:
		return carryJSON(data, s)
	case schemas.Package:
		document, err := carryPackage(data, s)
		return document, nil, err
	}
	return carry(data, s)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "catalogue:", err)
	os.Exit(1)
}

// write indents a document and puts it into its place.
func write(path string, document []byte) error {
	var b bytes.Buffer
	if err := json.Indent(&b, document, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o666)
}
