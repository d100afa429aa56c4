package nomenclature

import "bytes"

const curly = "\u2019"

// Straight gives the name with straight apostrophes for curly ones, which the
// official lists mix: the name itself where it has none, else a copy in dst,
// which it allocates only to grow.
func Straight(dst, name []byte) []byte {
	if !bytes.Contains(name, []byte(curly)) {
		return name
	}
	dst = dst[:0]
	for {
		i := bytes.Index(name, []byte(curly))
		if i < 0 {
			return append(dst, name...)
		}
		dst = append(append(dst, name[:i]...), '\'')
		name = name[i+len(curly):]
	}
}
