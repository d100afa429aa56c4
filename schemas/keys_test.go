package schemas

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFieldsMatch(t *testing.T) {
	type rules struct {
		Word                          string
		ByName, NeedsFields, NeedsAll bool
	}
	for member, want := range map[string]rules{
		``:                             {"", false, true, true},
		`, "fieldsMatch": "exact"`:     {"exact", false, true, true},
		`, "fieldsMatch": "equal"`:     {"equal", true, true, true},
		`, "fieldsMatch": ["equal"]`:   {"equal", true, true, true},
		`, "fieldsMatch": "subset"`:    {"subset", true, true, false},
		`, "fieldsMatch": "superset"`:  {"superset", true, false, true},
		`, "fieldsMatch": ["partial"]`: {"partial", true, false, false},
	} {
		s, err := Parse("s", []byte(`{"fields": [{"name": "a"}]`+member+`}`))
		if err != nil {
			t.Fatal(err)
		}
		m := s.FieldsMatch
		if diff := cmp.Diff(want, rules{m.String(), m.ByName(), m.NeedsFields(), m.NeedsLabels()}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", member, diff)
		}
	}
}

func TestKeys(t *testing.T) {
	type keys struct {
		Primary []int
		Unique  [][]int
		Foreign []ForeignKey
		Problem string
	}
	for members, want := range map[string]keys{
		`"primaryKey": "b"`:                 {Primary: []int{1}},
		`"primaryKey": ["c", "a"]`:          {Primary: []int{2, 0}},
		`"primaryKey": []`:                  {},
		`"uniqueKeys": [["a"], ["b", "c"]]`: {Unique: [][]int{{0}, {1, 2}}},
		`"uniqueKeys": [["a", "z"]]`:        {Problem: `uniqueKeys[0]: the key names "z", which is not a field of the schema.`},
		`"foreignKeys": []`:                 {},
		`"foreignKeys": [{"fields": "a", "reference": {"fields": "b"}}]`: {
			Foreign: []ForeignKey{{Fields: []int{0}, Targets: []string{"b"}, Own: []int{1}}}},
		`"foreignKeys": [{"fields": ["a", "b"], "reference": {"resource": "r", "fields": ["x", "y"]}}]`: {
			Foreign: []ForeignKey{{Fields: []int{0, 1}, Resource: "r", Targets: []string{"x", "y"}}}},
		`"foreignKeys": [{"fields": "z", "reference": {"fields": "b"}}]`: {
			Problem: `foreignKeys[0].fields: the key names "z", which is not a field of the schema.`},
		`"foreignKeys": [{"fields": "a", "reference": {"resource": "", "fields": "z"}}]`: {
			Problem: `foreignKeys[0].reference.fields: the key names "z", which is not a field of the schema.`},
		`"foreignKeys": [{"fields": "a", "reference": {"resource": "r", "fields": ["x", "y"]}}]`: {
			Problem: "foreignKeys[0]: the key and its reference differ in their number of fields (1 and 2): there must be as many."},
		`"foreignKeys": [{"fields": "a"}]`: {Problem: `foreignKeys[0]: the member "reference" is missing.`},
	} {
		s, err := Parse("s", []byte(`{"fields": [{"name": "a"}, {"name": "b"}, {"name": "c"}], `+members+`}`))
		got := keys{Problem: firstProblem(err)}
		if err == nil {
			got.Primary, got.Unique, got.Foreign = s.PrimaryKey, s.UniqueKeys, s.ForeignKeys
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", members, diff)
		}
	}
}

// firstProblem says the first problem of a document in English, "" without one.
func firstProblem(err error) string {
	bad, ok := err.(*DocumentError)
	if !ok {
		return ""
	}
	return bad.Problems[0].Path + ": " + bad.Problems[0].Say.EN
}

