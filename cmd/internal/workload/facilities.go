package workload

import (
	"bufio"
	"fmt"
	"math/rand/v2"
)

var themes = []string{"Equipement administratif", "Equipement sportif et de loisirs", "Equipement d'enseignement", "Equipement culturel"}

// Facilities writes points of GeoJSON whose properties follow scdl/equipements
// 0.1.5; longitude and latitude are those of the points. One in a thousand has a
// category that does not exist.
func Facilities(w *bufio.Writer, rows int) error {
	w.WriteString("{\"type\": \"FeatureCollection\", \"features\": [\n")
	r := rand.New(rand.NewPCG(13, 14))
	for i := range rows {
		category, town, code := 1+r.IntN(5), r.IntN(len(towns)), Pad(1_010_000+i/1000%9000, 8)
		if Bad(i, Rare) {
			category = 9
		}
		if i > 0 {
			w.WriteString(",\n")
		}
		_, err := fmt.Fprintf(w, `{"type":"Feature","geometry":{"type":"Point","coordinates":[%d.%06d,%d.%06d]},"properties":{`+
			`"COLL_NOM":%q,"COLL_SIRET":%q,"EQUIP_UID":"%s-%s-%03d","EQUIP_THEME":%q,"EQUIP_CODE":"%s-%03d","EQUIP_TYPE":"Salle","EQUIP_NOM":"Équipement n° %d",`+
			`"ADR_NUMERO":"%d","ADR_NOMVOIE":"Avenue de la République","ADR_CODEPOSTAL":%q,"ADR_COMMUNE":%q,"ERP_TYPE":"W;L","ERP_CATEGORIE":%d,`+
			`"EQUIP_OUVERTURE":"Mo-Fr 08:30-12:00,13:30-17:30; Sa 08:30-12:00","EQUIP_TEL":"+33 19900%04d","EQUIP_EMAIL":"mairie@example.org","EQUIP_WEB":"https://www.example.org"}}`,
			r.IntN(6), r.IntN(1e6), 44+r.IntN(5), r.IntN(1e6), giverOf(town), giverIDs[town], townCodes[town], code, i%1000, of(r, themes), code, i%1000, i,
			1+i%200, townCodes[town], towns[town], category, r.IntN(10_000))
		if err != nil {
			return err
		}
	}
	_, err := w.WriteString("\n]}\n")
	return err
}

func giverOf(town int) string { return "Ville de " + towns[town] }
