package checks_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/socle-commun/socle/schemas"
	"github.com/socle-commun/socle/validate"
	"github.com/socle-commun/socle/validate/input"
)

// Each pair of an identifier and an address that goes against an earlier row is
// told once, whatever the rows and wherever they are cut.
func TestBALTies(t *testing.T) {
	s, err := schemas.Find("etalab/schema-bal@1.4.0")
	if err != nil {
		t.Fatal(err)
	}
	var columns []string
	for i := range s.Fields {
		columns = append(columns, s.Fields[i].Name)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		var rows []change
		var want []string
		ids, numbers, pairs := map[int]int{}, map[int]int{}, map[[2]int]bool{}
		for row := 2; row < 60; row++ {
			id, number := random.IntN(12), 1+random.IntN(12)
			if random.IntN(3) > 0 {
				number = 1 + id
			}
			rows = append(rows, change{"id_ban_adresse", fmt.Sprintf("3c87abe4-887b-46ee-9192-5c1b35a066%02d", id),
				"numero", fmt.Sprint(number), "cle_interop", fmt.Sprintf("01015_0040_%05d", number)})
			if pairs[[2]int{id, number}] {
				continue
			}
			pairs[[2]int{id, number}] = true
			if first, ok := ids[id]; ok {
				want = append(want, fmt.Sprintf("%d address %d", row, first))
			} else {
				ids[id] = row
			}
			if first, ok := numbers[number]; ok {
				want = append(want, fmt.Sprintf("%d same-address %d", row, first))
			} else {
				numbers[number] = row
			}
		}
		path := write(t, balFile(columns, rows))
		for _, size := range []int{16, 1000, 0} {
			var got []string
			for _, f := range judge(t, path, s, validate.Options{}, input.Options{ChunkSize: size}, 2).Findings {
				if f.Code == "bal-identifiants-coherence" {
					first, _ := f.Arg("first")
					got = append(got, fmt.Sprint(f.Pos.Row, " ", f.Reason, " ", first))
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("chunks of %d bytes: %s", size, diff)
			}
		}
	}
}
