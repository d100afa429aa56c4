package schemas

import "github.com/socle-commun/socle/schemas/lazyregexp"

// dbfLabel is a column's name as exports of DBF files write it, with the type
// and the size of the column behind it: "Nom,C,254".
var dbfLabel = lazyregexp.New(`^(.+),[BCDFGILMNOTY],[0-9]{1,3}(?:,[0-9]{1,3})?$`)

// Bare gives a label without the type that an export of a DBF file puts behind
// it; any other label comes back as it is.
func Bare(label string) string {
	if len(label) < 5 || label[len(label)-1] < '0' || label[len(label)-1] > '9' {
		return label
	}
	if m := dbfLabel.FindStringSubmatch(label); m != nil {
		return m[1]
	}
	return label
}
