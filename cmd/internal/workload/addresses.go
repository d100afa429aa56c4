package workload

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/socle-commun/socle/validate/france/projection"
)

// addressHeader is that of etalab/schema-bal 1.4.0.
const addressHeader = "id_ban_commune;id_ban_toponyme;id_ban_adresse;cle_interop;commune_insee;commune_nom;commune_deleguee_insee;" +
	"commune_deleguee_nom;voie_nom;lieudit_complement_nom;numero;suffixe;position;x;y;long;lat;cad_parcelles;source;date_der_maj;certification_commune\n"

var (
	streetKinds = []string{"Rue", "Avenue", "Chemin", "Impasse", "Allée", "Boulevard", "Route", "Place", "Sentier", "Passage"}
	streetNames = []string{"de la République", "des Lilas", "de l'Église", "du Général de Gaulle", "Jean Jaurès", "des Écoles", "du Moulin", "de la Gare",
		"Victor Hugo", "des Tilleuls", "du Lac", "Pasteur", "de la Fontaine", "des Vergers", "du Château", "de Verdun", "des Acacias", "du Stade", "Molière", "des Alpes"}
	positions = []string{"entrée", "bâtiment", "délivrance postale", "parcelle", "segment", "logement"}
	// The communes that have become one, Annecy, and are delegated now.
	delegated = [][2]string{{"", ""}, {"74011", "Annecy-le-Vieux"}, {"74093", "Cran-Gevrier"}, {"74182", "Meythet"}, {"74217", "Pringy"}, {"74268", "Seynod"}}
)

// perStreet is how many rows a street has: its numbers, of which one in ten has a
// second position, and one in twenty a second number with a suffix.
const perStreet = 100

// Addresses writes the addresses of one commune, with the identifiers of the
// national address base. The first row declares a locality, which some streets
// name. One row in a thousand has a fault, in its longitude or its number in turn.
func Addresses(w *bufio.Writer, rows int) error {
	w.WriteString(addressHeader)
	r := rand.New(rand.NewPCG(9, 10))
	var s street
	for i := range rows {
		switch {
		case i == 0:
			s = newStreet(r, 0)
			s.name = locality
		case i == 1 || i%perStreet == 0:
			s = newStreet(r, 1+i/perStreet)
		}
		fault := -1
		if Bad(i, Rare) {
			fault = i / Rare % 2
		}
		if err := s.address(w, r, i, fault); err != nil {
			return err
		}
	}
	return nil
}

// A locality is a row whose number says that it is none.
const locality, noNumber = "Le Bourg", "99999"

// A street is what its addresses have in common.
type street struct {
	id, key, name string
	part          [2]string // the delegated commune
	lon, lat      float64
	number        int
	suffix, addr  string // of the last address
}

func newStreet(r *rand.Rand, n int) street {
	name := streetKinds[n%len(streetKinds)] + " " + streetNames[n/len(streetKinds)%len(streetNames)]
	if n >= len(streetKinds)*len(streetNames) {
		name += " " + strconv.Itoa(n/len(streetKinds)/len(streetNames))
	}
	key := strings.ToLower(strconv.FormatInt(int64(36*36*36+n), 36))
	return street{id: uuid(r), key: key, name: name, part: of(r, delegated), lon: 6.05 + 0.15*r.Float64(), lat: 45.85 + 0.1*r.Float64()}
}

// address writes one row.
func (s *street) address(w *bufio.Writer, r *rand.Rand, i, fault int) error {
	switch {
	case i%10 == 9: // another position of the same address
	case i%20 == 4:
		s.suffix, s.addr = "bis", uuid(r)
	default:
		s.number, s.suffix, s.addr = s.number+1, "", uuid(r)
	}
	number := strconv.Itoa(s.number)
	key := "74010_" + s.key + "_" + Pad(s.number, 5)
	if s.suffix != "" {
		key += "_" + s.suffix
	}
	// As the file says it, with fewer decimals.
	lon, lat := float64(int((s.lon+0.0001*float64(s.number))*1e6))/1e6, float64(int(s.lat*1e6))/1e6
	x, y, _ := projection.FromWGS84(2154, lon, lat)
	long, position := strconv.FormatFloat(lon, 'f', 6, 64), of(r, positions)
	switch fault {
	case 0:
		long = strings.Replace(long, ".", "°", 1)
	case 1:
		number = "n" + number
	}
	complement, addr := "", s.addr
	switch {
	case i == 0:
		number, addr, key = noNumber, "", "74010_"+s.key+"_"+noNumber
	case i/perStreet%10 == 3:
		complement = locality
	}
	parcel := "740100000A" + Pad(1+r.IntN(9999), 4)
	if i%7 == 0 {
		parcel += "|740100000B" + Pad(1+r.IntN(9999), 4)
	}
	fields := [...]string{
		"0246e48c-f33d-433a-8984-034219be842e", s.id, addr, key, "74010", "Annecy", s.part[0], s.part[1], s.name, complement, number, s.suffix, position,
		strconv.FormatFloat(x, 'f', 2, 64), strconv.FormatFloat(y, 'f', 2, 64), long, strconv.FormatFloat(lat, 'f', 6, 64),
		parcel, "Commune d'Annecy", Day(r), []string{"0", "1"}[r.IntN(2)],
	}
	w.WriteString(strings.Join(fields[:], ";"))
	return w.WriteByte('\n')
}

// uuid draws an identifier of version 4.
func uuid(r *rand.Rand) string {
	a, b := r.Uint64(), r.Uint64()
	return fmt.Sprintf("%08x-%04x-4%03x-%x%03x-%012x", a>>32, a>>16&0xffff, a&0xfff, 8+b>>62, b>>48&0xfff, b&0xffffffffffff)
}
