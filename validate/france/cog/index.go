package cog

import (
	"strings"
	"sync"
)

// An index answers questions about the list in a data file that Decode reads.
// It reads no more of it than a question needs, when the first is asked that
// needs it: of the communes those of a block, which are about a department's.
// What it has read never changes.
type index struct {
	head                        *List // about, regions and departments
	departments, collectivities []Department

	blocks [codeNumbers / 1000]block // by number of a code, in thousands
	now    []Commune                 // what Find finds, with those of the blocks that were read
	byCode codePlaces                // of these
	whole  func() []Commune          // all of now

	postal [100]postalBlock // by the first two digits
	sirens func() []uint16  // by hash of the SIREN, open addressing: place in now, from 1
	epcis  func() []EPCI    // without the members that name their EPCI
	joined func() []EPCI    // with them
	raw    func() []Commune // the delegated and associated communes, without what is their parents'
	parts  func() []Commune // with it
	former func() []Former
	names  func() *nameIndex
}

// A block has the communes whose codes have the same first two characters.
type block struct {
	once    sync.Once
	from, n int    // in now
	text    string // their lines
}

// newIndex makes the index of a data file. Like all questions, it panics if
// the file is broken: the program was built with it.
func newIndex(text string) *index {
	d := &decoder{rest: text, list: &List{}}
	d.head()
	x := &index{head: d.list, byCode: make(codePlaces, codeNumbers)}
	for _, of := range d.list.Departments {
		if of.Region == "" {
			x.collectivities = append(x.collectivities, of)
		} else {
			x.departments = append(x.departments, of)
		}
	}
	x.lines(d)
	x.whole = sync.OnceValue(func() []Commune {
		for i := range x.blocks {
			x.read(i)
		}
		return x.now
	})
	x.joined, x.parts = sync.OnceValue(x.joinEPCIs), sync.OnceValue(x.adoptParts)
	x.sirens, x.names = sync.OnceValue(x.placeSIRENs), sync.OnceValue(x.foldNames)
	return x
}

// lines finds the lines of the sections after the head.
func (x *index) lines(d *decoder) {
	total := 0
	type piece struct{ at, bytes int }
	var pieces []piece
	var sizes [3]string
	d.rows(d.section("blocks"), sizes[:], func() {
		at := blockOf(sizes[0])
		communes, _ := number(sizes[1])
		bytes, _ := number(sizes[2])
		x.blocks[at].from, x.blocks[at].n = total, communes
		pieces = append(pieces, piece{at, bytes})
		total += communes
	})
	var blocks [2]string
	d.rows(d.section("postal"), blocks[:], func() {
		digits, _ := number(blocks[0])
		x.postal[digits].blocks = blocks[1]
	})
	d.check()
	end := strings.Index(d.rest, "\ncommunes ") + 1
	epcis := d.rest[:end]
	_, rest, _ := strings.Cut(d.rest[end:], "\n")
	for _, p := range pieces {
		x.blocks[p.at].text, rest = rest[:p.bytes], rest[p.bytes:]
	}
	x.now = make([]Commune, total)
	x.epcis = sync.OnceValue(func() []EPCI {
		d := &decoder{rest: epcis, list: &List{}}
		d.epcis()
		d.check()
		return d.list.EPCIs
	})
	x.raw = sync.OnceValue(func() []Commune {
		d := &decoder{rest: rest}
		defer d.check()
		return d.rawParts()
	})
	x.former = sync.OnceValue(func() []Former {
		d := &decoder{rest: rest[strings.Index(rest, "\nformer ")+1:]}
		defer d.check()
		return d.rawFormer()
	})
}
