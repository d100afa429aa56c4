package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"

	"github.com/socle-commun/socle/cmd/internal/workload"
)

// A file is one of those that are judged.
type file struct {
	kind, path string // kind is "" for the file as it is generated
	rows, bad  int
	size       int64 // bytes
}

// workbookRows is how many rows a workbook is measured with, at most.
const workbookRows = 100_000

// variants lists a file, the same one in Windows-1252, and a workbook of its
// first rows.
func variants(plain string, rows, bad int) ([]file, error) {
	fewer := min(rows, workbookRows)
	files := []file{
		{"", plain, rows, bad, 0},
		{", Windows-1252", plain + ".windows-1252.csv", rows, bad, 0},
		{fmt.Sprintf(", XLSX of %d rows", fewer), plain + ".xlsx", fewer, workload.Count(fewer, workload.Rare), 0},
	}
	for i := range files {
		info, err := os.Stat(files[i].path)
		if err != nil {
			return nil, err
		}
		files[i].size = info.Size()
	}
	return files, nil
}

// writeVariants writes what variants lists.
func writeVariants(plain string, rows int) error {
	return errors.Join(inWindows1252(plain, plain+".windows-1252.csv"), inXLSX(plain, plain+".xlsx", filepath.Dir(plain), min(rows, workbookRows)))
}

func removeVariants(plain string) {
	os.Remove(plain + ".windows-1252.csv")
	os.Remove(plain + ".xlsx")
}

// inWindows1252 writes a file anew in that encoding.
func inWindows1252(from, to string) error {
	return rewritten(from, to, func(r io.Reader, w io.Writer) error {
		_, err := io.Copy(transform.NewWriter(w, charmap.Windows1252.NewEncoder()), r)
		return err
	})
}

// rewritten makes a file of another.
func rewritten(from, to string, write func(io.Reader, io.Writer) error) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(out, 1<<20)
	return errors.Join(write(in, w), w.Flush(), out.Close())
}

// inXLSX writes the first rows of a file as a workbook, amounts as numbers. dir
// is for what the writer needs meanwhile.
func inXLSX(from, to, dir string, rows int) error {
	return rewritten(from, to, func(r io.Reader, w io.Writer) error {
		book := excelize.NewFile(excelize.Options{TmpDir: dir})
		sheet, err := book.NewStreamWriter("Sheet1")
		if err != nil {
			return err
		}
		if err := fill(sheet, csv.NewReader(r), rows); err != nil {
			return err
		}
		return errors.Join(sheet.Flush(), book.Write(w), book.Close())
	})
}

// fill writes the header and so many rows.
func fill(sheet *excelize.StreamWriter, table *csv.Reader, rows int) error {
	numbers := []int{slices.Index(strings.Split(workload.SubsidyHeader, ","), "montant"), strings.Count(workload.SubsidyHeader, ",")}
	for n := 1; n <= rows+1; n++ {
		record, err := table.Read()
		if err != nil {
			return err
		}
		cells := make([]any, len(record))
		for i, text := range record {
			cells[i] = text
			if value, err := strconv.ParseFloat(text, 64); err == nil && slices.Contains(numbers, i) {
				cells[i] = value
			}
		}
		if err := sheet.SetRow("A"+strconv.Itoa(n), cells); err != nil {
			return err
		}
	}
	return nil
}
