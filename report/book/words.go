package book

import (
	"fmt"

	"github.com/socle-commun/socle/report"
	"github.com/socle-commun/socle/schemas/text"
)

// A voice says sentences in one language.
type voice struct{ lang text.Lang }

// say gives the sentence of that name, filled with names and values in turn:
// texts as they are, numbers as the language writes them.
func (v voice) say(name string, pairs ...any) string {
	return text.Fill(v.lang, report.Typeset(v.lang, sentences[name].In(v.lang)), func(slot string) (string, bool) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == slot {
				if n, ok := pairs[i+1].(int); ok {
					return text.Number(v.lang, n), true
				}
				return fmt.Sprint(pairs[i+1]), true
			}
		}
		return "", false
	})
}

// sentences are what the workbook says.
var sentences = map[string]text.Text{
	"summary":  {FR: "Résumé", EN: "Summary"},
	"findings": {FR: "Constatations", EN: "Findings"},

	"title":      {FR: "Vérification de {n} {n|fichier|fichiers}", EN: "Validation of {n} {n|file|files}"},
	"title-none": {FR: "Aucun fichier n'a été vérifié", EN: "No file was checked"},
	"clean":      {FR: "Tout est conforme.", EN: "Everything is valid."},
	"help":       {FR: "Dans les feuilles de données, les cellules à corriger sont coloriées : le conseil s'affiche quand la souris passe sur la cellule.", EN: "In the data sheets the cells to mend are coloured: their advice shows when the mouse is over the cell."},
	"copies":     {FR: "Ces feuilles sont des copies : corrigez votre fichier, puis vérifiez-le de nouveau.", EN: "These sheets are copies: mend your file, then check it again."},
	"made-by":    {FR: "Établi par socle {version}.", EN: "Made by socle {version}."},

	"file":     {FR: "Fichier", EN: "File"},
	"verdict":  {FR: "Verdict", EN: "Verdict"},
	"schema":   {FR: "Schéma et version", EN: "Schema and version"},
	"score":    {FR: "Note sur 100", EN: "Score of 100"},
	"filled":   {FR: "Rempli", EN: "Filled"},
	"rows":     {FR: "Lignes", EN: "Rows"},
	"errors":   {FR: "Erreurs", EN: "Errors"},
	"warnings": {FR: "Avertissements", EN: "Warnings"},
	"notices":  {FR: "Remarques", EN: "Notices"},
	"to-know":  {FR: "À savoir", EN: "To know"},
	"data":     {FR: "Données", EN: "Data"},

	"wrong":    {FR: "Ce qui ne va pas, colonne par colonne", EN: "What is wrong, column by column"},
	"severity": {FR: "Gravité", EN: "Severity"},
	"where":    {FR: "Où", EN: "Where"},
	"check":    {FR: "Contrôle", EN: "Check"},
	"count":    {FR: "Combien", EN: "How often"},
	"at-least": {FR: "au moins {n}", EN: "at least {n}"},
	"cells":    {FR: "Premières cellules", EN: "First cells"},
	"message":  {FR: "Ce qui ne va pas", EN: "What is wrong"},
	"advice":   {FR: "Que faire", EN: "What to do"},

	"fill":         {FR: "Remplissage des colonnes", EN: "How far columns are filled"},
	"column":       {FR: "Colonne", EN: "Column"},
	"name":         {FR: "Nom", EN: "Name"},
	"cells-filled": {FR: "Cellules remplies", EN: "Filled cells"},
	"label":        {FR: "Intitulé", EN: "Title"},
	"absent":       {FR: "absente", EN: "absent"},
	"none":         {FR: "Aucune constatation.", EN: "No finding."},

	"row":     {FR: "ligne", EN: "row"},
	"cell":    {FR: "Cellule", EN: "Cell"},
	"value":   {FR: "Valeur", EN: "Value"},
	"comment": {FR: "Message", EN: "Message"},
	"hint":    {FR: "Conseil", EN: "Advice"},
	"write":   {FR: "À écrire", EN: "Write instead"},
	"code":    {FR: "Code", EN: "Code"},
	"fix":     {FR: "À écrire : « {value} »", EN: "Write: \"{value}\""},
	"others":  {FR: "Et {n} {n|autre constatation|autres constatations} sur cette cellule.", EN: "And {n} more {n|finding|findings} on this cell."},
	"marked":  {FR: "{severity} : {message}", EN: "{severity}: {message}"},

	"kept":         {FR: "{kept} {kept|constatation est détaillée|constatations sont détaillées} sur {n} ; --max-findings 0 les donne toutes.", EN: "{kept} of {n} findings {kept|is|are} detailed; --max-findings 0 gives them all."},
	"no-copy":      {FR: "Les données ne sont pas copiées : ce classeur a déjà {n} {n|feuille de données|feuilles de données}.", EN: "The data is not copied: this workbook has {n} data {n|sheet|sheets} already."},
	"no-room":      {FR: "La place manque dans ce classeur pour la copie des données.", EN: "There is no room in this workbook for a copy of the data."},
	"rows-cut":     {FR: "Seules les {n} premières lignes sont copiées : la place manque pour les autres.", EN: "Only the first {n} rows are copied: there is no room for the others."},
	"only-wrong":   {FR: "Le fichier a plus de {n} lignes : seules celles qui ont des constatations sont copiées.", EN: "The file has more than {n} rows: only those with findings are copied."},
	"not-reopened": {FR: "Le fichier n'a pas pu être relu ({reason}) : seules les lignes en cause sont copiées, chaque cellule jusqu'à 1000 octets.", EN: "The file could not be read again ({reason}): only the rows concerned are copied, each cell up to 1000 bytes."},
	"not-read":     {FR: "Seules les lignes en cause sont copiées, chaque cellule jusqu'à 1000 octets.", EN: "Only the rows concerned are copied, each cell up to 1000 bytes."},
	"read-cut":     {FR: "La relecture s'est arrêtée après {n} {n|ligne|lignes} ({reason}).", EN: "Reading again stopped after {n} {n|row|rows} ({reason})."},
	"changed":      {FR: "Attention, le fichier a changé depuis sa vérification : les couleurs peuvent être décalées.", EN: "Beware, the file has changed since it was checked: the colours may be out of place."},
	"notes-cut":    {FR: "{n} {n|cellule coloriée n'a|cellules coloriées n'ont} pas de note, pour que le classeur reste léger.", EN: "{n} coloured {n|cell has|cells have} no note, to keep the workbook light."},
	"cells-cut":    {FR: "{n} {n|cellule est coupée|cellules sont coupées} à 32 767 caractères, le plus qu'Excel accepte.", EN: "{n} {n|cell is|cells are} cut at 32,767 characters, the most that Excel takes."},
	"columns-cut":  {FR: "Les colonnes au-delà de la 16 384e, la dernière d'Excel, ne sont pas copiées.", EN: "Columns beyond the 16,384th, the last of Excel, are not copied."},
	"findings-cut": {FR: "La feuille des constatations n'a pas la place pour {n} {n|autre|autres}.", EN: "The sheet of findings has no room for {n} more."},
	"files-cut":    {FR: "La place manque ici pour {n} {n|autre fichier|autres fichiers}.", EN: "There is no room here for {n} more {n|file|files}."},
	"lines-cut":    {FR: "La place manque ici pour {n} {n|autre ligne|autres lignes}.", EN: "There is no room here for {n} more {n|line|lines}."},
}
