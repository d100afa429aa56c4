package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
)

// The package, and the checksum that the registry published for it.
const (
	packageName      = "@etalab/decoupage-administratif"
	packageVersion   = "6.0.0"
	packageIntegrity = "sha512-XavYsFlbcM/prKr8hNHPKER94IHw/dsxNM4nxjWMYk6PLFACpEedvn/7wK8Baozm0dCYhWWcf+7bcWpA5pmCaQ=="
)

// wanted are the files of the package that the list is made of.
var wanted = []string{
	"package.json", "README.md",
	"data/communes.json", "data/departements.json", "data/regions.json", "data/epci.json", "data/ept.json",
}

// maxFile bounds a file of the package, in bytes.
const maxFile = 64 << 20

// files are the wanted files by their path in the package.
type files map[string][]byte

// openPackage reads a tarball, or the folder that one was unpacked into.
func openPackage(from string) (files, error) {
	info, err := os.Stat(from)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		p := make(files)
		for _, name := range wanted {
			if p[name], err = os.ReadFile(filepath.Join(from, filepath.FromSlash(name))); err != nil {
				return nil, err
			}
		}
		return p, nil
	}
	tarball, err := os.ReadFile(from)
	if err != nil {
		return nil, err
	}
	sum := sha512.Sum512(tarball)
	if got := "sha512-" + base64.StdEncoding.EncodeToString(sum[:]); got != packageIntegrity {
		return nil, fmt.Errorf("%s is not %s %s: its checksum is %s", from, packageName, packageVersion, got)
	}
	return unpack(tarball)
}

// unpack reads the wanted files of a tarball, all of which must be there.
func unpack(tarball []byte) (files, error) {
	z, err := gzip.NewReader(bytes.NewReader(tarball))
	if err != nil {
		return nil, err
	}
	p := make(files)
	for t := tar.NewReader(z); ; {
		header, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		for _, name := range wanted {
			if header.Name != path.Join("package", name) {
				continue
			}
			if header.Size > maxFile {
				return nil, fmt.Errorf("%s is too large", name)
			}
			if p[name], err = io.ReadAll(t); err != nil {
				return nil, err
			}
		}
	}
	for _, name := range wanted {
		if p[name] == nil {
			return nil, fmt.Errorf("%s is missing", name)
		}
	}
	return p, nil
}

// download has npm fetch the tarball, and reads it.
func download() (files, error) {
	folder, err := os.MkdirTemp("", "cog")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	npm := exec.Command("npm", "pack", "--silent", packageName+"@"+packageVersion)
	npm.Dir, npm.Stderr = folder, os.Stderr
	if err := npm.Run(); err != nil {
		return nil, fmt.Errorf("npm pack: %w", err)
	}
	tarballs, err := filepath.Glob(filepath.Join(folder, "*.tgz"))
	if err != nil || len(tarballs) != 1 {
		return nil, fmt.Errorf("npm pack left %d tarballs", len(tarballs))
	}
	return openPackage(tarballs[0])
}
