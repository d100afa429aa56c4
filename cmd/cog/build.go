package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"

	"github.com/socle-commun/socle/validate/france/cog"
)

type communeJSON struct {
	Code, Nom, Type, Zone      string
	Departement, Region, Siren string
	Commune                    string // of an arrondissement
	ChefLieu                   string // of a delegated or associated commune
	CodesPostaux, AnciensCodes []string
	Population                 int
}

type epciJSON struct {
	Code, Nom, Type string
	Membres         []struct{ Code, Siren string }
}

type territoryJSON struct{ Code, Nom, Region, Zone string }

// A builder gathers the list. Whether it agrees with itself is for cog.Encode
// to say: the department, region and EPCI are taken as the package has them.
type builder struct {
	list     *cog.List
	communes []communeJSON
	current  map[string]*communeJSON
	epciOf   map[string]string
}

// build makes the list of the files of the package.
func build(p files) (*cog.List, error) {
	b := &builder{list: &cog.List{}, current: make(map[string]*communeJSON), epciOf: make(map[string]string)}
	var departments, regions []territoryJSON
	var epcis, epts []epciJSON
	for name, into := range map[string]any{
		"data/communes.json": &b.communes, "data/departements.json": &departments, "data/regions.json": &regions,
		"data/epci.json": &epcis, "data/ept.json": &epts,
	} {
		if err := json.Unmarshal(p[name], into); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := b.about(p); err != nil {
		return nil, err
	}
	for i, c := range b.communes {
		if c.Type == "commune-actuelle" {
			b.current[c.Code] = &b.communes[i]
		}
	}
	b.territories(departments, regions)
	for _, e := range append(epcis, epts...) {
		if err := b.epci(e); err != nil {
			return nil, err
		}
	}
	for _, c := range b.communes {
		if err := b.commune(c); err != nil {
			return nil, err
		}
	}
	b.former()
	b.sort()
	return b.list, nil
}

// overseas is the zone of the overseas collectivities, which the package
// gives a region of their own each; they are in none.
const overseas = "com"

func (b *builder) territories(departments, regions []territoryJSON) {
	for _, r := range regions {
		if r.Zone != overseas {
			b.list.Regions = append(b.list.Regions, cog.Region{Code: r.Code, Name: r.Nom})
		}
	}
	for _, d := range departments {
		if d.Zone == overseas {
			d.Region = ""
		}
		b.list.Departments = append(b.list.Departments, cog.Department{Code: d.Code, Name: d.Nom, Region: d.Region})
	}
}

func (b *builder) epci(e epciJSON) error {
	made := cog.EPCI{SIREN: e.Code, Name: e.Nom, Kind: e.Type}
	for _, m := range e.Membres {
		c := b.current[m.Code]
		if c == nil || (m.Siren != "" && m.Siren != c.Siren) {
			return fmt.Errorf("%s has the member %s, SIREN %s, which is no such commune", e.Nom, m.Code, m.Siren)
		}
		made.Members = append(made.Members, m.Code)
		if e.Type != cog.EPT {
			b.epciOf[m.Code] = e.Code
		}
	}
	slices.Sort(made.Members)
	b.list.EPCIs = append(b.list.EPCIs, made)
	return nil
}

func (b *builder) commune(c communeJSON) error {
	made := cog.Commune{
		Code: c.Code, Name: c.Nom, Department: c.Departement, Region: c.Region, SIREN: c.Siren,
		PostalCodes: slices.Sorted(slices.Values(c.CodesPostaux)), Population: c.Population,
		Parent: cmp.Or(c.Commune, c.ChefLieu),
	}
	made.EPCI = b.epciOf[cmp.Or(made.Parent, c.Code)]
	switch {
	case c.Type == "commune-actuelle" && c.Zone == overseas:
		made.Kind, made.Region = cog.Overseas, ""
	case c.Type == "commune-actuelle":
		made.Kind = cog.Current
	case c.Type == "arrondissement-municipal":
		made.Kind = cog.Arrondissement
	case c.Type == "commune-deleguee":
		made.Kind = cog.Delegated
	case c.Type == "commune-associee":
		made.Kind = cog.Associated
	default:
		return fmt.Errorf("%s is of the unknown type %q", c.Code, c.Type)
	}
	b.list.Communes = append(b.list.Communes, made)
	return nil
}

// former gathers the codes that ended. Of two, the package says both that
// they are old codes of one commune and that they are an associated commune of
// another; the second is the COG's, and stands.
func (b *builder) former() {
	into := make(map[string]string)
	for _, c := range b.communes {
		for _, old := range c.AnciensCodes {
			into[old] = c.Code
		}
	}
	for _, c := range b.list.Communes {
		if c.Kind != cog.Delegated && c.Kind != cog.Associated || b.current[c.Code] != nil {
			continue
		}
		if told := into[c.Code]; told != c.Parent {
			fmt.Fprintf(os.Stderr, "%s %s is part of %s, and an old code of %q: the first is kept\n", c.Code, c.Name, c.Parent, told)
			into[c.Code] = c.Parent
		}
	}
	for old, today := range into {
		b.list.Former = append(b.list.Former, cog.Former{Code: old, Into: today})
	}
}

func (b *builder) sort() {
	l := b.list
	part := func(c cog.Commune) int {
		if c.Kind == cog.Delegated || c.Kind == cog.Associated {
			return 1
		}
		return 0
	}
	slices.SortFunc(l.Communes, func(x, y cog.Commune) int {
		return cmp.Or(cmp.Compare(part(x), part(y)), cmp.Compare(x.Code, y.Code))
	})
	slices.SortFunc(l.Former, func(x, y cog.Former) int { return cmp.Compare(x.Code, y.Code) })
	slices.SortFunc(l.Departments, func(x, y cog.Department) int { return cmp.Compare(x.Code, y.Code) })
	slices.SortFunc(l.Regions, func(x, y cog.Region) int { return cmp.Compare(x.Code, y.Code) })
	slices.SortFunc(l.EPCIs, func(x, y cog.EPCI) int { return cmp.Compare(x.SIREN, y.SIREN) })
}

// licence and vintage find in the README the licence of the data, and the
// year of a version in the table of versions.
var (
	licence = regexp.MustCompile(`(?m)^Données : \[([^\]]+)\]`)
	vintage = regexp.MustCompile(`(?m)^\| *(\d{4}) *\| *` + regexp.QuoteMeta(packageVersion) + ` *\|`)
)

// about reads what the package says of itself.
func (b *builder) about(p files) error {
	var about struct{ Name, Version string }
	if err := json.Unmarshal(p["package.json"], &about); err != nil {
		return fmt.Errorf("package.json: %w", err)
	}
	if about.Name != packageName || about.Version != packageVersion {
		return fmt.Errorf("the package is %s %s and not %s %s", about.Name, about.Version, packageName, packageVersion)
	}
	readme := bytes.ReplaceAll(p["README.md"], []byte("\r"), nil)
	year, terms := vintage.FindSubmatch(readme), licence.FindSubmatch(readme)
	if year == nil || terms == nil {
		return fmt.Errorf("README.md does not tell the year of version %s or the licence of the data", packageVersion)
	}
	b.list.Source, b.list.Version, b.list.Vintage, b.list.Licence = about.Name, about.Version, string(year[1]), string(terms[1])
	return nil
}
