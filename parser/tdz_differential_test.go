package parser_test

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"firn/parser"
	"firn/parser/ast"
)

// nodeTDZ is a node program: it runs each program of a JSON array and gives the columns of the references that found their bindings uninitialised.
const nodeTDZ = `
const vm = require("vm");
const list = JSON.parse(require("fs").readFileSync(0, "utf8"));
const out = list.map((src) => {
  const columns = [];
  const note = (e) => {
    if (!/before initialization/.test(e.message)) return;
    const m = /tdz\.js:2:(\d+)/.exec(e.stack);
    if (m) columns.push(+m[1]);
  };
  const script = new vm.Script('"use strict";\n' + src, {filename: "tdz.js"});
  const world = {queue: [], note, a: 0, b: 0, c: 0, d: 0};
  try { script.runInNewContext(world, {timeout: 50}); } catch (e) { if (e && e.message) note(e); }
  return columns;
});
process.stdout.write(JSON.stringify(out));`

// tdzGenerator writes random programs, on one line, that declare names lexically and refer to them before, after and from closures.
type tdzGenerator struct {
	r     *rand.Rand
	b     strings.Builder
	depth int
	funcs int
}

func (g *tdzGenerator) name() string { return string(rune('a' + g.r.Intn(4))) }

func (g *tdzGenerator) expr() string {
	g.depth++
	defer func() { g.depth-- }()
	n := 9
	if g.depth > 4 {
		n = 2
	}
	switch g.r.Intn(n) {
	case 2:
		return "(() => " + g.expr() + ")()"
	case 3:
		return "queue.push(() => " + g.expr() + ")"
	case 4:
		return "(function (p = " + g.expr() + ") { " + g.expr() + " })()"
	case 5:
		return "(class { static x = " + g.expr() + "; static { " + g.expr() + " } })"
	case 6:
		return "((p = " + g.expr() + ") => " + g.expr() + ")()"
	case 7:
		return "queue.forEach(f => f())"
	case 8:
		return "({ m() { " + g.expr() + " } }).m()"
	}
	return g.name()
}

func (g *tdzGenerator) block() {
	g.depth++
	free := map[string]bool{"a": true, "b": true, "c": true, "d": true}
	for i := 2 + g.r.Intn(5); i > 0; i-- {
		g.statement(free)
	}
	g.depth--
}

func (g *tdzGenerator) statement(free map[string]bool) {
	kind := g.r.Intn(14)
	if g.depth > 4 {
		kind = g.r.Intn(5)
	}
	name := g.name()
	if kind < 4 && !free[name] {
		kind = 4
	}
	switch kind {
	case 0:
		g.b.WriteString("let " + name + " = (" + g.expr() + "); ")
		free[name] = false
	case 1:
		g.b.WriteString("const " + name + " = () => (" + g.expr() + "); ")
		free[name] = false
	case 2:
		g.b.WriteString("class " + name + " { static s = (" + g.expr() + "); static m() { (" + g.expr() + ") } static t = " + name + ".m(); } ")
		free[name] = false
	case 3:
		other := g.name()
		if other != name && free[other] {
			g.b.WriteString("let {" + name + ", " + other + " = (" + g.expr() + ")} = {" + name + ": (" + g.expr() + ")}; ")
			free[name], free[other] = false, false
		}
	case 5:
		g.b.WriteString("{ ")
		g.block()
		g.b.WriteString("} ")
	case 6, 7:
		g.funcs++
		f := "f" + strconv.Itoa(g.funcs)
		early := g.r.Intn(2) == 0
		if early {
			g.b.WriteString("try { " + f + "() } catch (e) { note(e) } ")
		}
		g.b.WriteString("function " + f + "() { ")
		g.block()
		g.b.WriteString("} ")
		if !early {
			g.b.WriteString("try { " + f + "() } catch (e) { note(e) } ")
		}
	case 8:
		g.b.WriteString("for (let " + name + " of [1, (" + g.expr() + ")]) { ")
		g.block()
		g.b.WriteString("} ")
	case 9:
		g.b.WriteString("for (let " + name + " = 0; " + name + " < 2; " + name + "++) { ")
		g.block()
		g.b.WriteString("} ")
	case 10:
		g.b.WriteString("for (const v of [0, 1, 2]) switch (v) { case 2: ")
		inner := map[string]bool{"a": true, "b": true, "c": true, "d": true}
		g.depth++
		for c := 0; c < 3; c++ {
			for i := 1 + g.r.Intn(3); i > 0; i-- {
				g.statement(inner)
			}
			if g.r.Intn(2) == 0 {
				g.b.WriteString("break; ")
			}
			if c < 2 {
				g.b.WriteString("case " + strconv.Itoa(c) + ": ")
			}
		}
		g.depth--
		g.b.WriteString("} ")
	case 11:
		g.b.WriteString("try { ")
		g.block()
		g.b.WriteString("} finally { (" + g.expr() + ") } ")
	default:
		g.b.WriteString("try { (" + g.expr() + ") } catch (e) { note(e) } ")
	}
}

// TestTDZDifferentialNode runs random programs in node: whatever reference node finds uninitialised must have IdentTDZ.
func TestTDZDifferentialNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not in PATH: install Node.js 20 or newer to compare with it")
	}
	seed, _ := strconv.ParseInt(os.Getenv("FIRN_SEED"), 10, 64)
	n := 1000
	if testing.Short() {
		n = 200
	}
	var programs []string
	for i := 0; i < n; i++ {
		g := &tdzGenerator{r: rand.New(rand.NewSource(seed*1000000 + int64(i)))}
		g.block()
		programs = append(programs, g.b.String())
	}
	input, err := json.Marshal(programs)
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "tdz.js")
	if err := os.WriteFile(script, []byte(nodeTDZ), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, script)
	cmd.Stdin = bytes.NewReader(input)
	output, err := cmd.Output()
	if err != nil {
		t.Skipf("node failed, and Node.js 20 does not; install it: %v", err)
	}
	var columns [][]int
	if err := json.Unmarshal(output, &columns); err != nil || len(columns) != n {
		t.Fatal(err)
	}
	thrown, refs, checks := 0, 0, 0
	for i, src := range programs {
		p, err := parser.Parse(src, parser.Options{})
		if err != nil {
			t.Fatalf("%q: %v", src, err)
		}
		at := map[uint32]*ast.Ident{}
		var walk func(s *ast.Scope)
		walk = func(s *ast.Scope) {
			for id := s.Refs; id != nil; id = id.Next {
				at[id.Start] = id
				refs++
				if id.Flags&ast.IdentTDZ != 0 {
					checks++
				}
			}
			for c := s.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
		walk(p.Func.Scope)
		for _, column := range columns[i] {
			thrown++
			for src[column-1] == '(' {
				column++ // V8 counts parentheses as part of the reference
			}
			switch id := at[uint32(column-1)]; {
			case id == nil:
				t.Errorf("no reference at column %d of %s", column, src)
			case id.Flags&ast.IdentTDZ == 0:
				t.Errorf("the reference %s at column %d is not checked, but node finds it uninitialised: %s", id.Name.Text, column, src)
			}
			if t.Failed() {
				return
			}
		}
	}
	t.Logf("%d programs, %d uninitialised references; %d of %d references are checked", n, thrown, checks, refs)
}
