package cog

// A Department is one of the 101 departments or, with no region, one of the
// overseas collectivities, 975 to 989.
type Department struct{ Code, Name, Region string }

// A Region is one of the 18 regions.
type Region struct{ Code, Name string }

// An EPCI is a public body that communes have formed. Kind is the DGCL's: CC,
// CA, CU, METRO, MET69 (Lyon), or EPT. Members are the INSEE codes of the
// communes, in rising order.
type EPCI struct {
	SIREN, Name, Kind string
	Members           []string
}

// EPT is the Kind of the public territorial bodies inside the Métropole du
// Grand Paris. They levy no taxes, and their communes have the Métropole as
// their EPCI. Those of 2025 are the last that the source has.
const EPT = "EPT"
