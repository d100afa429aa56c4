// Package swar judges eight bytes at once, within a register: as a word of which the lowest byte is the first.
package swar

import "encoding/binary"

const (
	Ones  = 0x0101010101010101
	Highs = 0x80 * Ones // the highest bit of each byte
	Zeros = '0' * Ones
)

// Of reads the first eight bytes.
func Of(b []byte) uint64 { return binary.LittleEndian.Uint64(b) }

// Halves joins the first and the last four bytes of four or more.
func Halves(b []byte) uint64 {
	return uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[len(b)-4:]))<<32
}

// NoDigits has the highest bit of each byte that is more than 9: of each that is no digit, where Zeros was taken by
// exclusive or.
func NoDigits(w uint64) uint64 { return (w&^Highs + 0x76*Ones | w) & Highs }
