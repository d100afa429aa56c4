package lint

// fieldRules are about what a field is called and how it is presented.
var fieldRules = map[string]rule{
	"duplicate-field": {Error, hint("Donnez à chaque champ un nom différent.", "Give each field another name.")},
	"similar-field": {Warning, only("« {name} » ne se distingue de « {other} » que par la casse, les accents ou la ponctuation.", `"{name}" differs from "{other}" only by case, accents or punctuation.`,
		"Donnez à l'un des deux champs un nom plus parlant.", "Give one of the two fields a more telling name.")},
	"field-name": {Notice, with(with(with(with(with(map[string]words{},
		"edge", "le nom « {name} » commence ou finit par un espace (␣), que personne ne verra.", `the name "{name}" begins or ends with a space (␣), which nobody will see.`, "Écrivez « {fix} ».", `Write "{fix}".`),
		"space", "le nom « {name} » contient un espace.", `the name "{name}" holds a space.`, "Écrivez plutôt « {fix} ».", `Rather write "{fix}".`),
		"accent", "le nom « {name} » contient un accent ou un signe que tous les outils ne lisent pas.", `the name "{name}" holds an accent or a sign that not all tools read.`, "Écrivez plutôt « {fix} ».", `Rather write "{fix}".`),
		"sign", "le nom « {name} » contient autre chose que des lettres, des chiffres et « _ ».", `the name "{name}" holds something else than letters, digits and "_".`, "Écrivez plutôt « {fix} ».", `Rather write "{fix}".`),
		"capital", "le nom « {name} » contient des majuscules, que l'on recopie souvent mal.", `the name "{name}" holds capitals, which are often copied wrong.`, "Écrivez plutôt « {fix} ».", `Rather write "{fix}".`)},
	"missing-type": {Notice, only("« {field} » n'a pas de type : c'est un texte.", `"{field}" has no type: it is a text.`,
		`Écrivez "type": "string", ou le type que vous voulez.`, `Write "type": "string", or the type that you want.`)},
	"missing-field-title": {Notice, only("« {field} » n'a pas de titre.", `"{field}" has no title.`,
		`Ajoutez "title": le nom de la colonne, en clair.`, `Add "title": the name of the column, in plain words.`)},
	"missing-field-description": {Notice, only("« {field} » n'a pas de description.", `"{field}" has no description.`,
		`Ajoutez "description": ce qu'il faut écrire dans la colonne.`, `Add "description": what is to be written in the column.`)},
}

// valueRules are about the values that constraints and examples hold.
var valueRules = map[string]rule{
	"empty-range": {Error, only("aucune valeur ne convient : « {low} » est {min}, et « {high} » {max}.", `no value will do: "{low}" is {min}, and "{high}" {max}.`,
		"Échangez ces limites, ou corrigez-en une.", "Exchange these limits, or mend one.")},
	"enum-duplicate": {Warning, with(only("« {value} » est deux fois dans la liste des valeurs.", `"{value}" is in the list of values twice.`, "Gardez-en une seule.", "Keep one of them."),
		"alike", "« {value} » et « {other} » sont presque la même valeur : on les confondra.", `"{value}" and "{other}" are nearly the same value: they will be mistaken.`, "Gardez-en une seule.", "Keep one of them.")},
	"enum-space": {Warning, only("la valeur « {value} » commence ou finit par un espace (␣) : sans lui, une cellule sera refusée.", `the value "{value}" begins or ends with a space (␣): without it a cell will be refused.`,
		"Écrivez « {fix} ».", `Write "{fix}".`)},
	"enum-refused": {Warning, only("la contrainte « {constraint} » refuse la valeur « {value} » de la liste : elle ne pourra jamais être écrite.", `the constraint "{constraint}" refuses the value "{value}" of the list: it can never be written.`,
		"Retirez la valeur, ou corrigez la contrainte ; une liste de valeurs suffit.", "Take the value away, or mend the constraint; a list of values is enough.")},
	"example-type": {Warning, with(only("l'exemple « {value} » n'est pas une valeur de type {type}.", `the example "{value}" is not a value of type {type}.`,
		"Donnez un exemple que le champ admet, ou changez le type ou le format du champ.", "Give an example that the field allows, or change the type or the format of the field."),
		"fix", "l'exemple « {value} » n'est pas une valeur de type {type}.", `the example "{value}" is not a value of type {type}.`, "Écrivez « {fix} », ou changez le type ou le format du champ.", `Write "{fix}", or change the type or the format of the field.`)},
	"example-pattern": {Warning, only("l'exemple « {value} » est refusé par l'expression régulière de son champ.", `the example "{value}" is refused by the regular expression of its field.`,
		"Donnez pour exemple une seule valeur, telle qu'elle s'écrit dans une cellule, ou corrigez l'expression : elle doit décrire la valeur entière.",
		"Give one value as the example, as it is written in a cell, or mend the expression: it must describe the whole value.")},
	"example-enum": {Warning, with(only("l'exemple « {value} » n'est pas dans la liste des valeurs.", `the example "{value}" is not in the list of values.`,
		"Donnez une seule valeur de la liste, ou ajoutez celle-ci à la liste.", "Give one value of the list, or add this one to the list."),
		"near", "l'exemple « {value} » n'est pas dans la liste des valeurs.", `the example "{value}" is not in the list of values.`, "Écrivez « {near} », ou ajoutez cette valeur à la liste.", `Write "{near}", or add this value to the list.`)},
	"example-limit": {Warning, only("l'exemple « {value} » ne respecte pas « {constraint} » ({limit}).", `the example "{value}" does not keep to "{constraint}" ({limit}).`,
		"Corrigez l'exemple, ou la contrainte.", "Mend the example, or the constraint.")},
	"example-item": {Warning, only("dans l'exemple « {value} », l'élément « {item} » ne respecte pas « {constraint} ».", `in the example "{value}" the item "{item}" does not keep to "{constraint}".`,
		"Corrigez l'exemple, ou la contrainte.", "Mend the example, or the constraint.")},
}
