// Package nomenclature knows the lists of official names and codes that French
// schemas refer to, beside the communes of package cog: countries, cantons,
// the regions of before 2016, street codes, and the communes that have gone
// since 2023.
//
// Countries and cantons are those of INSEE's official geographical code of
// 2024, as fr-format 0.5.0 has them; so are the street codes, which are the
// DGFiP's, and what the code of 2023 had and the present one has not. The lists
// are embedded, read when the first question is asked, and never changed; all
// functions may be called by many goroutines.
package nomenclature

import "strings"

// lines cuts an embedded list.
func lines(list string) []string { return strings.Split(strings.TrimSpace(list), "\n") }
