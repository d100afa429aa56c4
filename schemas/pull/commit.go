package pull

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// commit moves the documents into their places and writes the manifest. Where
// anything fails, everything is put back.
func (s *stage) commit(ctx context.Context) error {
	if len(s.kept) == 0 {
		return nil
	}
	unlock, err := lock(ctx, filepath.Join(s.dir, lockFile))
	if err != nil {
		if ctx.Err() != nil {
			return interrupted(ctx)
		}
		return disk(s.dir, err)
	}
	defer unlock()
	m, err := readManifest(s.dir)
	switch {
	case err != nil && !errors.Is(err, errDamaged):
		return disk(s.dir, err)
	case m.Version > manifestVersion:
		return tooNew(s.dir)
	case ctx.Err() != nil:
		return interrupted(ctx)
	}
	records, undo, err := s.placeAll()
	if err == nil {
		err = s.writeManifest(m.merge(records))
	}
	if err != nil {
		for _, back := range slices.Backward(undo) {
			back()
		}
		return disk(s.dir, err)
	}
	return nil
}

// placeAll moves the documents into their places, and gives their records and
// what puts back all that was moved.
func (s *stage) placeAll() (records []Record, undo []func(), err error) {
	for _, k := range s.kept {
		if err := s.place(k, &undo); err != nil {
			return nil, undo, err
		}
		records = append(records, k.Record)
	}
	return records, undo, nil
}

// place moves one document into its place, and notes how to take it back.
func (s *stage) place(k staged, undo *[]func()) error {
	if k.file == "" {
		return nil
	}
	target := file(k.Name, k.Version)
	back := func() {
		s.root.Remove(target)
		s.root.Remove(k.Name) // where nothing else is in it
		s.root.Remove(path.Dir(k.Name))
	}
	old, err := s.root.ReadFile(target)
	switch {
	case err == nil:
		saved := k.file + ".old"
		if err := s.root.WriteFile(saved, old, 0o666); err != nil {
			return err
		}
		back = func() { s.root.Rename(saved, target) }
	case !errors.Is(err, os.ErrNotExist):
		return err
	}
	*undo = append(*undo, back)
	if err := s.root.MkdirAll(k.Name, 0o777); err != nil {
		return err
	}
	return s.root.Rename(k.file, target)
}

// writeManifest replaces the manifest once the new one is on the disk.
func (s *stage) writeManifest(m manifest) error {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	fresh := path.Join(s.name, manifestFile)
	f, err := s.root.Create(fresh)
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return s.root.Rename(fresh, manifestFile)
}
