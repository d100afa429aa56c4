package cog

// Parts are the delegated and the associated communes, in the order of their
// codes: former communes that kept a name. Parent is the commune of today. The
// slice is shared.
func Parts() []Commune { return the().parts() }

// FormerCodes are the codes that no commune has any more, in rising order. The
// slice is shared.
func FormerCodes() []Former { return the().former() }
