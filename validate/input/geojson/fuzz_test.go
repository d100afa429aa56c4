package geojson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// Whatever a text is, it is read to its end, in the same way however it is cut,
// and what is JSON is read as encoding/json reads it.
func FuzzRows(f *testing.F) {
	for _, tt := range layoutTests {
		f.Add([]byte(tt.text), uint8(0))
	}
	for _, item := range hostile {
		f.Add([]byte(collection(feature(`"a":1`), item, feature(`"a":2`))), uint8(3))
		f.Add([]byte(feature(`"a":1`)+"\n"+item+"\n"+feature(`"a":2`)), uint8(7))
		f.Add([]byte(item), uint8(1))
	}
	f.Fuzz(func(t *testing.T, data []byte, chunk uint8) {
		text := string(data)
		want := read(t, text, 1<<20, 0)
		if diff := cmp.Diff(want, read(t, text, 16+int(chunk), 0)); diff != "" {
			t.Fatalf("in chunks of %d:\n%s", 16+int(chunk), diff)
		}
		if diff := cmp.Diff(read(t, text, 1<<20, 48), read(t, text, 16+int(chunk), 48)); diff != "" {
			t.Fatalf("in chunks of %d, short items:\n%s", 16+int(chunk), diff)
		}
		if json.Valid(data) && utf8.Valid(data) && !bytes.Contains(data, []byte("\ufeff")) {
			compare(t, text)
		}
	})
}

// compare holds the rows of valid JSON against what encoding/json makes of it.
func compare(t *testing.T, text string) {
	in, err := newInput(text, Source{})
	if err != nil {
		return
	}
	rows := 0
	for c := range in.Chunks() {
		for row := range in.Rows(c) {
			rows++
			compareRow(t, in, row)
		}
	}
	if notes := in.list(); len(notes) > 0 && notes[0].Kind != "path" && notes[0].Kind != "bbox" && notes[0].Kind != "crs" && notes[0].Kind != "not-a-collection" && notes[0].Kind != "list-of-features" && notes[0].Kind != "late-properties" {
		t.Fatalf("valid JSON has the note %+v", notes[0])
	}
	var document struct{ Features []json.RawMessage }
	if in.file.Layout == "collection" && strings.Count(strings.ToLower(text), "features") == 1 && !strings.Contains(text, `\u`) && json.Unmarshal([]byte(text), &document) == nil && len(document.Features) != rows {
		t.Fatalf("%d rows of %d features", rows, len(document.Features))
	}
	var list []json.RawMessage
	if in.file.Layout == "array" && json.Unmarshal([]byte(text), &list) == nil && len(list) != rows {
		t.Fatalf("%d rows of %d items", rows, len(list))
	}
}

// compareRow holds the cells of a row against its record.
func compareRow(t *testing.T, in *Input, row *validate.Row) {
	for _, fault := range row.Faults {
		switch fault.Kind {
		case validate.FaultJSONDuplicate, validate.FaultJSONDeep, validate.FaultTooLong:
			return
		case validate.FaultNoFeature, validate.FaultNoProperties, validate.FaultPropertiesEmpty, validate.FaultNoGeometry, validate.FaultReplaced,
			validate.FaultMisplaced, validate.FaultFeatureID:
		case validate.FaultJSONCharacter:
			if !strings.HasPrefix(fault.Text, `\u`) {
				t.Fatalf("valid JSON has a fault: %s", told(&in.file, row))
			}
		default:
			t.Fatalf("valid JSON has a fault: %s", told(&in.file, row))
		}
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(row.Record, &members) != nil {
		return
	}
	if in.features {
		properties := members["properties"]
		members = nil
		if json.Unmarshal(properties, &members) != nil || len(row.Cells) == 0 {
			return
		}
	}
	for column, key := range in.columns.keys {
		raw, there := members[key]
		var want string
		switch {
		case !there:
		case raw[0] == '"':
			var s string
			if err := json.Unmarshal(raw, &s); err != nil {
				t.Fatal(err)
			}
			want = fmt.Sprintf("%d %s", validate.JSONString, s)
		default:
			kind := map[byte]validate.JSONKind{'{': validate.JSONObject, '[': validate.JSONArray, 't': validate.JSONBool, 'f': validate.JSONBool, 'n': validate.JSONNull}[raw[0]]
			if kind == 0 {
				kind = validate.JSONNumber
			}
			if kind == validate.JSONNull {
				raw = nil
			}
			want = fmt.Sprintf("%d %s", kind, raw)
		}
		got := ""
		if cell := &row.Cells[column]; cell.JSON != validate.TextCell {
			got = fmt.Sprintf("%d %s", cell.JSON, cell.Raw)
			if first := row.Record[cell.Start]; (first == '"') != (cell.JSON == validate.JSONString) {
				t.Fatalf("the cell %q begins with %q", cell.Raw, first)
			}
		}
		if want != got {
			t.Fatalf("%s: %q, want %q", key, got, want)
		}
	}
}

// By whichever JSON Schema a text is read, that is the same however it is cut.
func FuzzAim(f *testing.F) {
	for _, text := range []string{
		`{"x":[{"a":1},{"a":2}],"note":"é", "y":[{"b":"z"}] ,"n":[1,{"a":3}]}`, `{"all":{"y":[{"a":1}],"z":{"x":[]},"x":[{"b":"é"}]},"q":null}`,
		`{"x":[{"a":1},],"y":[{"a":2}{"a":3}]]}`, `{"x":[{"a":1}],"y":[{"a":2},{"a":`, `{"x":[],"x":[{"a":1}],"y":{"x":[{}]}}`, `{"y":[{"a":1}}],'x':[{"a":"é`,
	} {
		f.Add([]byte(text), uint8(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, chunk uint8) {
		text := string(data)
		for _, schema := range []string{"feature", "item", "one", "two", "within"} {
			want := aimed(t, text, schema, 1<<20)
			if diff := cmp.Diff(want, aimed(t, text, schema, 16+int(chunk))); diff != "" {
				t.Fatalf("%s, in chunks of %d:\n%s", schema, 16+int(chunk), diff)
			}
		}
	})
}
