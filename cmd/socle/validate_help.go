package main

// What the help of validate says.
const validateFR = `Vérifie des tableaux (CSV, XLSX, ODS) et des données GeoJSON ou JSON, même compressés, ceux d'un dossier et de ses
sous-dossiers (sauf les fichiers cachés), d'une archive ZIP ou d'un Data Package, et dit ce qu'il faut corriger, dans
quelle cellule, et quoi écrire à la place.

Sans --schema, le schéma est reconnu au nom du fichier, à ses colonnes et à ses valeurs : la dernière version,
sauf si le fichier suit clairement une plus ancienne. --schema none vérifie l'écriture et la géométrie seules.
Par défaut, l'ordre des colonnes est libre et les écarts de présentation ne sont que des avertissements ;
--strict en fait des erreurs.

--format se répète pour avoir plusieurs rapports d'un seul passage : -f text -f html:rapport.html. Dans GitHub Actions
et GitLab CI, sans --format, les annotations de la plateforme accompagnent le texte.

--territory vérifie que les lignes et les points sont bien d'une commune (59350), d'un EPCI (200093201), d'un
département (59) ou d'une région (region:32) : voir socle territory --help.

Chaque fichier jugé en entier a une note sur 100 : 50 pour les lignes sans erreur, 20 pour les cellules obligatoires
remplies, 10 pour les autres colonnes présentes, 20 pour les lignes sans avertissement.

Une adresse (https://…) est lue comme un fichier, à mesure qu'il arrive ; rien d'autre ne va sur le réseau.

--rejects et --accepted partagent les lignes entre deux fichiers CSV (UTF-8, virgules) : celles qui ont des erreurs,
avec leur numéro et les motifs, et les autres, telles quelles. Dans les rejets, une apostrophe précède ce qu'un
tableur prendrait pour une formule ; les lignes acceptées ne changent pas, et le contrôle « formula-cell » les compte.
Une erreur du fichier entier, comme une colonne obligatoire absente, fait rejeter toutes les lignes. De GeoJSON ou
d'autre JSON, un nom en .geojson ou .json reçoit les entités telles quelles, les motifs dans une propriété.

Codes de sortie : 0 rien à redire · 1 des fautes · 2 commande, réglage ou schéma incorrect · 3 un fichier
n'a pas pu être jugé jusqu'au bout, ou le rapport n'a pas pu être écrit en entier (tube refermé compris).
Avec Ctrl-C, le rapport de ce qui est déjà jugé est écrit, et le code est 3.`

const validateEN = `Checks tables (CSV, XLSX, ODS) and GeoJSON or JSON data, packed or not, those of a folder and its subfolders (save
hidden files), of a ZIP archive or of a Data Package, and says what to mend, in which cell, and what to write instead.

Without --schema the schema is recognised by the file's name, columns and values: the newest version, unless the
file clearly follows an older one. --schema none checks the form of the file and its geometry alone.
By default the order of columns is free and departures in presentation are mere warnings; --strict makes them errors.

--format may be repeated for several reports of one run: -f text -f html:report.html. On GitHub Actions and GitLab CI,
without --format, the annotations of the platform come besides the text.

--territory checks that rows and points belong to a commune (59350), an EPCI (200093201), a département (59) or a
region (region:32): see socle territory --help.

Every file that is judged to its end has a score out of 100: 50 for the rows without error, 20 for the required cells
that are filled, 10 for the other columns that are present, 20 for the rows without warning.

An address (https://…) is read as a file is, as it comes; nothing else uses the network.

--rejects and --accepted divide the rows between two CSV files (UTF-8, commas): those with errors, with their
numbers and the reasons, and the others, as they are. In the rejects an apostrophe stands before what a spreadsheet
would take for a formula; accepted rows do not change, and the check "formula-cell" counts such cells.
An error of the whole file, such as a required column that is absent, has all rows rejected. Of GeoJSON or other
JSON, a name in .geojson or .json gets the features as they are, the reasons in a property.

Exit codes: 0 nothing found · 1 faults · 2 wrong command, setting or schema · 3 a file could not be judged
to its end, or the report not be written in full (a closed pipe included).
After Ctrl-C the report of what has been judged is written, and the code is 3.`
