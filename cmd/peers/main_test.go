package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// The recorded answers are those that the peers give on the corpus: socle differs
// from none of them without a reason, and each reason is one of a difference.
func TestCorpus(t *testing.T) {
	t.Chdir("../..")
	var out, wrong bytes.Buffer
	if code := run([]string{"-recorded", "cmd/peers/testdata/answers.json"}, &out, &wrong); code != 0 {
		t.Fatalf("exit code %d\n%s%s", code, out.String(), wrong.String())
	}
	for _, list := range [][]choice{unseenChoices, peerChoices, weightChoices} {
		for _, c := range list {
			if n := strings.Count(out.String(), " "+c.why+" ("); n != 1 {
				t.Errorf("the reason %q is listed %d times", c.why, n)
			}
		}
	}
	if !regexp.MustCompile(`(?m)^[1-9]\d files agree, \d+ differ by choice, 0 differ$`).MatchString(out.String()) {
		t.Errorf("the sum is not as expected:\n%s", out.String())
	}
}

// Every file that is called valid has no fault for anybody.
func TestValidFiles(t *testing.T) {
	files, err := filepath.Glob("../../" + corpus + "/valid-*.geojson")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	said, err := answersOn(files, "testdata/answers.json", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		ours, err := judge(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(ours.found) > 0 {
			t.Errorf("%s: socle finds %s", path, findings(ours.found))
		}
		for _, peer := range peerNames {
			if a := said[nameOf(path)][peer]; a.Crash != "" || len(a.Issues) > 0 {
				t.Errorf("%s: %s says %+v", path, peer, a)
			}
		}
	}
}

func TestCompare(t *testing.T) {
	const check, hint = "check-geojson", "geojsonhint"
	open := finding{"ring-not-closed", "", validate.Error}
	empty := finding{"empty-geometry", "", validate.Warning}
	for _, tt := range []struct {
		name  string
		found []finding
		said  answers
		want  []string // side, and the reason or what has none
	}{
		{"nobody finds anything", nil, answers{check: {}, hint: {}}, nil},
		{"both find it", []finding{open}, answers{
			check: {Issues: []issue{{"First and last positions of a Polygon or MultiPolygon’s ring should be the same.", false}}},
			hint:  {Issues: []issue{{"the first and last positions in a LinearRing of coordinates must be the same", false}}},
		}, nil},
		{"socle alone finds it, without a reason", []finding{open}, answers{check: {}, hint: {}}, []string{
			"check-geojson - socle: ring-not-closed (error): no reason", "geojsonhint - socle: ring-not-closed (error): no reason",
		}},
		{"the peer alone finds it, twice", nil, answers{
			check: {Issues: []issue{{"A position should have 2 or 3 elements - found 1.", false}, {"A position should have 2 or 3 elements - found 1.", false}}},
		}, []string{`check-geojson + peer: "A position should have 2 or 3 elements - found 1.": no reason`}},
		{"words that nobody knows", []finding{open}, answers{
			check: {Issues: []issue{{"Lorem ipsum", false}, {"First and last positions differ", false}}},
			hint:  {Issues: []issue{{"first and last positions", false}}},
		}, []string{`check-geojson + peer: "Lorem ipsum": no reason`}},
		{"the peer forbids what is allowed", []finding{empty}, answers{
			check: {Issues: []issue{{"Expected to find two or more positions here.", false}}},
			hint:  {Issues: []issue{{"a line needs to have two or more coordinates to be valid", true}}},
		}, []string{`check-geojson < socle: empty-geometry (warning) peer: "Expected to find two or more positions here.": ` + weightChoices[0].why}},
		{"the peer advises against what is forbidden", []finding{open}, answers{
			check: {Issues: []issue{{"First and last positions differ", true}}},
			hint:  {Issues: []issue{{"first and last positions", false}}},
		}, []string{`check-geojson > socle: ring-not-closed (error) peer: "First and last positions differ": no reason`}},
		{"a peer crashes", []finding{open}, answers{
			check: {Issues: []issue{{"First and last positions differ", false}}}, hint: {Crash: "TypeError"},
		}, []string{"geojsonhint - socle: ring-not-closed (error): " + unseenChoices[len(unseenChoices)-1].why}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range compare(judgement{found: tt.found}, tt.said) {
				got = append(got, d.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A difference without a reason is listed, marked, and fails the run.
func TestTable(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("open.geojson", `{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[2, 48], [3, 48], [3, 49], [2, 49]]]}}`)
	write("right.geojson", `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2, 48]}}`)
	write("swapped.geojson", `{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [48, 2]}}`)
	said := write("said.txt", `{"open": {}, "right": {}, "swapped": {}}`)
	var out, wrong bytes.Buffer
	if code := run([]string{"-dir", dir, "-recorded", said}, &out, &wrong); code != 1 || wrong.Len() > 0 {
		t.Errorf("exit code %d, %s", code, wrong.String())
	}
	want := `| file | socle | check-geojson | geojsonhint |
|---|---|---|---|
| open | ring-not-closed (error) | -? | -? |
| right | nothing | = | = |
| swapped | swapped-coordinates (warning) | -1 | -1 |

= both say the same; - the peer does not see it; + socle does not; < socle forbids less; > socle forbids more

 1. ` + unseenChoices[2].why + ` (2)
open: check-geojson - socle: ring-not-closed (error): no reason
open: geojsonhint - socle: ring-not-closed (error): no reason

1 files agree, 1 differ by choice, 1 differ
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}

func TestUsage(t *testing.T) {
	empty := t.TempDir()
	for _, args := range [][]string{{"-x"}, {"file"}, {"-dir", empty}, {"-dir", "../../" + corpus, "-recorded", filepath.Join(empty, "none")}} {
		var out, wrong bytes.Buffer
		if code := run(args, &out, &wrong); code != 2 || out.Len() > 0 {
			t.Errorf("%v: exit code %d, %q, %q", args, code, out.String(), wrong.String())
		}
	}
}

// Without Node.js the program says so.
func TestNoNode(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var out, wrong bytes.Buffer
	if code := run([]string{"-dir", "../../" + corpus}, &out, &wrong); code != 2 || !strings.Contains(wrong.String(), "node is needed") {
		t.Errorf("exit code %d, %q", code, wrong.String())
	}
}