func TestItems(t *testing.T) {
	for _, tt := range []struct {
		field string
		want  map[string][]string // of a cell: the constraints that its items break, and by which of them
	}{
		{`"type": "array"`, map[string][]string{`[1, "a", null]`: nil}},
		{`"type": "array", "arrayItem": {"type": "integer"}`, map[string][]string{`[1, null, ""]`: nil}},
		{`"type": "array", "arrayItem": {"constraints": {"required": true}}`,
			map[string][]string{`[1, "a", {}]`: nil, `[1, ""]`: {"required "}, `[null, null]`: {"required "}, `[]`: nil}},
		{`"type": "array", "arrayItem": {"type": "integer", "constraints": {"minimum": 2, "maximum": 4, "enum": [1, 3, 5]}}`,
			map[string][]string{`[3]`: nil, `[1, 5, 4, 1]`: {"minimum 1", "maximum 5", "enum 4"}}},
		{`"type": "array", "arrayItem": {"type": "string", "constraints": {"pattern": "[a-z]+", "minLength": 2, "maxLength": 3}}`,
			map[string][]string{`["ab"]`: nil, `["A", "abcd"]`: {"pattern A", "minLength A", "maxLength abcd"}}},
		{`"type": "array", "arrayItem": {"type": "array", "constraints": {"maxLength": 2}, "arrayItem": {"type": "number", "constraints": {"exclusiveMinimum": 0}}}`,
			map[string][]string{`[[1, 2]]`: nil, `[[1, 2, 3], [0]]`: {"maxLength [1, 2, 3]", "exclusiveMinimum 0"}}},
		{`"type": "array", "arrayItem": {"type": "object", "constraints": {"jsonSchema": {"required": ["a"]}}}`,
			map[string][]string{`[{"a": 1}]`: nil, `[{"b": 1}]`: {`jsonSchema {"b": 1}`}}},
	} {
		s, err := Parse("s", document(tt.field))
		if err != nil {
			t.Fatal(err)
		}
		f := s.Fields[0]
		for cell, want := range tt.want {
			if !f.Type.Valid([]byte(cell)) {
				t.Errorf("%s is not of the type %s", cell, tt.field)
			}
			var got []string
			if f.Constraints.Items != nil {
				for _, b := range f.Constraints.Items.Broken(f.Type, []byte(cell)) {
					got = append(got, b.Constraint+" "+b.Item)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s of %s (-want +got):\n%s", cell, tt.field, diff)
			}
		}
	}
}

// What Table Schema 2 adds to a field.
func TestFieldsOfVersion2(t *testing.T) {
	type field struct {
		Enum, Missing []string
		Problem       string
	}
	for members, want := range map[string]field{
		`"type": "string", "categories": ["a", "b"]`:                                                    {Enum: []string{"a", "b"}, Missing: []string{""}},
		`"type": "integer", "categories": [{"value": 1, "label": "peu"}, {"value": 2}]`:                 {Enum: []string{"1", "2"}, Missing: []string{""}},
		`"type": "string", "categories": ["a", "b"], "constraints": {"enum": ["a"]}`:                    {Enum: []string{"a"}, Missing: []string{""}},
		`"type": "string", "categories": [{"label": "A"}]`:                                              {Problem: `fields[0].categories[0]: the value ("value") is missing.`},
		`"type": "integer", "categories": ["x"]`:                                                        {Problem: "fields[0].categories[0]: x is not a value of type integer."},
		`"type": "integer", "missingValues": [{"value": "", "label": "non répondu"}, {"value": "-99"}]`: {Missing: []string{"", "-99"}},
		`"type": "integer", "missingValues": []`:                                                        {},
		`"type": "list", "itemType": "integer", "delimiter": ";"`:                                       {Missing: []string{""}},
	} {
		s, err := Parse("s", document(members))
		got := field{Problem: firstProblem(err)}
		if err == nil {
			f := s.Fields[0]
			got.Missing = f.Missing
			if f.Constraints.Enum != nil {
				got.Enum = f.Constraints.Enum.Values
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", members, diff)
		}
	}
}
