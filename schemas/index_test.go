package schemas

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var update = flag.Bool("update", false, "make catalog/index.json anew")

func TestIndexIsFresh(t *testing.T) {
	want, err := makeIndex()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("catalog/index.json", indexText(t, want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, catalogueIndex(), cmpopts.IgnoreUnexported(outline{})); diff != "" {
		t.Errorf("catalog/index.json is stale, make it anew with: go test ./schemas -update\n%s", diff)
	}
}

// indexText writes an index, a line for each dataset. The fields of a version
// are left out where the newer one before it has the same.
func indexText(t *testing.T, all *index) []byte {
	t.Helper()
	written := func(v any) []byte {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	var lines [][]byte
	for _, o := range all.Datasets {
		versions := slices.Clone(o.Versions)
		for i := len(versions) - 1; i > 0; i-- {
			v, newer := &versions[i], versions[i-1]
			if slices.Equal(v.Required, newer.Required) && slices.Equal(v.Optional, newer.Optional) {
				v.Required, v.Optional = nil, nil
			}
		}
		o.Versions = versions
		lines = append(lines, written(o))
	}
	return slices.Concat([]byte(`{"common": `), written(all.Common), []byte(",\n\"datasets\": [\n"), bytes.Join(lines, []byte(",\n")), []byte("\n]}\n"))
}
