# Shorthands; nothing here is needed to build or test. See README.md.
.PHONY: all build rom test race generate fmt bench ci

all: build test

# With the image in the binary, no start has to look for one or build it.
build: rom
	go build -o firn ./cmd/firn

# The image of all built-ins, which the binary embeds.
rom:
	go generate ./romgen

test:
	go test ./...

race:
	go test -race -p 1 -timeout 30m ./...

generate:
	go generate ./...

fmt:
	gofmt -w $$(git ls-files '*.go')

bench:
	go run ./bench

ci:
	.ci/run
