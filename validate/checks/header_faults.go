package checks

import (
	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
)

// inHeader gives the file's part of a check on what readers notice: the same
// fault in the header.
func inHeader(kind validate.FaultKind) func(*schemas.Schema) func(*validate.Pass, *validate.File) {
	return func(*schemas.Schema) func(*validate.Pass, *validate.File) {
		return func(p *validate.Pass, f *validate.File) {
			for _, fault := range f.Faults {
				if fault.Kind == kind {
					p.FileFault(validate.None, fault.Column, p.Job.Header.Columns[fault.Column].Field)
				}
			}
		}
	}
}

// byPlace says whether columns find their fields by their place: strict
// reading, unless the schema says that names count. Properties have no place.
func byPlace(p *validate.Pass) bool {
	return p.Strict() && !p.Job.Schema.FieldsMatch.ByName() && !p.Job.File.Items
}

// beyond says whether a column (from 0) stands behind all fields of a schema
// whose columns find their fields by their place.
func beyond(p *validate.Pass, column int) bool {
	return byPlace(p) && column >= len(p.Job.Schema.Fields)
}
