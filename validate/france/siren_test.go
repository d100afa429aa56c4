package france

import "testing"

// slowSIRET judges digit by digit.
func slowSIRET(b []byte) bool {
	if len(b) != 14 || !digits(b) || !luhn(b[:9]) {
		return false
	}
	if string(b[:9]) == laPoste && string(b) != laPosteHeadOffice {
		return sum(b)%5 == 0
	}
	return luhn(b)
}

// Eight digits at once come to what one after the other does.
func FuzzSIRET(f *testing.F) {
	for _, seed := range []string{
		"21350238800019", "35600000000048", "35600000000001", "35600000049837", "00000000000000", "99999999999999", "2135023880001:", "/1350238800019",
		"21350238\xb000019", "2135023880001\xb9", "213502388 0019", "2135023880001", "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if got, want := IsSIRET(b), slowSIRET(b); got != want {
			t.Errorf("%q: %t, want %t", b, got, want)
		}
	})
}

// Every byte in every place of a right number, and every right last digit.
func TestSIRETByteByByte(t *testing.T) {
	right := 0
	for at := range 14 {
		for c := range 256 {
			b := []byte("21350238800019")
			b[at] = byte(c)
			if got, want := IsSIRET(b), slowSIRET(b); got != want {
				t.Errorf("%q: %t, want %t", b, got, want)
			}
			if IsSIRET(b) {
				right++
			}
		}
	}
	if right != 14 {
		t.Errorf("%d numbers are right, not the one alone that they all come from", right)
	}
}
