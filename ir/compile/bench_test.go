package compile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firn/ir/compile"
	"firn/parser"
)

// BenchmarkCompile measures syntax tree to bytecode on the benchmark programs.
func BenchmarkCompile(b *testing.B) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "bench", "programs", "*.js"))
	var all strings.Builder
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.WriteString("(function () {\n")
		all.Write(src)
		all.WriteString("\n});\n")
	}
	b.SetBytes(int64(all.Len()))
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		b.StopTimer()
		p, err := parser.Parse(all.String(), parser.Options{FileName: "bench"})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if _, err := compile.Compile(p, compile.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
