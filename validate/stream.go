package validate

import "slices"

// A stream gives findings away as they are found. A nil one gives nothing.
type stream struct {
	job   *Job
	file  *FileResult // what is known before the first row
	whole *Partial
	next  int  // of the findings of whole that were not given yet
	all   int  // given so far
	late  bool // findings may be taken back in the end: they wait for it
}

func (j *Job) newStream(whole *Partial) *stream {
	if j.Options.Stream == nil {
		return nil
	}
	s := &stream{job: j, file: j.result(j.newPartial(nil)), whole: whole}
	for c, late := range j.File.Late {
		f := j.Header.Columns[c].Field
		s.late = s.late || late && f >= 0 && (j.Schema.Fields[f].Constraints.Required || len(j.Schema.Checks) > 0 || slices.Contains(j.Schema.PrimaryKey, f))
	}
	return s
}

// flush gives what has been found and was not given yet.
func (s *stream) flush() {
	if s == nil || s.late {
		return
	}
	var found []Finding
	for _, kept := range s.whole.Findings[s.next:] {
		found = append(found, kept.Finding)
	}
	if s.next = len(s.whole.Findings); s.job.Options.Streamed {
		s.whole.Findings, s.next = s.whole.Findings[:0], 0
	}
	s.give(found)
}

func (s *stream) give(found []Finding) {
	if len(found) > 0 {
		s.job.Options.Stream(s.file, found)
		s.all += len(found)
	}
}

// end gives what the end of the file brought.
func (s *stream) end(r *FileResult) {
	if s == nil {
		return
	}
	if s.late {
		s.give(r.Findings)
	}
	s.flush()
	if s.job.Options.Streamed {
		r.Findings, r.Truncated = nil, s.whole.Total > s.all
	}
}
