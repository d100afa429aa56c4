// Package validate is the engine: it judges a file by a schema and a list of
// checks, in one pass, whatever its size.
//
// An Input is an opened dataset. One goroutine cuts it into Chunks of whole
// records; workers turn each chunk into Rows, classify its Cells (valid,
// invalid, missing) and run the rules; what they find is a Partial. Partials
// are merged in the file's order, and the last one is finished into a
// FileResult, which reports write. Run does all of this.
//
// Four verbs are the whole engine, so that it may as well be spread over
// machines: Compile makes a Plan of a schema and its checks, and For binds it
// to a file's header as a Job; Job.Check judges one chunk; Job.Merge joins the
// partials of neighbouring rows, in any grouping; Job.Finish ends the
// judgement. A chunk knows where it starts, and a partial can be encoded: that
// is all that has to travel.
//
// The vocabulary. A row is one record, counted as a spreadsheet does; a line
// is physical. A label is a cell of the header; a column is a place in the
// file, a field is what the schema describes. A Fault is what a reader noticed
// and does not judge; a Finding is what a check reports; a Failure is a fault
// of the run, such as a file that cannot be read. A Check is a rule, and
// documentation; a State is what a rule about the whole table remembers. A
// partial is sealed when no rows come before its own: states may then report,
// and forget what only a merge into earlier rows would need.
package validate
