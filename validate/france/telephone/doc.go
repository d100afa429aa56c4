// Package telephone tells what can be dialled from France: French numbers, short
// ones included, and those of other countries with their code.
//
// It answers as libphonenumber does, and the numbering plans are that
// library's (Apache License 2.0), written into plans.txt: the library itself reads all plans of the
// world whenever a program starts, and this package only those it is asked
// for, when it is. A test holds every answer against the library and says when
// plans.txt is stale; go test ./validate/france/telephone -update writes it anew.
//
// The file has a block for each country calling code. Its first line is "="
// and the code, and the fields of the others are parted by tabs:
//
//	region   identifier; what follows is of this region
//	starts   expression for the first digits of the region's numbers, where these tell it from others
//	prefix   expression for the national prefix, and what to put in its place
//	number   lengths, lengths that can be dialled locally only, expression for all numbers
//	kind     lengths, expression for the numbers of one kind; lengths are those of all where there are none
//	short    lengths, expression for all short numbers
//	code     lengths, expression for the short numbers that are in use
//	format   expression, expression for the first digits, how it is written; only in the code's main region
package telephone
