package schemas

import (
	_ "embed"
	"regexp"
	"sync"

	"github.com/xeipuuv/gojsonschema"

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

// profileProblems holds a document, which is JSON, against the profile.
func profileProblems(data []byte) []Problem {
	result, err := profile().Validate(gojsonschema.NewBytesLoader(data))
	if err != nil {
		return []Problem{{Say: text.Text{FR: err.Error(), EN: err.Error()}}}
	}
	var problems []Problem
	for _, e := range result.Errors() {
		switch e.Type() {
		case "number_any_of", "number_one_of", "number_all_of", "condition_then", "condition_else":
			if len(result.Errors()) > 1 {
				continue // its branches say what is wrong
			}
		}
		problems = append(problems, Problem{Path: pathOf(e), Say: sayError(e)})
	}
	return problems
}

var indexInPath = regexp.MustCompile(`\.(\d+)`)

// pathOf writes the place of an error as fields[3].constraints.pattern.
func pathOf(e gojsonschema.ResultError) string {
	path := e.Field()
	if path == "(root)" {
		path = ""
	}
	return indexInPath.ReplaceAllString("."+path, "[$1]")[min(1, len(path)):]
}

// sayError says one error of gojsonschema in both languages.
func sayError(e gojsonschema.ResultError) text.Text {
	lookup := func(name string) (string, bool) {
		v, ok := e.Details()[name]
		if !ok {
			return "", false
		}
		return shown(v), true
	}
	t, ok := profileWords[e.Type()]
	if !ok {
		t = text.Text{FR: "valeur refusée : " + e.Description(), EN: e.Description()}
	}
	return text.Text{
		FR: text.Fill(text.French, t.FR, lookup),
		EN: text.Fill(text.English, t.EN, lookup),
	}
}

// profileWords says the errors of gojsonschema that the profile can cause.
var profileWords = map[string]text.Text{
	"required":         {FR: "il manque le membre « {property} ».", EN: `the member "{property}" is missing.`},
	"invalid_type":     {FR: "on attend {expected}, et non {given}.", EN: "expected {expected}, not {given}."},
	"enum":             {FR: "la valeur doit être l'une de : {allowed}.", EN: "the value must be one of: {allowed}."},
	"const":            {FR: "la valeur doit être {allowed}.", EN: "the value must be {allowed}."},
	"array_min_items":  {FR: "la liste doit avoir au moins {min} {min|élément|éléments}.", EN: "the list needs at least {min} {min|item|items}."},
	"unique":           {FR: "la liste répète une valeur.", EN: "the list repeats a value."},
	"string_gte":       {FR: "le texte est vide.", EN: "the text is empty."},
	"number_gte":       {FR: "le nombre doit être au moins {min}.", EN: "the number must be at least {min}."},
	"pattern":          {FR: "le texte n'a pas la forme attendue.", EN: "the text does not have the expected form."},
	"number_any_of":    {FR: "la valeur n'a aucune des formes possibles.", EN: "the value has none of the possible forms."},
	"number_one_of":    {FR: "la valeur n'a aucune des formes possibles.", EN: "the value has none of the possible forms."},
	"number_not":       {FR: "cette valeur n'est pas permise ici.", EN: "this value is not allowed here."},
	"invalid_property": {FR: "le membre « {property} » est inconnu.", EN: `the member "{property}" is unknown.`},
}
