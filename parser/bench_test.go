package parser_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"firn/parser"
)

// BenchmarkParse parses the files of the list FIRN_PARSER_BENCH (separated as in PATH): source to tree and scopes. It reports the
// retained heap per source byte, the source itself not counted.
func BenchmarkParse(b *testing.B) {
	list := filepath.SplitList(os.Getenv("FIRN_PARSER_BENCH"))
	if len(list) == 0 {
		b.Skip("FIRN_PARSER_BENCH is not set: set it to a list of JavaScript files, separated as in PATH")
	}
	for _, file := range list {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		src := string(text)
		opts := everything(false)
		if _, err := parser.Parse(src, opts); err != nil {
			opts = everything(true)
		}
		b.Run(filepath.Base(file), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			p, err := parser.Parse(src, opts)
			if err != nil {
				b.Fatal(err)
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			runtime.KeepAlive(p)
			retained := float64(int64(after.HeapAlloc)-int64(before.HeapAlloc)) / float64(len(src))
			b.ResetTimer()
			for i := 0; i < b.N; i++ {
				if _, err := parser.Parse(src, opts); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(retained, "heapB/srcB")
		})
	}
}
