//firn:core

package strs

import "firn/heap"

// ReplaceFirst replaces the first occurrence of search in s by a template
// (ECMA-262 22.1.3.19 with string arguments).
func ReplaceFirst(h *heap.Heap, s, search, template uint32) (uint32, heap.Status) {
	return replace(h, s, search, template, false)
}

// ReplaceAll replaces all occurrences of search in s by a template (ECMA-262
// 22.1.3.20 with string arguments).
func ReplaceAll(h *heap.Heap, s, search, template uint32) (uint32, heap.Status) {
	return replace(h, s, search, template, true)
}

func replace(h *heap.Heap, s, search, template uint32, all bool) (uint32, heap.Status) {
	v, w, t := h.View(s), h.View(search), h.View(template)
	i := h.IndexOf(v, w, 0)
	if i == heap.NotFound {
		return s, heap.OK
	}
	plain := h.IndexOf(t, h.View(h.Char('$')), 0) == heap.NotFound
	var b heap.StrBuilder
	b.Start(h, v.Len+t.Len)
	end := uint32(0)
	for i != heap.NotFound && !b.Failed() {
		b.AddView(v.Sub(end, i))
		end = i + w.Len
		if plain {
			b.AddView(t)
		} else {
			Substitute(h, &b, v, i, end, 0, t)
		}
		if !all {
			break
		}
		if w.Len == 0 { // the empty string occurs between all units
			i = h.IndexOf(v, w, end+1)
		} else {
			i = h.IndexOf(v, w, end)
		}
	}
	b.AddView(v.Sub(end, v.Len))
	return b.Finish()
}

// Substitute appends ECMA-262 22.1.3.19.1 GetSubstitution(matched, str, position,
// captures, undefined, replacementTemplate), where matched is str[from, to).
// captures is a KRecord of strings and undefined from capture 1 on, or 0.
// Templates with $< and named captures call user code and are not served here.
func Substitute(h *heap.Heap, b *heap.StrBuilder, str heap.StrView, from, to, captures uint32, template heap.StrView) {
	m := uint32(0)
	if captures != 0 {
		m = (h.Size(captures) - heap.OffValues) >> 3
	}
	n := template.Len
	done := uint32(0)
	dollar := h.View(h.Char('$'))
	for {
		i := h.IndexOf(template, dollar, done)
		if i == heap.NotFound || i+1 >= n {
			break
		}
		b.AddView(template.Sub(done, i))
		done = i + 2
		switch c := h.Unit(template, i+1); {
		case c == '$':
			b.AddUnit('$')
		case c == '&':
			b.AddView(str.Sub(from, to))
		case c == '`':
			b.AddView(str.Sub(0, from))
		case c == '\'':
			b.AddView(str.Sub(to, str.Len))
		case c-'0' < 10:
			// Two digits if there is such a capture, otherwise one.
			k := c - '0'
			if i+2 < n {
				if d := h.Unit(template, i+2) - '0'; d < 10 && k*10+d <= m && k*10+d > 0 {
					k = k*10 + d
					done = i + 3
				}
			}
			if k == 0 || k > m {
				b.AddView(template.Sub(i, done))
			} else if v := h.Val(captures + heap.OffValues + 8*(k-1)); v.IsString() {
				b.AddString(v.Ref())
			}
		default:
			done = i + 1
			b.AddUnit('$')
		}
		if b.Failed() {
			return
		}
	}
	b.AddView(template.Sub(done, n))
}

const hexDigits = "0123456789abcdef"

// QuoteJSON appends ECMA-262 25.5.2.3 QuoteJSONString(value).
func QuoteJSON(h *heap.Heap, b *heap.StrBuilder, v heap.StrView) {
	b.AddUnit('"')
	done := uint32(0)
	for i := uint32(0); i < v.Len; i++ {
		c := h.Unit(v, i)
		if c >= 0x20 && c != '"' && c != '\\' && c&0xF800 != 0xD800 {
			continue
		}
		esc := uint32(0)
		switch {
		case c == '"' || c == '\\':
			esc = c
		case c == '\b':
			esc = 'b'
		case c == '\t':
			esc = 't'
		case c == '\n':
			esc = 'n'
		case c == '\f':
			esc = 'f'
		case c == '\r':
			esc = 'r'
		case c >= 0xD800:
			if _, n := h.CodePoint(v, i); n == 2 {
				i++
				continue
			}
		}
		b.AddView(v.Sub(done, i))
		done = i + 1
		b.AddUnit('\\')
		if esc != 0 {
			b.AddUnit(esc)
			continue
		}
		b.AddUnit('u')
		for shift := 12; shift >= 0; shift -= 4 {
			b.AddUnit(uint32(hexDigits[c>>uint(shift)&0xF]))
		}
	}
	b.AddView(v.Sub(done, v.Len))
	b.AddUnit('"')
}
