package checks_test

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/checks"
	"github.com/socle-commun/socle/validate/france/territory"
	"github.com/socle-commun/socle/validate/geometry"
)

// rules are the checks that judge a data file of the case. Its file territory,
// or territory-NAME, declares one: on its first line as --territory takes it; on
// a second, west, south, east and north of what is to be its outline; on a
// third, the communes that have none.
func (c *checkCase) rules(name string) []*validate.Check {
	said, ok := c.file("territory" + strings.TrimPrefix(strings.TrimPrefix(name, "bad"), "good"))
	if !ok {
		if said, ok = c.file("territory"); !ok {
			return checks.All()
		}
	}
	lines := append(strings.Split(strings.TrimSpace(said), "\n"), "", "")
	declared, err := territory.Parse(lines[0])
	if err != nil {
		c.t.Fatal(err)
	}
	var shape territory.Shape
	if sides := strings.Fields(lines[1]); len(sides) == 4 {
		var n [4]float64
		for i := range n {
			if n[i], err = strconv.ParseFloat(sides[i], 64); err != nil {
				c.t.Fatal(err)
			}
		}
		shape = territory.Rectangle{West: n[0], South: n[1], East: n[2], North: n[3]}
	}
	return checks.AllWithin(territory.NewLand(declared, shape, strings.Fields(lines[2])))
}

// Without a territory the rules about it cost nothing and find nothing.
func TestNoTerritory(t *testing.T) {
	s, err := schemas.Find("socle/ecoles")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(len(checks.All()), len(checks.AllWithin(nil))); diff != "" {
		t.Error(diff)
	}
	for _, c := range checks.All() {
		if !strings.HasPrefix(c.Code, "territory-") {
			continue
		}
		if c.File != nil && c.File(s) != nil || c.After != nil && c.After(s) != nil || c.Shape != nil && c.Shape(s) != nil {
			t.Errorf("%s has something to do", c.Code)
		}
	}
}

// The rules stand where All has them, each once.
func TestAllWithin(t *testing.T) {
	declared, err := territory.Parse("59350")
	if err != nil {
		t.Fatal(err)
	}
	var want, got, live []string
	for _, c := range checks.All() {
		want = append(want, c.Code)
	}
	land := territory.NewLand(declared, nil, nil)
	for _, c := range checks.AllWithin(land) {
		got = append(got, c.Code)
	}
	for _, c := range checks.Within(land) {
		live = append(live, c.Code)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"territory-commune", "territory-siren", "territory-point", "territory-limit"}, live); diff != "" {
		t.Error(diff)
	}
}

// shapes is an input of features: each is the JSON of a geometry.
type shapes []string

func (s shapes) File() *validate.File {
	return &validate.File{Path: "a.geojson", Format: "geojson", JSONFile: validate.JSONFile{Items: true, Layout: "collection"}}
}

func (s shapes) Chunks() iter.Seq2[validate.Chunk, error] {
	return func(yield func(validate.Chunk, error) bool) { yield(validate.Chunk{}, nil) }
}

func (s shapes) Rows(validate.Chunk) iter.Seq[*validate.Row] {
	return func(yield func(*validate.Row) bool) {
		for i, raw := range s {
			const before = `{"geometry":`
			r := &validate.Row{Pos: validate.Position{Row: i + 1, Line: i + 1, Char: 1}, Record: []byte(before + raw + "}"), Shape: &geometry.Shape{}, ShapeAt: len(before)}
			r.Shape.Decode(r.Record[len(before) : len(r.Record)-1])
			if !yield(r) {
				return
			}
		}
	}
}

func (s shapes) Close() error { return nil }

// Of a shape one vertex within the territory is enough, and a shape without any
// is for other rules.
func TestTerritoryShapes(t *testing.T) {
	declared, err := territory.Parse("59350")
	if err != nil {
		t.Fatal(err)
	}
	in := shapes{
		`{"type":"Point","coordinates":[3.0573,50.6292]}`,
		`{"type":"Point","coordinates":[2.3522,48.8566]}`,
		`{"type":"LineString","coordinates":[[2.3522,48.8566],[3.0573,50.6292]]}`,
		`{"type":"LineString","coordinates":[[2.3522,48.8566],[2.3,48.8]]}`,
		`{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[2.3522,48.8566]},{"type":"Point","coordinates":[2.35,48.85]}]}`,
		`{"type":"MultiPoint","coordinates":[]}`,
		`null`,
	}
	rules := checks.Within(territory.NewLand(declared, nil, nil))
	result := validate.Run(context.Background(), in, validate.Compile(&schemas.Schema{}, rules, validate.Options{}), 1, nil)
	if result.Failure != nil {
		t.Fatal(result.Failure)
	}
	var got []string
	all := &validate.Result{Checks: rules}
	all.Add(result)
	for i := range result.Findings {
		f := &result.Findings[i]
		filled(t, all, f)
		message, _ := report.Message(all, result, f, text.French)
		got = append(got, fmt.Sprintf("%d:%d %s %s", f.Pos.Row, f.Pos.Char, f.Code, strings.ReplaceAll(message, "\u00a0", " ")))
	}
	want := []string{
		"0:0 territory-limit Territoire déclaré : Lille (59350). Faute de contour sur cette machine, les points sont comparés à un rectangle autour de la commune.",
		"2:43 territory-point Le point de longitude 2.3522 et de latitude 48.8566 n'est pas dans le territoire déclaré : Lille (59350).",
		"4:49 territory-point Cette forme (LineString) n'a aucun sommet dans le territoire déclaré : Lille (59350).",
		"5:86 territory-point Cette forme (GeometryCollection) n'a aucun sommet dans le territoire déclaré : Lille (59350).",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
