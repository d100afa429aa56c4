package schemas

import (
	_ "embed"
	"encoding/json"
	"sync"
)

// summaryDocument is what a list says of the embedded catalogue, so that it
// need not compile every document to write a line on each. It is made as
// index.txt is.
//
//go:embed catalog/summaries.json
var summaryDocument []byte

// A Summary is what a list says of a dataset, of its newest version.
type Summary struct {
	Kind     Kind   `json:"kind"`
	Title    string `json:"title"`
	Proposal bool   `json:"proposal,omitempty"` // ours, where no national schema exists
	Fields   int    `json:"fields"`             // columns, properties or resources
}

// summaries are those of the embedded catalogue, by name.
var summaries = sync.OnceValue(func() map[string]Summary {
	var all map[string]Summary
	if err := json.Unmarshal(summaryDocument, &all); err != nil {
		panic("the embedded summaries are broken: " + err.Error())
	}
	return all
})

// Summary sums the dataset up. A document of the user's is compiled for it,
// and may be unusable: the error is then a *DocumentError.
func (e Entry) Summary() (Summary, error) {
	if e.Folder == "" {
		return summaries()[e.Name], nil
	}
	s, err := e.Load(e.Latest())
	if err != nil {
		return Summary{}, err
	}
	return summaryOf(s), nil
}

func summaryOf(s *Schema) Summary {
	return Summary{Kind: s.Kind, Title: s.Title, Proposal: s.Proposal, Fields: len(s.Fields) + len(s.Properties) + len(s.Resources)}
}
