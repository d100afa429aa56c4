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
//
// # Cells and rows that need no rule
//
// Nearly all cells of a large file are plain texts, or hold what an earlier row
// of their column held, and nearly all rows have nothing odd about them. So a
// cell first goes through one loop (recognise) which takes those that are empty,
// those of which no check has anything to say for their size and their edges
// (Check.Glance), and those that a column remembers as having given nothing.
// What is left is held against functions of the text alone (Check.Right,
// Check.Calm), and only where one of them doubts do the rules see the cell.
// Checks that look only at irregular rows are spared the others
// (Check.Irregular, Chooser). Such a promise may change how fast a file is
// judged, never what is found: Options.Afresh keeps all of them unused, and the
// laws compare.
//
// # Spread over machines, on paper
//
// Each machine has a range of the file's bytes, the schema, and the file's
// header. The four verbs, and what travels:
//
// Compile runs on every machine, from the schema's name and version.
//
// Cutting comes before Check. Where a range begins one thing is unknown:
// whether its first byte stands within quotes. Each machine goes through the
// marks of its range for both cases, and reports for each where the first
// record starts, how many records and line ends there are, and whether the
// range ends within quotes: eight numbers, 64 bytes. One machine adds them up in
// the order of the ranges, which tells every machine in which case it was and
// the Position at which its records start. A quote that is not closed within
// MaxRecord opens nothing, so that a machine also needs the MaxRecord bytes
// behind its range, and no more. Going through the marks once takes a tenth of
// the time of judging.
//
// Check then runs on every machine, chunk by chunk, and Merge joins the
// partials of its range: chunks are neighbours, and any grouping is allowed.
// Machines merge in pairs, as a tree, and only the machine with the first rows
// seals its partial, by Begin. Encoded by gob, a partial of 50,000 rows, merged,
// takes 0.17 bytes a row where one subsidy in a thousand has a fault (8.6 kB,
// 0.07 % of the file: findings are kept up to Options.MaxFindings, and five of
// each group), 3.8 bytes a row where every one has (191 kB), 32 bytes a row
// where keys must be unique, as hashes, positions and texts have to travel (34 %
// of the file), and 84 bytes a row of addresses, whose identifiers must agree.
// The partial of one chunk of 512 KiB takes 2.2, 186, 180 and 158 kB. Counts are
// exact in any case.
//
// Finish runs where the first rows are, on one partial. What grows with the file
// is therefore what keys have to remember, alone; they would be exchanged by
// the first bits of their hashes instead of merged in a tree, so that each
// machine compares those of one prefix.
//
// The sizes are BenchmarkTravel's, in cmd/bench.
package validate
