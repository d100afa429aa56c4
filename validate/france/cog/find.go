package cog

// Find gives the commune, the municipal arrondissement or the overseas
// commune that has an INSEE code. It does not allocate.
func Find(code []byte) (*Commune, bool) { return the().find(code) }

// Is says whether Find finds the code. It does not allocate.
func Is(code []byte) bool {
	_, ok := the().find(code)
	return ok
}

// FindOld tells of a code that is no longer a commune's: the former commune,
// the commune that it is now part of, and the year of the change. A former
// commune that is not even a delegated or an associated one has no Name, and
// year is "", where the source does not tell them.
func FindOld(code string) (old Commune, into *Commune, year string, ok bool) {
	return the().findOld(code)
}

// ByName gives the communes, arrondissements and overseas communes of a name
// that Fold or AppendFold folded, in the order of their codes: there are
// homonyms. It does not allocate; the slice is shared.
func ByName[T string | []byte](folded T) []*Commune { return named(&the().names().current, folded) }

// ByOldName gives the delegated and the associated communes of a folded name;
// Parent is the commune of today. It does not allocate; the slice is shared.
func ByOldName[T string | []byte](folded T) []*Commune { return named(&the().names().old, folded) }

// BySIREN gives the commune that has a SIREN, or nil. It does not allocate.
func BySIREN(siren []byte) *Commune { return the().bySIREN(siren) }

// ByPostalCode gives the communes and arrondissements that a postal code
// serves, in the order of their codes: Paris, Lyon and Marseille come with
// each of theirs. It does not allocate; the slice is shared.
func ByPostalCode(code []byte) []*Commune { return the().byPostalCode(code) }

// IsPostalCode says whether a commune has the postal code. CEDEX codes, which
// serve companies, are not in the list. It does not allocate.
func IsPostalCode(code []byte) bool { return len(the().byPostalCode(code)) > 0 }

// Communes are all lines of the list but the delegated and the associated
// communes, in the order of their codes. The slice is shared.
func Communes() []Commune { return the().whole() }

// Departments are the 101 departments in the order of their codes. The slice is shared.
func Departments() []Department { return the().departments }

// Collectivities are the overseas collectivities, 975 to 989. The slice is shared.
func Collectivities() []Department { return the().collectivities }

// FindDepartment gives the department or the overseas collectivity of a code, or nil.
func FindDepartment(code string) *Department { return the().head.department(code) }

// Regions are the 18 regions in the order of their codes. The slice is shared.
func Regions() []Region { return the().head.Regions }

// FindRegion gives the region of a code, or nil.
func FindRegion(code string) *Region { return the().head.region(code) }

// RegionOf gives the region of a department, or nil: an overseas collectivity has none.
func RegionOf(department string) *Region {
	d := FindDepartment(department)
	if d == nil {
		return nil
	}
	return FindRegion(d.Region)
}

// EPCIs are the EPCI with a tax of their own and the EPT, in the order of
// their SIREN. The slice is shared.
func EPCIs() []EPCI { return the().joined() }

// EPCIBySIREN gives the EPCI that has a SIREN, or nil. It does not allocate.
func EPCIBySIREN(siren []byte) *EPCI { return the().epci(siren) }

// About says what the list is: the package that it was made from, the
// package's version, the year whose 1 January it describes, and the licence of its data.
func About() (source, version, vintage, licence string) {
	l := the().head
	return l.Source, l.Version, l.Vintage, l.Licence
}
