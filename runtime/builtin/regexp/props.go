package regexp

import (
	"sort"
	"strings"
)

// propRow is where the set of a property key lies in propData.
type propRow struct {
	key   string
	at, n int
}

func findProp(key string) (data string, ok bool) {
	i := sort.Search(len(propRows), func(i int) bool { return propRows[i].key >= key })
	if i == len(propRows) || propRows[i].key != key {
		return "", false
	}
	return propData[propRows[i].at : propRows[i].at+propRows[i].n], true
}

func uvarint(data string) (n uint32, rest string) {
	for shift := 0; ; shift += 7 {
		b := data[0]
		data = data[1:]
		n |= uint32(b&0x7F) << shift
		if b < 0x80 {
			return n, data
		}
	}
}

func decodeSet(data string) set {
	var s set
	at := uint32(0)
	for data != "" {
		var gap, more uint32
		gap, data = uvarint(data)
		more, data = uvarint(data)
		s = append(s, span{at + gap, at + gap + more})
		at += gap + more + 1
	}
	return s
}

// propertySet is the set of UnicodePropertyValueExpression name=value, or of a
// lone name (value "" and lone): ECMA-262 22.2.1.1, tables 67 to 71.
func propertySet(name, value string, lone bool) (set, bool) {
	if lone {
		if data, ok := findProp("b" + name); ok {
			return decodeSet(data), true
		}
		name, value = "gc", name
	}
	kind := ""
	switch name {
	case "General_Category", "gc":
		kind = "g"
	case "Script", "sc":
		kind = "s"
	case "Script_Extensions", "scx":
		kind = "x"
	default:
		return nil, false
	}
	data, ok := findProp(kind + value)
	if !ok {
		return nil, false
	}
	return decodeSet(data), true
}

// propertyStrings is a binary property of strings (table 70): its characters and
// its longer strings.
func propertyStrings(name string) (s set, more []string, ok bool) {
	if name == "RGI_Emoji" {
		for _, part := range []string{"Basic_Emoji", "Emoji_Keycap_Sequence", "RGI_Emoji_Modifier_Sequence", "RGI_Emoji_Flag_Sequence",
			"RGI_Emoji_Tag_Sequence", "RGI_Emoji_ZWJ_Sequence"} {
			t, list, _ := propertyStrings(part)
			s, more = s.union(t), append(more, list...)
		}
		return s, more, true
	}
	data, ok := findProp("q" + name)
	if !ok {
		return nil, nil, false
	}
	var cps []rune
	for data != "" {
		shared, count := int(data[0]), int(data[1])
		data = data[2:]
		cps = cps[:shared]
		for ; count > 0; count-- {
			var cp uint32
			cp, data = uvarint(data)
			cps = append(cps, rune(cp))
		}
		if len(cps) == 1 {
			s = append(s, span{uint32(cps[0]), uint32(cps[0])})
		} else {
			more = append(more, string(cps))
		}
	}
	return s.normal(), more, true
}

// inProperty reports whether a code point has a binary property.
func inProperty(name string, c uint32) bool {
	data, _ := findProp("b" + name)
	return decodeSet(data).has(c)
}

// isIDStart and isIDContinue are about characters of group names.
func isIDStart(c uint32) bool {
	if c < 0x80 {
		return c == '$' || c == '_' || c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	return inProperty("ID_Start", c)
}

func isIDContinue(c uint32) bool {
	if c < 0x80 {
		return isIDStart(c) || c >= '0' && c <= '9'
	}
	return c == 0x200C || c == 0x200D || inProperty("ID_Continue", c)
}

// isPropertyName reports whether a character may be in a property name or value.
func isPropertyName(c uint32) bool {
	return c < 0x80 && strings.IndexByte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_", byte(c)) >= 0
}
