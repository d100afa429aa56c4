package sheet

import (
	"archive/zip"
	"io"
	"path"
	"strings"
)

// An xlsx is a workbook of Office Open XML (ECMA-376).
type xlsx struct {
	zip    *zip.Reader
	infos  []Info
	parts  []string // of each sheet
	texts  *shared
	shapes []shape // by style of a cell
	epoch  bool    // days count from 1904
}

func (x *xlsx) sheets() []Info { return x.infos }

// elements calls f for every start tag of a part, which may be missing.
func elements(z *zip.Reader, name string, f func(*scanner) error) error {
	p, err := openPart(z, name)
	if p == nil || err != nil {
		return err
	}
	defer p.Close()
	s, err := newScanner(p)
	if err != nil {
		return err
	}
	for {
		t, err := s.next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case t == opened:
			if err := f(s); err != nil {
				return err
			}
		}
	}
}

// A relation is what a part refers to.
type relation struct{ kind, target string }

// relations reads what a part refers to, by the name it gives it.
func relations(z *zip.Reader, of string) (map[string]relation, error) {
	dir, base := path.Split(of)
	found := map[string]relation{}
	err := elements(z, dir+"_rels/"+base+".rels", func(s *scanner) error {
		if string(s.name) != "Relationship" || len(found) > maxParts || string(s.attribute("TargetMode")) == "External" {
			return nil
		}
		target := strings.ReplaceAll(string(s.attribute("Target")), `\`, "/")
		if rooted, ok := strings.CutPrefix(target, "/"); ok {
			target = path.Clean(rooted)
		} else {
			target = path.Join(dir, target)
		}
		kind := string(s.attribute("Type"))
		found[string(s.attribute("Id"))] = relation{kind[strings.LastIndexByte(kind, '/')+1:], target}
		return nil
	})
	return found, err
}

// openXLSX reads what a workbook says of its sheets.
func openXLSX(z *zip.Reader) (*xlsx, error) {
	x := &xlsx{zip: z}
	workbook := "xl/workbook.xml"
	roots, err := relations(z, "")
	if err != nil {
		return nil, err
	}
	for _, r := range roots {
		if r.kind == "officeDocument" {
			workbook = r.target
		}
	}
	parts, err := relations(z, workbook)
	if err != nil {
		return nil, err
	}
	if err := x.readWorkbook(workbook, parts); err != nil {
		return nil, err
	}
	styles, texts := "", ""
	for _, r := range parts {
		switch r.kind {
		case "styles":
			styles = r.target
		case "sharedStrings":
			texts = r.target
		}
	}
	x.texts = &shared{zip: z, name: texts}
	return x, x.readStyles(styles)
}

func (x *xlsx) readWorkbook(name string, parts map[string]relation) error {
	return elements(x.zip, name, func(s *scanner) error {
		switch string(s.name) {
		case "workbookPr":
			x.epoch = yes(s.attribute("date1904"))
		case "sheet":
			part := parts[string(s.id())]
			if part.kind != "worksheet" || len(x.infos) >= maxSheets {
				return nil // a chart, a macro
			}
			state := string(s.attribute("state"))
			x.infos = append(x.infos, Info{Name: string(s.attribute("name")), Hidden: state != "" && state != "visible"})
			x.parts = append(x.parts, part.target)
		}
		return nil
	})
}

// id gives the attribute by which a sheet names its part. Its prefix is mostly
// r, but any will do.
func (s *scanner) id() []byte {
	if id := s.attribute("r:id"); id != nil {
		return id
	}
	for _, word := range strings.Fields(string(s.attributes)) {
		name, _, _ := strings.Cut(word, "=")
		if strings.HasSuffix(name, ":id") {
			return s.attribute(name)
		}
	}
	return nil
}

// yes reads a boolean of XML.
func yes(b []byte) bool { return string(b) == "1" || string(b) == "true" || string(b) == "on" }

// readStyles reads what the styles of cells make of numbers.
func (x *xlsx) readStyles(name string) error {
	codes := map[int]string{}
	inCells := false
	return elements(x.zip, name, func(s *scanner) error {
		switch string(s.name) {
		case "numFmt":
			if !inCells && len(codes) < maxParts {
				codes[s.number("numFmtId", 1<<30, -1)] = string(s.attribute("formatCode"))
			}
		case "cellXfs":
			inCells = true
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if inCells && len(x.shapes) < maxParts {
				id := s.number("numFmtId", 1<<30, 0)
				x.shapes = append(x.shapes, shapeOf(id, codes[id]))
			}
		}
		return nil
	})
}

// open reads the rows of a sheet.
func (x *xlsx) open(i int, n *notes) (rows, error) {
	p, err := openPart(x.zip, x.parts[i])
	switch {
	case err != nil:
		return nil, err
	case p == nil:
		return nil, damaged(io.ErrUnexpectedEOF)
	}
	s, err := newScanner(p)
	if err != nil {
		p.Close()
		return nil, err
	}
	return &xlsxRows{scanner: s, book: x, closer: p, notes: n}, nil
}

// heads gives the beginning of each sheet, as CSV.
func (x *xlsx) heads() ([][]byte, error) {
	heads := make([][]byte, len(x.infos))
	for i := range min(len(heads), maxProbed) {
		r, err := x.open(i, &notes{})
		if err != nil {
			return nil, err
		}
		heads[i], err = head(r)
		r.Close()
		if err != nil {
			return nil, err
		}
	}
	return heads, nil
}
