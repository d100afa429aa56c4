package cog

// A Commune is one line of the list: a commune, or a part of one that has a
// code of its own. It is shared by all goroutines and never to be changed,
// its slices included.
type Commune struct {
	// Code is the INSEE code, five characters: "59350", "2A004", "97411".
	Code string
	// Name is written as in the COG, with its article: "L'Haÿ-les-Roses".
	Name string
	// Department is the code of the department, or of the overseas
	// collectivity; that of Parent where there is one.
	Department string
	// Region is the code of the region; "" in an overseas collectivity.
	Region string
	// EPCI is the SIREN of the EPCI with a tax of its own that the commune
	// is a member of, and Parent's for a part of a commune; "" when there is
	// none, as for four islands and overseas collectivities.
	EPCI string
	// SIREN is the number of the commune as an organisation; "" for the parts
	// of communes and in overseas collectivities.
	SIREN string
	// Parent is the code of the commune that a part belongs to; "" for communes.
	Parent string
	Kind   Kind
	// PostalCodes are La Poste's, in rising order, without those of CEDEX;
	// none for delegated and associated communes.
	PostalCodes []string
	// Population is the legal one, in inhabitants; 0 where the list has none.
	Population int
}

// Kind says what a line of the list is.
type Kind uint8

const (
	// Current is a commune of a department.
	Current Kind = iota
	// Arrondissement is a municipal arrondissement of Paris, Lyon or Marseille.
	Arrondissement
	// Delegated is a former commune that kept its name inside a new commune
	// (law of 2010). It may have the code of the new commune.
	Delegated
	// Associated is a former commune that kept its name inside the commune
	// that it was merged with (law of 1971).
	Associated
	// Overseas is a commune or a district of an overseas collectivity, 975 to 989.
	Overseas
	// Merged is a former commune of which nothing but the code is known.
	Merged
)

// String names the kind in English, for a program's own errors and tests.
func (k Kind) String() string {
	return [...]string{"Current", "Arrondissement", "Delegated", "Associated", "Overseas", "Merged"}[k]
}

// part says whether Find passes over the kind.
func (k Kind) part() bool { return k == Delegated || k == Associated }

// A Former is a code that no commune has any more.
type Former struct {
	// Code is the old INSEE code, and Into that of the commune of today.
	Code, Into string
	// Year is when the code ended; "" when the source does not say.
	Year string
}
