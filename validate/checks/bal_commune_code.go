package checks

import (
	"bytes"
	"encoding/binary"
	"sync/atomic"

	"github.com/socle-commun/socle/validate/france/cog"
)

// A balCode is a code and what it says of communes. It never changes.
type balCode struct {
	code          uint64 // its bytes, the first one lowest
	commune, into *cog.Commune
}

// balCodes has some of the codes that were looked up, by hash: a file has the
// few of one commune in all its rows, several times in each. Goroutines share
// it; two that look up one code write the same.
var balCodes [1024]atomic.Pointer[balCode]

// balCommuneOf gives the commune of a code in any case, as addresses name it,
// or the one that a former commune is now part of; both nil where the code is
// none.
func balCommuneOf(code []byte) (commune, into *cog.Commune) {
	if len(code) != 5 {
		return nil, nil
	}
	upper := uint64(binary.LittleEndian.Uint32(code)) | uint64(code[4])<<32
	if code[1] >= 'a' && code[1] <= 'z' {
		upper ^= 0x20 << 8
	}
	place := &balCodes[upper*0x9e3779b97f4a7c15>>54]
	known := place.Load()
	if known == nil || known.code != upper {
		known = lookUpCommune(upper)
		place.Store(known)
	}
	return known.commune, known.into
}

func lookUpCommune(upper uint64) *balCode {
	var room [8]byte
	binary.LittleEndian.PutUint64(room[:], upper)
	code := room[:5]
	found := &balCode{code: upper}
	for _, d := range balDistricts {
		if string(code) == d.city {
			return found
		}
	}
	if c, ok := cog.Find(code); ok {
		found.commune = c
		return found
	}
	_, found.into, _, _ = cog.FindOld(string(code))
	return found
}

// communeOf gives the commune of an address: that of its column, else that of
// its key. It is nil where none is named, or one that no longer exists.
func (rule *balRule) communeOf(r balRow) *cog.Commune {
	if raw := r.text(rule.balNames.commune); len(raw) > 0 {
		if commune, into := balCommuneOf(raw); commune != nil || into != nil {
			return commune
		}
	}
	if key, ok := rule.key(r); ok {
		commune, _ := balCommuneOf(key.commune)
		return commune
	}
	return nil
}

// sameCommuneCode says whether two codes are the same but for their case.
func sameCommuneCode(a []byte, b string) bool {
	return string(a) == b || bytes.EqualFold(a, []byte(b))
}
