package jsonschema

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
)

// Key gives equal items equal keys, the same in every process, however their
// members are ordered and their numbers written. ok is false for what is not
// JSON.
func Key(item []byte) (key uint64, ok bool) {
	var v any
	d := json.NewDecoder(bytes.NewReader(item))
	if d.Decode(&v) != nil {
		return 0, false
	}
	plain, err := json.Marshal(v) // in the order of names
	if err != nil {
		return 0, false
	}
	sum := sha256.Sum256(plain)
	return binary.LittleEndian.Uint64(sum[:8]), true
}
