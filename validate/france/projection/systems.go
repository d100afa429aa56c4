package projection

// france is metropolitan France: its waters, and its land.
var france = [2]box{{-9.86, 41.15, 10.38, 51.56}, {-5.2, 41.3, 9.6, 51.1}}

// legal is how many of systems, the first ones, the law names for a place.
const legal = 12

// systems lists what is known, the most used first.
var systems = append([]System{
	{2154, "Lambert-93", newLambert(3, 46.5, 44, 49, 700000, 6600000), france[0], france[1], false},
	{5490, "UTM 20 Nord (Antilles)", newUTM(20, false), box{-63.66, 14.08, -57.52, 18.54}, box{-63.2, 14.3, -60.7, 18.2}, false},
	{2972, "UTM 22 Nord (Guyane)", newUTM(22, false), box{-54.6, 2.11, -49.46, 8.88}, box{-54.61, 2.11, -51.6, 5.8}, false},
	{2975, "UTM 40 Sud (La Réunion)", newUTM(40, true), box{51.83, -24.72, 58.24, -18.28}, box{55.2, -21.4, 55.9, -20.8}, false},
	{4471, "UTM 38 Sud (Mayotte)", newUTM(38, true), box{43.68, -14.49, 46.7, -11.33}, box{44.9, -13.1, 45.4, -12.6}, false},
	{4467, "UTM 21 Nord (Saint-Pierre-et-Miquelon)", newUTM(21, false), box{-57.1, 43.41, -55.9, 47.37}, box{-56.5, 46.7, -56.1, 47.2}, false},
	{3163, "Lambert Nouvelle-Calédonie", newLambert(166, -21.5, -20-40./60, -22-20./60, 400000, 300000), box{163.55, -22.75, 168.2, -19.54}, box{163.5, -22.8, 168.2, -19.5}, false},
	{3296, "UTM 5 Sud (Polynésie)", newUTM(5, true), box{-155, -24, -150, -9}, box{-154.8, -23, -150, -15.8}, true},
	{3297, "UTM 6 Sud (Polynésie)", newUTM(6, true), box{-150, -29, -144, -13}, box{-150, -27.7, -144, -14.4}, true},
	{3298, "UTM 7 Sud (Polynésie)", newUTM(7, true), box{-144, -29, -138, -7}, box{-144, -27.7, -138, -7.8}, true},
	{3299, "UTM 8 Sud (Polynésie)", newUTM(8, true), box{-138, -25, -132, -18}, box{-138, -23.4, -134.4, -18.2}, true},
	{8903, "UTM 1 Sud (Wallis-et-Futuna)", newUTM(1, true), box{-178.3, -14.5, -176, -13}, box{-178.2, -14.4, -176.1, -13.1}, false},
}, conicZones()...)

// conicZones makes the zones CC42 to CC50 (EPSG 3942 to 3950), each around a
// parallel of latitude: the law allows them beside Lambert-93.
func conicZones() []System {
	names := [...]string{"CC42", "CC43", "CC44", "CC45", "CC46", "CC47", "CC48", "CC49", "CC50"}
	zones := make([]System, len(names))
	for i, name := range names {
		lat := float64(42 + i)
		home := france[1]
		home.south, home.north = lat-1, lat+1
		if lat == 50 {
			home.north = france[1].north // Dunkerque and Bray-Dunes are further north, and no zone follows
		}
		if lat == 46 || lat == 47 {
			home.west = -3 // west of it is sea, but for Belle-Île: figures as those of Corsica in Lambert-93
		}
		zones[i] = System{3942 + i, "Lambert " + name, newLambert(3, lat, lat-0.75, lat+0.75, 1700000, float64(i+1)*1000000+200000), france[0], home, false}
	}
	return zones
}
