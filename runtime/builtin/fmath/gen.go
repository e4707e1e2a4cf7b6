package fmath

//go:generate go run ./_gen
