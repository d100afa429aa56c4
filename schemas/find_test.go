package schemas

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFind(t *testing.T) {
	for asked, want := range map[string]string{
		"scdl/subventions":         "scdl/subventions@2.1.1",
		"subventions":              "scdl/subventions@2.1.1",
		" SCDL/Subventions ":       "scdl/subventions@2.1.1",
		"subventions@latest":       "scdl/subventions@2.1.1",
		"subventions@":             "scdl/subventions@2.1.1",
		"subventions@2.0.2":        "scdl/subventions@2.0.2",
		"scdl/subventions@v1.1.0":  "scdl/subventions@1.1.0",
		"SUBVENTIONS@V2.1.0":       "scdl/subventions@2.1.0",
		"schema-dae":               "atlasante/schema-dae@1.0.7",
		"atlasante/schema-dae":     "atlasante/schema-dae@1.0.7",
		"ecoles":                   "socle/ecoles@1.0.0",
		"scdl/equipements@latest ": "scdl/equipements@0.1.5",
	} {
		s, err := Find(asked)
		if err != nil {
			t.Errorf("%q: %v", asked, err)
		} else if s.ID() != want {
			t.Errorf("%q gives %s, want %s", asked, s.ID(), want)
		}
	}
}

func TestFindFails(t *testing.T) {
	versions := []string{"1.1.0", "2.0.0", "2.0.1", "2.0.2", "2.1.0", "2.1.1"}
	for _, tt := range []struct {
		asked string
		want  NotFoundError
	}{
		{"subvention", NotFoundError{Similar: []string{"scdl/subventions"}}},
		{"sdcl/subventions", NotFoundError{Similar: []string{"scdl/subventions"}}},
		{"Équipement", NotFoundError{Similar: []string{"scdl/equipements"}}},
		{"dae", NotFoundError{Similar: []string{"atlasante/schema-dae"}}},
		{"scdl/ecoles", NotFoundError{Similar: []string{"socle/ecoles"}}},
		{"a", NotFoundError{}},
		{"", NotFoundError{}},
		{"/", NotFoundError{}},
		{"@", NotFoundError{}},
		{"patinoires", NotFoundError{}},
		{"../../etc/passwd", NotFoundError{}},
		{"subventions@3.0.0", NotFoundError{Versions: versions}},
		{"subventions@2.1.1@2.1.1", NotFoundError{Versions: versions}},
		{"subventions@../2.1.1", NotFoundError{Versions: versions}},
	} {
		s, err := Find(tt.asked)
		var got *NotFoundError
		if s != nil || !errors.As(err, &got) {
			t.Errorf("%q: %v, %v", tt.asked, s, err)
			continue
		}
		tt.want.Asked = tt.asked
		if diff := cmp.Diff(tt.want, *got); diff != "" {
			t.Errorf("%q:%s", tt.asked, diff)
		}
	}
}

// TestFindAmbiguous asks a catalogue where two owners share a name.
func TestFindAmbiguous(t *testing.T) {
	saved := Entries
	defer func() { Entries = saved }()
	Entries = func() []Entry {
		return append([]Entry{{Name: "autre/subventions", Versions: []string{"1.0.0"}}}, saved()...)
	}
	_, err := Find("subventions")
	want := &NotFoundError{Asked: "subventions", Several: []string{"autre/subventions", "scdl/subventions"}}
	if diff := cmp.Diff(error(want), err); diff != "" {
		t.Error(diff)
	}
	if s, err := Find("scdl/subventions"); err != nil || s.Name != "scdl/subventions" {
		t.Errorf("the full name gives %v, %v", s, err)
	}
}

func TestFindIsCompiledOnce(t *testing.T) {
	a, _ := Find("subventions")
	b, _ := Find("scdl/subventions@2.1.1")
	if a == nil || a != b {
		t.Error("two questions, two schemas")
	}
}

func TestCompareVersions(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"2.0.10", "2.0.9", 1}, {"1.1", "1.1.0", 0}, {"0.1.5", "1.0.0", -1}, {"1.0.0-rc1", "1.0.0", -1}} {
		if got := CompareVersions(tt.a, tt.b); got != tt.want {
			t.Errorf("CompareVersions(%s, %s) = %d", tt.a, tt.b, got)
		}
	}
}
