package cog

// sirenSlots is a power of two, four times the number of communes.
const sirenSlots = 1 << 17

// sirenSlot spreads SIREN, whose high digits are much alike, over the slots.
func sirenSlot(n int) uint32 { return uint32(n) * 2654435769 >> (32 - 17) }

func (x *index) placeSIRENs() []uint16 {
	slots := make([]uint16, sirenSlots)
	for i := range x.whole() {
		n, ok := number(x.now[i].SIREN)
		if !ok {
			continue
		}
		slot := sirenSlot(n)
		for slots[slot] != 0 {
			slot = (slot + 1) % sirenSlots
		}
		slots[slot] = uint16(i + 1)
	}
	return slots
}

func (x *index) bySIREN(siren []byte) *Commune {
	n, ok := number(siren)
	if !ok || len(siren) != 9 {
		return nil
	}
	slots := x.sirens()
	for slot := sirenSlot(n); slots[slot] != 0; slot = (slot + 1) % sirenSlots {
		if c := &x.now[slots[slot]-1]; c.SIREN == string(siren) {
			return c
		}
	}
	return nil
}

func (x *index) epci(siren []byte) *EPCI {
	return search(x.joined(), siren, func(e *EPCI) string { return e.SIREN })
}
