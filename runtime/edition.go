package runtime

import "strings"

// Language editions. The intrinsics table is that of the newest edition; the
// draft preset has ES2018, so what is listed here is absent there.

// afterES2018 lists properties of intrinsics that later editions added.
var afterES2018 = map[string]string{
	"Object":               "fromEntries hasOwn groupBy",
	"ArrayPrototype":       "flat flatMap at findLast findLastIndex toReversed toSorted toSpliced with",
	"Array":                "fromAsync",
	"TypedArrayPrototype":  "at findLast findLastIndex toReversed toSorted with",
	"StringPrototype":      "trimStart trimEnd matchAll replaceAll at isWellFormed toWellFormed",
	"Symbol":               "matchAll",
	"SymbolPrototype":      "description",
	"RegExp":               "escape",
	"RegExpPrototype":      "hasIndices unicodeSets @@matchAll",
	"Promise":              "allSettled any withResolvers try",
	"Map":                  "groupBy",
	"MapPrototype":         "getOrInsert getOrInsertComputed",
	"WeakMapPrototype":     "getOrInsert getOrInsertComputed",
	"SetPrototype":         "union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom",
	"ArrayBufferPrototype": "resize resizable maxByteLength transfer transferToFixedLength detached",
	"DataViewPrototype":    "getBigInt64 getBigUint64 setBigInt64 setBigUint64 getFloat16 setFloat16",
	"Math":                 "f16round sumPrecise",
	"Error":                "isError",
	"IteratorPrototype":    "constructor map filter take drop flatMap reduce toArray forEach some every find @@toStringTag",
	"JSON":                 "rawJSON isRawJSON",
}

// globalsAfterES2018 are global names that later editions added. globalThis is
// none of them: every preset has it.
var globalsAfterES2018 = " BigInt AggregateError BigInt64Array BigUint64Array Float16Array Iterator "

// hasProperty reports whether an intrinsic has a property of its row in a
// preset.
func (in *Intrinsic) hasProperty(p *Property, preset Presets) bool {
	return p.Absent&preset == 0 &&
		!(preset == PresetDraft && strings.Contains(" "+afterES2018[in.Name]+" ", " "+p.Key+" "))
}

// hasGlobal reports whether an intrinsic is a global in a preset.
func (in *Intrinsic) hasGlobal(preset Presets) bool {
	return in.Global != "" && in.Absent&preset == 0 &&
		!(preset == PresetDraft && strings.Contains(globalsAfterES2018, " "+in.Global+" "))
}
