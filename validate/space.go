package validate

import "github.com/socle-commun/socle/schemas"

// A workspace is what judging chunks needs and the next chunk can use again.
type workspace struct {
	columns   []columnSpace // by column of the file
	scratch   []byte        // of the keys of one row
	unknown   []int         // room for the columns of a row's cells that are not known
	unsettled []unsettled   // of one row
}

// An unsettled cell is one that checks want to see.
type unsettled struct {
	column   int
	remember bool // its text, if none of them has anything to say
}

// A columnSpace is what is needed of a column for each of its cells.
type columnSpace struct {
	memo
	mode   columnMode
	glance Glance
	field  *schemas.Field
	rules  *columnRules
	filled int // of the chunk's cells
}

// A columnMode says how the cells of a column are looked at.
type columnMode uint8

const (
	quiet     columnMode = 1 << iota // an empty cell is missing, and no check has anything to say of that
	recalling                        // texts are remembered, for this chunk
)

// newWorkspace makes a workspace for the columns of the file.
func (j *Job) newWorkspace() *workspace {
	w := &workspace{columns: make([]columnSpace, len(j.columns)), unknown: make([]int, len(j.columns))}
	for c := range j.columns {
		r, column := &j.columns[c], &w.columns[c]
		column.rules, column.field, column.glance = r, r.field, r.glance
		if r.plain && len(r.missing) == 0 && !r.lendsKey {
			column.mode |= quiet
		}
		if r.remembers {
			column.kept = new(texts)
		}
	}
	return w
}

// workspace gives one that is free, ready for another chunk.
func (j *Job) workspace() *workspace {
	w := j.spaces.Take()
	if w == nil {
		w = j.newWorkspace()
	}
	for c := range w.columns {
		column := &w.columns[c]
		column.filled, column.mode = 0, column.mode&^recalling
		if column.begin() {
			column.mode |= recalling
		}
	}
	return w
}
