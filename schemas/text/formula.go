package text

import "strings"

// IsFormula says whether a spreadsheet that opens a CSV file would reckon with
// the cell instead of showing it. Signed numbers, phone numbers among them, do
// no harm.
func IsFormula[T ~string | ~[]byte](cell T) bool {
	if len(cell) == 0 {
		return false
	}
	switch cell[0] {
	case '=', '@', '\t', '\r':
		return true
	case '+', '-':
		return strings.Trim(string(cell[1:]), "0123456789 .,") != ""
	}
	return false
}
