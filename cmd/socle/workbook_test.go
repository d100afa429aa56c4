package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// workbookCommand is "workbook FILE CSV...": it makes an XLSX whose sheets have
// the names and the cells of CSV files. What is a number there is one in the
// workbook, unless it begins with a zero.
func workbookCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: workbook FILE CSV...")
	}
	f := excelize.NewFile()
	for i, name := range args[1:] {
		table, err := csv.NewReader(strings.NewReader(ts.ReadFile(name))).ReadAll()
		ts.Check(err)
		sheet := strings.TrimSuffix(filepath.Base(name), ".csv")
		if i == 0 {
			ts.Check(f.SetSheetName("Sheet1", sheet))
		} else {
			_, err = f.NewSheet(sheet)
			ts.Check(err)
		}
		for r, cells := range table {
			row := make([]any, len(cells))
			for c, cell := range cells {
				row[c] = cell
				if n, err := strconv.ParseFloat(cell, 64); err == nil && !strings.HasPrefix(cell, "0") {
					row[c] = n
				}
			}
			at, err := excelize.CoordinatesToCellName(1, r+1)
			ts.Check(err)
			ts.Check(f.SetSheetRow(sheet, at, &row))
		}
	}
	var b strings.Builder
	ts.Check(f.Write(&b))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(b.String()), 0o666))
}
