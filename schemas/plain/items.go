package plain

import (
	"encoding/json"

	"github.com/socle-commun/socle/schemas"
)

// Items gives, by the name of the field, the texts that the document foresees
// for the items of its lists: those of the enumeration of "arrayItem", in its
// constraints or, as some documents write it, beside them.
func Items(s *schemas.Schema) map[string][]string {
	type enum struct {
		Enum []any `json:"enum"`
	}
	var doc struct {
		Fields []struct {
			Name string `json:"name"`
			Item struct {
				enum
				Constraints enum `json:"constraints"`
			} `json:"arrayItem"`
		} `json:"fields"`
	}
	out := map[string][]string{}
	if json.Unmarshal(s.Document, &doc) != nil {
		return out // a document of another kind, whose lists are not columns
	}
	for _, f := range doc.Fields {
		for _, list := range [][]any{f.Item.Constraints.Enum, f.Item.Enum} {
			for _, value := range list {
				if word, ok := value.(string); ok {
					out[f.Name] = append(out[f.Name], word)
				}
			}
			if len(out[f.Name]) > 0 {
				break
			}
		}
	}
	return out
}
