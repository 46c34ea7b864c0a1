// Command trivy-db writes a Trivy vulnerability database from YAML fixtures: trivy-db DATABASE FIXTURE...
package main

import (
	"log"
	"os"

	fixtures "github.com/aquasecurity/bolt-fixtures"
)

func main() {
	loader, err := fixtures.New(os.Args[1], os.Args[2:])
	if err != nil {
		log.Fatal(err)
	}
	defer loader.Close()
	if err := loader.Load(); err != nil {
		log.Fatal(err)
	}
}
