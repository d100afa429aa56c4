package sheet

import (
	"archive/zip"
	"io"
)

// An ods is a workbook of OpenDocument (ISO/IEC 26300). Its sheets stand one
// behind the other in one part.
type ods struct {
	zip     *zip.Reader
	infos   []Info
	started [][]byte // the beginning of each sheet, as CSV
}

const content = "content.xml"

func (o *ods) sheets() []Info { return o.infos }

func (o *ods) heads() ([][]byte, error) { return o.started, nil }

// openODS reads what a workbook holds: its whole content, once.
func openODS(z *zip.Reader) (*ods, error) {
	if locked(z) {
		return nil, protected()
	}
	o := &ods{zip: z}
	p, err := openPart(z, content)
	switch {
	case err != nil:
		return nil, err
	case p == nil:
		return nil, io.ErrUnexpectedEOF
	}
	defer p.Close()
	s, err := newScanner(p)
	if err != nil {
		return nil, err
	}
	hidden := map[string]bool{} // by name of a style
	style, spreadsheet := "", false
	for {
		t, err := s.next()
		switch {
		case err == io.EOF && !spreadsheet:
			return nil, notAWorkbook()
		case err == io.EOF:
			return o, nil
		case err != nil:
			return nil, err
		case t != opened:
			continue
		}
		switch string(s.name) {
		case "style":
			style = string(s.attribute("style:name"))
		case "table-properties":
			if string(s.attribute("table:display")) == "false" && len(hidden) < maxSheets {
				hidden[style] = true
			}
		case "spreadsheet":
			spreadsheet = true
		case "table":
			if !spreadsheet || len(o.infos) >= maxSheets {
				err = s.pass()
				break
			}
			err = o.table(s, hidden)
		default:
			if aside(s.name) {
				err = s.pass()
			}
		}
		if err != nil {
			return nil, cutShort(err)
		}
	}
}

// aside says whether an element holds no rows of a sheet, whatever is in it.
func aside(name []byte) bool {
	switch string(name) {
	case "shapes", "forms", "scenario", "table-source", "dde-links", "tracked-changes", "named-expressions", "database-ranges", "conditional-formats":
		return true
	}
	return false
}

// table notes a sheet that was opened, and reads over it.
func (o *ods) table(s *scanner, hidden map[string]bool) error {
	o.infos = append(o.infos, Info{
		Name:   string(s.attribute("table:name")),
		Hidden: hidden[string(s.attribute("table:style-name"))],
	})
	var begun []byte
	outside := s.depth - 1
	if len(o.infos) <= maxProbed {
		r := &odsRows{scanner: s, notes: &notes{}, outside: outside}
		var err error
		if begun, err = head(r); err != nil {
			return err
		}
		if r.ended {
			o.started = append(o.started, begun)
			return nil
		}
	}
	o.started = append(o.started, begun)
	for s.depth > outside {
		if _, err := s.next(); err != nil {
			return cutShort(err)
		}
	}
	return nil
}

// locked says whether the parts of a workbook are encrypted.
func locked(z *zip.Reader) bool {
	found := false
	elements(z, "META-INF/manifest.xml", func(s *scanner) error {
		found = found || string(s.name) == "encryption-data"
		return nil
	})
	return found
}

// open reads the rows of a sheet.
func (o *ods) open(i int, n *notes) (rows, error) {
	p, err := openPart(o.zip, content)
	if err != nil || p == nil {
		return nil, damaged(err)
	}
	s, err := newScanner(p)
	for spreadsheet := false; err == nil; {
		var t token
		if t, err = s.next(); err != nil || t != opened {
			continue
		}
		switch string(s.name) {
		case "spreadsheet":
			spreadsheet = true
		case "table":
			if spreadsheet && i == 0 {
				return &odsRows{scanner: s, part: p, notes: n, outside: s.depth - 1}, nil
			}
			if spreadsheet {
				i--
			}
			err = s.pass()
		default:
			if aside(s.name) {
				err = s.pass()
			}
		}
	}
	p.Close()
	return nil, damaged(err)
}
