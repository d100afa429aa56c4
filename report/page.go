package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/fatih/color"
)

// A page is what text is laid out on: indented, wrapped at words, painted.
type page struct {
	w     *bufio.Writer // keeps the first error until it is flushed
	width int           // in columns; 0 does not wrap
	paint bool
	inCI  bool // lines are read by a runner that obeys commands in them
}

func newPage(w io.Writer, o Options) *page {
	inCI := o.Env != nil && o.Env("GITHUB_ACTIONS") != ""
	return &page{w: bufio.NewWriter(w), width: o.Width, paint: o.Color, inCI: inCI}
}

// The paints. What they say stands in words as well.
var (
	bold   = []color.Attribute{color.Bold}
	red    = []color.Attribute{color.FgRed, color.Bold}
	yellow = []color.Attribute{color.FgYellow, color.Bold}
	cyan   = []color.Attribute{color.FgCyan}
	green  = []color.Attribute{color.FgGreen, color.Bold}
)

// in paints s, where the page is painted at all.
func (p *page) in(paint []color.Attribute, s string) string {
	if !p.paint || len(paint) == 0 {
		return s
	}
	c := color.New(paint...)
	c.EnableColor()
	return c.Sprint(s)
}

// line writes one line that is not wrapped. No name or value in it is taken for
// a workflow command, which begins a line with :: behind any spaces, or stands
// behind ##[ anywhere.
func (p *page) line(s string) {
	if p.inCI {
		s = strings.ReplaceAll(s, "##[", "## [")
		if rest := strings.TrimLeft(s, " "); strings.HasPrefix(rest, "::") {
			s = s[:len(s)-len(rest)] + ": :" + rest[2:]
		}
	}
	p.w.WriteString(strings.TrimRight(s, " "))
	p.w.WriteByte('\n')
}

// para writes a paragraph: first stands before its first line, and as many
// spaces before the others. Where the paragraph begins with lead, that is
// painted.
func (p *page) para(first, s string, paint []color.Attribute, lead string) {
	before := first
	for _, line := range p.wrap(s, p.width-columns(first)) {
		if lead != "" {
			if rest, ok := strings.CutPrefix(line, lead); ok {
				line = p.in(paint, lead) + rest
			}
			lead = ""
		}
		p.line(before + line)
		before = strings.Repeat(" ", columns(first))
	}
}

// wrap breaks s into lines of at most width columns, at spaces only: a longer
// word stands alone on its line.
func (p *page) wrap(s string, width int) []string {
	if p.width <= 0 {
		return []string{s}
	}
	var lines []string
	var line strings.Builder
	used, begun := 0, false
	for word := range strings.SplitSeq(s, " ") {
		w := columns(word)
		if begun && used+1+w > width {
			lines = append(lines, line.String())
			line.Reset()
			used, begun = 0, false
		}
		if begun {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used, begun = used+w, true
	}
	return append(lines, line.String())
}
