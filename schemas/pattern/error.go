package pattern

import "fmt"

// A SyntaxError says where and why an expression cannot be compiled.
type SyntaxError struct {
	Expr   string
	Pos    int    // the character at fault, counted from 1; 0 for the expression as a whole
	Reason string // in plain words, without capital or full stop
}

// Error names the place and the reason.
func (e *SyntaxError) Error() string {
	if e.Pos == 0 {
		return "regular expression: " + e.Reason
	}
	return fmt.Sprintf("regular expression, character %d: %s", e.Pos, e.Reason)
}
