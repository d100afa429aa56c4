package cog

import (
	_ "embed"
	"sync"
)

// embedded is the data file that cmd/cog wrote.
//
//go:embed cog.txt
var embedded string

// the is the index of the embedded list, made when it is first asked for.
var the = sync.OnceValue(func() *index { return newIndex(embedded) })
