# Shorthands; nothing here is needed to build or test. See README.md.
.PHONY: all build rom test race generate fmt bench ci

all: build test

# Without cgo the binary is static and starts a millisecond sooner.
build: rom
	CGO_ENABLED=0 go build -o firn ./cmd/firn

# The image of all built-ins, which the binary embeds.
rom:
	go generate ./romgen

test:
	go test ./...

race:
	go test -race . ./heap ./runtime/...

generate:
	go generate ./...

fmt:
	gofmt -w $$(git ls-files '*.go')

bench:
	go run ./bench

ci:
	.ci/run
