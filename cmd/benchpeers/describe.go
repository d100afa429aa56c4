package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A tableSchema is a Table Schema document with what the peers need of it.
type tableSchema struct {
	Name          string          `json:"name"`
	Fields        []field         `json:"fields"`
	PrimaryKey    []string        `json:"primaryKey,omitempty"`
	MissingValues []string        `json:"missingValues,omitempty"`
	CustomChecks  json.RawMessage `json:"custom_checks,omitempty"`
}

// A field is what a column must contain.
type field struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Format      string      `json:"format,omitempty"`
	TrueValues  []string    `json:"trueValues,omitempty"`
	FalseValues []string    `json:"falseValues,omitempty"`
	Constraints constraints `json:"constraints"`
}

// Constraints are those that the schemas of the workloads have.
type constraints struct {
	Required  bool         `json:"required,omitempty"`
	Pattern   string       `json:"pattern,omitempty"`
	Enum      []string     `json:"enum,omitempty"`
	MinLength int          `json:"minLength,omitempty"`
	MaxLength int          `json:"maxLength,omitempty"`
	Minimum   *json.Number `json:"minimum,omitempty"`
	Maximum   *json.Number `json:"maximum,omitempty"`
}

// describe writes the documents that tell the peers what a file must contain, a
// Table Schema and beside it a JSON Schema of the same, and gives the path of the
// first. It remembers what socle is to be given.
func (b *bench) describe(ctx context.Context, l *load, file string) (path string, err error) {
	document := []byte(l.document)
	b.schema = l.schema
	if l.schema != "" {
		if document, err = exec.CommandContext(ctx, b.socle, "schemas", "show", l.schema, "--json").Output(); err != nil {
			return "", fmt.Errorf("the schema %s: %w", l.schema, err)
		}
	} else {
		b.schema = filepath.Join(b.dir, l.name+"-document.json")
		if err := os.WriteFile(b.schema, document, 0o644); err != nil {
			return "", err
		}
	}
	path = filepath.Join(b.dir, l.name+"-schema.json")
	var s tableSchema
	if l.extension() != ".csv" {
		return path, nil // nobody but socle asks for it
	}
	if err := json.Unmarshal(document, &s); err != nil {
		return "", fmt.Errorf("the schema of %s: %w", l.name, err)
	}
	columns, err := header(file, l.job("", "").Delimiter)
	if err != nil {
		return "", err
	}
	s.align(columns)
	for target, value := range map[string]any{path: s, jsonSchemaPath(path): s.jsonSchema()} {
		text, err := json.MarshalIndent(value, "", " ")
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(target, text, 0o644); err != nil {
			return "", err
		}
	}
	return path, nil
}

// header gives the names of the columns of a file, of which none is quoted.
func header(path, delimiter string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	line, err := bufio.NewReader(f).ReadString('\n')
	return strings.Split(strings.TrimSuffix(line, "\n"), delimiter), err
}

// align gives the schema exactly these columns, in their order: most peers cannot
// do with others. A column that it does not know may hold any text.
func (s *tableSchema) align(columns []string) {
	known := map[string]field{}
	for _, f := range s.Fields {
		known[f.Name] = f
	}
	s.Fields = nil
	for _, name := range columns {
		f, ok := known[name]
		if !ok {
			f = field{Name: name, Type: "string"}
		}
		s.Fields = append(s.Fields, f)
	}
}
