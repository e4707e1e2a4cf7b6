package ssa

import (
	"strings"
	"testing"
)

func TestPage(t *testing.T) {
	f := parseGood(t)
	f.Name = `a<b>"c"`
	var p Page
	p.Add("bytecode", "<lt> & v3\n")
	if err := Optimize(f, Config{Dump: p.Dump}); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := p.Write(&out); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for _, want := range []string{"<title>a&lt;b&gt;&#34;c&#34;</title>", `&lt;lt&gt; &amp; <i data-n="v3">v3</i>`, "<h2>start</h2>", "<h2>finish</h2>",
		`<section class="same closed"><h2>phielim</h2>`, `<i data-n="b1">b1</i>`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	if strings.Contains(text, "a<b>") || strings.Contains(text, "<lt>") {
		t.Error("text of programs is not escaped")
	}
}
