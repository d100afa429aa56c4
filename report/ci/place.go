package ci

import (
	"net/url"
	"path"
	"strings"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/validate"
)

// slashed writes a path with forward slashes, Windows ones too.
func slashed(p string) string { return strings.ReplaceAll(p, `\`, "/") }

// isAddress says whether a path is one of the web.
func isAddress(p string) bool {
	return strings.HasPrefix(p, "http://") || strings.HasPrefix(p, "https://")
}

// path names a file as a code host knows it: by forward slashes, below the
// project's folder where it lies there, without a leading "./". "" where the
// file has no path, "-" for standard input.
func (r *run) path(f *validate.File) string {
	if f == nil || f.Path == "" || f.Path == "-" || isAddress(f.Path) {
		if f == nil {
			return ""
		}
		return f.Path
	}
	p := path.Clean(slashed(f.Path))
	whole := p
	if !isWhole(p) {
		whole = path.Join(r.folder, p)
	}
	for _, root := range r.roots {
		if below, ok := strings.CutPrefix(whole, root); ok && below != "" {
			return below
		}
	}
	return p
}

// isWhole says whether a clean path with forward slashes begins at a root or a
// drive.
func isWhole(p string) bool {
	return strings.HasPrefix(p, "/") || len(p) > 2 && p[1] == ':' && p[2] == '/'
}

// shownPath is path for people, "?" where there is none.
func (r *run) shownPath(f *validate.File) string {
	if p := r.path(f); p != "" {
		return report.Show(p, 0)
	}
	return "?"
}

// uri gives a path as a URI reference: relative where the path is.
func uri(p string) string {
	if isAddress(p) {
		if u, err := url.Parse(p); err == nil {
			return u.String()
		}
	}
	switch {
	case strings.HasPrefix(p, "//"): // a server's share
		return "file:" + escaped(p)
	case strings.HasPrefix(p, "/"):
		return "file://" + escaped(p)
	case len(p) > 2 && p[1] == ':' && p[2] == '/': // a drive
		return "file:///" + p[:2] + escaped(p[2:])
	}
	return escaped(p)
}

// escaped percent-encodes all of a path but slashes and what RFC 3986 calls
// unreserved. A colon too, for what stands before one is taken for a scheme.
func escaped(p string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(p) {
		switch c := p[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

// A region is where a finding stands in the physical file. Characters are
// Unicode code points, from 1; those that are not known are 0.
type region struct{ line, char, endLine, endChar int }

// regionOf gives the region of a finding, and false where there is none: it is
// of the whole file, or of a file that is not text. A cell of several lines ends
// on the last line that is known of it.
func regionOf(file *validate.File, f *validate.Finding) (region, bool) {
	if !isText(file) || f.Pos.Line < 1 {
		return region{}, false
	}
	r := region{line: f.Pos.Line, char: max(f.Pos.Char, 0), endLine: f.Pos.Line}
	switch {
	case f.Width > 0 && r.char > 0:
		r.endChar = r.char + f.Width
	case f.Column > 0 && f.Pos.Row > file.HeaderRow && !file.Items: // whose strings hold line ends as escapes
		r.endLine += validate.Lines([]byte(f.Value))
	}
	return r, true
}

// isText says whether lines of the file are those that an editor shows.
func isText(f *validate.File) bool {
	return f != nil && f.Packed == "" && f.Sheet == "" && f.Format != "xlsx" && f.Format != "ods"
}

// lineOf is the line of a finding for formats that want one: 1 for the whole
// file, the row of a workbook.
func lineOf(f *validate.Finding) int { return max(f.Pos.Line, 1) }

// columnName is the field of a finding, or its column's label where the
// schema does not know the column.
func columnName(file *validate.FileResult, f *validate.Finding) string {
	if f.Field == "" && f.Column > 0 && f.Column <= len(file.Columns) {
		return file.Columns[f.Column-1].Name
	}
	return f.Field
}
