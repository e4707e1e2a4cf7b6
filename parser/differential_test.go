package parser_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"firn/parser"
)

// nodeAccepts is a node program: it reads a JSON array of programs and writes, for each, 1 if node parses it as a strict script.
const nodeAccepts = `
const vm = require("vm");
const list = JSON.parse(require("fs").readFileSync(0, "utf8"));
const out = list.map((src) => {
  try { new vm.Script('"use strict";\n' + src); return 1; } catch (e) { return e instanceof SyntaxError ? 0 : 2; }
});
process.stdout.write(JSON.stringify(out));`

// TestDifferentialNode compares which programs are accepted with node (V8), on mixtures of tokens and pieces of programs.
func TestDifferentialNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	tokens := strings.Fields(`a b c let const var function class async await yield static get set of in new this super null
		if else for while do switch case break continue return throw try catch finally typeof void delete instanceof eval arguments target extends
		constructor prototype __proto__ => => => ( ( ( ) ) ) [ ] { } { } , , ; : ? . ?. ... = = == + - * ** / % ++ -- ! ~ < > & | ^ && || ?? ??= += #p #q 1 0n 's' with import label
		` + "` ${ }` `t` \\u0061 \\u{62}sync l\\u0065t 08 0x 1_0 1__0 /x/ enum")
	pieces := append([]string{
		"(a, b) => c", "async (a, b) => c", "({a = 1})", "[a, b] = c", "{a, b} = c", "class { a = 1; static b() {} }", "class extends a { constructor() { super() } }",
		"function f(a = 1) { 'use strict' }", "function* g() { yield a }", "async function h() { await a }", "for (const a of b) c;", "for (let a = 1; a; ) { let a }", "a: for (;;) { break a; continue a }",
		"switch (a) { case b: let c; case d: let e }", "try { a } catch (b) { let c }", "do a; while (b)", "`a${b}c`", "a?.b.c", "a ?? b", "x => y", "new.target", "super.a", "delete a.b", "#p in a",
		"{ function f() {} }", "var {a, ...b} = c", "let [a = 1, , ...b] = c", "(function () { return arguments })", "-a ** b", "async x => await x", "get a() { return b }", "set a(b) {}", "static { a }", "this.#p",
	}, seeds...)
	seed, _ := strconv.ParseInt(os.Getenv("FIRN_SEED"), 10, 64)
	r := rand.New(rand.NewSource(seed))
	n := 20000
	if testing.Short() {
		n = 3000
	}
	var programs []string
	for len(programs) < n {
		var b strings.Builder
		switch r.Intn(3) {
		case 0:
			for k := r.Intn(9); k >= 0; k-- {
				b.WriteString(tokens[r.Intn(len(tokens))] + []string{" ", " ", "", "\n"}[r.Intn(4)])
			}
		case 1: // a piece with something put in, taken out or replaced
			s := pieces[r.Intn(len(pieces))]
			at := r.Intn(len(s) + 1)
			b.WriteString(s[:at])
			if r.Intn(2) == 0 {
				b.WriteString(" " + tokens[r.Intn(len(tokens))] + " ")
			} else {
				b.WriteString(" " + pieces[r.Intn(len(pieces))] + " ")
			}
			b.WriteString(s[min(at+r.Intn(4), len(s)):])
		case 2: // a piece inside another construct
			outer := []string{"(%)", "[%]", "({%})", "function f() { % }", "async function f() { % }", "function* f() { % }", "class A { % }", "class A extends B { constructor() { % } }",
				"class A { m() { % } }", "class A { static { % } }", "class A { a = % }", "(%) => a", "async (%) => a", "function f(%) {}", "for (% of a);", "for (% in a);", "for (%;;);", "({a: %} = b)", "[%] = b",
				"a: { % }", "while (a) { % }", "if (a) %", "`${%}`", "x = { m() { % } }", "x = { m(%) {} }", "switch (a) { case %: b }", "try {} catch (%) {}", "let % = a", "let a, b; %", "{ % } let a", "var a; { % }"}[r.Intn(31)]
			s := pieces[r.Intn(len(pieces))]
			if r.Intn(2) == 0 {
				s = tokens[r.Intn(len(tokens))] + " " + s
			}
			b.WriteString(strings.ReplaceAll(outer, "%", s))
		}
		if s := b.String(); !strings.ContainsAny(s, "\u2028") && !strings.Contains(s, "dgimsuy") && strings.ToValidUTF8(s, "") == s {
			programs = append(programs, s)
		}
	}
	input, err := json.Marshal(programs)
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "accepts.js")
	if err := os.WriteFile(script, []byte(nodeAccepts), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, script)
	cmd.Stdin = bytes.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	output, err := cmd.Output()
	if err != nil {
		t.Skipf("node failed, and Node.js 20 does not; install it: %v\n%s", err, stderr.String())
	}
	var accepts []int
	if err := json.Unmarshal(output, &accepts); err != nil || len(accepts) != len(programs) {
		t.Fatalf("node gave %d answers for %d programs: %v", len(accepts), len(programs), err)
	}
	differ, valid := 0, 0
	for i, src := range programs {
		_, err := parser.Parse(src, everything(false))
		valid += accepts[i]
		if (err == nil) == (accepts[i] == 1) || accepts[i] == 2 || explained(src, err) {
			continue
		}
		if differ++; differ <= 40 {
			t.Errorf("node %d, we %v: %q", accepts[i], err, src)
		}
	}
	t.Logf("%d programs, %d accepted by node, %d differ", len(programs), valid, differ)
}

// explained tells the differences that are meant: what SES or the absence of Annex B forbids, and calls as assignment targets, which V8 lets
// through to a ReferenceError at run time.
func explained(src string, err error) bool {
	var e *parser.SyntaxError
	if errors.As(err, &e) {
		return e.Code == parser.ErrSES || e.Code == parser.ErrTarget && src[e.End-1] == ')'
	}
	return false
}
