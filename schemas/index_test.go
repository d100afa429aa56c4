package schemas

import (
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "make catalog/index.json anew")

func TestIndexIsFresh(t *testing.T) {
	want, err := makeIndex()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		data, err := json.MarshalIndent(want, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("catalog/index.json", append(data, '\n'), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, outlines()); diff != "" {
		t.Errorf("catalog/index.json is stale, make it anew with: go test ./schemas -update\n%s", diff)
	}
}
