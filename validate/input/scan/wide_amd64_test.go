package scan

import "testing"

// bothWidths runs a test as the processor has it, and with vectors of 32 bytes
// where it has wider ones.
func bothWidths(t *testing.T, test func(*testing.T)) {
	test(t)
	if hasWide {
		hasWide = false
		defer func() { hasWide = true }()
		t.Run("vectors of 32 bytes", test)
	}
}
