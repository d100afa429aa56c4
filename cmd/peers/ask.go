package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// node holds what runs in Node.js: the pinned packages and what asks them.
//
//go:embed node
var node embed.FS

// peerNames are the peers in the order of the table.
var peerNames = []string{"check-geojson", "geojsonhint"}

// answers are what the peers say of one file, by their names.
type answers map[string]answer

// An answer is what one peer says of one file.
type answer struct {
	Issues []issue `json:"issues,omitempty"`
	Crash  string  `json:"crash,omitempty"` // its error, where it judged nothing
}

// An issue is a fault in the peer's words. Advice forbids nothing.
type issue struct {
	Message string `json:"message"`
	Advice  bool   `json:"advice,omitempty"`
}

// patience is how long the peers may think about one file.
const patience = 5 * time.Minute

// answersOn gives what the peers say of files, by the names of these: as it was
// recorded, or asked now.
func answersOn(files []string, recorded, cache string) (map[string]answers, error) {
	said := map[string]answers{}
	if recorded != "" {
		data, err := os.ReadFile(recorded)
		if err == nil {
			err = json.Unmarshal(data, &said)
		}
		for _, path := range files {
			if _, ok := said[nameOf(path)]; !ok && err == nil {
				err = fmt.Errorf("%s: no answers are recorded on %s", recorded, path)
			}
		}
		return said, err
	}
	folder, err := install(cache)
	if err != nil {
		return nil, err
	}
	for _, path := range files {
		if said[nameOf(path)], err = ask(folder, path); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return said, nil
}

// writeAnswers records what the peers say.
func writeAnswers(path string, said map[string]answers) error {
	data, err := json.MarshalIndent(said, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o644)
}

// install puts the peers into a folder, unless they are there.
func install(folder string) (string, error) {
	for _, program := range []string{"node", "npm"} {
		if _, err := exec.LookPath(program); err != nil {
			return "", fmt.Errorf("%s is needed to run the peers, and is not installed (-recorded does without)", program)
		}
	}
	if folder == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return "", err
		}
		folder = filepath.Join(cache, "socle-peers", "geojson")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	wanted, err := node.ReadFile("node/package.json")
	if err != nil {
		return "", err
	}
	script, err := node.ReadFile("node/ask.cjs")
	if err != nil {
		return "", err
	}
	done := filepath.Join(folder, "installed.json") // written last
	if there, err := os.ReadFile(done); err != nil || !bytes.Equal(there, wanted) {
		if err := os.WriteFile(filepath.Join(folder, "package.json"), wanted, 0o644); err != nil {
			return "", err
		}
		npm := exec.Command("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
		npm.Dir, npm.Stderr = folder, os.Stderr
		if err := npm.Run(); err != nil {
			return "", fmt.Errorf("npm install: %w", err)
		}
		if err := os.WriteFile(done, wanted, 0o644); err != nil {
			return "", err
		}
	}
	return folder, os.WriteFile(filepath.Join(folder, "ask.cjs"), script, 0o644)
}

// ask has the peers judge a file, in a process of their own: a file that exhausts
// it is one answer less.
func ask(folder, path string) (answers, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	command := exec.CommandContext(ctx, "node", filepath.Join(folder, "ask.cjs"), folder, path)
	out, err := command.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		gone := answer{Crash: "the process ended: " + exit.String()}
		return answers{peerNames[0]: gone, peerNames[1]: gone}, nil
	} else if err != nil {
		return nil, err
	}
	said := answers{}
	return said, json.Unmarshal(out, &said)
}
