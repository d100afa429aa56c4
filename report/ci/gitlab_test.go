package ci

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

func TestGitLabFollowsItsSchema(t *testing.T) {
	schema := document(t, "gitlab.schema.json")
	each(t, []report.Format{gitlabFormat}, func(name, written string) { follows(t, schema, name, written) })
}

// fingerprintsOf gives the fingerprints of a report, and fails where two are
// alike.
func fingerprintsOf(t *testing.T, r *validate.Result) []string {
	t.Helper()
	var issues []gitlabIssue
	if err := json.Unmarshal([]byte(write(t, gitlabFormat, r, report.Options{})), &issues); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, i := range issues {
		out = append(out, i.Fingerprint)
	}
	slices.Sort(out)
	if n := len(slices.Compact(slices.Clone(out))); n != len(out) {
		t.Errorf("%d fingerprints for %d issues", n, len(out))
	}
	return out
}

func TestGitLabFingerprints(t *testing.T) {
	for _, r := range samples() {
		fingerprintsOf(t, r)
	}
	var alike []validate.Finding
	for i := range 20000 {
		alike = append(alike, wrong(i+2, 1, 1, "x", ""))
	}
	many := sample(found(sampleFile("a.csv"), len(alike), alike...), found(sampleFile("b.csv"), 3, alike[:3]...))
	before := fingerprintsOf(t, many)
	for i := range alike {
		alike[i].Pos.Line, alike[i].Pos.Row = alike[i].Pos.Line+7, alike[i].Pos.Row+7
	}
	after := fingerprintsOf(t, sample(found(sampleFile("a.csv"), len(alike), alike...), found(sampleFile("b.csv"), 3, alike[:3]...)))
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("seven lines above change the fingerprints: %s", fmt.Sprint(len(diff)))
	}
}
