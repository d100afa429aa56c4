package report

import "strings"

// EscapeMarkdown makes a text that Show has shown plain mean itself in Markdown,
// in a line of prose and in a cell of a table: no emphasis, code, link, image,
// heading, HTML, mention or formula comes of it.
func EscapeMarkdown(s string) string { return marks.Replace(s) }

// MarkdownRow writes a row of a table in Markdown, whose cells mean themselves,
// without a line end.
func MarkdownRow(cells ...string) string {
	var b strings.Builder
	for _, cell := range cells {
		b.WriteString("| " + EscapeMarkdown(cell) + " ")
	}
	return b.String() + "|"
}

var marks = func() *strings.Replacer {
	var pairs []string
	for _, c := range "\\`*_{}[]<>#|~@&$!" {
		pairs = append(pairs, string(c), `\`+string(c))
	}
	// What begins a link without any mark.
	pairs = append(pairs, "://", `\://`, "www.", `www\.`, "WWW.", `WWW\.`, "Www.", `Www\.`)
	return strings.NewReplacer(pairs...)
}()
