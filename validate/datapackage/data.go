package datapackage

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/socle-commun/socle/validate"
)

// asCSV writes data that a document holds, a list of rows or of objects, as a
// table with a header. null is an empty cell; what is no text is written as
// JSON.
func asCSV(data any) (string, *validate.Failure) {
	items, ok := data.([]any)
	if !ok {
		return "", failure("bad-data", "Les données de la ressource ne sont pas une liste.", "The data of the resource is no list.")
	}
	var header []string
	var rows [][]string
	for i, item := range items {
		switch item := item.(type) {
		case []any:
			cells := make([]string, len(item))
			for c := range item {
				cells[c] = cellText(item[c])
			}
			rows = append(rows, cells)
		case map[string]any:
			if header == nil {
				header = memberNames(items)
				rows = append(rows, header)
			}
			cells := make([]string, len(header))
			for c, name := range header {
				cells[c] = cellText(item[name])
			}
			rows = append(rows, cells)
		default:
			return "", failure("bad-data", "La ligne %d des données de la ressource n'est ni une liste ni un objet.",
				"Row %d of the resource's data is neither a list nor an object.", i+1)
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		return "", failure("bad-data", "%v", "%v", err)
	}
	return b.String(), nil
}

// memberNames lists the members of objects: those of the first, then those
// that only later ones have, each time in alphabetical order.
func memberNames(items []any) []string {
	var names []string
	for _, item := range items {
		object, _ := item.(map[string]any)
		var more []string
		for name := range object {
			if !slices.Contains(names, name) {
				more = append(more, name)
			}
		}
		slices.Sort(more)
		names = append(names, more...)
	}
	return names
}

func cellText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // it was JSON before
	}
	return string(b)
}

// parts reads several files, or addresses, as one: each is opened when the one
// before has ended. Each but the last ends with a line end, as the
// specification wants it.
type parts struct {
	places []string // that are not opened yet
	home   Home
	now    io.ReadCloser
}

// Read reads what comes next.
func (p *parts) Read(b []byte) (int, error) {
	for {
		if p.now == nil {
			if len(p.places) == 0 {
				return 0, io.EOF
			}
			var err error
			if p.now, err = p.home.Body(p.places[0]); err != nil {
				return 0, err
			}
			p.places = p.places[1:]
		}
		n, err := p.now.Read(b)
		if err == io.EOF {
			err = p.Close()
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
}

// Close closes what is open.
func (p *parts) Close() error {
	if p.now == nil {
		return nil
	}
	err := p.now.Close()
	p.now = nil
	return err
}
