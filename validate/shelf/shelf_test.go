package shelf

import "testing"

func TestShelf(t *testing.T) {
	s := New[int]()
	if s.Take() != nil {
		t.Error("something stands on a new shelf")
	}
	things := make([]int, room+1)
	for i := range things {
		s.Leave(&things[i])
	}
	for i := range room {
		if got := s.Take(); got != &things[i] {
			t.Errorf("the thing left as number %d is not there", i)
		}
	}
	if s.Take() != nil {
		t.Error("a full shelf took another thing")
	}
}
