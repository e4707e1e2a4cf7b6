//firn:core

package bytecode

// Messages of throwerr.
const (
	ThrowConstAssign   = iota // TypeError: assignment to constant variable NAME
	ThrowSuperTwice           // ReferenceError: super() called twice
	ThrowNoThrowMethod        // TypeError: the iterator of yield* has no throw method
	ThrowSuperDelete          // ReferenceError: delete of a super property
	ThrowNotCallable          // TypeError: NAME is not a function
	ThrowNotDefined           // ReferenceError: NAME is not defined
	NumThrows
)
