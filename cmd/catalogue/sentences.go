package main

import (
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
	Fields      map[string]sentence `json:"fields"`
}

// A sentence is what is said of one field.
type sentence struct {
	Title       string `json:"title"`
	Description string `json:"description"`
}

// readSentences reads the sentences of a dataset: from their own file, else
// from the newest document of the catalogue that has each of them.
func readSentences(dir, catalogue, name string) (*sentences, error) {
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
	s.Fields = map[string]sentence{}
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
		sentences
		Fields []struct {
			Name string `json:"name"`
			sentence
		} `json:"fields"`
	}
	if err := json.Unmarshal(data, &d); err != nil {
		return err
	}
	if s.Title == "" {
		s.Title, s.Description, s.Keywords, s.Notes = d.Title, d.Description, d.Keywords, d.Notes
	}
	for _, f := range d.Fields {
		if _, known := s.Fields[f.Name]; !known {
			s.Fields[f.Name] = f.sentence
		}
	}
	return nil
}

// head gives what is said of the dataset as a whole.
func (s *sentences) head() []member {
	out := []member{{"title", text(s.Title)}, {"description", text(s.Description)}}
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
