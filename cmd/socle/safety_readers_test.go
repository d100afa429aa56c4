package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/socle-commun/socle/schemas/text"
)

// safeCSV reads a report as a spreadsheet does.
func safeCSV(data []byte) []string { return append(obeyed(data, "\n\r\ufeff"), formulas(data)...) }

// formulas lists the cells of a CSV that a spreadsheet would reckon with.
func formulas(data []byte) []string {
	var problems []string
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	for {
		row, err := r.Read()
		if err == io.EOF {
			return problems
		}
		if err != nil {
			return append(problems, err.Error())
		}
		for _, cell := range row {
			if text.IsFormula(cell) {
				problems = append(problems, fmt.Sprintf("a formula: %.60q", cell))
			}
		}
	}
}

// safeXML reads a report as strictly as XML is read.
func safeXML(data []byte) []string {
	var problems []string
	known := strings.Fields("testsuites testsuite testcase failure error skipped properties property system-out system-err checkstyle file")
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return append(problems, err.Error())
		}
		switch token := token.(type) {
		case xml.StartElement:
			if !slices.Contains(known, token.Name.Local) {
				problems = append(problems, "an element: "+token.Name.Local)
			}
		case xml.Directive, xml.Comment:
			problems = append(problems, fmt.Sprintf("%T", token))
		}
	}
	return append(problems, obeyed(data, "\n\t")...)
}

var (
	scripts  = regexp.MustCompile(`(?s)<script>.*?</script>|<style>.*?</style>`)
	harmless = regexp.MustCompile(`^(#[a-z0-9-]+|https://[a-z.]+/[^\s<>"]*)?$`)
)

// safeHTML reads a page: it has one script, its own, and no element or
// attribute that runs or loads anything.
func safeHTML(data []byte) []string {
	var problems []string
	page := string(data)
	if n := strings.Count(strings.ToLower(page), "<script"); n != 1 {
		problems = append(problems, fmt.Sprintf("%d scripts", n))
	}
	d := xml.NewDecoder(strings.NewReader(scripts.ReplaceAllString(page, "")))
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return append(problems, err.Error())
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if slices.Contains(strings.Fields("img iframe object embed link base audio video source x frame applet"), start.Name.Local) {
			problems = append(problems, "an element: "+start.Name.Local)
		}
		for _, a := range start.Attr {
			name := strings.ToLower(a.Name.Local)
			if strings.HasPrefix(name, "on") || slices.Contains(strings.Fields("src srcset srcdoc action formaction background"), name) || name == "href" && !harmless.MatchString(a.Value) {
				problems = append(problems, fmt.Sprintf("an attribute: %s=%.60q", name, a.Value))
			}
		}
	}
	return append(problems, obeyed([]byte(scripts.ReplaceAllString(page, "")), "\n\t")...)
}

var command = regexp.MustCompile(`^::(error|warning|notice)( (file|line|col|endLine|endColumn|title)=[^:,\n]*(,(file|line|col|endLine|endColumn|title)=[^:,\n]*)*)?::`)

// safeGitHub reads annotations line by line, as a runner does: it obeys no
// other command.
func safeGitHub(data []byte) []string {
	problems := obeyed(data, "\n")
	for line := range strings.Lines(string(data)) {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "::") && !command.MatchString(trimmed) || strings.HasPrefix(trimmed, "##[") {
			problems = append(problems, fmt.Sprintf("a command: %.80q", line))
		}
		if strings.HasPrefix(trimmed, "::error::fait") || strings.HasPrefix(trimmed, "::error::x") {
			problems = append(problems, "a planted command: "+trimmed)
		}
	}
	return problems
}

var (
	htmlTag     = regexp.MustCompile(`<[^>\s]*`)
	summaryLine = regexp.MustCompile(`(?m)^(<details>)?<summary>.*</summary>$`)
	escapedBy   = regexp.MustCompile(`\\[\\` + "`" + `*_{}\[\]<>#|~@&$!:.]`)
)

// safeMarkdown reads a comment: once what a backslash escapes is gone, nothing
// is left of Markdown's signs but what the report itself writes.
func safeMarkdown(data []byte) []string {
	problems := obeyed(data, "\n")
	bare := escapedBy.ReplaceAllString(string(data), "")
	for _, tag := range htmlTag.FindAllString(bare, -1) {
		if !slices.Contains([]string{"<details", "</details", "<summary", "</summary", "<br", "<code", "</code", "<b", "</b", "<!--"}, tag) {
			problems = append(problems, "a tag: "+tag)
		}
	}
	bare = summaryLine.ReplaceAllString(bare, "") // HTML, in which Markdown means nothing
	for _, sign := range []string{"](", "![", "http://", "www.mal", "@maire", "@SUM", "~~", "```", "**gras", "]: "} {
		if at := strings.Index(bare, sign); at >= 0 {
			problems = append(problems, fmt.Sprintf("%s in %.80q", sign, bare[max(0, at-30):]))
		}
	}
	for line := range strings.Lines(bare) {
		if strings.HasPrefix(strings.TrimSpace(line), "# titre") {
			problems = append(problems, "a heading: "+line)
		}
	}
	if len(data) > 65_536 {
		problems = append(problems, fmt.Sprintf("%d bytes", len(data)))
	}
	return problems
}

var (
	formulaCell = regexp.MustCompile(`<f[ >/]`)
	linksOut    = regexp.MustCompile(`TargetMode="External"`)
	sharedText  = regexp.MustCompile(`(?s)<t[^>]*>(.*?)</t>`)
)

// safeBook reads a workbook's parts: it opens, no cell is a formula, no link
// leads out, and nothing but the copies of the data has signs that hide.
func safeBook(data []byte) []string {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return []string{err.Error()}
	}
	defer f.Close()
	var problems []string
	for _, name := range f.GetSheetList() {
		problems = append(problems, obeyed([]byte(name), "")...)
	}
	parts, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return []string{err.Error()}
	}
	for _, part := range parts.File {
		r, err := part.Open()
		if err != nil {
			return append(problems, err.Error())
		}
		content, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return append(problems, err.Error())
		}
		if formulaCell.Match(content) && strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			problems = append(problems, "a formula in "+part.Name)
		}
		if linksOut.Match(content) {
			problems = append(problems, "a link out in "+part.Name)
		}
		if part.Name == "xl/worksheets/sheet1.xml" || part.Name == "xl/worksheets/sheet2.xml" {
			for _, said := range sharedText.FindAll(content, -1) {
				problems = append(problems, obeyed(said, "\n\t")...)
			}
		}
		problems = append(problems, wellFormed(part.Name, content)...)
	}
	return problems
}

// wellFormed reads a part of a workbook as XML.
func wellFormed(name string, content []byte) []string {
	if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") && !strings.HasSuffix(name, ".vml") {
		return nil
	}
	d := xml.NewDecoder(bytes.NewReader(content))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return []string{name + ": " + err.Error()}
		}
	}
}
