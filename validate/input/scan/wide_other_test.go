//go:build !amd64

package scan

import "testing"

func bothWidths(t *testing.T, test func(*testing.T)) { test(t) }
