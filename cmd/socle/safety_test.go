package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/report"
)

// attacks are texts that some reader of a report would act on.
var attacks = []string{
	"\x1b[31mrouge\x1b[0m", "\x1b]8;;http://mal.example\x1b\\clic\x1b]8;;\x1b\\", "\x1b]0;titre\x07", "\u009b31m\u0085\u0090",
	"\u202egnp.exe\u2066x", "a\u200bb\u200d\ufeff\u00ad\u2028\u2029", "a\bb\x7f\x01\x02\ufffe\uffff",
	"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, "</title></textarea><svg onload=alert(1)>",
	"]]><x/>", "--><x/>", "&lt;x&gt; &#x3c;x&#62;", "javascript:alert(1)", "<?php x ?><!DOCTYPE x>",
	"[clic](http://mal.example)", "![i](http://mal.example/i.png)", "| a | b |", "@maire http://mal.example www.mal.example #12 !3",
	"`code` **gras** ~~x~~ <details>", "# titre", "</details></table>\n\n# titre", "```\n# titre", "[x]: http://mal.example",
	"::error file=x,line=1::fait", "a\n::error::fait", "##[error]fait", "a\r##[command]x", "::stop-commands::x", "%0A::error::x", "::add-mask::x",
	"=CMD|'/C calc'!A0", "+1+cmd|x", "-2+3+cmd|x", "@SUM(1)", "\t=1", "\r=1", "=HYPERLINK(\"http://mal.example\")",
	"{value} {n|a|b} %s %d {{7*7}} ${x} $(x)", strings.Repeat("très long ", 300), "' --", "_x001B_[31m",
}

// hostileName is a name of a file that reports show.
const hostileName = "a\x1b]8;;x\x07\u202e<img src=x onerror=alert(1)>\"'&]]>=[b](c)\n::error::x @x \xff"

// hostileFiles writes files whose every text is an attack, and their schema.
func hostileFiles(t *testing.T) (schema string, files []string) {
	t.Helper()
	folder := t.TempDir()
	place := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	type field map[string]any
	fields := []field{
		{"name": "nombre", "type": "integer", "title": attacks[7], "description": attacks[8], "constraints": map[string]any{"required": true, "unique": true}},
		{"name": "liste", "type": "string", "title": attacks[16], "constraints": map[string]any{"enum": attacks[:12]}},
		{"name": "code", "type": "string", "example": attacks[32], "description": attacks[25], "constraints": map[string]any{"pattern": "^[0-9]+$"}},
		{"name": "date", "type": "date", "title": attacks[0]},
	}
	for _, a := range attacks {
		if a == "\r=1" {
			continue // the same name as that with a tabulation, to the schema
		}
		fields = append(fields, field{"name": strings.TrimSpace(a), "title": a, "description": a, "type": "integer", "constraints": map[string]any{"required": true}})
	}
	document, err := json.Marshal(map[string]any{"name": "mal", "title": attacks[7] + attacks[0] + attacks[32], "description": attacks[16], "version": attacks[8], "fields": fields})
	if err != nil {
		t.Fatal(err)
	}
	header := append([]string{"nombre", "liste", "code", "date"}, attacks...)
	rows := [][]string{header}
	for r := range 8 { // so that each column has each fifth attack, and each attack is everywhere
		row := make([]string, len(header))
		for i := range row {
			row[i] = attacks[(i+5*r)%len(attacks)]
		}
		rows = append(rows, row)
	}
	table := inCSV(rows)
	latin := strings.ReplaceAll(table, "alert(1)", "alert(1)\xe9\xff\x80\x9b31m")
	features := []any{}
	for _, row := range rows[1:] {
		properties := map[string]any{}
		for i, name := range header {
			properties[name] = row[i]
		}
		features = append(features, map[string]any{"type": "Feature", "properties": properties, "geometry": map[string]any{"type": "Point", "coordinates": []any{attacks[7], 48.85}}})
	}
	collection, err := json.Marshal(map[string]any{"type": "FeatureCollection", "name": attacks[0], "features": features})
	if err != nil {
		t.Fatal(err)
	}
	lone := bytes.ReplaceAll(collection, []byte("rouge"), []byte(`rouge\ud800\u0000\u0007`))
	return place("mal.json", document), []string{
		place(hostileName+".csv", []byte(table)), place("latin.csv", []byte(latin)), place("nul.csv", []byte(strings.ReplaceAll(table, "clic", "cl\x00ic"))),
		place("torn.csv", []byte(table[:len(table)-30])), place("b"+hostileName+".geojson", lone), place("cut.geojson", collection[:len(collection)/2]),
		hostileBook(t, folder, rows), place("empty.csv", nil), place("nottext.csv", []byte("\x7fELF\x00\x01\x02\x1b[31m")),
	}
}

