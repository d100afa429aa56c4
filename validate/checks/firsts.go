package checks

import "math/rand/v2"

// firsts maps hashes to the row where they stand first, in 12 bytes each and
// some room: an open-addressing table that doubles when it is three quarters
// full. Rows beyond four billion keep the highest number that fits.
type firsts struct {
	hashes []uint64 // 0 where the place is free
	rows   []uint32
	n      int
	mixer  uint64 // odd, and nobody's guess: no file can aim at one place of the table
}

func newFirsts() *firsts {
	return &firsts{hashes: make([]uint64, 64), rows: make([]uint32, 64), mixer: rand.Uint64() | 1}
}

// enter gives the row where the hash stands first: row itself, where it is new.
func (f *firsts) enter(hash uint64, row int) int {
	if hash == 0 {
		hash = 1
	}
	if 4*f.n >= 3*len(f.hashes) {
		f.grow()
	}
	at := f.place(hash)
	if f.hashes[at] == hash {
		return int(f.rows[at])
	}
	f.hashes[at], f.rows[at] = hash, uint32(min(row, 1<<32-1))
	f.n++
	return row
}

// has says whether the hash was entered.
func (f *firsts) has(hash uint64) bool { return f.hashes[f.place(max(hash, 1))] != 0 }

// place gives the place of a hash, or the free one where it would go.
func (f *firsts) place(hash uint64) uint64 {
	mask := uint64(len(f.hashes) - 1)
	mixed := hash * f.mixer
	at := (mixed ^ mixed>>32) & mask
	for f.hashes[at] != 0 && f.hashes[at] != hash {
		at = (at + 1) & mask
	}
	return at
}

func (f *firsts) grow() {
	old := *f
	f.hashes, f.rows = make([]uint64, 2*len(old.hashes)), make([]uint32, 2*len(old.hashes))
	for i, hash := range old.hashes {
		if hash != 0 {
			at := f.place(hash)
			f.hashes[at], f.rows[at] = hash, old.rows[i]
		}
	}
}
