package workload

import (
	"encoding/json"
	"errors"
	"os"
)

// ValidJSON reads a file with json.Valid: what a run of that program does.
func ValidJSON(path string) error {
	data, err := os.ReadFile(path)
	if err == nil && !json.Valid(data) {
		err = errors.New(path + " is not JSON")
	}
	return err
}
