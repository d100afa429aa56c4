// Package cog knows the communes of France, their EPCI, departments and
// regions, as one year's official geographical code (COG) has them.
//
// The list is made by cmd/cog of the npm package that About names, whose data
// are under the Licence Ouverte and come from INSEE (the COG and the legal
// populations), the DGCL (EPCI, SIREN) and La Poste (postal codes). It is
// embedded, read as far as the questions that are asked need it, and never changed: all
// functions may be called by many goroutines, and what they give is shared.
//
// What Find finds are the communes of today, the municipal arrondissements of
// Paris, Lyon and Marseille, and the communes and districts of the overseas
// collectivities. Delegated and associated communes, parts of a commune that
// kept a name, are found by ByOldName and, where their code is no commune's
// any more, by FindOld. That a code or a name is not here does not make it
// false: the list is of one year, former communes without a part of their own
// have a code and no name, nothing has a date, and foreign places are absent.
package cog
