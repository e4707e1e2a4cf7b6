//firn:core

package heap

// KTable is the ordered hash table behind Map and Set.
const (
	// TableValues is where the Values of a KTable start; the words before are raw.
	TableValues = 40
)
