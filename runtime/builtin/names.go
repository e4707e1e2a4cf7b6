package builtin

//go:generate sh -c "cd .. && go run _gen/main.go"

// leafInfo is a $name of library code.
type leafInfo struct {
	name string
	leaf uint32
	args int
}

// rootInfo is a named root.
type rootInfo struct {
	name string
	root uint32
}

// LeafName is the name of a leaf: the function's, or $name for what only
// library code calls.
func LeafName(leaf uint32) string {
	if leaf >= NumLeaves {
		return "?"
	}
	return leafNames[leaf]
}

// LeafNumber is the leaf of which LeafName gives that name.
func LeafNumber(name string) (leaf uint32, ok bool) {
	for i := range leafNames {
		if leafNames[i] == name {
			return uint32(i), true
		}
	}
	return 0, false
}

// LeafByName is the leaf that library code calls as $name (name without the $),
// and the number of arguments it takes: -1 for any.
func LeafByName(name string) (leaf uint32, args int, ok bool) {
	lo, hi := 0, len(internalLeaves)
	for lo < hi {
		mid := (lo + hi) / 2
		if internalLeaves[mid].name < name {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(internalLeaves) || internalLeaves[lo].name != name {
		return 0, 0, false
	}
	return internalLeaves[lo].leaf, internalLeaves[lo].args, true
}

// RootByName is the root that holds an intrinsic ("ArrayPrototype"), a
// well-known symbol ("SymIterator" or "@@iterator") or a library function that
// the driver calls ("LibName").
func RootByName(name string) (root uint32, ok bool) {
	if len(name) > 3 && name[:3] == "Sym" && name[3] >= 'A' && name[3] <= 'Z' {
		if r, ok := RootByName("@@" + string(name[3]+'a'-'A') + name[4:]); ok {
			return r, true
		}
	}
	lo, hi := 0, len(rootNames)
	for lo < hi {
		mid := (lo + hi) / 2
		if rootNames[mid].name < name {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(rootNames) || rootNames[lo].name != name {
		return 0, false
	}
	return rootNames[lo].root, true
}
