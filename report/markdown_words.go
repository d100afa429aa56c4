package report

import "github.com/socle-commun/socle/schemas/text"

// The sentences of the Markdown report.
var (
	sayMarkdownTitle    = text.Text{FR: "Vérification de {n}{nb}{n|fichier|fichiers}", EN: "Validation of {n} {n|file|files}"}
	sayMarkdownNone     = text.Text{FR: "Aucun fichier n'a été vérifié", EN: "No file was checked"}
	sayMarkdownClean    = text.Text{FR: "{nb}: rien à redire", EN: ": nothing to report"}
	sayMarkdownUnjudged = text.Text{FR: "{n}{nb}{n|fichier non jugé|fichiers non jugés} jusqu'au bout", EN: "{n} {n|file|files} not judged to the end"}
	sayMarkdownScore    = text.Text{FR: "Note sur 100", EN: "Score of 100"}
	sayMarkdownPlace    = text.Text{FR: "Où", EN: "Where"}
	sayMarkdownSeverity = text.Text{FR: "Gravité", EN: "Severity"}
	sayMarkdownWrong    = text.Text{FR: "Ce qui ne va pas", EN: "What is wrong"}
	sayMarkdownCount    = text.Text{FR: "Combien", EN: "How often"}
	sayMarkdownWhere    = text.Text{FR: "Premières cellules", EN: "First cells"}
	sayMarkdownWrite    = text.Text{FR: "Que faire", EN: "What to do"}
	sayMarkdownMore     = text.Text{FR: "La place manque ici pour {n}{nb}{n|autre sorte de faute|autres sortes de fautes} de ce fichier.", EN: "There is no room here for {n} more {n|kind of fault|kinds of faults} of this file."}
	sayMarkdownFiles    = text.Text{FR: "La place manque ici pour {n}{nb}{n|autre fichier|autres fichiers}, {n|qui n'est|qui ne sont} pas plus en faute que ceux du tableau.", EN: "There is no room here for {n} more {n|file|files}, no worse than those of the table."}
	sayMarkdownDetails  = text.Text{FR: "La place manque ici pour le détail de {n}{nb}{n|autre fichier|autres fichiers}{nb}: un autre format de rapport {n|le|les} détaille.", EN: "There is no room here for the details of {n} more {n|file|files}: another format of report has them."}
)
