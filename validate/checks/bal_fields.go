package checks

import "github.com/socle-commun/socle/schemas"

// balNames are the positions of the format's fields in a schema, or -1.
type balNames struct {
	key, uid, idCommune, idVoie, idAdresse       int
	commune, communeNom, deleguee, voie, lieuDit int
	numero, suffixe, position, x, y, long, lat   int
}

func newBALNames(s *schemas.Schema) balNames {
	n := balNames{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}
	for i := range s.Fields {
		if at := n.of(s.Fields[i].Name); at != nil && *at < 0 {
			*at = i
		}
	}
	return n
}

// of gives where the position of a field is kept, by one of its names; nil for a
// field that no rule looks for.
func (n *balNames) of(name string) *int {
	switch name {
	case "cle_interop":
		return &n.key
	case "uid_adresse":
		return &n.uid
	case "id_ban_commune":
		return &n.idCommune
	case "id_ban_toponyme":
		return &n.idVoie
	case "id_ban_adresse":
		return &n.idAdresse
	case "commune_insee":
		return &n.commune
	case "commune_nom":
		return &n.communeNom
	case "commune_deleguee_insee":
		return &n.deleguee
	case "voie_nom", "toponyme":
		return &n.voie
	case "lieudit_complement_nom":
		return &n.lieuDit
	case "numero":
		return &n.numero
	case "suffixe":
		return &n.suffixe
	case "position":
		return &n.position
	case "x":
		return &n.x
	case "y":
		return &n.y
	case "long":
		return &n.long
	case "lat":
		return &n.lat
	}
	return nil
}
