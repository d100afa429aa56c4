package main

import (
	"slices"

	"github.com/socle-commun/socle/validate"
)

// A side says how socle and a peer differ.
type side byte

// The sides.
const (
	socleAlone side = '-' // the peer says nothing of what socle finds
	peerAlone  side = '+' // socle says nothing of what the peer finds
	weaker     side = '<' // both find it, and the peer alone forbids it
	stronger   side = '>' // both find it, and socle alone forbids it
)

// A difference is one kind of fault on which socle and a peer differ.
type difference struct {
	peer   string
	side   side
	mine   finding  // of socle; of no code where the peer stands alone
	theirs issue    // of the peer; empty where socle stands alone
	Reason string   // why, by choice; "" where there is no reason
	all    evidence // what both say of the file
}

// evidence is all that socle and a peer say of a file.
type evidence struct {
	judgement
	answer answer
}

// A verdict is what is said of one file.
type verdict struct {
	name string
	judgement
	differences []difference
}

// compare holds what socle finds in a file against what each peer says of it.
func compare(ours judgement, said answers) []difference {
	var differences []difference
	for _, peer := range peerNames {
		e := evidence{ours, said[peer]}
		for _, d := range e.differences() {
			d.peer, d.all = peer, e
			d.Reason = d.reason()
			differences = append(differences, d)
		}
	}
	return differences
}

// differences holds the one side against the other, without reasons.
func (e *evidence) differences() (differences []difference) {
	told := make([]bool, len(e.found))
	for _, theirs := range e.answer.Issues {
		codes, agreed, forbidden := means(theirs.Message), -1, false
		for i, mine := range e.found {
			if slices.Contains(codes, mine.Code) {
				told[i], agreed = true, i
				forbidden = forbidden || mine.Severity == validate.Error
			}
		}
		switch {
		case agreed < 0:
			differences = add(differences, difference{side: peerAlone, theirs: theirs})
		case forbidden && theirs.Advice:
			differences = add(differences, difference{side: stronger, mine: e.found[agreed], theirs: theirs})
		case !forbidden && !theirs.Advice:
			differences = add(differences, difference{side: weaker, mine: e.found[agreed], theirs: theirs})
		}
	}
	for i, mine := range e.found {
		if !told[i] {
			differences = add(differences, difference{side: socleAlone, mine: mine})
		}
	}
	return differences
}

// add appends a difference that is not there yet.
func add(differences []difference, d difference) []difference {
	if slices.ContainsFunc(differences, func(o difference) bool { return o.side == d.side && o.mine == d.mine && o.theirs == d.theirs }) {
		return differences
	}
	return append(differences, d)
}
