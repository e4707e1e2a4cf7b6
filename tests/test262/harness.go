package test262

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// fnGlobalObject replaces the suite's file of that name, which reaches the global object through sloppy code.
const fnGlobalObject = `var __globalObject = globalThis;
function fnGlobalObject() { return __globalObject; }
`

// topLevelBinding finds lexical declarations at the margin of harness files. Firn has no global lexical scope that
// scripts share, so a harness file that is evaluated before its test must declare them with var.
var topLevelBinding = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^(const|let) `) })

// harness prepares the harness files of jobs and shares equal sets.
type harness struct {
	suite *Suite
	mu    sync.Mutex
	sets  map[string][]Source
}

func newHarness(s *Suite) *harness {
	return &harness{suite: s, sets: make(map[string][]Source)}
}

// For answers the harness of a test: assert.js and sta.js, doneprintHandle.js for asynchronous tests, then what the
// test includes.
func (h *harness) For(m *Meta) (key string, sources []Source, err error) {
	if m.Has("raw") {
		return "", nil, nil
	}
	names := []string{"assert.js", "sta.js"}
	if m.Has("async") {
		names = append(names, "doneprintHandle.js")
	}
	for _, name := range m.Includes {
		if !contains(names, name) {
			names = append(names, name)
		}
	}
	key = strings.Join(names, " ")
	h.mu.Lock()
	defer h.mu.Unlock()
	if sources, ok := h.sets[key]; ok {
		return key, sources, nil
	}
	for _, name := range names {
		text, ok := h.suite.Text("harness/" + name)
		if !ok {
			return "", nil, fmt.Errorf("harness file %s is not in the suite", name)
		}
		if name == "fnGlobalObject.js" {
			text = fnGlobalObject
		}
		text = topLevelBinding().ReplaceAllString(text, "var ")
		sources = append(sources, Source{Name: "harness/" + name, Text: text})
	}
	h.sets[key] = sources
	return key, sources, nil
}
