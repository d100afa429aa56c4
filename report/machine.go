package report

import "io"

// WriteJSON writes a value as an indented JSON document in which nothing acts
// on a terminal: control characters, bidirectional overrides and their like are
// \u escapes. < > & are written bare.
func WriteJSON(w io.Writer, document any) error { return writeJSON(w, document) }
