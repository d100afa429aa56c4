package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
)

// What is proposed is valid, and what has one reading only is proposed: on all
// examples, of all kinds of faults.
func TestProposals(t *testing.T) {
	examples, err := readExamples("../../testdata/examples")
	if err != nil {
		t.Fatal(err)
	}
	var sum tally
	for _, e := range examples {
		trials, err := e.trials()
		if err != nil {
			t.Fatal(err)
		}
		for _, trial := range trials {
			sum.add(trial)
		}
	}
	var b bytes.Buffer
	for i := range sum.defects {
		sum.defects[i].write(&b)
	}
	if diff := cmp.Diff("", b.String()); diff != "" {
		t.Errorf("defects (-want +got):\n%s", diff)
	}
	l := sum.all
	if l.found < 3000 || 100*l.shows < 94*l.found || 100*l.forms < 90*l.found || 100*l.fixes < 65*l.found {
		t.Errorf("of %d findings %d show the value, %d name the form, %d propose", l.found, l.shows, l.forms, l.fixes)
	}
}

// Each kind spoils what it is meant for, in the way that it says.
func TestKinds(t *testing.T) {
	s, err := schemas.Parse("t", []byte(`{"fields": [{"name": "n", "type": "number"}, {"name": "d", "type": "date"}, {"name": "b", "type": "boolean"},
		{"name": "e", "constraints": {"enum": ["Élevé"]}}, {"name": "s"}, {"name": "c", "constraints": {"pattern": "^\\d{5}$"}}], "custom_checks": [
		{"name": "french-siret-value", "params": {"column": "s"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range []struct{ kind, field, value string }{
		{"decimal comma", "n", "12.5"}, {"thousands with spaces", "n", "1234567.5"}, {"day first, slashes", "d", "2023-03-25"},
		{"day first, slashes", "d", "2023-03-05"}, {"date in words", "d", "2023-03-05"}, {"Excel's number of a day", "d", "2023-03-12"},
		{"oui for true", "b", "true"}, {"VRAI for true", "b", "0"}, {"value of a list without accents", "e", "Élevé"},
		{"SIREN for SIRET", "s", "21350238800019"}, {"code without its zero", "c", "01053"}, {"accents wrongly decoded", "e", "Élevé"},
		{"lost characters", "e", "Élevé"}, {"decimal comma", "d", "2023-03-05"},
	} {
		for _, k := range kinds {
			if k.name == c.kind {
				got[c.kind+" "+c.value] = k.plant(s.Field(c.field), c.value)
			}
		}
	}
	want := map[string]string{
		"decimal comma 12.5": "12,5", "thousands with spaces 1234567.5": "1 234 567.5", "day first, slashes 2023-03-25": "25/03/2023",
		"day first, slashes 2023-03-05": "", "date in words 2023-03-05": "5 mars 2023", "Excel's number of a day 2023-03-12": "44997",
		"oui for true true": "oui", "VRAI for true 0": "FAUX", "value of a list without accents Élevé": "Eleve",
		"SIREN for SIRET 21350238800019": "213502388", "code without its zero 01053": "1053", "accents wrongly decoded Élevé": "Ã‰levÃ©",
		"lost characters Élevé": "\ufffdlev\ufffd", "decimal comma 2023-03-05": "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if siret := ofHeadOffice("213502388"); siret != "21350238800019" && !strings.HasPrefix(siret, "2135023880001") {
		t.Error(siret)
	}
}

func TestRun(t *testing.T) {
	for _, tt := range []struct {
		args []string
		code int
		say  string
	}{
		{[]string{"nowhere"}, 2, "messages: there are no examples in nowhere\n"},
		{[]string{"-x"}, 2, "flag provided but not defined: -x\n"},
	} {
		var out, err bytes.Buffer
		if code := run(tt.args, &out, &err); code != tt.code || !strings.HasPrefix(err.String(), tt.say) || out.Len() > 0 {
			t.Errorf("%v: %d, %q, %q", tt.args, code, &out, &err)
		}
	}
}
