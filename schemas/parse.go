package schemas

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/text"
)

// maxDocument is the largest schema document that is read, in bytes.
const maxDocument = 16 << 20

// ParseFile reads the schema document at path. Errors are *DocumentError, or
// those of the file system.
func ParseFile(path string) (*Schema, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxDocument+1)) // not every path has a size to ask for
	if err != nil {
		return nil, err
	}
	if len(data) > maxDocument {
		return nil, &DocumentError{Source: path, Problems: []Problem{{Say: text.Text{
			FR: fmt.Sprintf("le document dépasse %d Mo.", maxDocument>>20),
			EN: fmt.Sprintf("the document is larger than %d MB.", maxDocument>>20),
		}}}}
	}
	s, err := Parse(path, data)
	if err != nil {
		return nil, err
	}
	s.Source = path
	return s, nil
}

// Parse compiles a schema document of any kind. A Table Schema is first held
// against the profile, then against our own sense of it. It keeps data. source
// names the document in errors, which are *DocumentError.
func Parse(source string, data []byte) (*Schema, error) { return parse(source, data, profileProblems) }

// parse is Parse with what holds a Table Schema against the profile: nothing
// where the document is known to keep to it.
func parse(source string, data []byte, profile func(doc any) []Problem) (*Schema, error) {
	fail := func(problems ...Problem) (*Schema, error) {
		return nil, &DocumentError{Source: source, Problems: problems}
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	doc, problem := decodeDocument(data)
	var kind Kind
	if problem == nil {
		kind, problem = foreign(doc)
	}
	if problem != nil {
		return fail(*problem)
	}
	if place, number := hugeNumber(doc); number != "" {
		return fail(Problem{Path: strings.TrimPrefix(place, "."), Say: text.Text{
			FR: fmt.Sprintf("le nombre %s est démesuré.", clip(number)),
			EN: fmt.Sprintf("the number %s is out of all measure.", clip(number)),
		}})
	}
	c := compiler{schema: &Schema{Kind: kind, Document: data}}
	switch kind {
	case Table:
		if problems := profile(doc); len(problems) > 0 {
			return fail(problems...)
		}
		c.compile(doc.(map[string]any))
	case JSON:
		c.compileJSON(doc.(map[string]any))
	case Package:
		c.compilePackage(doc.(map[string]any))
	}
	if len(c.problems) > 0 {
		return fail(c.problems...)
	}
	return c.schema, nil
}

// decodeDocument reads the JSON of a document, which is in UTF-8 (RFC 8259,
// section 8.1): the decoder would put U+FFFD in the place of other bytes.
func decodeDocument(data []byte) (any, *Problem) {
	if at := text.NotUTF8(data); at >= 0 {
		line, column := lineColumn(data, at)
		return nil, &Problem{Say: text.Text{
			FR: fmt.Sprintf("le document n'est pas en UTF-8, ligne %d, colonne %d : enregistrez-le en UTF-8.", line, column),
			EN: fmt.Sprintf("the document is not in UTF-8, line %d, column %d: save it as UTF-8.", line, column),
		}}
	}
	return decode(data)
}

// lineColumn says where an offset is, in characters, from 1.
func lineColumn(data []byte, at int) (line, column int) {
	start := bytes.LastIndexByte(data[:at], '\n') + 1
	return 1 + bytes.Count(data[:start], []byte("\n")), 1 + utf8.RuneCount(data[start:at])
}

// decode reads JSON. Numbers stay as they are written, names of members keep
// their case, and of two members of one name the last counts.
func decode(data []byte) (any, *Problem) {
	var doc any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	err := json.Unmarshal(data, &json.RawMessage{}) // the decoder would take what follows the document
	if err == nil {
		err = decoder.Decode(&doc)
	}
	if err != nil {
		return nil, syntaxProblem(data, err)
	}
	return doc, nil
}

// syntaxProblem says where and why a document stops being JSON.
func syntaxProblem(data []byte, err error) *Problem {
	if len(bytes.TrimSpace(data)) == 0 {
		return &Problem{Say: text.Text{FR: "le document est vide.", EN: "the document is empty."}}
	}
	at := 0
	if syntax, ok := err.(*json.SyntaxError); ok {
		at = min(max(int(syntax.Offset)-1, 0), len(data)-1)
	}
	line, column := lineColumn(data, at)
	found, _ := utf8.DecodeRune(data[at:])
	why := text.Text{
		FR: fmt.Sprintf("le caractère « %s » n'y est pas attendu", clip(string(found))),
		EN: fmt.Sprintf("the character %q is not expected there", found),
	}
	switch {
	case strings.Contains(err.Error(), "unexpected end"):
		why = text.Text{FR: "il s'arrête avant sa fin", EN: "it stops before its end"}
	case strings.Contains(err.Error(), "max depth"):
		why = text.Text{FR: "trop de listes ou d'objets y sont l'un dans l'autre", EN: "too many lists or objects hold one another"}
	}
	return &Problem{Say: text.Text{
		FR: fmt.Sprintf("ce n'est pas du JSON correct, ligne %d, colonne %d : %s.", line, column, why.FR),
		EN: fmt.Sprintf("it is not valid JSON, line %d, column %d: %s.", line, column, why.EN),
	}}
}
