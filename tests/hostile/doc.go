// Package hostile runs programs that are made to hurt the engine: each must end
// in a typed error or a normal result within its limits, and must not disturb
// other machines. Tests only.
package hostile
