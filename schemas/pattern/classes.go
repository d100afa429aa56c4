package pattern

import (
	"slices"
	"sort"
	"unicode"
	"unicode/utf8"
)

// lowRunes are the characters of one or two bytes, which have their class in a table.
const lowRunes = 0x800

// maxClasses leaves a number for the end of the value, the last class of all.
const maxClasses = 255

// maxSignatures bounds the work of sorting characters into classes, in bits.
const maxSignatures = 1 << 24

// Classes sorts all characters so that those of one class are alike to every set of a program.
type classes struct {
	count int
	low   [lowRunes]uint8
	// The characters from starts[i] to the next start have class of[i].
	starts []rune
	of     []uint8
	// in[s][c] says whether set s holds the characters of class c.
	in [][]bool
}

// classify returns nil where there are too many classes.
func classify(sets []set) *classes {
	starts := []rune{0}
	for _, s := range sets {
		for i := 0; i < len(s); i += 2 {
			starts = append(starts, s[i], s[i+1]+1)
		}
	}
	slices.Sort(starts)
	starts = slices.Compact(starts)
	if starts[len(starts)-1] > unicode.MaxRune {
		starts = starts[:len(starts)-1]
	}
	size := (len(sets) + 7) / 8
	if len(starts)*size*8 > maxSignatures {
		return nil
	}
	signatures := make([]byte, len(starts)*size)
	for number, s := range sets {
		at := 0
		for i := 0; i < len(s); i += 2 {
			for starts[at] < s[i] {
				at++
			}
			for ; at < len(starts) && starts[at] <= s[i+1]; at++ {
				signatures[at*size+number/8] |= 1 << (number % 8)
			}
		}
	}
	c := &classes{starts: starts, of: make([]uint8, len(starts)), in: make([][]bool, len(sets))}
	numbers := map[string]uint8{}
	for i := range starts {
		signature := signatures[i*size : (i+1)*size]
		number, ok := numbers[string(signature)]
		if !ok {
			if c.count == maxClasses {
				return nil
			}
			number = uint8(c.count)
			numbers[string(signature)] = number
			c.add(signature)
		}
		c.of[i] = number
	}
	for r := range rune(lowRunes) {
		c.low[r] = c.high(r)
	}
	return c
}

func (c *classes) add(signature []byte) {
	c.count++
	for number := range c.in {
		c.in[number] = append(c.in[number], signature[number/8]>>(number%8)&1 != 0)
	}
}

// high finds the class of any character.
func (c *classes) high(r rune) uint8 {
	i := sort.Search(len(c.starts), func(i int) bool { return c.starts[i] > r })
	return c.of[i-1]
}

// decode returns the class of the first character of b and its length; a byte that is not UTF-8 is U+FFFD.
func (c *classes) decode(b []byte) (uint8, int) {
	r, size := utf8.DecodeRune(b)
	if r < lowRunes {
		return c.low[r], size
	}
	return c.high(r), size
}
