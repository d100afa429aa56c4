package axis_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate/axis"
)

// Latitudes go with the longitudes of the same place.
func TestLatitudeOf(t *testing.T) {
	s, err := schemas.Parse("test", []byte(`{"fields":[
		{"name":"Xlong","type":"number"},{"name":"Ylat","type":"number"},
		{"name":"lon_debut","type":"number"},{"name":"lat_debut","type":"number"},
		{"name":"VEH_LONG","type":"number"},{"name":"x","type":"number"},{"name":"longitude_wgs84","type":"string"},{"name":"latitude_wgs84","type":"number"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for i := range s.Fields {
		if f := axis.LatitudeOf(s, &s.Fields[i]); f != nil {
			got[s.Fields[i].Name] = f.Name
		}
	}
	if diff := cmp.Diff(map[string]string{"Xlong": "Ylat", "lon_debut": "lat_debut"}, got); diff != "" {
		t.Error(diff)
	}
}
