package validate

// passKnown passes cells until one stops. It does what passKnownInGo does, of which the
// compiler keeps half in memory: this is the loop that every cell of a file goes
// through.
//
//go:noescape
func passKnown(r *recognition)
