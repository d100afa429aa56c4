package ci

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"

	"github.com/socle-commun/socle/validate"
)

// digest gives 32 hexadecimal digits that stand for a list of texts. Each goes
// in with its length, so that no two lists are alike.
func digest(parts ...string) string {
	h := sha256.New()
	var size [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:])
		h.Write([]byte(p))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// fingerprint stands for what a finding is about, wherever in the file that
// is: its check, its column and its value. Lines that are added above do not
// change it. Findings that are alike share it.
func fingerprint(file *validate.FileResult, f *validate.Finding) string {
	return digest(f.Code, columnName(file, f), f.Value)
}

// A ledger tells findings apart that share a fingerprint, by their order.
type ledger map[string]int

// next gives how often the fingerprint has been seen, this time included.
func (l ledger) next(fingerprint string) int {
	l[fingerprint]++
	return l[fingerprint]
}
