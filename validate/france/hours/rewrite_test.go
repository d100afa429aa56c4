package hours_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate/france/hours"
)

// What agents write, and what they mean. Where that may be two things, or
// where a word is unknown, nothing is proposed.
func TestRewrite(t *testing.T) {
	want := map[string]string{
		"Lu-Ve 9h-12h": "Mo-Fr 09:00-12:00",
		"lundi au vendredi de 9h à 12h et de 14h à 18h":                   "Mo-Fr 09:00-12:00,14:00-18:00",
		"Du lundi au vendredi : 9h00-12h30 / 14h00-18h00, samedi 10h-12h": "Mo-Fr 09:00-12:30,14:00-18:00; Sa 10:00-12:00",
		"Lundi: 9h00-12h00\nMardi: 14 h 30-18 heures":                     "Mo 09:00-12:00; Tu 14:30-18:00",
		"Lu-Ve 9h-18h sa 9h-12h di fermé":                                 "Mo-Fr 09:00-18:00; Sa 09:00-12:00; Su off",
		"Lu-Ve 9h-12h, 14h-18h":                                           "Mo-Fr 09:00-12:00,14:00-18:00",
		"Lu – Ve 09h00 – 12h00":                                           "Mo-Fr 09:00-12:00",
		"mo-fr 9.00-18:00:00;sa 10:00-12:00":                              "Mo-Fr 09:00-18:00; Sa 10:00-12:00",
		"Lun, Mar, Jeu 9h-12h":                                            "Mo,Tu,Th 09:00-12:00",
		"Mar-Oct 9h-18h":                                                  "Mar-Oct 09:00-18:00",
		"mar 9h-12h":                                                      "",
		"9h-12h du lundi au vendredi":                                     "Mo-Fr 09:00-12:00",
		"9h-18h fermé le dimanche":                                        "09:00-18:00; Su off",
		"8 à 12h":                                                         "08:00-12:00",
		"8h-12":                                                           "08:00-12:00",
		"Lu-Ve 8-12":                                                      "",
		"Lu-Ve 9h à midi":                                                 "Mo-Fr 09:00-12:00",
		"Lu-Ve 9h-minuit":                                                 "Mo-Fr 09:00-24:00",
		"Lu-Ve 25h-26h":                                                   "",
		"Lu-Ve 9h":                                                        "",
		"Lu 9h+":                                                          "Mo 09:00+",
		"24h/24":                                                          "24/7",
		"ouvert 24h/24 et 7j/7":                                           "24/7",
		"H24":                                                             "24/7",
		"Lu-Ve 24/24":                                                     "Mo-Fr 00:00-24:00",
		"7j/7 9h-18h":                                                     "Mo-Su 09:00-18:00",
		"tous les jours 8h - 20h":                                         "Mo-Su 08:00-20:00",
		"24/7;":                                                           "24/7",
		"week-end 10h-12h":                                                "Sa,Su 10:00-12:00",
		"WE 10h-12h":                                                      "",
		"We 10h-12h":                                                      "We 10:00-12:00",
		"Fermé le dimanche":                                               "Su off",
		"Lu-Sa 9h-19h ; fermé dimanche et jours fériés": "Mo-Sa 09:00-19:00; Su,PH off",
		"Fermé le lundi, ouvert 9h-12h":                 "",
		"vacances scolaires 9h-12h":                     "SH 09:00-12:00",
		"juin à août 9-19h":                             "Jun-Aug 09:00-19:00",
		"du 15 juin au 15 septembre : 10h-19h":          "Jun 15-Sep 15 10:00-19:00",
		"du 1er au 15 août fermé":                       "Aug 01-15 off",
		"fermé le 1er mai":                              "May 01 off",
		"15 juin au 3":                                  "",
		"juin au 3 août":                                "",
		"Mo,PH,We 10:00-12:00":                          "Mo,We,PH 10:00-12:00",
		"Lu-Ve 9h-12h “sur rdv”":                        `Mo-Fr 09:00-12:00 "sur rdv"`,
		"Lu-Ve 9h-12h (sur rdv)":                        "",
		"sur rendez-vous":                               "",
		"Lu/Ve 9h-12h":                                  "",
		"Lu-Ma-Me 9h-12h":                               "",
		"Lu-Ve 9h-12h; 14h-18h":                         "",
		"Lu-Ve 9h-12h, Me 14h-18h":                      "",
		"Lu-Ve 9h-12h Sa":                               "",
		"Lu-Ve 9h-12h du 15 juin au 3 juillet":          "",
		"juin: lu-ve 9h-12h; juillet: lu-ve 10h-12h":    "Jun Mo-Fr 09:00-12:00; Jul Mo-Fr 10:00-12:00",
		"9h-12h lundi 14h-18h mardi":                    "",
		"12/05 9h-12h":                                  "",
		"tous les jours sauf le mardi":                  "",
		"":                                              "",
		strings.Repeat("Lu 9h-12h ", 50):                "",
		"Lu-Ve 9h-12h " + strings.Repeat("é", 40):       "",
		"D'avril à septembre, du mardi au dimanche, de 10 h 00 à 18 h 00mn": "Apr-Sep Tu-Su 10:00-18:00",
	}
	got := map[string]string{}
	for s := range want {
		got[s] = hours.Rewrite(s)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
