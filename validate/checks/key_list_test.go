package checks

import (
	"bytes"
	"encoding/gob"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/validate"
)

// A key as a test writes it.
type listedKey struct {
	Hash uint64
	Row  uint32
	Pos  validate.Position
	Text string
}

var listedKeys = []listedKey{
	{7, 2, validate.Position{Byte: 20, Line: 2, Char: 1, Row: 2}, "a | b"},
	{0, 0, validate.Position{Byte: 31, Line: 3, Char: 4, Row: 3}, ""},
	{1<<64 - 1, 9, validate.Position{Byte: 1 << 40, Line: 1 << 20, Row: 9}, strings.Repeat("é", 500)},
	{7, 1<<32 - 1, validate.Position{Byte: 1<<40 + 3, Line: 1<<20 - 4, Char: 1, Row: 1 << 34}, "\xff\x00"},
	{8, 12, validate.Position{}, "x"},
}

// A list gives back what it was given, however it was cut, joined and sent.
func TestKeyList(t *testing.T) {
	for first := 0; first <= len(listedKeys); first++ {
		for second := first; second <= len(listedKeys); second++ {
			a, b, c := listOf(listedKeys[:first]), listOf(listedKeys[first:second]), listOf(listedKeys[second:])
			left := sentList(t, listOf(nil))
			left.join(sentList(t, a))
			left.join(sentList(t, b))
			left.join(sentList(t, c))
			b.join(c)
			a.join(b)
			for name, list := range map[string]*keyList{"left": left, "right": a} {
				if diff := cmp.Diff(listedKeys, keysOfList(list)); diff != "" {
					t.Errorf("cut at %d and %d, joined from the %s (-want +got):\n%s", first, second, name, diff)
				}
			}
		}
	}
}

// Keys may be passed over, and lists may hold hashes alone.
func TestKeyListInPart(t *testing.T) {
	told := listOf(listedKeys).told()
	pos, text := told.at(3)
	if diff := cmp.Diff(listedKeys[3], listedKey{7, 1<<32 - 1, pos, string(text)}); diff != "" {
		t.Errorf("the fourth key (-want +got):\n%s", diff)
	}
	var a, b keyList
	a.hash(1)
	b.hash(2)
	b.hash(3)
	a.join(&b)
	if diff := cmp.Diff(keyList{Hashes: []uint64{1, 2, 3}}, a); diff != "" {
		t.Errorf("hashes alone (-want +got):\n%s", diff)
	}
}

// The memory of a list that was given away does not show in the next.
func TestKeyListAgain(t *testing.T) {
	for range 3 {
		list := listOf(listedKeys)
		if diff := cmp.Diff(listedKeys, keysOfList(list)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if list.free(); list.Hashes != nil || list.Last != (validate.Position{}) {
			t.Errorf("a list that was given away holds %v", list)
		}
	}
}

func listOf(keys []listedKey) *keyList {
	list := &keyList{}
	for _, k := range keys {
		list.add(k.Hash, k.Row, k.Pos, []byte(k.Text))
	}
	return list
}

func keysOfList(list *keyList) []listedKey {
	var keys []listedKey
	told := list.told()
	for i, hash := range list.Hashes {
		pos, text := told.at(i)
		keys = append(keys, listedKey{hash, list.Rows[i], pos, string(text)})
	}
	return keys
}

func sentList(t *testing.T, list *keyList) *keyList {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(list); err != nil {
		t.Fatal(err)
	}
	var got keyList
	if err := gob.NewDecoder(&b).Decode(&got); err != nil {
		t.Fatal(err)
	}
	return &got
}
