package pattern

import (
	"encoding/binary"
	"slices"
)

// A look is what surrounds a point between characters: a bit for each place that holds there.
type look uint8

func (l look) holds(p place) bool { return l>>p&1 != 0 }

// A side is what is known of the character on one side of a point.
type side uint8

const (
	sideEdge side = 1 << iota // there is none: the value begins or ends
	sideNewline
	sideWord
	sideASCIIWord
)

// between tells which places hold between two characters.
func between(before, after side) look {
	var l look
	set := func(p place, on bool) {
		if on {
			l |= 1 << p
		}
	}
	set(placeBegin, before&sideEdge != 0)
	set(placeBeginLine, before&(sideEdge|sideNewline) != 0)
	set(placeEnd, after&sideEdge != 0)
	set(placeEndLine, after&(sideEdge|sideNewline) != 0)
	set(placeWord, (before^after)&sideWord != 0)
	set(placeNotWord, (before^after)&sideWord == 0)
	set(placeASCIIWord, (before^after)&sideASCIIWord != 0)
	set(placeASCIINotWord, (before^after)&sideASCIIWord == 0)
	return l
}

// maxSteps bounds the work of determinising, in instructions visited.
const maxSteps = 4_000_000

// A determiniser builds the table of a program. A state is the instructions that wait after a character, and
// that character's side: which places hold is known only with the character that follows.
type determiniser struct {
	prog  *program
	dfa   *dfa
	sides []side // of each class, then of the end
	mask  side   // what the program's places ask about
	ids   map[string]uint16
	queue []waiting
	steps int
	seen  []int // for each instruction, the visit that met it last
	visit int
	stack []uint32
}

type waiting struct {
	insts []uint32
	side  side
	cell  int
}

// determinise returns nil where the table would be too large or take too long to make.
func determinise(prog *program) *dfa {
	d := &determiniser{prog: prog, ids: map[string]uint16{}, seen: make([]int, len(prog.insts))}
	if !d.classify() {
		return nil
	}
	d.row()
	start, ok := d.state([]uint32{prog.start}, sideEdge&d.mask)
	if !ok {
		return nil
	}
	d.dfa.start = start
	for len(d.queue) > 0 {
		w := d.queue[0]
		d.queue = d.queue[1:]
		for class, after := range d.sides {
			if !d.step(w, class, after) {
				return nil
			}
		}
	}
	d.dfa.classes.in = nil
	d.dfa.cells = slices.Clone(d.dfa.cells)
	return d.dfa
}

// classify sorts characters by the program's sets and by what its places ask about them.
func (d *determiniser) classify() bool {
	for _, in := range d.prog.insts {
		if in.op != instPlace {
			continue
		}
		switch in.place {
		case placeBegin, placeEnd:
			d.mask |= sideEdge
		case placeBeginLine, placeEndLine:
			d.mask |= sideEdge | sideNewline
		case placeWord, placeNotWord:
			d.mask |= sideWord
		default:
			d.mask |= sideASCIIWord
		}
	}
	sets := slices.Clone(d.prog.sets)
	kinds := map[side]int{}
	for kind, s := range map[side]func() set{
		sideNewline:   func() set { return newline },
		sideWord:      words,
		sideASCIIWord: func() set { return asciiWords },
	} {
		if d.mask&kind != 0 {
			kinds[kind] = len(sets)
			sets = append(sets, s())
		}
	}
	c := classify(sets)
	if c == nil {
		return false
	}
	d.dfa = &dfa{classes: c}
	d.sides = make([]side, c.count+1)
	d.sides[c.count] = sideEdge
	for kind, number := range kinds {
		for class := range c.count {
			if c.in[number][class] {
				d.sides[class] |= kind
			}
		}
	}
	return true
}

// row adds a state's cells, and returns the index of the first.
func (d *determiniser) row() int {
	at := len(d.dfa.cells)
	d.dfa.cells = append(d.dfa.cells, make([]uint16, len(d.sides))...)
	return at
}

// state returns the number of a state, and queues it if it is new.
func (d *determiniser) state(insts []uint32, s side) (uint16, bool) {
	slices.Sort(insts)
	key := make([]byte, 1, 1+4*len(insts))
	key[0] = byte(s)
	for _, i := range insts {
		key = binary.LittleEndian.AppendUint32(key, i)
	}
	if id, ok := d.ids[string(key)]; ok {
		return id, true
	}
	if len(d.dfa.cells)+len(d.sides) > maxCells {
		return 0, false
	}
	cell := d.row()
	d.ids[string(key)] = uint16(cell)
	d.queue = append(d.queue, waiting{slices.Clone(insts), s, cell})
	return uint16(cell), true
}

// step fills one cell of a state.
func (d *determiniser) step(w waiting, class int, after side) bool {
	atEnd := class == d.dfa.classes.count
	places := between(w.side, after)
	var next []uint32
	d.visit++
	d.stack = append(d.stack[:0], w.insts...)
	for len(d.stack) > 0 {
		if d.steps++; d.steps > maxSteps {
			return false
		}
		at := d.stack[len(d.stack)-1]
		d.stack = d.stack[:len(d.stack)-1]
		if d.seen[at] == d.visit {
			continue
		}
		d.seen[at] = d.visit
		switch in := d.prog.insts[at]; in.op {
		case instSplit:
			d.stack = append(d.stack, in.arg, in.out)
		case instPlace:
			if places.holds(in.place) {
				d.stack = append(d.stack, in.out)
			}
		case instChar:
			if !atEnd && d.dfa.classes.in[in.arg][class] {
				next = append(next, in.out)
			}
		case instMatch:
			if atEnd {
				d.dfa.cells[w.cell+class] = 1
			}
		}
	}
	if len(next) == 0 {
		return true
	}
	slices.Sort(next)
	id, ok := d.state(slices.Compact(next), after&d.mask)
	d.dfa.cells[w.cell+class] = id
	return ok
}
