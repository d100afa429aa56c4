package schemas

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

// document is a Table Schema document as it is written. Members that decide
// nothing are read loosely: published documents contain typos.
type document struct {
	Name         any              `json:"name"`
	Title        any              `json:"title"`
	Description  any              `json:"description"`
	Homepage     any              `json:"homepage"`
	Version      any              `json:"version"`
	LastModified any              `json:"lastModified"`
	Proposal     any              `json:"proposal"`
	Notes        any              `json:"notes"`
	Fields       []map[string]any `json:"fields"`
	PrimaryKey   any              `json:"primaryKey"`
	Missing      any              `json:"missingValues"`
	CustomChecks []struct {
		Name   string         `json:"name"`
		Params map[string]any `json:"params"`
	} `json:"custom_checks"`
}

// maxDocument is the largest schema document that is read, in bytes.
const maxDocument = 16 << 20

// ParseFile reads the schema document at path. Errors are *DocumentError, or
// those of the file system.
func ParseFile(path string) (*Schema, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxDocument {
		return nil, &DocumentError{Source: path, Problems: []Problem{{Say: text.Text{
			FR: fmt.Sprintf("le document dépasse %d Mio.", maxDocument>>20),
			EN: fmt.Sprintf("the document is larger than %d MiB.", maxDocument>>20),
		}}}}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	s, err := Parse(path, data)
	if err != nil {
		return nil, err
	}
	s.Source = path
	return s, nil
}

// Parse compiles a Table Schema document. The document is first held against
// the profile, then against our own sense of it. It keeps data. source names
// the document in errors, which are *DocumentError.
func Parse(source string, data []byte) (*Schema, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	fail := func(problems ...Problem) (*Schema, error) {
		return nil, &DocumentError{Source: source, Problems: problems}
	}
	if p := syntaxProblem(data); p != nil {
		return fail(*p)
	}
	if problems := profileProblems(data); len(problems) > 0 {
		return fail(problems...)
	}
	var doc document
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&doc); err != nil {
		return fail(Problem{Say: text.Text{FR: "lecture impossible : " + err.Error(), EN: err.Error()}})
	}
	c := compiler{schema: &Schema{Document: data}}
	c.compile(&doc)
	if len(c.problems) > 0 {
		return fail(c.problems...)
	}
	return c.schema, nil
}

// syntaxProblem says where a document stops being JSON, or nil.
func syntaxProblem(data []byte) *Problem {
	var any json.RawMessage
	err := json.Unmarshal(data, &any)
	if err == nil {
		return nil
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return &Problem{Say: text.Text{FR: "le document est vide.", EN: "the document is empty."}}
	}
	line, column := 1, 1
	if syntax, ok := err.(*json.SyntaxError); ok {
		before := data[:min(max(int(syntax.Offset)-1, 0), len(data))]
		line += bytes.Count(before, []byte("\n"))
		column = len([]rune(string(before[bytes.LastIndexByte(before, '\n')+1:]))) + 1
	}
	return &Problem{Say: text.Text{
		FR: fmt.Sprintf("ce n'est pas du JSON correct, ligne %d, colonne %d (%v).", line, column, err),
		EN: fmt.Sprintf("it is not valid JSON, line %d, column %d (%v).", line, column, err),
	}}
}

// words reads a member that should be a text.
func words(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	}
	return ""
}

// list reads a member that should be a list of texts; one text is a list of one.
func list(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, item := range v {
			switch item := item.(type) {
			case string:
				out = append(out, item)
			case json.Number:
				out = append(out, item.String())
			case map[string]any: // version 2: {"value": …, "label": …}
				if s, ok := item["value"].(string); ok {
					out = append(out, s)
				}
			}
		}
		return out
	}
	return nil
}
