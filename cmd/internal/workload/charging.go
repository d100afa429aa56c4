package workload

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"strings"
)

// chargingHeader is that of etalab/schema-irve-statique 2.3.1, and ten of the
// columns that the national consolidation adds: fifty columns.
const chargingHeader = "nom_amenageur,siren_amenageur,contact_amenageur,nom_operateur,contact_operateur,telephone_operateur,nom_enseigne," +
	"id_station_itinerance,id_station_local,nom_station,implantation_station,adresse_station,code_insee_commune,coordonneesXY,nbre_pdc," +
	"id_pdc_itinerance,id_pdc_local,puissance_nominale,prise_type_ef,prise_type_2,prise_type_combo_ccs,prise_type_chademo,prise_type_autre," +
	"gratuit,paiement_acte,paiement_cb,paiement_autre,tarification,condition_acces,reservation,horaires,accessibilite_pmr," +
	"restriction_gabarit,station_deux_roues,raccordement,num_pdl,date_mise_en_service,observations,date_maj,cable_t2_attache," +
	"last_modified,datagouv_dataset_id,datagouv_resource_id,datagouv_organization_or_owner,created_at,consolidated_longitude," +
	"consolidated_latitude,consolidated_code_postal,consolidated_commune,consolidated_is_lon_lat_correct\n"

var (
	operators  = []string{"Izivia", "Freshmile", "Syndicat départemental d'énergie de la Loire", "Métropole de Lyon", "Électricité de Strasbourg"}
	networks   = []string{"Réseau de recharge ABC", "Ouest Charge", "Mobigreen", "Borne Éco-Énergie"}
	sites      = []string{"Voirie", "Parking public", "Parking privé à usage public", "Parking privé réservé à la clientèle", "Station dédiée à la recharge rapide"}
	hours      = []string{"24/7", "Mo-Su 06:00-22:00", `"Mo-Fr 08:00-12:00,Mo-Fr 14:00-18:00,Th 08:00-18:00"`}
	wheelchair = []string{"Réservé PMR", "Accessible mais non réservé PMR", "Non accessible", "Accessibilité inconnue"}
	towns      = []string{"Rennes", "Saint-Étienne", "Villeurbanne", "Bourg-en-Bresse"}
	townCodes  = []string{"35238", "42218", "69266", "01053"}
	powers     = []string{"22", "7.4", "3.7", "50", "150", "22.00"}
)

// ChargingPoints writes charging points for vehicles. One in a thousand has a
// fault: its power, its hours or its date, in turn.
func ChargingPoints(w *bufio.Writer, rows int) error {
	w.WriteString(chargingHeader)
	r := rand.New(rand.NewPCG(7, 8))
	for i := range rows {
		fault := -1
		if Bad(i, Rare) {
			fault = i / Rare % 3
		}
		if err := chargingPoint(w, r, i, fault); err != nil {
			return err
		}
	}
	return nil
}

// chargingPoint writes one row.
func chargingPoint(w *bufio.Writer, r *rand.Rand, i, fault int) error {
	town, operator := r.IntN(len(towns)), of(r, operators)
	lon, lat := fmt.Sprintf("%d.%06d", r.IntN(6), r.IntN(1e6)), fmt.Sprintf("%d.%06d", 44+r.IntN(5), r.IntN(1e6))
	power, open, day := of(r, powers), of(r, hours), Day(r)
	updated := day
	switch fault {
	case 0:
		power = `"22,5"`
	case 1:
		open = "8h-18h"
	case 2:
		updated = day[8:] + "/" + day[5:7] + "/" + day[:4]
	}
	yes := func() string { return []string{"true", "false"}[r.IntN(2)] }
	station := Pad(i/4, 8)
	fields := [...]string{
		"Ville de " + towns[town], Pad(200_000_000+r.IntN(99_999_999), 9), "contact@ville-" + townCodes[town] + ".fr", operator,
		"exploitation@bornes-" + townCodes[town] + ".fr", "+33 1 99 00 " + Pad(r.IntN(100), 2) + " " + Pad(r.IntN(100), 2), of(r, networks),
		"FRA68P" + station, "ST-" + station, "Station " + station + " - " + towns[town], of(r, sites),
		Pad(1+i%200, 1) + " avenue de la Paix " + townCodes[town] + " " + towns[town], townCodes[town], `"[` + lon + "," + lat + `]"`, "4",
		"FRA68E" + station + Pad(i%4, 2), "PDC-" + Pad(i, 9), power, yes(), yes(), yes(), yes(), yes(),
		yes(), yes(), yes(), yes(), `"0,40 € le kWh pour les non abonnés"`, []string{"Accès libre", "Accès réservé"}[r.IntN(2)], yes(), open, of(r, wheelchair),
		"Hauteur maximale 2 m", yes(), []string{"Direct", "Indirect", ""}[r.IntN(3)], Pad(r.IntN(1e14), 14), day, "", updated, yes(),
		updated + "T06:00:00+00:00", "60d5a8f0c0a1b2c3d4e5f607", "8d9398ae-3037-48b2-be19-412c24561fbb", operator, "2023-06-01T12:00:00+00:00",
		lon, lat, townCodes[town], towns[town], "True",
	}
	w.WriteString(strings.Join(fields[:], ","))
	return w.WriteByte('\n')
}
