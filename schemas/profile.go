package schemas

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/xeipuuv/gojsonschema"

	"github.com/socle-commun/socle/schemas/lazyregexp"
	"github.com/socle-commun/socle/schemas/text"
)

//go:embed table-schema.profile.json
var profileDocument []byte

// profile is the JSON Schema that every Table Schema document must satisfy.
var profile = sync.OnceValue(func() *gojsonschema.Schema {
	s, err := gojsonschema.NewSchema(gojsonschema.NewBytesLoader(profileDocument))
	if err != nil {
		panic("the embedded profile is broken: " + err.Error())
	}
	return s
})

// profileProblems holds a document, decoded with UseNumber, against the profile.
func profileProblems(doc any) []Problem {
	result, err := profile().Validate(gojsonschema.NewRawLoader(doc))
	if err != nil {
		return []Problem{{Say: text.Text{FR: err.Error(), EN: err.Error()}}}
	}
	var problems []Problem
	for _, e := range result.Errors() {
		if e.Type() == "number_one_of" && len(result.Errors()) > 1 {
			continue // its branches say what is wrong
		}
		problems = append(problems, Problem{Path: pathOf(e), Say: sayError(e)})
	}
	slices.SortFunc(problems, func(a, b Problem) int { // gojsonschema ranges over maps
		return cmp.Or(comparePaths(a.Path, b.Path), cmp.Compare(a.Say.EN, b.Say.EN))
	})
	return problems
}

// comparePaths sorts paths by their letters, and fields[2] before fields[10].
func comparePaths(a, b string) int {
	for a != "" && b != "" {
		i, j := digits(a), digits(b)
		if i > 0 && j > 0 {
			if by := cmp.Or(cmp.Compare(i, j), cmp.Compare(a[:i], b[:j])); by != 0 {
				return by
			}
			a, b = a[i:], b[j:]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits counts the digits with which a text starts.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

var indexInPath = lazyregexp.New(`\.(\d+)`)

// pathOf writes the place of an error as fields[3].constraints.pattern, and
// the document itself as "".
func pathOf(e gojsonschema.ResultError) string {
	path := e.Field()
	if path == "(root)" {
		return ""
	}
	return indexInPath.ReplaceAllString(path, "[$1]")
}

// sayError says one error of gojsonschema in both languages.
func sayError(e gojsonschema.ResultError) text.Text {
	lookup := func(lang text.Lang) func(name string) (string, bool) {
		return func(name string) (string, bool) {
			v, ok := e.Details()[name]
			if !ok {
				return "", false
			}
			if name == "expected" || name == "given" {
				return typeNames(lang, shown(v)), true
			}
			return shown(v), true
		}
	}
	t, ok := profileWords[e.Type()]
	if !ok {
		t = text.Text{FR: "valeur refusée : " + e.Description(), EN: e.Description()}
	}
	return text.Text{
		FR: text.Fill(text.French, t.FR, lookup(text.French)),
		EN: text.Fill(text.English, t.EN, lookup(text.English)),
	}
}

// typeNames says the types of JSON that gojsonschema names "string" or
// "[number,string]".
func typeNames(lang text.Lang, names string) string {
	list := strings.Split(strings.Trim(names, "[]"), ",")
	for i, name := range list {
		if known, ok := jsonTypes[name]; ok {
			list[i] = known.In(lang)
		}
	}
	return strings.Join(list, text.Text{FR: " ou ", EN: " or "}.In(lang))
}

var jsonTypes = map[string]text.Text{
	"string":  {FR: "un texte", EN: "a text"},
	"number":  {FR: "un nombre", EN: "a number"},
	"integer": {FR: "un nombre entier", EN: "a whole number"},
	"boolean": {FR: "un booléen (true ou false)", EN: "a boolean (true or false)"},
	"array":   {FR: "une liste", EN: "a list"},
	"object":  {FR: "un objet", EN: "an object"},
	"null":    {FR: "null", EN: "null"},
}

// profileWords says the errors of gojsonschema that the profile can cause.
var profileWords = map[string]text.Text{
	"required":        {FR: "il manque le membre « {property} ».", EN: `the member "{property}" is missing.`},
	"invalid_type":    {FR: "on attend {expected}, et non {given}.", EN: "expected {expected}, not {given}."},
	"enum":            {FR: "la valeur doit être l'une de : {allowed}.", EN: "the value must be one of: {allowed}."},
	"array_min_items": {FR: "la liste doit avoir au moins {min} {min|élément|éléments}.", EN: "the list needs at least {min} {min|item|items}."},
	"array_max_items": {FR: "la liste doit avoir au plus {max} {max|élément|éléments}.", EN: "the list may have at most {max} {max|item|items}."},
	"string_gte":      {FR: "le texte est vide.", EN: "the text is empty."},
	"number_gte":      {FR: "le nombre doit être au moins {min}.", EN: "the number must be at least {min}."},
	"number_one_of":   {FR: "la valeur n'a aucune des formes possibles.", EN: "the value has none of the possible forms."},
}
