package proof

import (
	"strings"

	"github.com/socle-commun/socle/schemas/text"
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// jargon are words that a town hall's agent does not know, by the language of
// the sentence that they may not be in.
var jargon = map[text.Lang]map[string]bool{
	text.French: setOf(`header headers string strings integer integers boolean booleans booléen booléens
		regex regexp parse parser parsing parsé token tokens float array arrays object objects
		offset buffer byte bytes char chars flag flags default value values key keys payload
		warning warnings error errors timeout checksum array enum enums stdin stdout backslash
		runtime thread callback endpoint boolean undefined checksum luhn modulo regexes slash`),
	text.English: setOf(`regex regexp regexes parse parser parsing parsed token tokens float array arrays
		boolean booleans integer integers enum enums luhn modulo checksum undefined payload stdin stdout
		callback endpoint runtime offset buffer`),
}

// englishWords are common words of English that French has not.
var englishWords = setOf(`the is are was were be been being am has have had having does did doing do not nor of off to from with
	without within into onto upon for by at it its they them their theirs he she his her hers him you your
	yours we our ours us my mine this that these those there here which who whom whose what where when why
	how and but because though although while until unless since before after above below over under between
	among against across along around through during again once only own same so than too very just also
	always never often already still yet even ever can cannot could should would must may might shall will all
	any both each every few more most much many other another others some such none nothing something one two
	three four five seven eight nine ten first last next write writes written writing wrote give gives given
	gave take takes taken took taking make makes made making find finds found say says said tell tells told
	want wants wanted need needs needed keep keeps kept look looks looked seem seems seemed get gets got put
	puts see sees seen saw read reads reading open opens opened close closes closed begin begins began begun
	start starts started end ends ended stop stops stopped save saves saved check checks checked judge judged
	add adds added remove removes removed rename renamed replace replaced corrected mend mended fix
	fixed move moved copy copied delete deleted drop dropped fill filled allow allowed allows ask asks asked
	expect expects expected expecting require required requires miss missing missed lack lacks lacking wrong
	right empty blank full short shorter larger small smaller big bigger great greater less least
	new newer newest old older oldest good better best bad worse worst yes known unknown hidden
	swapped damaged broken spelled spelt file files folder folders row rows column columns cell cells line
	lines sheet sheets workbook field fields name names named number numbers figures digit digits
	letter letters word words spreadsheet list lists item items set sets day days month months year years hour
	hours time times week weeks today now space spaces comma commas semicolon semicolons quote quotes
	quotation mark marks bracket brackets brace braces stands stand stood holds held hold belongs belong means
	mean meant degree degrees metre metres meter meters address addresses street streets road roads town towns
	city cities village people person users user author schema schemas data dataset property properties
	feature features geometry geometries shape ring rings hole holes vertex vertices crosses cross touches
	form forms kind kinds way ways level levels about almost near nearly far left down up out back away
	together apart instead otherwise else then thus hence like likely either neither whether whole half rest
	twice upper lower higher highest lowest greatest enough`)

// frenchWords are common words of French that English has not.
var frenchWords = setOf(`le la les un une des du au aux et ou où ni mais donc ce cet cette ces ceci cela ça il elle ils elles nous
	vous je tu se sa ses leur leurs ma mes notre votre nos vos que qui quoi dont quel quelle quels quelles
	lequel laquelle est sont était étaient être été sera seront ont avait avoir eu aura fait faire faut
	falloir doit doivent peut peuvent veut vont va pas jamais rien aucun aucune plusieurs quelque quelques
	chaque tout toute tous toutes autre autres même mêmes dans pour par avec sans sur sous vers chez entre
	depuis pendant avant après contre selon dès jusque très trop peu moins aussi encore déjà toujours ainsi
	alors puis ensuite sinon ligne lignes colonne colonnes cellule cellules fichier fichiers dossier dossiers
	feuille feuilles classeur valeur valeurs nom noms nombre nombres numéro numéros chiffre chiffres lettre
	lettres mot mots espace espaces virgule virgules guillemet guillemets crochet crochets accolade accolades
	schéma schémas donnée données propriété propriétés entité entités géométrie forme formes jour jours mois
	année années heure heures aujourd hui écrivez écrire écrit vérifiez vérifier ajoutez supprimez corrigez
	corriger remplissez enregistrez donnez mettez gardez reprenez recopiez cherchez choisissez videz remplacez
	renommez exportez téléchargez vide vides obligatoire facultatif facultative absente présent attendu
	attendue trouvé trouvée mauvais mauvaise bon bonne incorrecte permis permise interdit tableur exemple
	erreur erreurs avertissement avertissements remarque remarques rue voie voies adresse adresses mairie
	ville code_postal premier première dernier dernière seul seule seuls seules commence finit contient
	ressemble manque manquent existe chaîne entier entière vrai faux oui `)
