package scan

import "golang.org/x/sys/cpu"

var (
	hasVectors = cpu.X86.HasAVX2 && cpu.X86.HasPCLMULQDQ && cpu.X86.HasPOPCNT && cpu.X86.HasBMI1
	hasWide    = hasVectors && cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW // the vectors hold 64 bytes
)

func markText(marks *uint32, odd *Odd, text *byte, n int, place uint32, separator, quote byte) (found int) {
	if hasVectors {
		return textVectors(marks, odd, text, n, place, separator, quote)
	}
	return textWords(marks, odd, text, n, place, separator, quote)
}

func countEnds(t *Tally, text *byte, n int, separator, quote byte) (plain int) {
	if hasVectors {
		return tallyVectors(t, text, n, separator, quote)
	}
	return tallyWords(t, text, n, separator, quote)
}

// textVectors is textWords for a processor that has AVX2 and BMI1.
//
//go:noescape
func textVectors(marks *uint32, odd *Odd, text *byte, n int, place uint32, separator, quote byte) (found int)

// tallyVectors is tallyWords for a processor that has AVX2 and PCLMULQDQ.
//
//go:noescape
func tallyVectors(t *Tally, text *byte, n int, separator, quote byte) (plain int)
