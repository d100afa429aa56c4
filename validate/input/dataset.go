package input

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas/lazyregexp"
)

// The extensions by which a dataset is known, in small letters. Those of
// packed files stand for the whole of what is packed.
var (
	tableEndings   = []string{".csv", ".tsv"}
	textEndings    = []string{".txt", ".tab"}                            // tables too, but in an archive only: folders are full of other texts
	bookEndings    = []string{".xlsx", ".xlsm", ".ods", ".xls", ".xlsb"} // the last two are told to be too old, or binary
	featureEndings = []string{".geojson", ".geojsonl", ".geojsons", ".geojsonld"}
	packedEndings  = []string{".gz", ".zst"}
	archiveEndings = []string{".zip", ".gz", ".zst", ".7z", ".rar", ".bz2", ".xz", ".tgz", ".tar"}
	objectEndings  = []string{".json", ".ndjson", ".jsonl"}
)

// A Naming is what the name of a file says of it.
type Naming uint8

// What names say.
const (
	NoDataset  Naming = iota // nothing to judge
	IsDataset                // a table, a workbook, features, or an archive that may hold some
	AskContent               // JSON: RecordsBegin tells it by its beginning
)

// Extensions lists the extensions, with their dots, of what a name alone tells
// to be a dataset, and of JSON. The list is the caller's.
func Extensions() []string {
	list := slices.Concat(tableEndings, bookEndings, featureEndings, objectEndings, []string{".zip"})
	return append(list, packedEndings...)
}

// Named says what the name of a file in a folder tells of it. Documents that
// describe data, such as a Data Package or a schema, are none.
func Named(name string) Naming {
	lower := strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
	switch {
	case strings.HasPrefix(lower, ".") || strings.HasPrefix(lower, "~$"): // hidden; beside a workbook that is open
		return NoDataset
	case path.Ext(lower) == ".zip":
		return IsDataset
	}
	inner := lower
	for _, p := range packedEndings {
		inner = strings.TrimSuffix(inner, p)
	}
	extension := path.Ext(inner)
	switch {
	case slices.Contains(tableEndings, extension), slices.Contains(featureEndings, extension), inner == lower && slices.Contains(bookEndings, extension):
		return IsDataset
	case inner == lower && slices.Contains(objectEndings, extension) && !describes(lower):
		return AskContent
	}
	return NoDataset
}

// describes says whether a JSON file is known by its name to describe
// something: a package, a schema, the settings of a program.
func describes(lower string) bool {
	return strings.HasSuffix(lower, ".schema.json") || slices.Contains([]string{
		"datapackage.json", "package.json", "package-lock.json", "composer.json", "tsconfig.json", "schema.json", "manifest.json",
	}, lower)
}

// BeginSize is how much of a JSON file RecordsBegin wants to see, in bytes.
const BeginSize = 64 << 10

var featureType = lazyregexp.New(`"type"\s*:\s*"Feature`)

// Members by which a JSON document is known to describe data, or to report on
// it, though it holds lists of objects as data does.
var descriptive = []string{"fields", "resources", "$schema", "profile", "tool", "tasks", "valid", "schemas", "openapi", "runs"}

// RecordsBegin says whether a JSON text that begins so may hold records: it is
// GeoJSON, a list of objects, an object that holds such a list, or one object
// a line. What describes data is not: a Table Schema, a Data Package, a report
// of this program.
func RecordsBegin(begin []byte) bool {
	begin = bytes.TrimLeft(bytes.TrimPrefix(begin, bom), " \t\r\n\x1e")
	if len(begin) == 0 || begin[0] != '{' && begin[0] != '[' {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(begin))
	top, err := d.Token()
	if err != nil {
		return false
	}
	if top == json.Delim('[') {
		first, err := d.Token()
		return err == nil && first == json.Delim('{')
	}
	lists, ended := false, false
	for !ended {
		name, err := d.Token()
		if ended = err != nil || name == json.Delim('}'); ended {
			break
		}
		value, err := d.Token()
		if ended = err != nil; ended {
			break
		}
		switch text, _ := value.(string); {
		case name == "type" && strings.HasPrefix(text, "Feature"):
			return true
		case slices.Contains(descriptive, name.(string)):
			return false
		case value == json.Delim('['):
			inner, err := d.Token()
			lists = lists || err == nil && inner == json.Delim('{')
			ended = err != nil || inner != json.Delim(']') && !leave(d, 1+opens(inner))
		case value == json.Delim('{'):
			ended = !leave(d, 1)
		}
	}
	return lists || featureType.Match(begin) || anotherLine(begin, d.InputOffset())
}

// opens is 1 where a token opens a list or an object.
func opens(t json.Token) int {
	if t == json.Delim('[') || t == json.Delim('{') {
		return 1
	}
	return 0
}

// leave passes over tokens until depth lists and objects are closed; it says
// whether they were.
func leave(d *json.Decoder, depth int) bool {
	for depth > 0 {
		t, err := d.Token()
		if err != nil {
			return false
		}
		switch t {
		case json.Delim('['), json.Delim('{'):
			depth++
		case json.Delim(']'), json.Delim('}'):
			depth--
		}
	}
	return true
}

// anotherLine says whether a second object stands on a line of its own behind
// the first, which ends at end.
func anotherLine(begin []byte, end int64) bool {
	if end == 0 || begin[end-1] != '}' {
		return false
	}
	rest := begin[end:]
	next := bytes.TrimLeft(rest, " \t\r\n\x1e")
	return len(next) > 0 && next[0] == '{' && bytes.IndexByte(rest[:len(rest)-len(next)], '\n') >= 0
}
