package pattern

import "testing"

// prenom is the expression of a first name in scdl/prenoms.
const prenom = "^'?[A-ZÉÀÈÙÄËÏÖÜŸÂÊÎÔÛŶÇŒÆ][a-zéàèùäëïüöÿâêîôûŷçæœ]*(|'|(('[A-ZÉÀÈÙÄËÏÖÜŸÂÊÎÔÛŶÇŒÆa-zéàèùäëïüöÿâêîôûŷçæœ][a-zéàèùäëïüöÿâêîôûŷçæœ]*'?){1,2}|(-[A-ZÉÀÈÙÄËÏÖÜŸÂÊÎÔÛŶÇŒÆ][a-zéàèùäëïüöÿâêîôûŷçæœ]*'?){1,2}){1,5})$"

// published are expressions of published schemas, the most telling of them.
var published = []verdictTest{
	{`^\d{14}$`, []string{"21590350100017", "٢1590350100017"}, []string{"2159035010001", "215903501000170", "21590350100017\n"}},
	{`^\w{5}$`, []string{"59350", "2A004", "été_5"}, []string{"593-0"}},
	{`^\d[AB\d]\d{3}$`, []string{"2A004", "59350"}, []string{"A2004", "2C004"}},
	{".*_[0-9]{4}_.*", []string{"x_2024_y", "_2024_"}, []string{"x2024"}},
	{`^([013-9]\d|2[AB1-9])\d{3}`, []string{"59350", "2B033"}, []string{"20033", "59350 Lille"}},
	{`^[^|]+(\|[^|]+)*$`, []string{"a|b c", "a"}, []string{"a||b", "|a"}},
	{`^\w+( \w+)*\/[ \w]+$`, []string{"Finances/Subventions", "Domaine et patrimoine/Aliénations"}, []string{"Finances locales", "Finances  locales/x"}},
	{`^\w+\\\w+$`, []string{`Finances\Subventions`}, []string{"Finances/Subventions"}},
	{`^[0-9]{4}\-[0-9]{2}\-[0-9]{2}(\/[0-9]{4}\-[0-9]{2}\-[0-9]{2})?$`, []string{"2024-01-01", "2024-01-01/2024-12-31"}, []string{"2024-01-01_2024-12-31", "2024-01-01/"}},
	{"^[0-9A-B]{5}-[0-9]{8}-[0-9]{3}", []string{"59350-21590350-001"}, []string{"59C50-21590350-001", "59350-21590350-0010"}},
	{`^[a-zA-Z0-9\-\'\s\d\u00C0-\u00FF]+$`, []string{"Rue de l'Église", "12 rue"}, []string{"Rue de l’Église", "Rue du Cœur"}},
	{`^[a-zA-Z0-9\-\–\'\’\s\d\u00C0-\u00FF\(\)]+$`, []string{"Rue de l’Église (nord) – sud"}, []string{"a, b"}},
	{`^[a-zA-Z0-9\-\–\'\’\«\»\°\"\s\dÀ-ÿ\(\)\,\.]+$`, []string{"«\u00a0Halle\u00a0» n° 3, bât. B"}, []string{"a;b", `a\b`}},
	{prenom, []string{"Léo", "Jean-Pierre", "N'Golo", "D'Arcy", "Œdipe"}, []string{"Jean Pierre", "léo", "LÉO", "Jean-"}},
	{`^(Le |La |Les |Los |Aux |L'|)([A-ZÉÇŒÈÎ])(((-| | - |')[A-ZÉÇŒÈÎ])|('|-| |)[a-zàâéèêëïîÿôûüœç])*( \([A-Z][a-z]*\)|)$`, []string{"Lille", "L'Haÿ-les-Roses", "Saint-Omer (Nord)"}, []string{"lille", "LILLE", "Paris 12"}},
	{"(?:(?:^|,)(^FR[A-Z0-9]{4,33}$|Non concerné))+$", []string{"FRABCE1", "Non concerné", ",Non concerné", "Non concerné,Non concerné"}, []string{"FRABCE1,Non concerné"}},
	{`(.*?)((\d{1,2}:\d{2})-(\d{1,2}:\d{2})|24/7)`, []string{"24/7", "Mo-Fr 08:00-18:00"}, []string{"Mo-Fr", "24/7 "}},
	{"(^SIRET$)|(^TVA$)|(^TAHITI$)|(^RIDET$)|(^FRWF$)|(^IREP$)|(^UE$)|(^HORS-UE$)", []string{"SIRET", "HORS-UE"}, []string{"SIRETTVA", "SIRET\n"}},
	{`^(heures ouvrables|heures de nuit|24h/24){1}(\|(heures ouvrables|heures de nuit|24h/24))*$|^(non renseigné){1}$`, []string{"24h/24|heures de nuit", "non renseigné"}, []string{"24h/24|", "24h/24|non renseigné"}},
	{`(?:(?:^|\|)(Itinérant|Fixe))+$`, []string{"Fixe|Itinérant", "|Fixe"}, []string{"FixeFixe", "Fixe|"}},
	{`(?:(?:^|\|)([A-Z]\d[a-z]|)\1+[A-Z]\d[a-z])+$`, []string{"A1a", "A1aA1aB2b", "A1a|B2b", "|A1a|B2b"}, []string{"A1aB2b", "A1"}},
	{`(?:(?:^|\|)([0-9A-B]{2}\d{6}[0-9A-Z]{2}\d{4}|)\1+[0-9A-B]{2}\d{6}[0-9A-Z]{2}\d{4})+$`, []string{"593500000A0001", "593500000A0001|593500000A0002"}, []string{"593500000A0001,593500000A0002"}},
	{`^(https?)://[^\s/$.?#].[^\s]*$`, []string{"https://example.org", "https://a b"}, []string{"http://"}},
	{`^(https?://[^|\s]*\|)*https?://[^|\s]*$`, []string{"http://a|https://b"}, []string{"http://a|b"}},
	{`^https?://(?:[a-z0-9\-]+\.)+[a-z]{2,6}(?:/[^/#?]+)+\.(?:jpg|jpeg|gif|png)`, []string{"https://www.example.fr/photos/1.jpg"}, []string{"https://www.example.fr/1.JPG", "https://www.example.fr/1.png?x"}},
	{`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$`, []string{"2024-01-01T00:00:00Z", "2024-01-01T00:00:00.5+0200"}, []string{"2024-01-01 00:00:00Z"}},
	{"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$", []string{"mairie@example.fr", "mairie@example"}, []string{"mairie@-example.fr", "@example.fr"}},
	{`(MULTI|multi)?(LINESTRING|linestring)\(((|,\s?)\(((|,\s?)(-?[0-9](\.[0-9]+)?\s-?[0-9](\.[0-9]+)?))+\))+\)`, []string{"LINESTRING((3.1 5.2,3.2 5.3))", "multilinestring((3 5), (4 6))"}, []string{"LINESTRING(3 5)"}},
}

func TestPublished(t *testing.T) {
	for _, tt := range published {
		tt.run(t)
	}
}
