package cog

import (
	_ "embed"
	"sync"
)

// embedded is the data file that cmd/cog wrote.
//
//go:embed cog.zst
var embedded []byte

// the is the index of the embedded list, made when it is first asked for.
var the = sync.OnceValue(func() *index {
	list, err := Decode(embedded)
	if err != nil {
		panic(err) // the program was built with a broken file
	}
	return newIndex(list)
})