// inCSV writes rows with every cell in quotes.
func inCSV(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(cell, `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

// hostileBook makes a workbook of the rows, in a sheet whose name is an attack.
func hostileBook(t *testing.T, folder string, rows [][]string) string {
	t.Helper()
	f := excelize.NewFile()
	const sheet = `=<b onload=x>"&'x`
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	for r, cells := range rows {
		at, err := excelize.CoordinatesToCellName(1, r+1)
		if err == nil {
			err = f.SetSheetRow(sheet, at, &cells)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(folder, "classeur.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// safeReaders say, by format, what is wrong with a report as its reader sees it.
var safeReaders = map[string]func(data []byte) []string{
	"text": safeTerminal, "json": safeJSON, "jsonl": safeJSONLines, "frictionless": safeJSON, "validata": safeJSON, "sarif": safeJSON, "gitlab": safeJSON,
	"csv": safeCSV, "html": safeHTML, "junit": safeXML, "checkstyle": safeXML, "github": safeGitHub, "markdown": safeMarkdown, "xlsx": safeBook,
}

// Nothing of a hostile file acts in any report, in either language, nor on the
// way there.
func TestReportsAreSafe(t *testing.T) {
	schema, files := hostileFiles(t)
	var named []string
	for _, f := range formats() {
		named = append(named, f.Name)
		if safeReaders[f.Name] == nil {
			t.Errorf("%s has no reader here: say how it is known to be safe", f.Name)
		}
	}
	for _, given := range [][]string{{"--schema", schema}, {"--schema", "none"}, {"--schema", schema, "--lang", "en", "--verbose", "--max-findings", "0"}} {
		out := t.TempDir()
		args := append([]string{"validate", "--no-color"}, given...)
		for _, name := range named {
			args = append(args, "-f", name+":"+filepath.Join(out, name))
		}
		var stdout, stderr bytes.Buffer
		code := run(append(args, files...), strings.NewReader(""), &stdout, &stderr)
		if code != int(exitFindings) && code != int(exitUnjudged) {
			t.Errorf("%v: exit code %d: %s", given, code, &stderr)
		}
		told(t, given, "standard error", safeTerminal(stderr.Bytes()))
		for _, name := range named {
			data, err := os.ReadFile(filepath.Join(out, name))
			if err != nil {
				t.Error(err)
				continue
			}
			told(t, given, name, safeReaders[name](data))
		}
	}
}

func told(t *testing.T, given []string, what string, problems []string) {
	t.Helper()
	if len(problems) > 8 {
		problems = append(problems[:8], fmt.Sprintf("and %d more", len(problems)-8))
	}
	if diff := cmp.Diff([]string(nil), problems); diff != "" {
		t.Errorf("%v, %s:\n%s", given[1:], what, diff)
	}
}

// On a screen too, with colours, nothing of a file is obeyed.
func TestScreenIsSafe(t *testing.T) {
	schema, files := hostileFiles(t)
	for _, args := range [][]string{
		append([]string{"validate", "-s", schema, "-v"}, files...), append([]string{"detect"}, files...), {"schemas", "show", schema}, {"schemas", "lint", schema},
		{"validate", "-s", schema, files[0] + "-nowhere"}, {"explain", attacks[1]}, {attacks[0]}, {"validate", "--" + attacks[0]}, {"validate", "-f", attacks[0], files[0]},
	} {
		var stdout, stderr bytes.Buffer
		run(args, strings.NewReader(""), &stdout, &stderr)
		told(t, []string{"", args[0]}, "standard output", safeTerminal(stdout.Bytes()))
		told(t, []string{"", args[0]}, "standard error", safeTerminal(stderr.Bytes()))
	}
}

// Rejected rows hold no formula; accepted ones are as they were.
func TestRejectsAreSafe(t *testing.T) {
	schema, files := hostileFiles(t)
	out := t.TempDir()
	for i, file := range files[:2] {
		bad, good := filepath.Join(out, fmt.Sprint(i, "bad.csv")), filepath.Join(out, fmt.Sprint(i, "good.csv"))
		var stdout, stderr bytes.Buffer
		run([]string{"validate", "-s", schema, "--rejects", bad, "--accepted", good, file}, strings.NewReader(""), &stdout, &stderr)
		data, err := os.ReadFile(bad)
		if err != nil {
			t.Fatal(err, stderr.String())
		}
		told(t, []string{"", "rejects"}, filepath.Base(file), formulas(data))
		if rows := bytes.Count(data, []byte("alert")); rows < 3 {
			t.Errorf("%d rejected cells: the rows are not there", rows)
		}
		if _, err := os.Stat(good); err != nil {
			t.Error(err)
		}
	}
}

// obeyed lists the characters of a text that a terminal obeys or hides.
func obeyed(data []byte, allowed string) []string {
	var met []string
	for rest := data; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		bad := r == utf8.RuneError && size == 1 || r < ' ' || r >= 0x7f && r < 0xa0 || strings.ContainsRune("\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff\ufffe\uffff", r) ||
			r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
		if bad && !strings.ContainsRune(allowed, r) {
			at := len(data) - len(rest)
			if what := fmt.Sprintf("%U in %q", r, data[max(0, at-30):min(len(data), at+10)]); !slices.Contains(met, what) {
				met = append(met, what)
			}
		}
		rest = rest[size:]
	}
	return met
}

func safeTerminal(data []byte) []string { return obeyed(data, "\n") }

func safeJSON(data []byte) []string {
	d := json.NewDecoder(bytes.NewReader(data))
	for {
		var v any
		if err := d.Decode(&v); err == io.EOF {
			break
		} else if err != nil {
			return []string{err.Error()}
		}
	}
	if !utf8.Valid(data) {
		return []string{"not UTF-8"}
	}
	return obeyed(data, "\n\u00ad\u200b\u200c\u200d\u2060\ufeff\u2028\u2029\ufffe\uffff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
}

func safeJSONLines(data []byte) []string {
	for line := range bytes.Lines(data) {
		if !json.Valid(line) {
			return []string{"a line is not JSON: " + report.Show(string(line), 80)}
		}
	}
	return safeJSON(data)
}
