package web

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/socle-commun/socle/schemas/fetch"
	"github.com/socle-commun/socle/schemas/text"
	"github.com/socle-commun/socle/validate"
)

// failureOf makes a failure of any error of the network.
func failureOf(err error) *validate.Failure {
	var known *validate.Failure
	if errors.As(err, &known) {
		return known
	}
	fault := fetch.Network(err)
	return &validate.Failure{Code: fault.Code, Say: text.Text{FR: sentence(fault.Say.FR), EN: sentence(fault.Say.EN)}}
}

// sentence begins with a capital letter.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

func failure(code, fr, en string, args ...any) *validate.Failure {
	return &validate.Failure{Code: code, Say: text.Text{FR: fmt.Sprintf(fr, args...), EN: fmt.Sprintf(en, args...)}}
}

// refused says what a status that is no success means.
func refused(status int) *validate.Failure {
	switch {
	case status == 404 || status == 410:
		return failure("not-found", "Le serveur n'a pas de fichier à cette adresse (réponse %d) : vérifiez-la.", "The server has no file at this address (answer %d): check it.", status)
	case status == 401 || status == 403 || status == 407:
		return failure("forbidden", "Le serveur refuse l'accès à ce fichier (réponse %d) : il demande peut-être un compte, ou le jeu de données n'est pas public.",
			"The server forbids access to this file (answer %d): it may ask for an account, or the dataset is not public.", status)
	case status == 429:
		return failure("status", "Le serveur refuse pour le moment : il reçoit trop de demandes (réponse %d). Réessayez dans quelques minutes.", "The server refuses for now: it is asked too often (answer %d). Try again in some minutes.", status)
	case status == 408 || status >= 500:
		return failure("status", "Le serveur est en panne ou surchargé (réponse %d) : réessayez plus tard.", "The server is out of order or overloaded (answer %d): try again later.", status)
	case status >= 200 && status < 300:
		return failure("status", "Le serveur répond sans donner de fichier (réponse %d) : il le prépare peut-être encore, réessayez plus tard.",
			"The server answers without giving a file (answer %d): it may still be making it, try again later.", status)
	}
	return failure("status", "Le serveur refuse de donner le fichier (réponse %d).", "The server refuses to give the file (answer %d).", status)
}

func page() *validate.Failure {
	return failure("web-page", "L'adresse donne une page web et non un fichier : sur le portail, copiez l'adresse du lien de téléchargement.",
		"The address gives a web page, not a file: on the portal, copy the address of the download link.")
}

func tooLarge(limit int64) *validate.Failure {
	size := amount(limit)
	return failure("too-large", "Le fichier dépasse %[1]s : téléchargez-le, ou relevez la limite avec --max-download.",
		"The file is larger than %[2]s: download it, or raise the limit with --max-download.", size.FR, size.EN)
}

// amount says a number of bytes in the largest unit that is whole.
func amount(bytes int64) text.Text {
	unit := 0
	for bytes >= 1<<10 && bytes%(1<<10) == 0 && unit < 3 {
		bytes >>= 10
		unit++
	}
	fr := [...]string{"octets", "Kio", "Mio", "Gio"}
	return text.Text{
		FR: fmt.Sprintf("%d %s", bytes, fr[unit]),
		EN: fmt.Sprintf("%d %s", bytes, strings.NewReplacer("octets", "bytes", "io", "iB").Replace(fr[unit])),
	}
}

func unknownPacking(name string) *validate.Failure {
	return failure("packing", "Le serveur envoie le fichier compressé d'une façon (« %s ») que socle n'a pas demandée : téléchargez-le avec votre navigateur.",
		"The server sends the file packed in a way (%q) that socle did not ask for: download it with your browser.", name)
}

func damaged() *validate.Failure {
	return failure("damaged-archive", "Le serveur envoie un fichier compressé qui est abîmé.", "The server sends a packed file that is damaged.")
}
