package schemas

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var update = flag.Bool("update", false, "make catalog/index.txt anew")

func TestIndexIsFresh(t *testing.T) {
	want, err := makeIndex()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("catalog/index.txt", indexLines(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, catalogueIndex(), cmpopts.IgnoreUnexported(outline{})); diff != "" {
		t.Errorf("catalog/index.txt is stale, make it anew with: go test ./schemas -update\n%s", diff)
	}
}

// indexLines writes an index in the form of index.txt.
func indexLines(all *index) []byte {
	var w bytes.Buffer
	line := func(fields ...string) { w.WriteString(strings.Join(fields, "\t") + "\n") }
	names := func(list []string) string { return strings.Join(list, " ") }
	var common []string
	for _, name := range slices.Sorted(maps.Keys(all.Common)) {
		common = append(common, name, strconv.Itoa(all.Common[name]))
	}
	line("common", names(common))
	for _, o := range all.Datasets {
		line("dataset", o.Name, o.Kind.String(), names(o.Keywords))
		for _, field := range slices.Sorted(maps.Keys(o.Aliases)) {
			line("alias", field, names(o.Aliases[field]))
		}
		for i, v := range o.Versions {
			if i > 0 && slices.Equal(v.Required, o.Versions[i-1].Required) && slices.Equal(v.Optional, o.Versions[i-1].Optional) {
				line("version", v.Version, v.Rules)
			} else {
				line("version", v.Version, v.Rules, names(v.Required), names(v.Optional))
			}
		}
	}
	return w.Bytes()
}
