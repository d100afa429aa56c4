package schemas

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"

	"github.com/socle-commun/socle/schemas/text"
)

// aliasesOf reads the names under which the columns of an embedded dataset are
// also met, by field: other spellings in published files, what portals make of
// a name, names of former versions. A field may be one that only some versions
// have. An alias that could mean two fields belongs to neither. The map is nil
// where the dataset has none.
func aliasesOf(dataset string) map[string][]string {
	data, err := embedded.ReadFile("catalog/" + dataset + "/aliases.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var aliases map[string][]string
	if err == nil {
		err = json.Unmarshal(data, &aliases)
	}
	if err != nil {
		panic("the embedded aliases of " + dataset + " are broken: " + err.Error())
	}
	return aliases
}

// readAliases reads the aliases beside a schema of the user's; "" has none. The
// error is a *DocumentError, or that of the file system.
func readAliases(path string) (map[string][]string, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var aliases map[string][]string
	if json.Unmarshal(data, &aliases) != nil {
		return nil, &DocumentError{Source: path, Problems: []Problem{{Say: text.Text{
			FR: `les autres noms des colonnes s'écrivent {"colonne": ["autre nom", …], …}.`,
			EN: `other names of columns are written {"column": ["other name", …], …}.`,
		}}}}
	}
	return aliases, nil
}

// alias gives each field of a schema that is being made its aliases.
func (s *Schema) alias(aliases map[string][]string) {
	for i := range s.Fields {
		s.Fields[i].Aliases = aliases[s.Fields[i].Name]
	}
}
