package schemas

import "fmt"

// A FieldsMatch says how the columns of a file answer to the fields of a
// schema, as Table Schema 2 words it.
type FieldsMatch uint8

// The ways to match. A document that names none leaves it to the reader: by
// place where it is read to the letter, by name otherwise.
const (
	MatchUnsaid   FieldsMatch = iota
	MatchExact                // the same columns, in the same order
	MatchEqual                // the same columns, in any order
	MatchSubset               // every field has its column; there may be others
	MatchSuperset             // every column has its field; fields may be absent
	MatchPartial              // one field at least has its column
)

var matchNames = []string{"", "exact", "equal", "subset", "superset", "partial"}

// String gives the word of Table Schema 2, "" where the document names none.
func (m FieldsMatch) String() string { return matchNames[m] }

// ByName says whether columns find their fields by name and not by place.
func (m FieldsMatch) ByName() bool { return m > MatchExact }

// NeedsFields says whether each field must have its column.
func (m FieldsMatch) NeedsFields() bool { return m <= MatchSubset }

// NeedsLabels says whether each column must have its field.
func (m FieldsMatch) NeedsLabels() bool { return m <= MatchEqual || m == MatchSuperset }

// fieldsMatch reads the member of that name: a word, or a list of one.
func fieldsMatch(v any) FieldsMatch {
	if l := list(v); len(l) == 1 {
		for i, name := range matchNames {
			if name == l[0] {
				return FieldsMatch(i)
			}
		}
	}
	return MatchUnsaid
}

// A ForeignKey says that the values of some fields, together, must be found
// among those of other fields: of the same table, or of another resource of a
// Data Package.
type ForeignKey struct {
	Fields   []int    // positions in Schema.Fields
	Resource string   // the other table's name; "" for this one
	Targets  []string // fields of the table that is referred to, one for each of Fields
	Own      []int    // the positions of Targets, where the table is this one
}

// keys compiles the keys of a document: primary, unique and foreign.
func (c *compiler) keys(doc map[string]any, positions map[string]int) {
	s := c.schema
	s.PrimaryKey, _ = c.key("primaryKey", list(doc["primaryKey"]), positions)
	groups, _ := doc["uniqueKeys"].([]any)
	for i, group := range groups {
		if key, ok := c.key(fmt.Sprintf("uniqueKeys[%d]", i), list(group), positions); ok {
			s.UniqueKeys = append(s.UniqueKeys, key)
		}
	}
	for i, d := range objects(doc["foreignKeys"]) {
		c.foreignKey(fmt.Sprintf("foreignKeys[%d]", i), d, positions)
	}
}

// key gives the positions of the fields of a key; ok is false where one is
// unknown, or there is none.
func (c *compiler) key(path string, names []string, positions map[string]int) (key []int, ok bool) {
	ok = len(names) > 0
	for _, name := range names {
		i, known := positions[name]
		if !known {
			c.problem(path, "la clé nomme « %s », qui n'est pas un champ du schéma.", `the key names "%s", which is not a field of the schema.`, name)
			ok = false
			continue
		}
		key = append(key, i)
	}
	return key, ok
}

// foreignKey compiles one foreign key.
func (c *compiler) foreignKey(path string, d map[string]any, positions map[string]int) {
	reference, _ := d["reference"].(map[string]any)
	f := ForeignKey{Resource: words(reference["resource"]), Targets: list(reference["fields"])}
	var ok bool
	if f.Fields, ok = c.key(path+".fields", list(d["fields"]), positions); !ok {
		return
	}
	if len(f.Fields) != len(f.Targets) {
		c.problem(path, "la clé et sa référence n'ont pas le même nombre de champs (%d et %d) : il en faut autant.", "the key and its reference differ in their number of fields (%d and %d): there must be as many.", len(f.Fields), len(f.Targets))
		return
	}
	if f.Resource == "" {
		if f.Own, ok = c.key(path+".reference.fields", f.Targets, positions); !ok {
			return
		}
	}
	c.schema.ForeignKeys = append(c.schema.ForeignKeys, f)
}
