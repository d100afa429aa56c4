package schemas

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSummariesAreFresh(t *testing.T) {
	want := map[string]Summary{}
	for _, e := range Entries() {
		s, err := e.Load(e.Latest())
		if err != nil {
			t.Fatal(err)
		}
		want[e.Name] = summaryOf(s)
	}
	if *update {
		var text bytes.Buffer
		encoder := json.NewEncoder(&text)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", " ")
		if err := encoder.Encode(want); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("catalog/summaries.json", text.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, summaries()); diff != "" {
		t.Errorf("catalog/summaries.json is stale, make it anew with: go test ./schemas -update\n%s", diff)
	}
}
