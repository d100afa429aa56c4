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
