// Package workload writes the large files that programs are measured with: always
// the same bytes, each row right but for the faults that are planted in it.
//
// The first rows of a file do not depend on how many follow.
package workload

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
)

// Rare is how many rows there are for one that has a fault, where faults are rare.
const Rare = 1000

// Bad says whether row i, from 0, has a fault where one in every has.
func Bad(i, every int) bool { return i%every == every/2 }

// Count is how many of the first rows have a fault where one in every has.
func Count(rows, every int) int { return (rows + every - every/2 - 1) / every }

// Create makes a file of what write writes, and leaves it on the disk: what is
// still to be written would disturb a measurement.
func Create(path string, write func(*bufio.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	return errors.Join(write(w), w.Flush(), f.Sync(), f.Close())
}

// Day draws a day of the years 2015 to 2024.
func Day(r *rand.Rand) string {
	return "20" + Pad(15+r.IntN(10), 2) + "-" + Pad(1+r.IntN(12), 2) + "-" + Pad(1+r.IntN(28), 2)
}

// Pad writes a number with zeros in front, to a width.
func Pad(n, width int) string { return fmt.Sprintf("%0*d", width, n) }

// siret makes a number whose two check digits are right.
func siret(r *rand.Rand) string {
	siren := withKey(Pad(300_000_00+r.IntN(500_000_00), 8))
	return withKey(siren + Pad(r.IntN(100), 4))
}

// withKey appends the digit that makes the Luhn sum a multiple of ten.
func withKey(digits string) string {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

// of draws one of some.
func of[T any](r *rand.Rand, some []T) T { return some[r.IntN(len(some))] }
