package main

import (
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// inBookCommand is "inbook [-note] FILE SHEET!CELL TEXT": it wants a cell of a
// workbook to hold a text, or its note to begin with one. No cell may hold a
// formula.
func inBookCommand(ts *testscript.TestScript, neg bool, args []string) {
	note := len(args) > 0 && args[0] == "-note"
	if note {
		args = args[1:]
	}
	if neg || len(args) != 3 {
		ts.Fatalf("usage: inbook [-note] FILE SHEET!CELL TEXT")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	sheet, cell, _ := strings.Cut(args[1], "!")
	got, err := f.GetCellValue(sheet, cell)
	ts.Check(err)
	formula, err := f.GetCellFormula(sheet, cell)
	ts.Check(err)
	if formula != "" {
		ts.Fatalf("%s holds the formula %q", args[1], formula)
	}
	plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	if !note {
		if plain.Replace(got) != args[2] {
			ts.Fatalf("%s of %v holds %q, not %q", args[1], f.GetSheetList(), got, args[2])
		}
		return
	}
	comments, err := f.GetComments(sheet)
	ts.Check(err)
	for _, c := range comments {
		if c.Cell == cell && strings.HasPrefix(plain.Replace(c.Text), args[2]) {
			return
		}
	}
	ts.Fatalf("no note of %s begins with %q: %v", args[1], args[2], comments)
}
