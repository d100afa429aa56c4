package validate

// pass passes cells until one stops. It does what passInGo does, of which the
// compiler keeps half in memory: this is the loop that every cell of a file goes
// through.
//
//go:noescape
func pass(r *recognition)
