package geojson

import "bytes"

// A seen remembers the names of one record, to tell those that come again.
type seen struct {
	few  [][]byte // lent
	many map[string]struct{}
}

// fewNames is how many names are compared one by one.
const fewNames = 8

// twice says whether a name was seen before, and remembers it.
func (s *seen) twice(name []byte) bool {
	if len(s.many) > 0 {
		if _, again := s.many[string(name)]; again {
			return true
		}
		s.many[string(name)] = struct{}{}
		return false
	}
	for _, n := range s.few {
		if bytes.Equal(n, name) {
			return true
		}
	}
	if len(s.few) < fewNames {
		s.few = append(s.few, name)
		return false
	}
	if s.many == nil {
		s.many = map[string]struct{}{}
	}
	for _, n := range s.few {
		s.many[string(n)] = struct{}{}
	}
	s.many[string(name)] = struct{}{}
	return false
}

// clear forgets all names.
func (s *seen) clear() {
	s.few = s.few[:0]
	if len(s.many) > 1<<12 {
		s.many = nil
	}
	clear(s.many)
}
