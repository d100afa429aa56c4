package main

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/socle-commun/socle/schemas/text"
)

// reasons say in words what systems say by numbers, the first that fits.
var reasons = []struct {
	err error
	say text.Text
}{
	{fs.ErrNotExist, text.Text{FR: "il n'existe pas", EN: "it does not exist"}},
	{fs.ErrPermission, text.Text{FR: "le droit manque", EN: "permission is missing"}},
	{fs.ErrExist, text.Text{FR: "il existe déjà", EN: "it exists already"}},
	{syscall.EISDIR, text.Text{FR: "c'est un dossier", EN: "it is a folder"}},
	{syscall.ENOTDIR, text.Text{FR: "un fichier se trouve là où il faudrait un dossier", EN: "there is a file where a folder should be"}},
	{syscall.ENOSPC, text.Text{FR: "il n'y a plus de place", EN: "there is no space left"}},
	{syscall.EROFS, text.Text{FR: "ce disque est en lecture seule", EN: "this disk is read-only"}},
	{syscall.ENAMETOOLONG, text.Text{FR: "son nom est trop long", EN: "its name is too long"}},
}

// reasonOf says what the system says of an error, without the path: in words
// where it is a usual one.
func reasonOf(err error) text.Text {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.say
		}
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return text.Text{FR: err.Error(), EN: err.Error()}
}

func (a *app) reason(err error) string { return reasonOf(err).In(a.lang) }
