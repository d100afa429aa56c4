package pattern

// An instOp is what an instruction does before it goes on.
type instOp uint8

const (
	instChar  instOp = iota // consume one character of a set, go to out
	instSplit               // go to out and to arg
	instPlace               // go to out if the place holds
	instMatch
)

// An inst is an instruction of an automaton: arg is the other way of instSplit or the number of instChar's set.
type inst struct {
	op    instOp
	place place
	out   uint32
	arg   uint32
}

// A program is the automaton of a tree without back-tracking. Two equal sets have one number.
type program struct {
	insts []inst
	start uint32
	sets  []set
}

// maxProgram is the largest program, in instructions: what repetitions unroll to.
const maxProgram = 10_000

// An assembler makes a program from its end to its start.
type assembler struct {
	program
	nodes map[*node]uint32
	keys  map[string]uint32
	full  bool
}

// assemble returns nil where the program would be larger than maxProgram.
func assemble(root *node) *program {
	a := &assembler{nodes: map[*node]uint32{}, keys: map[string]uint32{}}
	end := a.emit(inst{op: instMatch})
	a.start = a.node(root, end)
	if a.full {
		return nil
	}
	return &a.program
}

func (a *assembler) emit(i inst) uint32 {
	if len(a.insts) >= maxProgram {
		a.full = true
		return 0
	}
	a.insts = append(a.insts, i)
	return uint32(len(a.insts) - 1)
}

// node assembles n so that it goes on to next, and returns where it begins.
func (a *assembler) node(n *node, next uint32) uint32 {
	if a.full {
		return 0
	}
	switch n.op {
	case opClass:
		return a.emit(inst{op: instChar, out: next, arg: a.set(n)})
	case opConcat, opCapture:
		for i := len(n.sub) - 1; i >= 0; i-- {
			next = a.node(n.sub[i], next)
		}
		return next
	case opAlternate:
		last := len(n.sub) - 1
		entry := a.node(n.sub[last], next)
		for i := last - 1; i >= 0; i-- {
			entry = a.emit(inst{op: instSplit, out: a.node(n.sub[i], next), arg: entry})
		}
		return entry
	case opRepeat:
		return a.repeat(n, next)
	default:
		return a.emit(inst{op: instPlace, place: n.place, out: next})
	}
}

// repeat unrolls x{2,4} to xx(x(x)?)? and x{2,} to xx(x)*.
func (a *assembler) repeat(n *node, next uint32) uint32 {
	if n.max == unbounded {
		loop := a.emit(inst{op: instSplit, arg: next})
		body := a.node(n.sub[0], loop)
		if a.full {
			return 0
		}
		a.insts[loop].out = body
		next = loop
	}
	end := next
	for i := n.min; i < n.max && !a.full; i++ {
		body := a.node(n.sub[0], next)
		if body == next {
			break
		}
		next = a.emit(inst{op: instSplit, out: body, arg: end})
	}
	for i := 0; i < n.min && !a.full; i++ {
		body := a.node(n.sub[0], next)
		if body == next {
			break
		}
		next = body
	}
	return next
}

// set numbers the set of a node.
func (a *assembler) set(n *node) uint32 {
	if number, ok := a.nodes[n]; ok {
		return number
	}
	key := string(n.set)
	number, ok := a.keys[key]
	if !ok {
		number = uint32(len(a.sets))
		a.keys[key] = number
		a.sets = append(a.sets, n.set)
	}
	a.nodes[n] = number
	return number
}
