package jsonschema

import (
	"encoding/json"
	"flag"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/socle-commun/socle/schemas"
)

var mutations = flag.Int("mutations", 200, "how many mutants of each example are judged by the newest version of its schema")

const examples = "../../testdata/examples"

// exampleFiles lists the examples of the JSON Schemas of the catalogue, by the
// schema's name.
func exampleFiles(t testing.TB) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, e := range schemas.Entries() {
		s, err := e.Load(e.Latest())
		if err != nil {
			t.Fatal(err)
		}
		if s.Kind != schemas.JSON {
			continue
		}
		files, err := filepath.Glob(filepath.Join(examples, e.Name, "*.*json"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no examples: %v", e.Name, err)
		}
		out[e.Name] = files
	}
	return out
}

// Every schema of the catalogue in every version finds in every example, and
// in what is made of it by mutation, what gojsonschema finds.
func TestExamplesAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	valid, invalid := 0, 0
	examples := exampleFiles(t)
	for _, name := range slices.Sorted(maps.Keys(examples)) {
		files := examples[name]
		entry := schemas.Entries()[slices.IndexFunc(schemas.Entries(), func(e schemas.Entry) bool { return e.Name == name })]
		for _, version := range entry.Versions {
			p := bothOf(t, name+"@"+version)
			rounds := 5
			if version == entry.Latest() {
				rounds = *mutations
			}
			for _, path := range files {
				document, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if diff := p.differ(document); diff != "" {
					t.Errorf("%s@%s, %s: %s", name, version, path, diff)
				}
				for range rounds {
					mutant := mutate(random, decoded(t, document), 1+random.IntN(3))
					if diff := p.differ(mutant); diff != "" {
						t.Fatalf("%s@%s: %s\n%s", name, version, diff, mutant)
					}
					if len(p.whole(mutant).lines) == 0 {
						valid++
					} else {
						invalid++
					}
				}
			}
		}
	}
	if valid < 200 || invalid < 2000 {
		t.Errorf("%d valid and %d invalid mutants show little", valid, invalid)
	}
}

// mutants are values that take the place of others.
var mutants = []string{`null`, `true`, `0`, `-1`, `1.0`, `12.5`, `1e2`, `"12"`, `""`, `"é€𝄞"`, `"VOIE VERTE"`, `"2024-02-30"`, `"2024-02-29"`,
	`[]`, `[1,1]`, `["a","a"]`, `[[1,2],[3,4]]`, `{}`, `{"type":"Point","coordinates":[1,2]}`, `{"type":"LineString","coordinates":[[1,2],[3,4]]}`, `[null]`, `"a@b.fr"`}

// mutate changes a document at n places, and writes it: some of its members
// stand twice then.
func mutate(random *rand.Rand, v any, n int) []byte {
	for range n {
		spots := places(v)
		if len(spots) == 0 {
			break
		}
		spot := spots[random.IntN(len(spots))]
		switch random.IntN(5) {
		case 0:
			spot.drop()
		case 1:
			spot.set(copied(spot.get()), true)
		case 2:
			spot.set(copied(spots[random.IntN(len(spots))].get()), false)
		default:
			var other any
			json.Unmarshal([]byte(mutants[random.IntN(len(mutants))]), &other)
			spot.set(other, false)
		}
	}
	var b strings.Builder
	writeJSON(random, &b, v)
	return []byte(b.String())
}

func copied(v any) (out any) {
	said, _ := json.Marshal(v)
	json.Unmarshal(said, &out)
	return out
}

// A spot is a member of an object, or an element of a list.
type spot struct {
	object map[string]any
	name   string
	list   []any
	at     int
}

func (s spot) get() any {
	if s.object != nil {
		return s.object[s.name]
	}
	return s.list[s.at]
}

func (s spot) drop() {
	if s.object != nil {
		delete(s.object, s.name)
	} else {
		s.list[s.at] = nil
	}
}

func (s spot) set(v any, beside bool) {
	switch {
	case s.object != nil && beside:
		s.object[s.name+"_"] = v
	case s.object != nil:
		s.object[s.name] = v
	case beside && s.at+1 < len(s.list):
		s.list[s.at+1] = v
	default:
		s.list[s.at] = v
	}
}

// places lists the spots of a value.
func places(v any) (out []spot) {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			out = append(out, spot{object: v, name: name})
			out = append(out, places(v[name])...)
		}
	case []any:
		for i := range v {
			out = append(out, spot{list: v, at: i})
			out = append(out, places(v[i])...)
		}
	}
	return out
}

// writeJSON writes a value in random order, with random blanks and escapes,
// and here and there a member twice.
func writeJSON(random *rand.Rand, b *strings.Builder, v any) {
	blank := func() {
		if random.IntN(8) == 0 {
			b.WriteString([]string{" ", "\n", "\t ", "\r\n"}[random.IntN(4)])
		}
	}
	blank()
	defer blank()
	switch v := v.(type) {
	case map[string]any:
		b.WriteByte('{')
		names := slices.Sorted(maps.Keys(v))
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		for i, name := range names {
			if i > 0 {
				b.WriteByte(',')
			}
			if random.IntN(50) == 0 {
				writeJSON(random, b, name)
				b.WriteByte(':')
				b.WriteString(mutants[random.IntN(len(mutants))] + ",")
			}
			writeJSON(random, b, name)
			b.WriteByte(':')
			writeJSON(random, b, v[name])
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			writeJSON(random, b, item)
		}
		b.WriteByte(']')
	case string:
		said, _ := json.Marshal(v)
		text := string(said)
		if len(v) > 0 && v[0] < 0x80 && v[0] > ' ' && v[0] != '"' && v[0] != '\\' && v[0] != '<' && v[0] != '>' && v[0] != '&' && random.IntN(10) == 0 {
			const digits = "0123456789abcdef"
			text = `"\u00` + string(digits[v[0]>>4]) + string(digits[v[0]&15]) + text[2:]
		}
		b.WriteString(text)
	default:
		said, _ := json.Marshal(v)
		b.Write(said)
	}
}
