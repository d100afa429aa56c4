package schemas

import "testing"

func TestBare(t *testing.T) {
	for label, want := range map[string]string{
		"Nom,C,254": "Nom", "LONGITUDE,N,31,15": "LONGITUDE", "_1_à_4_ANS,N,11,0": "_1_à_4_ANS",
		"Nom": "Nom", "a,b,1": "a,b,1", ",C,254": ",C,254", "C,254": "C,254", "Nom,C,2544": "Nom,C,2544", "adresse, code 12": "adresse, code 12", "": "",
	} {
		if got := Bare(label); got != want {
			t.Errorf("%q: %q, want %q", label, got, want)
		}
	}
}
