package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/socle-commun/socle/schemas"
)

// sentences are what the project says of one dataset.
type sentences struct {
	Title       string              `json:"title"`
	Description string              `json:"description"`
	Keywords    []string            `json:"keywords"`
	Notes       []string            `json:"notes"`
	Homepage    string              `json:"homepage"` // where the document gives none
	Fields      map[string]sentence `json:"fields"`
	Resources   map[string]string   `json:"resources"` // of a Data Package: the catalogue's name of the schema, by resource
}

// A sentence is what is said of one field.
type sentence struct {
	Title       string `json:"title"`
	Description string `json:"description"`
}

// readSentences reads the sentences of a dataset: from their own file, else
// from the documents of the catalogue: that of the version, then the newest
// that has each of them.
func readSentences(dir, catalogue, name, number string) (*sentences, error) {
	var s sentences
	data, err := os.ReadFile(filepath.Join(dir, strings.ReplaceAll(name, "/", "__")+".json"))
	if err == nil {
		return &s, json.Unmarshal(data, &s)
	}
	if dir != "" && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(catalogue, name, "[0-9]*.json"))
	if err != nil || len(files) == 0 {
		return nil, errors.Join(errors.New(name+": no sentences"), err)
	}
	version := func(file string) string { return strings.TrimSuffix(filepath.Base(file), ".json") }
	slices.SortFunc(files, func(a, b string) int { return schemas.CompareVersions(version(b), version(a)) })
	own := func(file string) bool { return version(file) == number }
	if i := slices.IndexFunc(files, own); i > 0 {
		files = slices.Concat(files[i:i+1], files[:i], files[i+1:])
	}
	s.Fields, s.Resources = map[string]sentence{}, map[string]string{}
	for _, file := range files {
		if err := s.learn(file); err != nil {
			return nil, err
		}
	}
	return &s, nil
}

// learn takes from a document what is not known yet.
func (s *sentences) learn(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var d struct {
		sentence
		Keywords []string `json:"keywords"`
		Notes    []string `json:"notes"`
		Homepage string   `json:"homepage"`
		Fields   []struct {
			Name string `json:"name"`
			sentence
		} `json:"fields"`
		Resources []struct {
			Name  string `json:"name"`
			Entry string `json:"catalogEntry"`
		} `json:"resources"`
	}
	if err := json.Unmarshal(data, &d); err != nil {
		return err
	}
	if s.Title == "" {
		s.Title, s.Description, s.Keywords, s.Notes = d.Title, d.Description, d.Keywords, d.Notes
	}
	s.Homepage = cmp.Or(s.Homepage, d.Homepage)
	for _, r := range d.Resources {
		if s.Resources[r.Name] == "" && r.Entry != "" {
			s.Resources[r.Name] = r.Entry
		}
	}
	for _, f := range d.Fields {
		if _, known := s.Fields[f.Name]; !known {
			s.Fields[f.Name] = f.sentence
		}
	}
	if len(d.Fields) == 0 {
		return s.learnProperties(data, "")
	}
	return nil
}

// learnProperties takes the sentences of a JSON Schema's properties, wherever
// they are in it.
func (s *sentences) learnProperties(data []byte, parent string) error {
	var items []json.RawMessage
	if json.Unmarshal(data, &items) == nil {
		for _, item := range items {
			if err := s.learnProperties(item, parent); err != nil {
				return err
			}
		}
		return nil
	}
	list, err := members(data)
	if err != nil {
		return nil // a value
	}
	for _, m := range list {
		if m.key == "properties" {
			properties, err := members(m.value)
			if err != nil {
				return err
			}
			for _, p := range properties {
				var own sentence
				if json.Unmarshal(p.value, &own) == nil && own.Title != "" {
					s.remember(parent, p.key, own)
				}
			}
		}
		within := m.key
		if slices.Contains([]string{"properties", "definitions", "$defs", "items", "allOf", "anyOf", "oneOf"}, m.key) {
			within = parent
		}
		if err := s.learnProperties(m.value, within); err != nil {
			return err
		}
	}
	return nil
}

// remember keeps the sentence of a property, by its own name and by that of
// its parent with it.
func (s *sentences) remember(parent, name string, own sentence) {
	for _, key := range []string{parent + "." + name, name} {
		if _, known := s.Fields[key]; !known {
			s.Fields[key] = own
		}
	}
}

// head gives what is said of the dataset as a whole.
func (s *sentences) head() []member {
	var out []member
	if s.Title != "" {
		out = []member{{"title", text(s.Title)}, {"description", text(s.Description)}}
	}
	if len(s.Keywords) > 0 {
		out = append(out, member{"keywords", text(s.Keywords)})
	}
	return out
}

func (s *sentences) notes() []member {
	if len(s.Notes) == 0 {
		return nil
	}
	return []member{{"notes", text(s.Notes)}}
}

func (s sentence) members() []member {
	var out []member
	if s.Title != "" {
		out = append(out, member{"title", text(s.Title)})
	}
	if s.Description != "" {
		out = append(out, member{"description", text(s.Description)})
	}
	return out
}
