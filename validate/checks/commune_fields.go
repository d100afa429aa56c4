package checks

import (
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// communeWords are the names under which schemas hold the INSEE code, the name
// and the postal code of one commune, in small letters and without signs. A
// schema is recognised where one of its fields has one of the first names, one
// has one of the second or the third, and none of the three is there twice: a
// dataset with two communes tells which is which in words that no table knows.
//
// Left out on purpose: COLL_INSEE, which may be that of a collectivity, and
// scdl/prenoms' COMMUNE_NOM, the commune of birth; denom_insee; COMMUNE
// with CODE_POSTAL alone, whose code is not given.
var communeWords = [3][]string{
	{"codeinsee", "inseecode", "insee", "codecommune", "codecom", "codecommuneinsee", "codeinseecommune", "communecode", "communeinsee",
		"inseecommune", "cominsee", "comcode", "comminsee", "inseecom", "codcommune", "ccomm", "sitecomminsee", "adrscodeinsee"},
	{"commune", "nomcommune", "nomdelacommune", "communenom", "comnom", "nomcom", "comlieu", "libellecommune", "libcommune", "libcom",
		"ville", "nomville", "lvillesite", "sitecommnom", "adrslibcommune", "communereu"},
	{"codepostal", "postalcode", "cp", "comcp", "cpsite", "cpreu", "adrscodepostal"},
}

// communeChecks are the custom checks that say the same of a field.
var communeChecks = [3][]string{codeCommuneNames, communeNames, codePostalNames}

// communeFields are the fields of a schema that tell one commune; nil where
// there is none.
type communeFields struct{ code, name, postal *schemas.Field }

// communeFieldsOf finds them. The address base has its own rules about them.
func communeFieldsOf(s *schemas.Schema) communeFields {
	for _, check := range s.Checks {
		if strings.HasPrefix(check.Name, "bal-") {
			return communeFields{}
		}
	}
	var found [3]*schemas.Field
	for i := range s.Fields {
		f := &s.Fields[i]
		for kind := range found {
			if !f.HasCheck(communeChecks[kind]...) && !slices.Contains(communeWords[kind], unsigned(f.Name)) {
				continue
			}
			if found[kind] != nil {
				return communeFields{}
			}
			found[kind] = f
		}
	}
	if found[0] == nil || !found[0].Type.Text {
		return communeFields{}
	}
	return communeFields{found[0], found[1], found[2]}
}

// unsigned writes the name of a field in small letters, without signs.
func unsigned(name string) string { return nameSigns.Replace(strings.ToLower(name)) }

var nameSigns = strings.NewReplacer(" ", "", "_", "", "-", "", ".", "")
