package validate

// Hidden says whether a character is one that nobody sees and no text of a
// cell needs: a control character other than a tab or a line end, a soft
// hyphen, a space of no width, a mark of the direction of writing. What joins
// letters and pictures (U+200C, U+200D) is needed, and the controls above ASCII
// come from a wrong encoding, which is another fault.
func Hidden(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case r == 0x7f, r == '\u00ad', r == '\ufeff', r == '\u200b':
		return true
	case r < '\u200e':
		return false
	}
	return r <= '\u200f' || r >= '\u2028' && r <= '\u202e' || r >= '\u2060' && r <= '\u2069'
}
