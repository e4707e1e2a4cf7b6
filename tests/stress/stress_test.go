package stress

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firn"
	"firn/bench/programs"
)

// patience is how long each program runs under stress. A collection at every
// safepoint makes programs a thousand times slower, so most do not reach their
// end; FIRN_LONG lets them.
const patience = 2 * time.Second

// output runs a program and collects what it prints; whole tells that it came to
// its end in time.
func output(t *testing.T, c firn.Config, ctx context.Context, name, source string) (text string, whole bool) {
	t.Helper()
	m, err := firn.New(c)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	var out strings.Builder
	m.Set("print", func(c *firn.Call) (any, error) {
		for i := 0; i < c.Len(); i++ {
			if i > 0 {
				out.WriteByte(' ')
			}
			s, err := c.Arg(i).ToString()
			if err != nil {
				return nil, err
			}
			out.WriteString(s)
		}
		out.WriteByte('\n')
		return firn.Undefined(), nil
	})
	_, err = m.RunContext(ctx, name, source)
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("%v\n%s", err, out.String())
	}
	return out.String(), err == nil
}

// TestPrograms: under stress every program prints what it prints without, and
// what node prints where there is one.
func TestPrograms(t *testing.T) {
	all, err := programs.All()
	if err != nil {
		t.Fatal(err)
	}
	node, _ := exec.LookPath("node")
	for _, p := range all {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			source, err := p.Source(programs.Small)
			if err != nil {
				t.Fatal(err)
			}
			want, _ := output(t, firn.Config{}, context.Background(), p.Name+".js", source)
			if node != "" && !p.Skips("node") {
				file := filepath.Join(t.TempDir(), p.Name+".js")
				text := "'use strict'; const print = (...a) => process.stdout.write(a.map(String).join(' ') + '\\n');\n" + source
				if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
					t.Fatal(err)
				}
				if ref, err := exec.Command(node, file).Output(); err != nil {
					t.Errorf("node: %v", err)
				} else if string(ref) != want {
					t.Errorf("without stress:\n%snode:\n%s", want, ref)
				}
			}
			if testing.Short() {
				t.Skip("left out by -short: takes minutes")
			}
			for _, mode := range []firn.JIT{firn.JITOff, firn.JITAlways} {
				ctx := context.Background()
				if os.Getenv("FIRN_LONG") == "" {
					var stop context.CancelFunc
					ctx, stop = context.WithTimeout(ctx, patience)
					defer stop()
				}
				got, whole := output(t, firn.Config{Stress: true, JIT: mode}, ctx, p.Name+".js", source)
				if whole && got != want || !strings.HasPrefix(want, got) {
					t.Errorf("under stress, native code %v:\n%swithout:\n%s", mode == firn.JITAlways, got, want)
				}
			}
		})
	}
}
