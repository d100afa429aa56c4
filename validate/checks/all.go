// Package checks holds the rules, one file each. Nothing registers itself: a
// rule exists when it stands in All.
package checks

import "github.com/socle-commun/socle/validate"

// All lists the rules in the order of reports: the file, its header, its
// rows, its cells, French identifiers, keys.
func All() []*validate.Check {
	return []*validate.Check{
		emptyFile, noRows, workbook, encoding, delimiter, quote, lineEnds, quotedRows, unknownCustomCheck,
		unmatchedHeader, missingLabel, extraLabel, duplicateLabel, blankLabel, incorrectLabel,
		titleRow, unitsRow, blankRow, missingCell, extraCell, unclosedQuote, strayQuote, recordTooLong, encodingError, damagedText, controlCharacter, formulaCell, mojibake,
		typeError, required, pattern, enum,
		minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, arrayItem, jsonSchema,
		siret, siren, codeRNA, placeholderIdentifier, nomenclatureActe, yearInterval, phoneNumber, openingHours,
		codeCommuneInsee, codePostal, codeDepartement, codeRegion, commune, departement, region, pays, codePaysISO2, codePaysISO3,
		canton, codeFantoir, idRNB, latitudeL93, longitudeL93, frenchGPS, communeName, postalCodeCommune,
		oneOfRequired, cohesiveColumns, compareColumns, sumColumns,
		straySpaces, spreadsheetDamage, swappedCoordinates, projectedCoordinates, outsideTerritory,
		jsonSyntax, jsonDuplicate, notAFeature, missingProperties, featureMember, crs, lateProperty, recordList,
		geometryType, geometryMissing, geometryCoordinates, geometryMember, geometryContradiction, emptyGeometry, mixedDimensions, coordinateRange, coordinatePrecision,
		ringNotClosed, ringTooShort, selfIntersection, holeOutside, overlappingRings, winding, geometryUndecided,
		duplicateVertex, zeroLengthLine, antimeridian, bbox,
		territoryCommune, territorySIREN, territoryPoint, territoryLimit,
		balFichier, balColonnes, balEspaces, balCleInterop, balCleNumero, balUIDAdresse, balVoieNom, balLangue,
		balNumeroCheck, balSuffixe, balCommune, balCommuneNom, balCommuneDeleguee, balPosition,
		balCoordonnees, balLongLat, balXY, balParcelles, balCelluleVide, balDate, balCertification, balLieuDit, balLieuDitDeclare,
		balIdentifiant, balIdentifiants, balIdentifiantsPartout, balIdentifiantsCoherence,
		totalsRow,
		jsonType, jsonRequired, jsonEnum, jsonPattern, jsonFormat, jsonBounds, jsonLength, jsonExtra, jsonItems, jsonChoice, jsonOther,
		unique, primaryKey, foreignKey,
	}
}

// Find gives the rule of that code, or nil.
func Find(code string) *validate.Check {
	for _, c := range All() {
		if c.Code == code {
			return c
		}
	}
	return nil
}
