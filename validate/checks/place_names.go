package checks

import (
	"strings"

	"github.com/socle-commun/socle/validate"
)

// A placeList is a closed list of the names of places.
type placeList struct {
	has    func(name []byte, vintage string) bool // with either apostrophe
	names  func() *nameIndex
	ofCode func(code string) string // the name of the place that has the code, or ""
}

// explain completes the finding on a name that the list has not.
func (l *placeList) explain(f *validate.Finding, value string) {
	same := l.names().same(value)
	if same == value {
		return // of another year than the schema asks for
	} else if same != "" {
		f.Because("spelling").Write(same)
	} else if name := l.ofCode(tidyCode(value)); name != "" {
		f.Because("code").With("similar", name).Write(name)
	} else if names := l.names().near(value); len(names) > 0 {
		f.Because("similar").With("similar", strings.Join(names, " » ou « ")).With("similar-en", strings.Join(names, `" or "`))
	}
}

// placeMessages says the faults of a name. a and the are the kind of place
// with its articles.
func placeMessages(aFR, theFR, aEN, theEN, hintFR, hintEN string) map[string]validate.Message {
	return map[string]validate.Message{
		"":         advise("« {value} » n'est pas le nom "+aFR+".", `"{value}" is not the name of `+aEN+".", hintFR, hintEN),
		"spelling": say("Le nom "+theFR+" ne s'écrit pas tout à fait « {value} ».", `The name of `+theEN+` is not quite spelled "{value}".`),
		"code":     say("« {value} » est un code ; il faut le nom "+theFR+", « {similar} ».", `"{value}" is a code; the name of `+theEN+`, "{similar}", is needed.`),
		"similar": advise("« {value} » n'est pas le nom "+aFR+".", `"{value}" is not the name of `+aEN+".",
			"Vouliez-vous écrire « {similar} » ?", `Did you mean "{similar-en}"?`),
	}
}
